import { table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/** Facts about the store as a whole, by name. */
export const metaTable = table(
  {
    name: text,
    value: text,
  },
  ['name'],
);

declare module '../schema.ts' {
  interface Schema {
    meta: ColumnsOf<typeof metaTable>;
  }
}

export type MetaRow = RowOf<typeof metaTable>;
