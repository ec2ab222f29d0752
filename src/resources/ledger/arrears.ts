import { statement } from '#store/statement.ts';
import type { Reader, Tx } from '#store/store.ts';
import { type Ledger, openBooks, type Opening } from './books.ts';

interface Of {
  readonly account: string;
}

const insertArrears = statement<Of & { readonly since: number }>()((db, p) =>
  db
    .insertInto('arrears')
    .values({ account: p.account, since: p.since })
    .onConflict((conflict) => conflict.column('account').doNothing()),
);

const arrearsOf = statement<Of>()((db, p) =>
  db.selectFrom('arrears').select('since').where('account', '=', p.account),
);

const deleteArrears = statement<Of>()((db, p) =>
  db.deleteFrom('arrears').where('account', '=', p.account),
);

const nextInArrears = statement<{ readonly after: string }>()((db, p) =>
  db
    .selectFrom('arrears')
    .select('account')
    .where('account', '>', p.after)
    .orderBy('account')
    .limit(1),
);

/**
 * Since when the balance of an account is below nothing, cloud milliseconds; null where it is not.
 * It counts from the first time that this was asked.
 */
export async function inArrearsSince(ledger: Ledger & Opening): Promise<number | null> {
  const { db, account, now: since } = ledger;
  const { balance } = await openBooks(ledger);
  if (balance >= 0) return null;
  await db.run(insertArrears, { account, since });
  return (await db.first(arrearsOf, { account }))?.since ?? since;
}

/** Forgets that an account was in arrears. */
export async function endArrears(tx: Tx, account: string): Promise<void> {
  await tx.run(deleteArrears, { account });
}

/** The account behind another one, in the order of their numbers, that is in arrears. */
export async function nextAccountInArrears(
  reader: Reader,
  after: string,
): Promise<string | undefined> {
  return (await reader.first(nextInArrears, { after }))?.account;
}
