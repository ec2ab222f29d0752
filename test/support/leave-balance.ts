import assert from 'node:assert/strict';
import { rootAccount } from '#resources/account/accounts.ts';
import { booksOf } from '#resources/ledger/books.ts';
import { credit } from '#resources/ledger/credit.ts';
import type { Store } from '#store/store.ts';

/** What accounts of a test begin with that is about money. */
export const openingBalanceYuan = 100_000;

/** The environment of a server whose accounts do. */
export const withOpeningBalance = { YUNTAI_OPENING_BALANCE: String(openingBalanceYuan) };

/** Gives the root account money, or takes it, until it has so many micro-yuan. */
export async function leaveBalance(store: Store, microYuan: number): Promise<void> {
  await store.write(async (db) => {
    const cloud = { configuration: { openingBalanceYuan } };
    const whose = { db, account: rootAccount, cloud, now: 0 };
    const { balance } = await booksOf(whose);
    assert.ok(await credit(whose, { microYuan: microYuan - balance, to: 'balance' }));
  });
}

/** What the root account has of its balance. */
export async function balanceOf(store: Store): Promise<number> {
  const cloud = { configuration: { openingBalanceYuan } };
  return store.read(async (db) => (await booksOf({ db, account: rootAccount, cloud })).balance);
}
