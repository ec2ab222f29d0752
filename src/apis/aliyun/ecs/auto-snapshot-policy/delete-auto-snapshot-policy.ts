// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteautosnapshotpolicy
import { action } from '#apis/context.ts';
import { deletePolicies } from '#resources/auto-snapshot-policy/verbs/change-policies.ts';
import * as model from '../models/delete-auto-snapshot-policy.ts';
import { policyId, regionId } from './policy-fields.ts';

/** Deletes a policy; the snapshots that it made stay. */
export const deleteAutoSnapshotPolicy = action.write({
  model,
  input: { regionId, autoSnapshotPolicyId: policyId },
  handle: (context, { autoSnapshotPolicyId: policy }) =>
    deletePolicies(context, { keys: [policy], region: context.region }),
});
