import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Limits of single accounts; instances are counted by zone and charge type, each with a limit. */
export async function quotas(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    quotas: {
      columns: {
        account: 'text',
        name: 'text',
        place: 'text',
        charge_type: 'text',
        value: 'integer',
      },
      primary: ['account', 'name', 'place', 'charge_type'],
    },
  });
  await sql`
    delete from counters where scope like 'instances:%' and name not like '%:launch-failed'
  `.execute(db);
  await sql`
    insert into counters (account, scope, name, used)
    select account, 'instances:' || region, zone || ':' || charge_type, count(*)
    from instances where state <> 'launch-failed' group by account, region, zone, charge_type
  `.execute(db);
}
