import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Route tables and routes. A network that is there gets its main table, under its own key. */
export async function routeTables(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    route_tables: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        vpc: 'text',
        name: 'text?',
        description: 'text',
        is_main: 'integer',
        propagates: 'integer',
        created_at: 'integer',
      },
    },
    routes: {
      columns: {
        seq: 'lasting seq',
        key: 'text unique',
        account: 'text',
        route_table: 'text',
        destination: 'text',
        next_hop_kind: 'text',
        next_hop: 'text',
        next_hop_address: 'text',
        name: 'text?',
        description: 'text',
        enabled: 'integer',
        created_at: 'integer',
      },
    },
  });
  await createIndex(db, { table: 'route_tables', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'route_tables', columns: ['vpc'] });
  await createIndex(db, { table: 'routes', columns: ['route_table', 'destination'], unique: true });
  await createIndex(db, { table: 'routes', columns: ['next_hop'] });
  await addColumns(db, kind, { subnets: { route_table: { text: '' } } });
  await createIndex(db, { table: 'subnets', columns: ['route_table'] });
  await sql`update subnets set route_table = vpc`.execute(db);
  await sql`
    insert into route_tables
      (key, account, region, vpc, name, description, is_main, propagates, created_at)
    select key, account, region, key, null, '', 1, 1, created_at from vpcs order by seq
  `.execute(db);
}
