import { flag, integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * When snapshots are made of the disks that are bound to it, and for how many days they are kept
 * (null: until somebody deletes them). `schedule` and `doc` are JSON; `next_at` is the next time
 * of the schedule, of a policy that is not enabled as well.
 */
export const autoSnapshotPolicyTable = table({
  seq,
  key: keyOf('auto-snapshot-policy'),
  account: text,
  region: text,
  name: nullable(text),
  enabled: flag,
  schedule: text,
  retention_days: nullable(integer),
  next_at: nullable(integer),
  resource_group: nullable(text),
  created_at: integer,
  changed_at: integer,
  doc: text,
});

/** A disk that a policy makes snapshots of. */
export const policyDiskTable = table(
  {
    policy: keyOf('auto-snapshot-policy'),
    disk: keyOf('disk'),
    account: text,
    region: text,
    bound_at: integer,
  },
  ['policy', 'disk'],
);

declare module '../schema.ts' {
  interface Schema {
    auto_snapshot_policies: ColumnsOf<typeof autoSnapshotPolicyTable>;
    auto_snapshot_policy_disks: ColumnsOf<typeof policyDiskTable>;
  }
}

export type AutoSnapshotPolicyRow = RowOf<typeof autoSnapshotPolicyTable>;
export type NewAutoSnapshotPolicy = NewRowOf<typeof autoSnapshotPolicyTable>;
