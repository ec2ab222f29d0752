import { integer, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Who owns resources. */
export const accountTable = table({
  seq,
  key: text,
  name: nullable(text),
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    accounts: ColumnsOf<typeof accountTable>;
  }
}

export type AccountRow = RowOf<typeof accountTable>;
export type NewAccount = NewRowOf<typeof accountTable>;
