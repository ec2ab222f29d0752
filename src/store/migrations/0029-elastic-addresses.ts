import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

const table = 'elastic_addresses';

/** A public address is a resource of its own; those there are belong to instances. */
export async function elasticAddresses(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    [table]: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        address: 'integer',
        kind: 'text',
        holder_kind: 'text?',
        holder: 'text?',
        private_ip: 'integer?',
        bound_at: 'integer?',
        name: 'text?',
        description: 'text?',
        internet_charge_type: 'text?',
        out_mbps: 'integer?',
        bandwidth_package: 'text?',
        period: 'integer?',
        renewal: 'text?',
        expires_at: 'integer?',
        renewal_day: 'integer?',
        resource_group: 'text?',
        protected: 'integer',
        own: 'text?',
        created_at: 'integer',
        version: 'integer',
      },
    },
  });
  await createIndex(db, { table, columns: ['address'] });
  await createIndex(db, { table, columns: ['account', 'region', 'kind', 'seq'] });
  await createIndex(db, { table, columns: ['holder'], given: 'holder' });
  await createIndex(db, { table, columns: ['bandwidth_package'], given: 'bandwidth_package' });
  await sql`insert into elastic_addresses (key, account, region, address, kind, holder_kind, holder,
      bound_at, protected, created_at, version)
    select instances.key, instances.account, instances.region, public_addresses.address,
      'ordinary', 'instance', instances.key, instances.created_at, 0, instances.created_at, 1
    from public_addresses join instances on instances.key = public_addresses.holder
    order by instances.seq`.execute(db);
  await db.schema.dropTable('public_addresses').execute();
}
