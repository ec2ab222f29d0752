import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Network ACLs, which subnets are associated with, and IPv6 blocks of networks and subnets. */
export async function networkAcls(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    network_acls: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        vpc: 'text',
        name: 'text?',
        description: 'text',
        created_at: 'integer',
        modified_at: 'integer',
        ingress: 'text',
        egress: 'text',
      },
    },
  });
  await createIndex(db, { table: 'network_acls', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'network_acls', columns: ['vpc'] });
  await addColumns(db, kind, {
    vpcs: { ipv6_block: { text: '' } },
    subnets: { ipv6_block: { text: '' }, network_acl: 'text?' },
  });
  await createIndex(db, { table: 'subnets', columns: ['network_acl'] });
}
