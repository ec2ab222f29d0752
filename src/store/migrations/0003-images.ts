import type { Kind } from '../dialect.ts';
import { createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Real machines: images that an operator brought, and what is wrong with a machine. */
export async function images(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    images: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        name: 'text unique',
        os_family: 'text',
        os_name: 'text',
        platform: 'text',
        architecture: 'text',
        size_gib: 'integer',
        login_user: 'text',
        cloud_init: 'integer',
        engine_name: 'text',
        stands_for: 'text',
        created_at: 'integer',
      },
    },
  });
  await db.schema.alterTable('instances').addColumn('fault', 'text').execute();
}
