import { integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Blocks of addresses under one name. `entries` are its blocks in their order, as JSON. */
export const prefixListTable = table({
  seq,
  key: keyOf('prefix-list'),
  account: text,
  region: text,
  name: text,
  description: text,
  resource_group: nullable(text),
  family: oneOf('ipv4', 'ipv6'),
  entries_max: integer,
  entries: text,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    prefix_lists: ColumnsOf<typeof prefixListTable>;
  }
}

export type PrefixListRow = RowOf<typeof prefixListTable>;
export type NewPrefixListRow = NewRowOf<typeof prefixListTable>;
