// https://cloud.tencent.com/document/product/213/9455 (seed 004 L42210)
import { action } from '#apis/context.ts';
import { describeZones as today } from '../../cvm/region/describe-zones.ts';
import { olderRatePerSecond } from '../../older-rate.ts';

/** The zones of the region, with their Chinese names: the page has not changed since. */
export const describeZones = action.read({ ...today, ratePerSecond: olderRatePerSecond });
