// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-cancelautosnapshotpolicy
import { action } from '#apis/context.ts';
import {
  unbindDisksOf,
  unbindDisksOfOnly,
} from '#resources/auto-snapshot-policy/verbs/bind-disks.ts';
import * as model from '../models/cancel-auto-snapshot-policy.ts';
import { diskIds } from './disk-ids.ts';
import { policyId, regionId } from './policy-fields.ts';

/** Takes disks from a policy, or from the only one that each has; one that has none stays so. */
export const cancelAutoSnapshotPolicy = action.write({
  model,
  input: { regionId, autoSnapshotPolicyId: { ...policyId, required: false }, diskIds },
  handle: (context, { autoSnapshotPolicyId: policy, diskIds: disks }) => {
    const { region } = context;
    return policy === undefined
      ? unbindDisksOfOnly(context, { disks, region })
      : unbindDisksOf(context, { policy, disks, region });
  },
});
