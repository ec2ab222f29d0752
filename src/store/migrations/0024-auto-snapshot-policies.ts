import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Policies by which snapshots are made at set times, and the disks that are bound to them. */
export async function autoSnapshotPolicies(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    auto_snapshot_policies: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        name: 'text?',
        enabled: 'integer',
        schedule: 'text',
        retention_days: 'integer?',
        next_at: 'integer?',
        resource_group: 'text?',
        created_at: 'integer',
        changed_at: 'integer',
        doc: 'text',
      },
    },
    auto_snapshot_policy_disks: {
      columns: {
        policy: 'text',
        disk: 'text',
        account: 'text',
        region: 'text',
        bound_at: 'integer',
      },
      primary: ['policy', 'disk'],
    },
  });
  await createIndex(db, { table: 'auto_snapshot_policies', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'auto_snapshot_policy_disks', columns: ['disk'] });
}
