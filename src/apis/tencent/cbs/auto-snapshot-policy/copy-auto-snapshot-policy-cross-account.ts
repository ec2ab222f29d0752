// https://cloud.tencent.com/document/api/362/127847 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { copyPolicies } from '#resources/auto-snapshot-policy/verbs/copy-policies.ts';
import { id, list } from '#wire/builders.ts';
import * as model from '../models/copy-auto-snapshot-policy-cross-account.ts';
import { policyIdsAsked } from './policy-fields.ts';

/** Gives another account policies like these, bound to no disks. */
export const copyAutoSnapshotPolicyCrossAccount = action.write({
  model,
  input: {
    AutoSnapshotPolicyIds: { ...policyIdsAsked, required: true },
    TargetAccountUin: { required: true, max: 64 },
  },
  rules: [{ rule: 'one-of', fields: ['AutoSnapshotPolicyIds'] }],
  output: { AutoSnapshotPolicyIds: list(id('auto-snapshot-policy'), { nullable: true }) },
  handle: async (context, { AutoSnapshotPolicyIds: keys, TargetAccountUin: to }) => {
    await copyPolicies(context, { keys, region: context.region, to });
    return { AutoSnapshotPolicyIds: keys, TargetAccountUin: to };
  },
});
