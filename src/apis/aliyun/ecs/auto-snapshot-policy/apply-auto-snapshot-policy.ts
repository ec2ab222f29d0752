// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-applyautosnapshotpolicy
import { action } from '#apis/context.ts';
import { bindDisks } from '#resources/auto-snapshot-policy/verbs/bind-disks.ts';
import * as model from '../models/apply-auto-snapshot-policy.ts';
import { diskIds } from './disk-ids.ts';
import { policyId, regionId } from './policy-fields.ts';

/** Has a policy make snapshots of disks, beside those that they have. */
export const applyAutoSnapshotPolicy = action.write({
  model,
  input: { regionId, autoSnapshotPolicyId: policyId, diskIds },
  handle: (context, { autoSnapshotPolicyId: policy, diskIds: disks }) =>
    bindDisks(context, { policy, disks, region: context.region, bound: 'pass' }),
});
