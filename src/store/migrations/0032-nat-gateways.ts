import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** NAT gateways, and their rules for what leaves and for what arrives. */
export async function natGateways(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    nat_gateways: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        vpc: 'text',
        subnet: 'text?',
        private_ip: 'integer?',
        name: 'text?',
        description: 'text',
        out_mbps: 'integer',
        connections_max: 'integer',
        is_standard: 'integer',
        is_protected: 'integer',
        created_at: 'integer',
        version: 'integer',
        doc: 'text',
      },
    },
    ...rules,
  });
  for (const table of ['nat_gateways', 'snat_rules', 'dnat_rules']) {
    await createIndex(db, { table, columns: ['account', 'region', 'seq'] });
  }
  await createIndex(db, { table: 'nat_gateways', columns: ['vpc'] });
  await createIndex(db, { table: 'snat_rules', columns: ['gateway'] });
  await createIndex(db, { table: 'snat_addresses', columns: ['address'] });
  await createIndex(db, { table: 'dnat_rules', columns: ['gateway'] });
  await createIndex(db, { table: 'dnat_rules', columns: ['address'] });
}

/** What leaves through a gateway, and what arrives. */
const rules = {
  snat_rules: {
    columns: {
      seq: 'seq',
      key: 'text unique',
      account: 'text',
      region: 'text',
      zone: 'text',
      gateway: 'text',
      source_kind: 'text',
      source: 'text',
      cidr: 'text',
      name: 'text?',
      description: 'text',
      is_sticky: 'integer',
      created_at: 'integer',
    },
  },
  snat_addresses: {
    columns: { rule: 'text', address: 'text', position: 'integer' },
    primary: ['rule', 'address'],
  },
  dnat_rules: {
    columns: {
      seq: 'seq',
      key: 'text unique',
      account: 'text',
      region: 'text',
      zone: 'text',
      vpc: 'text',
      gateway: 'text',
      protocol: 'text',
      address: 'text',
      public_ip: 'integer',
      public_port: 'text',
      private_ip: 'integer',
      private_port: 'text',
      name: 'text?',
      description: 'text',
      created_at: 'integer',
    },
  },
} as const;
