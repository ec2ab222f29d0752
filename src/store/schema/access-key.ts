import type { Generated, Insertable, Selectable } from 'kysely';
import type { Flag } from './column.ts';

/** What requests are signed with (D27); the secret is encrypted with the cloud's key file. */
export interface AccessKeyTable {
  seq: Generated<number>;
  id: string;
  sealed_secret: string;
  principal: string;
  account: string;
  active: Flag;
  created_at: number;
}

export type AccessKeyRow = Selectable<AccessKeyTable>;
export type NewAccessKey = Insertable<AccessKeyTable>;
