// https://cloud.tencent.com/document/product/213/9456 (seed 004 L42003)
import { action } from '#apis/context.ts';
import { describeRegions as today } from '../../cvm/region/describe-regions.ts';
import { olderRatePerSecond } from '../../older-rate.ts';

/** The regions of the catalogue, with their Chinese names: the page has not changed since. */
export const describeRegions = action.read({ ...today, ratePerSecond: olderRatePerSecond });
