import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Hosts that an account has to itself, clusters of them, and which instances are on which. */
export async function dedicatedHosts(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    dedicated_hosts: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        host: 'text',
        launched_by: 'text',
        type: 'text',
        state: 'text',
        name: 'text?',
        description: 'text?',
        project: 'integer',
        resource_group: 'text?',
        cluster: 'text?',
        charge_type: 'text',
        period: 'integer?',
        period_unit: 'text?',
        renewal: 'text?',
        renewal_period: 'integer?',
        renewal_unit: 'text?',
        renewal_day: 'integer?',
        expires_at: 'integer?',
        release_at: 'integer?',
        auto_placement: 'integer',
        maintenance_action: 'text',
        cpu_percent: 'integer',
        udp_timeout: 'integer?',
        slb_udp_timeout: 'integer?',
        moves: 'integer',
        created_at: 'integer',
        version: 'integer',
      },
    },
    dedicated_host_clusters: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        name: 'text?',
        description: 'text?',
        resource_group: 'text?',
        created_at: 'integer',
      },
    },
  });
  await addColumns(db, kind, {
    hosts: { dedicated: 'text?' },
    instances: { dedicated_host: 'text?', host_affinity: 'text?' },
  });
  for (const table of ['dedicated_hosts', 'dedicated_host_clusters']) {
    await createIndex(db, { table, columns: ['account', 'region', 'seq'] });
  }
  await createIndex(db, { table: 'dedicated_hosts', columns: ['host'] });
  await createIndex(db, { table: 'hosts', columns: ['dedicated'], given: 'dedicated' });
  await createIndex(db, {
    table: 'instances',
    columns: ['account', 'region', 'dedicated_host', 'seq', 'zone'],
    given: 'dedicated_host',
  });
}
