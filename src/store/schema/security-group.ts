import type { Generated, Insertable, Selectable } from 'kysely';
import type { Flag } from './column.ts';

/** A set of rules for traffic; Tencent's belong to no network. `doc` is JSON. */
export interface SecurityGroupTable {
  seq: Generated<number>;
  key: string;
  account: string;
  region: string;
  vpc: string | null;
  name: string | null;
  is_default: Flag;
  created_at: number;
  doc: string;
}

export type SecurityGroupRow = Selectable<SecurityGroupTable>;
export type NewSecurityGroup = Insertable<SecurityGroupTable>;
