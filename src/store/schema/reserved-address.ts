import { integer, keyOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** A private address of a subnet that a user keeps back. */
export const reservedAddressTable = table({
  seq,
  key: keyOf('reserved-address'),
  account: text,
  region: text,
  zone: text,
  vpc: keyOf('vpc'),
  subnet: keyOf('subnet'),
  address: integer,
  name: text,
  description: text,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    reserved_addresses: ColumnsOf<typeof reservedAddressTable>;
  }
}

export type ReservedAddressRow = RowOf<typeof reservedAddressTable>;
export type NewReservedAddressRow = NewRowOf<typeof reservedAddressTable>;
