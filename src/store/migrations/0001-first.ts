import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** The tables Yuntai began with. `meta` is there already: the migrator keeps its own mark in it. */
export async function first(db: AnyDatabase, kind: Kind): Promise<void> {
  await createAccounts(db, kind);
  await createNetworks(db, kind);
  await createAddresses(db, kind);
  await createInstances(db, kind);
  await createBooks(db, kind);
  await createWorkflows(db, kind);
}

async function createAccounts(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    accounts: {
      columns: { seq: 'seq', key: 'text unique', name: 'text?', created_at: 'integer' },
    },
    access_keys: {
      columns: {
        seq: 'seq',
        id: 'text unique',
        sealed_secret: 'text',
        principal: 'text',
        account: 'text',
        active: 'integer',
        created_at: 'integer',
      },
    },
    inbox: {
      columns: {
        seq: 'lasting seq',
        account: 'text',
        kind: 'text',
        sealed_body: 'text',
        created_at: 'integer',
      },
    },
    orders: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        kind: 'text',
        amount_micro_yuan: 'integer',
        created_at: 'integer',
        doc: 'text',
      },
    },
  });
  await createIndex(db, { table: 'inbox', columns: ['account', 'seq'] });
  await createIndex(db, { table: 'orders', columns: ['account', 'seq'] });
}

async function createNetworks(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    vpcs: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        name: 'text?',
        cidr: 'text',
        is_default: 'integer',
        state: 'text',
        created_at: 'integer',
        doc: 'text',
      },
    },
    subnets: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        vpc: 'text',
        name: 'text?',
        cidr: 'text',
        is_default: 'integer',
        state: 'text',
        created_at: 'integer',
        doc: 'text',
      },
    },
    security_groups: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        vpc: 'text?',
        name: 'text?',
        is_default: 'integer',
        created_at: 'integer',
        doc: 'text',
      },
    },
  });
  await createIndex(db, { table: 'vpcs', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'subnets', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'subnets', columns: ['vpc'] });
  await createIndex(db, { table: 'security_groups', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'security_groups', columns: ['vpc'] });
}

async function createAddresses(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    address_ranges: {
      columns: {
        key: 'key',
        first: 'integer',
        last: 'integer',
        cursor: 'integer',
        free: 'integer',
      },
    },
    released_addresses: {
      columns: { range: 'text', address: 'integer' },
      primary: ['range', 'address'],
    },
    advance_addresses: {
      columns: { range: 'text', address: 'integer' },
      primary: ['range', 'address'],
    },
    public_addresses: {
      columns: { address: 'integer key', range: 'text', holder_kind: 'text', holder: 'text' },
    },
  });
  await createIndex(db, { table: 'public_addresses', columns: ['holder'] });
}

async function createInstances(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    instances: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        state: 'text',
        name: 'text?',
        type: 'text',
        cpu: 'integer',
        memory_mib: 'integer',
        image: 'text',
        vpc: 'text',
        subnet: 'text',
        private_ip: 'integer?',
        public_ip: 'integer?',
        charge_type: 'text',
        launched_by: 'text',
        host: 'text?',
        batch: 'text',
        project: 'integer',
        created_at: 'integer',
        expires_at: 'integer?',
        generation: 'integer',
        version: 'integer',
        operation: 'text?',
        operation_state: 'text?',
        operation_request: 'text?',
        doc: 'text',
      },
    },
    instance_security_groups: {
      columns: { security_group: 'text', instance: 'text' },
      primary: ['security_group', 'instance'],
    },
    disks: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        instance: 'text?',
        role: 'text',
        category: 'text',
        size_gib: 'integer',
        delete_with_instance: 'integer',
        state: 'text',
        name: 'text?',
        created_at: 'integer',
        doc: 'text',
      },
    },
  });
  // The name last, so that a search for part of a name reads this index and not the wide rows.
  await createIndex(db, { table: 'instances', columns: ['account', 'region', 'seq', 'name'] });
  await createIndex(db, { table: 'instances', columns: ['account', 'zone', 'state', 'seq'] });
  await createIndex(db, { table: 'instances', columns: ['subnet', 'private_ip'], unique: true });
  await createIndex(db, { table: 'disks', columns: ['instance'] });
  await createIndex(db, { table: 'disks', columns: ['account', 'region', 'seq'] });
}

async function createBooks(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    tags: {
      columns: {
        account: 'text',
        resource_kind: 'text',
        resource: 'text',
        name: 'text',
        value: 'text',
      },
      primary: ['resource_kind', 'resource', 'name'],
    },
    counters: {
      columns: { account: 'text', scope: 'text', name: 'text', used: 'integer' },
      primary: ['account', 'scope', 'name'],
    },
    tokens: {
      columns: {
        account: 'text',
        scope: 'text',
        token: 'text',
        hash: 'text',
        result: 'text',
        created_at: 'integer',
      },
      primary: ['account', 'scope', 'token'],
    },
  });
  const tagOrder = ['account', 'resource_kind', 'name', 'value'];
  await createIndex(db, { table: 'tags', columns: tagOrder });
  await createIndex(db, { table: 'tokens', columns: ['created_at'] });
  // SQLite keeps nonces in a file of their own, which does not wait for the disk.
  if (kind === 'sqlite') return;
  await createTable(db, kind, { nonces: { columns: { id: 'key', expires_at: 'integer' } } });
  await createIndex(db, { table: 'nonces', columns: ['expires_at'] });
}

async function createWorkflows(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    hosts: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        zone: 'text',
        state: 'text',
        cpu_total: 'integer',
        cpu_free: 'integer',
        memory_mib_total: 'integer',
        memory_mib_free: 'integer',
        disk_gib_total: 'integer',
        disk_gib_free: 'integer',
        doc: 'text',
      },
    },
    workflows: {
      columns: {
        // A lease is fenced by (seq, epoch): a number given again would let a late owner in.
        seq: 'lasting seq',
        kind: 'text',
        target: 'text',
        step: 'text',
        state: 'text',
        due_at: 'integer',
        attempts: 'integer',
        epoch: 'integer',
        lease_until: 'integer?',
        owner: 'text?',
        began_at: 'integer',
        created_at: 'integer',
        input: 'text',
        results: 'text',
      },
    },
  });
  const active = { table: 'workflows', state: 'active' };
  await createIndex(db, { table: 'hosts', columns: ['zone', 'state', 'cpu_free'] });
  await createIndex(db, { ...active, columns: ['target'], unique: true });
  await createIndex(db, { ...active, columns: ['due_at'] });
}
