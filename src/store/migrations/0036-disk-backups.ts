import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Backups of disks, and the backup that a snapshot is made from. */
export async function diskBackups(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    disk_backups: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        disk: 'text',
        role: 'text',
        size_gib: 'integer',
        encrypted: 'integer',
        state: 'text',
        name: 'text?',
        created_at: 'integer',
        expected_at: 'integer?',
      },
    },
  });
  await createIndex(db, { table: 'disk_backups', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'disk_backups', columns: ['disk'] });
  await addColumns(db, kind, { snapshots: { backup: 'text?' } });
  await createIndex(db, { table: 'snapshots', columns: ['backup'], given: 'backup' });
}
