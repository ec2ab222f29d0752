// https://cloud.tencent.com/document/api/362/33555 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { unbindDisksOf } from '#resources/auto-snapshot-policy/verbs/bind-disks.ts';
import { diskIdsAsked } from '../disk/disk-ids.ts';
import * as model from '../models/unbind-auto-snapshot-policy.ts';
import { policyIdAsked } from './policy-fields.ts';

/** Has a policy make no more snapshots of disks. No instance is bound to one as a whole. */
export const unbindAutoSnapshotPolicy = action.write({
  model,
  input: {
    AutoSnapshotPolicyId: policyIdAsked,
    DiskIds: diskIdsAsked,
    // What is not bound is passed over, and instances never are.
    InstanceIds: { max: 100 },
  },
  rules: [{ rule: 'one-of', fields: ['DiskIds', 'InstanceIds'] }],
  handle: (context, { AutoSnapshotPolicyId: policy, DiskIds: disks = [], InstanceIds: _ }) =>
    unbindDisksOf(context, { policy, disks, region: context.region }),
});
