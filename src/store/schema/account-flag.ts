import { table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/** What an operator has said of an account: it is refused what such an account is refused. */
export const accountFlagTable = table({ account: text, name: text }, ['account', 'name']);

declare module '../schema.ts' {
  interface Schema {
    account_flags: ColumnsOf<typeof accountFlagTable>;
  }
}

export type AccountFlagRow = RowOf<typeof accountFlagTable>;
