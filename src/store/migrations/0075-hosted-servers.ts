import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Servers of customers, and the networks they are in. */
export async function hostedServers(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    hosted_servers: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        name: 'text?',
        serial: 'text',
        device_type: 'text',
        type: 'text',
        cpu: 'integer',
        memory_mib: 'integer',
        disks: 'text',
        bmc_user: 'text?',
        bmc_password: 'text?',
        created_at: 'integer',
      },
    },
    hosted_server_networks: {
      columns: {
        server: 'text',
        kind: 'text',
        vpc: 'text',
        subnet: 'text',
        address: 'integer',
        groups: 'text',
        boot: 'text?',
      },
      primary: ['server', 'kind'],
    },
  });
  await createIndex(db, { table: 'hosted_servers', columns: ['account', 'region', 'seq'] });
}
