import { integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A machine that carries instances, with what of it is still free. One that is `failing` runs what
 * it has and takes nothing new, one of its `own` what is launched onto it by name. `dedicated` is
 * the account's own host that it is; null where it is shared. `doc` is JSON.
 */
export const hostTable = table({
  seq,
  key: keyOf('host'),
  zone: text,
  /** Where it stands; null where its driver does not say. */
  rack: nullable(text),
  network_switch: nullable(text),
  state: oneOf('up', 'down', 'failing', 'own'),
  cpu_total: integer,
  cpu_free: integer,
  memory_mib_total: integer,
  memory_mib_free: integer,
  disk_gib_total: integer,
  disk_gib_free: integer,
  dedicated: nullable(keyOf('dedicated-host')),
  doc: text,
});

declare module '../schema.ts' {
  interface Schema {
    hosts: ColumnsOf<typeof hostTable>;
  }
}

export type HostRow = RowOf<typeof hostTable>;
export type NewHost = NewRowOf<typeof hostTable>;
