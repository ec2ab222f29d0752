import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Gateways between networks and the internet. */
export async function internetGateways(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    internet_gateways: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        family: 'text',
        vpc: 'text',
        name: 'text?',
        description: 'text',
        resource_group: 'text?',
        is_enabled: 'integer',
        created_at: 'integer',
      },
    },
  });
  await createIndex(db, { table: 'internet_gateways', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'internet_gateways', columns: ['vpc', 'family'], unique: true });
}
