import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Lists of blocks of addresses that have a name. */
export async function prefixLists(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    prefix_lists: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        name: 'text',
        description: 'text',
        resource_group: 'text?',
        family: 'text',
        entries_max: 'integer',
        entries: 'text',
        created_at: 'integer',
      },
    },
  });
  await createIndex(db, { table: 'prefix_lists', columns: ['account', 'region', 'seq'] });
}
