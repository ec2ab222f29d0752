import { integer, table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/** How much of something an account uses: quotas and unfiltered totals (D6). */
export const counterTable = table(
  {
    account: text,
    scope: text,
    name: text,
    used: integer,
  },
  ['account', 'scope', 'name'],
);

declare module '../schema.ts' {
  interface Schema {
    counters: ColumnsOf<typeof counterTable>;
  }
}

export type CounterRow = RowOf<typeof counterTable>;
