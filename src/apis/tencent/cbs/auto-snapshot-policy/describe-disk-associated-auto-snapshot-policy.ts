// https://cloud.tencent.com/document/api/362/33554 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { policiesOfDisk } from '#resources/auto-snapshot-policy/verbs/list-policies.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import * as model from '../models/describe-disk-associated-auto-snapshot-policy.ts';
import { shownPolicies, shownPolicyPatch } from './render-policy.ts';

/** The policies that a disk is bound to; one that is not there has none (D24). */
export const describeDiskAssociatedAutoSnapshotPolicy = action.read({
  model,
  input: { DiskId: { reasons: { malformed: diskFaults.malformed } } },
  output: { AutoSnapshotPolicySet: { item: { fields: shownPolicyPatch } } },
  handle: async (context, { DiskId: disk }) => {
    const policies = await policiesOfDisk(context, { disk, region: context.region });
    // The page leaves the disks of each out.
    const AutoSnapshotPolicySet = await shownPolicies(context, policies, () => []);
    return { TotalCount: policies.length, AutoSnapshotPolicySet };
  },
});
