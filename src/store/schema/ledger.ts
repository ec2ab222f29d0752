import { integer, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** The books of an account. What comes in is a minus in `funding`, so that they add up to 0. */
export const bookNames = [
  'funding',
  'balance',
  'vouchers',
  'frozen',
  'revenue',
  'refunds',
] as const;

/** What each book of an account holds, in whole micro-yuan (D29): the sum of its entries. */
export const ledgerAccountTable = table(
  {
    account: text,
    funding: integer,
    balance: integer,
    vouchers: integer,
    frozen: integer,
    revenue: integer,
    refunds: integer,
  },
  ['account'],
);

/** Money that moved from one book of an account to another: never less than one micro-yuan. */
export const ledgerEntryTable = table({
  seq,
  account: text,
  /** Cloud milliseconds. */
  at: integer,
  purpose: text,
  from_book: oneOf(...bookNames),
  to_book: oneOf(...bookNames),
  micro_yuan: integer,
  /** Key of the order that it is for. */
  order_key: nullable(text),
  /** Key of the resource that it is for. */
  resource: nullable(text),
  /** As what the resource is charged for by time or use; null where it is not. */
  line: nullable(text),
  /** The time that is charged for, in cloud milliseconds, and what an hour of it costs. */
  from_at: nullable(integer),
  until_at: nullable(integer),
  hour_micro_yuan: nullable(integer),
});

/** An account whose balance is below nothing, and since when: cloud milliseconds. */
export const arrearsTable = table({ account: text, since: integer }, ['account']);

declare module '../schema.ts' {
  interface Schema {
    ledger_accounts: ColumnsOf<typeof ledgerAccountTable>;
    arrears: ColumnsOf<typeof arrearsTable>;
    ledger_entries: ColumnsOf<typeof ledgerEntryTable>;
  }
}

export type LedgerAccountRow = RowOf<typeof ledgerAccountTable>;
export type LedgerEntryRow = RowOf<typeof ledgerEntryTable>;
export type NewLedgerEntry = NewRowOf<typeof ledgerEntryTable>;
