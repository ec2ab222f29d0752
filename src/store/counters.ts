import type { CounterRow } from './schema/counter.ts';
import { statement } from './statement.ts';
import type { Reader, Tx } from './store.ts';

/** Which counter is meant. */
export interface CounterKey {
  readonly account: string;
  readonly scope: string;
  readonly name: string;
}

const upsert = statement<CounterKey & { readonly delta: number; readonly room: number }>()(
  (db, p) =>
    db
      .insertInto('counters')
      .values({ account: p.account, scope: p.scope, name: p.name, used: p.delta })
      .onConflict((conflict) =>
        conflict
          .columns(['account', 'scope', 'name'])
          .doUpdateSet((eb) => ({ used: eb('counters.used', '+', p.delta) }))
          .where('counters.used', '<=', p.room),
      ),
);

const lower = statement<CounterKey & { readonly amount: number }>()((db, p) =>
  db
    .updateTable('counters')
    .set((eb) => ({ used: eb('used', '-', p.amount) }))
    .where('account', '=', p.account)
    .where('scope', '=', p.scope)
    .where('name', '=', p.name)
    .where('used', '>=', p.amount),
);

const inScope = statement<{ readonly account: string; readonly scope: string }>()((db, p) =>
  db
    .selectFrom('counters')
    .select(['name', 'used'])
    .where('account', '=', p.account)
    .where('scope', '=', p.scope),
);

/**
 * Adds a whole `delta` to a counter that begins at 0. False, with nothing changed, when a rising
 * one would then exceed `limit`. @throws RangeError when it would fall below 0: the books are
 * wrong.
 */
export async function addToCounter(
  tx: Tx,
  counter: CounterKey & { readonly limit?: number },
  delta: number,
): Promise<boolean> {
  const { account, scope, name, limit = Number.MAX_SAFE_INTEGER } = counter;
  if (delta === 0) return true;
  if (delta < 0) {
    const rows = await tx.run(lower, { account, scope, name, amount: -delta });
    if (rows === 1) return true;
    throw new RangeError(`The counter ${account}/${scope}/${name} would fall below 0.`);
  }
  if (delta > limit) return false;
  return (await tx.run(upsert, { account, scope, name, delta, room: limit - delta })) === 1;
}

/** The counters of one scope of an account, by name; one never counted is absent. */
export async function readCounters(
  reader: Reader,
  key: { readonly account: string; readonly scope: string },
): Promise<ReadonlyMap<string, CounterRow['used']>> {
  const rows = await reader.all(inScope, { account: key.account, scope: key.scope });
  return new Map(rows.map((row) => [row.name, row.used]));
}

const others = statement<{
  readonly account: string;
  readonly scope: string;
  readonly names: readonly string[];
}>()((db, p) =>
  db
    .deleteFrom('counters')
    .where('account', '=', p.account)
    .where('scope', '=', p.scope)
    .where('name', 'not in', p.names),
);

/** Forgets the counters of one scope of an account that have other names. */
export async function keepCounters(
  tx: Tx,
  { account, scope }: { readonly account: string; readonly scope: string },
  names: readonly string[],
): Promise<void> {
  await tx.run(others, { account, scope, names });
}
