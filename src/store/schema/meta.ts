import type { Selectable } from 'kysely';

/** Facts about the store as a whole, by name. */
export interface MetaTable {
  name: string;
  value: string;
}

export type MetaRow = Selectable<MetaTable>;
