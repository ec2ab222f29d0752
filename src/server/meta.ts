import type { Reader, Tx } from '#store/store.ts';

/** A fact about the store as a whole, by name; undefined where it was never written. */
export async function readMeta(
  { db }: Pick<Reader, 'db'>,
  name: string,
): Promise<string | undefined> {
  const query = db.selectFrom('meta').select('value').where('name', '=', name);
  return (await query.executeTakeFirst())?.value;
}

/** Writes a fact, in the place of what it was. */
export async function writeMeta(tx: Tx, name: string, value: string): Promise<void> {
  await tx.db
    .insertInto('meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
