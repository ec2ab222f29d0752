// https://cloud.tencent.com/document/api/213/17812 (seed 004 L24170)
import { action } from '#apis/context.ts';
import { omitted } from '#wire/overlay.ts';
import * as model from '../models/describe-disaster-recover-group-quota.ts';
import { groupQuotas } from './group-quotas.ts';

/** How many groups the account may have in the region and has, and instances in each. */
export const describeDisasterRecoverGroupQuota = action.read({
  model,
  output: { CvmInSwGroupQuota: omitted('The page has CvmInSwitchGroupQuota alone (L24211).') },
  handle: groupQuotas,
});
