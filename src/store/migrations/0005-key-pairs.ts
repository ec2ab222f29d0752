import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Key pairs, and which instances they open. */
export async function keyPairs(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    key_pairs: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        name: 'text',
        description: 'text?',
        project: 'integer',
        resource_group: 'text',
        public_key: 'text',
        fingerprint: 'text',
        origin: 'text',
        created_at: 'integer',
      },
    },
    instance_key_pairs: {
      columns: { instance: 'text', position: 'integer', key_pair: 'text' },
      primary: ['instance', 'position'],
    },
  });
  await createIndex(db, {
    table: 'key_pairs',
    columns: ['account', 'region', 'name'],
    unique: true,
  });
  await createIndex(db, { table: 'instance_key_pairs', columns: ['key_pair'] });
}
