import { autoSnapshotPolicyTable, policyDiskTable } from '#store/schema/auto-snapshot-policy.ts';
import { noun } from '../noun.ts';
import { autoSnapshotPolicyFaults } from './faults.ts';

/** A policy by which snapshots of disks are made at set times. */
export const autoSnapshotPolicyNoun = noun({
  name: 'auto-snapshot-policy',
  tables: {
    auto_snapshot_policies: autoSnapshotPolicyTable,
    auto_snapshot_policy_disks: policyDiskTable,
  },
  onReset: 'goes',
  faults: autoSnapshotPolicyFaults,
  hasIds: true,
  tagged: 'auto_snapshot_policies',
  // Alibaba's limits; Tencent's documents name none on the pages.
  limits: {
    autoSnapshotPoliciesPerRegionMax: 100,
    automaticSnapshotsPerDiskMax: 1_000,
    autoSnapshotPoliciesPerDiskMax: 10,
  },
  limitsBy: { autoSnapshotPoliciesPerRegionMax: ['region'] },
  counted: { table: 'auto_snapshot_policies', scope: 'auto-snapshot-policies' },
});
