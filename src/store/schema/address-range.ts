import type { Insertable, Selectable } from 'kysely';

/**
 * Addresses to give out, as integers (IPv4), `first` and `last` included. `cursor` is the next
 * one never used; given back ones wait in released_addresses, ones taken by name ahead of the
 * cursor stand in advance_addresses. `free` counts what is left (D7).
 */
export interface AddressRangeTable {
  key: string;
  first: number;
  last: number;
  cursor: number;
  free: number;
}

export type AddressRangeRow = Selectable<AddressRangeTable>;
export type NewAddressRange = Insertable<AddressRangeTable>;

/** An address behind the cursor that was given back. */
export interface ReleasedAddressTable {
  range: string;
  address: number;
}

/** An address ahead of the cursor that is taken. */
export interface AdvanceAddressTable {
  range: string;
  address: number;
}
