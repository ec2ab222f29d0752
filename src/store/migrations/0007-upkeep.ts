import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import type { AnyDatabase } from './table.ts';

/** Rows that are changed again and again, and how full PostgreSQL makes their pages. */
const busyTables = {
  address_ranges: 50,
  counters: 50,
  hosts: 50,
  instances: 80,
  workflows: 70,
} as const;

/** Rows that come and go in great numbers. */
const passingTables = ['disks', 'instance_security_groups', 'tokens'] as const;

/**
 * PostgreSQL keeps each old version of a row until it is vacuumed, by default when a fifth of the
 * table is old. Here every instance is written several times: room is left in the pages, so that a
 * new version stays beside the old one, and they are cleaned when a fiftieth is old.
 */
export async function upkeep(db: AnyDatabase, kind: Kind): Promise<void> {
  if (kind !== 'postgres') return;
  const vacuum = sql`autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500`;
  for (const [table, full] of Object.entries(busyTables)) {
    const fill = sql`fillfactor = ${sql.lit(full)}`;
    await sql`alter table ${sql.table(table)} set (${fill}, ${vacuum})`.execute(db);
  }
  for (const table of passingTables) {
    await sql`alter table ${sql.table(table)} set (${vacuum})`.execute(db);
  }
}
