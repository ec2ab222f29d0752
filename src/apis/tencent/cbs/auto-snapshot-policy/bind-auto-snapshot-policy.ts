// https://cloud.tencent.com/document/api/362/33559 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';
import { bindDisks } from '#resources/auto-snapshot-policy/verbs/bind-disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import * as model from '../models/bind-auto-snapshot-policy.ts';
import { policyIdAsked } from './policy-fields.ts';

/** Has a policy make snapshots of disks, up to eighty at a time. */
export const bindAutoSnapshotPolicy = action.write({
  model,
  input: {
    AutoSnapshotPolicyId: policyIdAsked,
    DiskIds: {
      max: 80,
      item: { reasons: { malformed: diskFaults.malformed } },
      reasons: { count: autoSnapshotPolicyFaults.tooManyNamed },
    },
  },
  rules: [{ rule: 'one-of', fields: ['DiskIds'] }],
  handle: (context, { AutoSnapshotPolicyId: policy, DiskIds: disks = [] }) =>
    bindDisks(context, { policy, disks, region: context.region, bound: 'refuse' }),
});
