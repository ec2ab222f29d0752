// https://cloud.tencent.com/document/api/362/33557 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { deletePolicies } from '#resources/auto-snapshot-policy/verbs/change-policies.ts';
import * as model from '../models/delete-auto-snapshot-policies.ts';
import { policyIdsAsked } from './policy-fields.ts';

/** Deletes policies, all of them or none; the snapshots that they made stay. */
export const deleteAutoSnapshotPolicies = action.write({
  model,
  input: { AutoSnapshotPolicyIds: policyIdsAsked },
  rules: [{ rule: 'one-of', fields: ['AutoSnapshotPolicyIds'] }],
  handle: (context, { AutoSnapshotPolicyIds: keys }) =>
    deletePolicies(context, { keys, region: context.region }),
});
