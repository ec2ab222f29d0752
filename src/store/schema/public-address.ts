import { integer, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** A public address that is in use, and by what. */
export const publicAddressTable = table(
  {
    address: integer,
    range: text,
    holder_kind: text,
    holder: text,
  },
  ['address'],
);

declare module '../schema.ts' {
  interface Schema {
    public_addresses: ColumnsOf<typeof publicAddressTable>;
  }
}

export type PublicAddressRow = RowOf<typeof publicAddressTable>;
export type NewPublicAddress = NewRowOf<typeof publicAddressTable>;
