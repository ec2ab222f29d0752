// https://cloud.tencent.com/document/api/213/9389 (seed 004 L42652)
import { action } from '#apis/context.ts';
import { describeInstancesStatus as today } from '../../cvm/instance/describe-instances-status.ts';
import { olderRatePerSecond } from '../../older-rate.ts';

/** The states of instances of the region, newest first: the page has not changed since. */
export const describeInstancesStatus = action.read({ ...today, ratePerSecond: olderRatePerSecond });
