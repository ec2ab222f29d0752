import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Private addresses that belong to no machine, for which machines may stand in. */
export async function haVips(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    ha_vips: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        vpc: 'text',
        subnet: 'text',
        address: 'integer',
        name: 'text?',
        description: 'text',
        resource_group: 'text?',
        checks: 'integer',
        created_at: 'integer',
      },
    },
  });
  await createIndex(db, { table: 'ha_vips', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'ha_vips', columns: ['subnet', 'address'], unique: true });
}
