import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { addColumns, createIndex } from './table.ts';
import type { AnyDatabase } from './table.ts';

/**
 * Disks have a life of their own. Those that are there came with their instances: they are on the
 * host of that, and are paid, grouped and listed with it. A workflow may hold several targets.
 */
export async function disksAlone(db: AnyDatabase, kind: Kind): Promise<void> {
  await addColumns(db, kind, {
    disks: {
      host: 'text?',
      device: 'text?',
      portable: { integer: 0 },
      charge_type: 'text?',
      period: 'integer?',
      period_unit: 'text?',
      renewal: 'text?',
      renewal_period: 'integer?',
      renewal_unit: 'text?',
      renewal_day: 'integer?',
      expires_at: 'integer?',
      project: 'integer?',
      resource_group: 'text?',
      snapshot: 'text?',
      auto_snapshot: { integer: 1 },
      delete_auto_snapshot: { integer: 0 },
      backup_quota: { integer: 0 },
      attached_at: 'integer?',
      detached_at: 'integer?',
      last_instance: 'text?',
      recycled_at: 'integer?',
      generation: { integer: 1 },
      version: { integer: 1 },
      operation: 'text?',
      operation_state: 'text?',
      operation_request: 'text?',
      operation_error: 'text?',
    },
    workflows: { also: 'text?' },
  });
  await sql`update disks set state = 'in-use', attached_at = created_at,
    host = (select instances.host from instances where instances.key = disks.instance),
    portable = case when role = 'data' and category not like 'LOCAL_%'
      and category not like 'ephemeral%' and category not like 'local_%' then 1 else 0 end`.execute(
    db,
  );
  await sql`update disks set device = ${letterOf(kind)} from
    (select key, row_number() over (partition by instance order by seq) as place from disks)
    as placed where placed.key = disks.key and placed.place <= 26`.execute(db);
  await sql`update disks set device = ${givenDevice(kind)}
    where doc like '%"Device":"/dev/xvd%'`.execute(db);
  await createIndex(db, { table: 'disks', columns: ['snapshot'], given: 'snapshot' });
}

/** a for the first disk of an instance, b for its second. */
function letterOf(kind: Kind) {
  return kind === 'sqlite' ? sql`char(96 + placed.place)` : sql`chr((96 + placed.place)::int)`;
}

/** What was asked for at the launch, without /dev/xvd. */
function givenDevice(kind: Kind) {
  if (kind === 'sqlite') return sql`substr(json_extract(doc, '$.own.Device'), 9)`;
  return sql`substr(doc::json -> 'own' ->> 'Device', 9)`;
}
