import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** IPv6 addresses of network interfaces. */
export async function ipv6Addresses(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    interface_ipv6_addresses: {
      columns: {
        address: 'text',
        subnet: 'text',
        network_interface: 'text',
        position: 'integer',
        note: 'text?',
        created_at: 'integer',
      },
      primary: ['address'],
    },
  });
  for (const columns of [['network_interface', 'position'], ['subnet']]) {
    await createIndex(db, { table: 'interface_ipv6_addresses', columns });
  }
}
