import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

const tables = {
  network_interfaces: {
    columns: {
      seq: 'seq',
      key: 'text unique',
      account: 'text',
      region: 'text',
      zone: 'text',
      vpc: 'text',
      subnet: 'text',
      is_primary: 'integer',
      instance: 'text?',
      device_index: 'integer?',
      address: 'integer',
      note: 'text?',
      quality: 'text?',
      state: 'text',
      name: 'text?',
      description: 'text?',
      delete_with_instance: 'integer',
      resource_group: 'text?',
      created_at: 'integer',
      attached_at: 'integer?',
      own: 'text?',
      generation: 'integer',
      version: 'integer',
      operation: 'text?',
      operation_state: 'text?',
      operation_request: 'text?',
      operation_error: 'text?',
    },
  },
  interface_addresses: {
    columns: {
      address: 'integer',
      subnet: 'text',
      network_interface: 'text',
      position: 'integer',
      note: 'text?',
      quality: 'text?',
    },
    primary: ['address', 'subnet'],
  },
  interface_security_groups: {
    columns: { security_group: 'text', network_interface: 'text', position: 'integer' },
    primary: ['security_group', 'network_interface'],
  },
} as const;

/** Network interfaces are there: the first one of each instance that holds an address. */
export async function networkInterfaces(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, tables);
  await sql`insert into network_interfaces
    (key, account, region, zone, vpc, subnet, is_primary, instance, device_index, address,
      state, delete_with_instance, created_at, attached_at, generation, version)
    select key, account, region, zone, vpc, subnet, 1, key, 0, private_ip,
      'in-use', 1, created_at, created_at, 1, 1
    from instances where private_ip is not null order by seq`.execute(db);
  for (const columns of [
    ['account', 'region', 'seq'],
    ['account', 'region', 'subnet'],
    ['instance'],
  ]) {
    await createIndex(db, { table: 'network_interfaces', columns });
  }
  const table = 'network_interfaces';
  await createIndex(db, { table, columns: ['address', 'subnet'], unique: true });
  for (const links of ['interface_addresses', 'interface_security_groups']) {
    await createIndex(db, { table: links, columns: ['network_interface'] });
  }
}
