import { integer, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * Addresses to give out, as integers (IPv4), `first` and `last` included. `cursor` is the next
 * one never used; given back ones wait in released_addresses, ones taken by name ahead of the
 * cursor stand in advance_addresses. `free` counts what is left (D7).
 */
export const addressRangeTable = table(
  {
    key: text,
    first: integer,
    last: integer,
    cursor: integer,
    free: integer,
  },
  ['key'],
);

declare module '../schema.ts' {
  interface Schema {
    address_ranges: ColumnsOf<typeof addressRangeTable>;
    released_addresses: ColumnsOf<typeof releasedAddressTable>;
    advance_addresses: ColumnsOf<typeof advanceAddressTable>;
  }
}

export type AddressRangeRow = RowOf<typeof addressRangeTable>;
export type NewAddressRange = NewRowOf<typeof addressRangeTable>;

/** An address behind the cursor that was given back. */
export const releasedAddressTable = table(
  {
    range: text,
    address: integer,
  },
  ['range', 'address'],
);

/** An address ahead of the cursor that is taken. */
export const advanceAddressTable = table(
  {
    range: text,
    address: integer,
  },
  ['range', 'address'],
);
