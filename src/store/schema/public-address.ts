import type { Insertable, Selectable } from 'kysely';

/** A public address that is in use, and by what. */
export interface PublicAddressTable {
  address: number;
  range: string;
  holder_kind: string;
  holder: string;
}

export type PublicAddressRow = Selectable<PublicAddressTable>;
export type NewPublicAddress = Insertable<PublicAddressTable>;
