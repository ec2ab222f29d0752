import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Kind } from './dialect.ts';
import { migrations } from './migrations/list.ts';
import { createTable } from './migrations/table.ts';
import type { AnyDatabase } from './migrations/table.ts';
import type { Schema } from './schema.ts';

const mark = 'schema';

/** The number of today's shape. */
export const schemaKnown = migrations.length;

/** The data is of a later shape than this program knows. */
export class NewerSchema extends Error {
  constructor(found: number) {
    super(
      `The data was last opened by a newer Yuntai: it has schema ${found}, this version knows ` +
        `${schemaKnown}. Run that version or a later one. Nothing was changed.`,
    );
    this.name = 'NewerSchema';
  }
}

/**
 * Brings the data to today's shape, or to the earlier one `to` that a test starts from: forward
 * only, inside the one transaction that `db` is bound to. Up to date, it costs one look-up.
 */
export async function migrate(
  db: Kysely<Schema>,
  kind: Kind,
  to: number = schemaKnown,
): Promise<void> {
  const bare = db as unknown as AnyDatabase;
  const found = await schemaOf(db, kind);
  if (found > schemaKnown) throw new NewerSchema(found);
  if (found >= to) return;
  if (found === 0) {
    await createTable(bare, kind, { meta: { columns: { name: 'key', value: 'text' } } });
  }
  for (const migration of migrations.slice(found, to)) await migration(bare, kind);
  await markSchema(db, to);
}

/** Writes that the data is of this shape. */
export async function markSchema(db: Kysely<Schema>, to: number): Promise<void> {
  await db
    .insertInto('meta')
    .values({ name: mark, value: String(to) })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    )
    .execute();
}

/** The number of the data's shape; 0 where there is none yet. */
export async function schemaOf(db: Kysely<Schema>, kind: Kind): Promise<number> {
  const table =
    kind === 'sqlite'
      ? sql`select name from sqlite_master where type = 'table' and name = 'meta'`
      : sql`select to_regclass('meta') as name where to_regclass('meta') is not null`;
  const { rows } = await table.execute(db);
  if (rows.length === 0) return 0;
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', mark)
    .executeTakeFirst();
  return Number(row?.value ?? 0);
}
