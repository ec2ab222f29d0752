import type { Generated, Insertable, Selectable } from 'kysely';
import type { Flag } from './column.ts';

/** A disk, attached to an instance (its key) or to none. `doc` is JSON. */
export interface DiskTable {
  seq: Generated<number>;
  key: string;
  account: string;
  region: string;
  zone: string;
  instance: string | null;
  role: 'system' | 'data';
  category: string;
  size_gib: number;
  delete_with_instance: Flag;
  state: string;
  name: string | null;
  created_at: number;
  doc: string;
}

export type DiskRow = Selectable<DiskTable>;
export type NewDisk = Insertable<DiskTable>;
