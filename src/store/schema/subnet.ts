import type { Generated, Insertable, Selectable } from 'kysely';
import type { Flag } from './column.ts';

/** A part of a private network, in one zone. `doc` is JSON. */
export interface SubnetTable {
  seq: Generated<number>;
  key: string;
  account: string;
  region: string;
  zone: string;
  vpc: string;
  name: string | null;
  cidr: string;
  is_default: Flag;
  state: string;
  created_at: number;
  doc: string;
}

export type SubnetRow = Selectable<SubnetTable>;
export type NewSubnet = Insertable<SubnetTable>;
