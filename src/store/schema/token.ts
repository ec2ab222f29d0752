import type { Selectable } from 'kysely';

/** A client token that has been used, what it was used for and what came of it (D17). */
export interface TokenTable {
  account: string;
  scope: string;
  token: string;
  hash: string;
  result: string;
  created_at: number;
}

export type TokenRow = Selectable<TokenTable>;
