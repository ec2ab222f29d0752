import type { LedgerEntryRow } from '#store/schema/ledger.ts';
import type { Reader } from '#store/store.ts';
import { type Books, booksOf, type Ledger, move, openBooks, type Opening } from './books.ts';
import { entriesOfAccount } from './table.ts';

/** Money that an operator gives to an account, or takes from it where it is less than nothing. */
export interface Credit {
  readonly microYuan: number;
  readonly to: 'balance' | 'vouchers';
}

/** The books of the account after it; undefined, with nothing changed, where it has not so much. */
export async function credit(
  ledger: Ledger & Opening,
  { microYuan, to }: Credit,
): Promise<Books | undefined> {
  const before = await openBooks(ledger);
  const isGiven = microYuan > 0;
  const sum = Math.abs(microYuan);
  const ways = isGiven
    ? ({ from: 'funding', to } as const)
    : ({ from: to, to: 'funding' } as const);
  const after = before[to] + microYuan;
  if (!Number.isSafeInteger(after) || !Number.isSafeInteger(before.funding - microYuan)) {
    return undefined;
  }
  // A debt may be paid in part.
  const balanceMin = isGiven || to === 'vouchers' ? -Number.MAX_SAFE_INTEGER : 0;
  const isMoved = await move(ledger, [{ ...ways, microYuan: sum, purpose: 'credit' }], {
    balanceMin,
  });
  return isMoved ? booksOf(ledger) : undefined;
}

/** A page of what moved in the books of an account, the oldest first. */
export async function listEntries(
  { db, account }: { readonly db: Reader; readonly account: string },
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly LedgerEntryRow[]> {
  return db.all(entriesOfAccount, { account, after, limit });
}
