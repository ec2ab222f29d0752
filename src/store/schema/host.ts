import type { Generated, Insertable, Selectable } from 'kysely';

/** A machine that carries instances, with what of it is still free. `doc` is JSON. */
export interface HostTable {
  seq: Generated<number>;
  key: string;
  zone: string;
  state: 'up' | 'down';
  cpu_total: number;
  cpu_free: number;
  memory_mib_total: number;
  memory_mib_free: number;
  disk_gib_total: number;
  disk_gib_free: number;
  doc: string;
}

export type HostRow = Selectable<HostTable>;
export type NewHost = Insertable<HostTable>;
