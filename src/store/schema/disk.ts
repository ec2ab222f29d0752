import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** A disk, attached to an instance (its key) or to none. `doc` is JSON. */
export const diskTable = table({
  seq,
  key: keyOf('disk'),
  account: text,
  region: text,
  zone: text,
  instance: nullable(keyOf('instance')),
  role: oneOf('system', 'data'),
  category: text,
  size_gib: integer,
  delete_with_instance: flag,
  encrypted: flag,
  state: text,
  name: nullable(text),
  created_at: integer,
  doc: text,
});

declare module '../schema.ts' {
  interface Schema {
    disks: ColumnsOf<typeof diskTable>;
  }
}

export type DiskRow = RowOf<typeof diskTable>;
export type NewDisk = NewRowOf<typeof diskTable>;
