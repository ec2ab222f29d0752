import type { Generated, Insertable, Selectable } from 'kysely';
import type { Flag } from './column.ts';

/** A private network of an account in a region. `doc` is JSON. */
export interface VpcTable {
  seq: Generated<number>;
  key: string;
  account: string;
  region: string;
  name: string | null;
  cidr: string;
  is_default: Flag;
  state: string;
  created_at: number;
  doc: string;
}

export type VpcRow = Selectable<VpcTable>;
export type NewVpc = Insertable<VpcTable>;
