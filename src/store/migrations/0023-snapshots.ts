import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Snapshots of disks, groups of those that were made together, and whom they are shared with. */
export async function snapshots(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    snapshots: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        disk: 'text',
        instance: 'text?',
        image: 'text?',
        role: 'text',
        category: 'text',
        size_gib: 'integer',
        encrypted: 'integer',
        project: 'integer',
        resource_group: 'text?',
        state: 'text',
        name: 'text?',
        policy: 'text?',
        snapshot_group: 'text?',
        source: 'text?',
        created_at: 'integer',
        changed_at: 'integer',
        expected_at: 'integer?',
        expires_at: 'integer?',
        doc: 'text',
      },
    },
    snapshot_groups: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        instance: 'text?',
        name: 'text?',
        description: 'text?',
        resource_group: 'text?',
        created_at: 'integer',
        changed_at: 'integer',
      },
    },
    snapshot_shares: {
      columns: { snapshot: 'text', account: 'text', region: 'text', shared_at: 'integer' },
      primary: ['snapshot', 'account'],
    },
  });
  await createIndex(db, { table: 'snapshots', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'snapshots', columns: ['disk'] });
  await createIndex(db, {
    table: 'snapshots',
    columns: ['snapshot_group'],
    given: 'snapshot_group',
  });
  await createIndex(db, { table: 'snapshots', columns: ['source'], given: 'source' });
  await createIndex(db, { table: 'snapshot_groups', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'snapshot_shares', columns: ['account', 'region'] });
}
