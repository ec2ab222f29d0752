import type { bookNames, LedgerAccountRow, NewLedgerEntry } from '#store/schema/ledger.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Configuration } from '../configuration.ts';
import { changeBooks, ledgerOfAccount, openLedger } from './table.ts';

export type Book = (typeof bookNames)[number];

/** What each book of an account holds, in whole micro-yuan. */
export type Books = Readonly<Record<Book, number>>;

/** Money that moves from one book to another. */
export interface Movement {
  readonly from: Book;
  readonly to: Book;
  readonly microYuan: number;
  readonly purpose: string;
  readonly order?: string | null;
  readonly resource?: string | null;
  /** The time that it is for, where it is for one. */
  readonly charged?: ChargedTime;
}

/** Time of one price, of which every hour can be told: cloud milliseconds, and whole micro-yuan. */
export interface ChargedTime {
  readonly line: string;
  readonly from: number;
  readonly until: number;
  readonly hourMicroYuan: number;
}

/** Whose books, in a transaction, and when. */
export interface Ledger {
  readonly db: Tx;
  readonly account: string;
  /** Cloud milliseconds. */
  readonly now: number;
}

/** What an account begins with, which is what `configuration` says of all. */
export interface Opening {
  readonly cloud: { readonly configuration: Pick<Configuration, 'openingBalanceYuan'> };
}

const MICROS = 1_000_000;
const NONE: Books = { funding: 0, balance: 0, vouchers: 0, frozen: 0, revenue: 0, refunds: 0 };
/** Further than any sum: no number above it is exact. */
const ANY = Number.MAX_SAFE_INTEGER;

/** What an account has; one that was never asked for money has what all begin with. */
export async function booksOf({
  db,
  account,
  cloud,
}: Opening & { readonly db: Reader; readonly account: string }): Promise<Books> {
  const row = await db.first(ledgerOfAccount, { account });
  if (row !== undefined) return row;
  const opening = openingOf({ cloud });
  return { ...NONE, funding: -opening, balance: opening };
}

/** The least that must be left, and how many vouchers there may be, for books to be changed. */
interface Bounds {
  readonly balanceMin?: number;
  readonly vouchersMax?: number;
}

/**
 * Writes down that money moved, all of it or nothing: false, with nothing changed, where the books
 * have not what it takes, or the account has none yet.
 */
export async function move(
  { db, account, now }: Ledger,
  movements: readonly Movement[],
  { balanceMin = 0, vouchersMax = ANY }: Bounds = {},
): Promise<boolean> {
  const moved = movements.filter(({ microYuan }) => microYuan > 0);
  if (moved.length === 0) return true;
  const change: Record<Book, number> = { ...NONE };
  for (const { from, to, microYuan } of moved) {
    change[from] -= microYuan;
    change[to] += microYuan;
  }
  const changed = await db.run(changeBooks, { ...change, account, balanceMin, vouchersMax });
  if (changed === 0) return false;
  await db.insert(
    'ledger_entries',
    moved.map((one) => entryOf({ account, now }, one)),
  );
  return true;
}

function entryOf(
  { account, now: at }: Pick<Ledger, 'account' | 'now'>,
  { from, to, microYuan, purpose, order = null, resource = null, charged }: Movement,
): NewLedgerEntry {
  return {
    account,
    at,
    purpose,
    from_book: from,
    to_book: to,
    micro_yuan: microYuan,
    order_key: order,
    resource,
    line: charged?.line ?? null,
    from_at: charged?.from ?? null,
    until_at: charged?.until ?? null,
    hour_micro_yuan: charged?.hourMicroYuan ?? null,
  };
}

/** The same where a debt is allowed, as of money that is given back or was owed already. */
export function moveAnyway(ledger: Ledger, movements: readonly Movement[]): Promise<boolean> {
  return move(ledger, movements, { balanceMin: -ANY });
}

/** The books of an account, opened with what all begin with where it has none yet. */
export async function openBooks(ledger: Ledger & Opening): Promise<LedgerAccountRow> {
  const { db, account } = ledger;
  const opening = openingOf(ledger);
  const books = { ...NONE, account, funding: -opening, balance: opening };
  if ((await db.run(openLedger, books)) === 1) {
    const movement = { from: 'funding', to: 'balance', microYuan: opening } as const;
    if (opening > 0) {
      await db.insert('ledger_entries', [entryOf(ledger, { ...movement, purpose: 'opening' })]);
    }
    return books;
  }
  return (await db.first(ledgerOfAccount, { account })) ?? books;
}

function openingOf({ cloud }: Opening): number {
  return cloud.configuration.openingBalanceYuan * MICROS;
}
