import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Bandwidth to the internet of IPv6 addresses of interfaces. */
export async function ipv6Bandwidths(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    ipv6_bandwidths: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        address: 'text unique',
        network_interface: 'text',
        out_mbps: 'integer',
        created_at: 'integer',
      },
    },
  });
  const table = 'ipv6_bandwidths';
  await createIndex(db, { table, columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table, columns: ['network_interface'] });
}
