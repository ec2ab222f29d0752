import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Private addresses of subnets that users keep back. */
export async function reservedAddresses(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    reserved_addresses: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        vpc: 'text',
        subnet: 'text',
        address: 'integer',
        name: 'text',
        description: 'text',
        created_at: 'integer',
      },
    },
  });
  const table = 'reserved_addresses';
  await createIndex(db, { table, columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table, columns: ['subnet', 'address'], unique: true });
}
