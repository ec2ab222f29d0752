import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * What a disk held at a moment, kept with the disk and gone with it. `expected_at` is when it is
 * likely to be made; `automatic` is of those that nobody asked for.
 */
export const diskBackupTable = table({
  seq,
  key: keyOf('disk-backup'),
  account: text,
  region: text,
  zone: text,
  disk: keyOf('disk'),
  role: oneOf('system', 'data'),
  size_gib: integer,
  encrypted: flag,
  state: oneOf('creating', 'ready', 'restoring'),
  name: nullable(text),
  created_at: integer,
  expected_at: nullable(integer),
  automatic: flag,
});

declare module '../schema.ts' {
  interface Schema {
    disk_backups: ColumnsOf<typeof diskBackupTable>;
  }
}

export type DiskBackupRow = RowOf<typeof diskBackupTable>;
export type NewDiskBackupRow = NewRowOf<typeof diskBackupTable>;
