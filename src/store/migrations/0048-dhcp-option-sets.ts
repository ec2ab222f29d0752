import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** What machines of networks are told by DHCP, and which networks have which set of it. */
export async function dhcpOptionSets(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    dhcp_option_sets: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        name: 'text?',
        description: 'text',
        domain_name: 'text',
        servers: 'text',
        lease_time: 'text',
        ipv6_lease_time: 'text',
        resource_group: 'text?',
        created_at: 'integer',
      },
    },
    dhcp_associations: { columns: { vpc: 'key', option_set: 'text' } },
  });
  await createIndex(db, { table: 'dhcp_option_sets', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'dhcp_associations', columns: ['option_set'] });
}
