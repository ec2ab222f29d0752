import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Tables whose rows may be in a group. */
const grouped = ['instances', 'vpcs', 'security_groups', 'key_pairs'] as const;

/**
 * Resource groups. What resources were said to be in before was whatever id a client gave: it names
 * no group, and is kept as the key of an id that names nothing (`?` and the id).
 */
export async function resourceGroups(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    resource_groups: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        name: 'text',
        display_name: 'text',
        created_at: 'integer',
      },
    },
  });
  await createIndex(db, {
    table: 'resource_groups',
    columns: ['account', 'name'],
    unique: true,
  });
  for (const table of grouped) {
    await sql`update ${sql.table(table)} set resource_group = '?' || resource_group
      where resource_group is not null and resource_group <> ''`.execute(db);
  }
}
