import type { Generated, Insertable, Selectable } from 'kysely';

/** Who owns resources. */
export interface AccountTable {
  seq: Generated<number>;
  key: string;
  name: string | null;
  created_at: number;
}

export type AccountRow = Selectable<AccountTable>;
export type NewAccount = Insertable<AccountTable>;
