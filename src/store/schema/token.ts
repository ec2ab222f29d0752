import { integer, table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/** A client token that has been used, what it was used for and what came of it (D17). */
export const tokenTable = table(
  {
    account: text,
    scope: text,
    token: text,
    hash: text,
    result: text,
    created_at: integer,
  },
  ['account', 'scope', 'token'],
);

declare module '../schema.ts' {
  interface Schema {
    tokens: ColumnsOf<typeof tokenTable>;
  }
}

export type TokenRow = RowOf<typeof tokenTable>;
