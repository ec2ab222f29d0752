import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Timers of instances. One that has a time of release already gets its timer under its own key. */
export async function actionTimers(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    action_timers: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text',
        instance: 'text',
        act_at: 'integer',
        state: 'text',
      },
    },
  });
  await createIndex(db, { table: 'action_timers', columns: ['account', 'region', 'seq'] });
  await createIndex(db, { table: 'action_timers', columns: ['instance'] });
  await createIndex(db, { table: 'action_timers', columns: ['state', 'act_at'] });
  await sql`
    insert into action_timers (key, account, region, zone, instance, act_at, state)
    select key || '-0000-4000-8000-000000000000', account, region, zone, key, release_at, 'waiting'
    from instances where release_at is not null order by seq
  `.execute(db);
}
