import { integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/** Snapshots that were made together, of disks of one instance; they name it. */
export const snapshotGroupTable = table({
  seq,
  key: keyOf('snapshot-group'),
  account: text,
  region: text,
  instance: nullable(keyOf('instance')),
  name: nullable(text),
  description: nullable(text),
  resource_group: nullable(text),
  created_at: integer,
  changed_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    snapshot_groups: ColumnsOf<typeof snapshotGroupTable>;
  }
}

export type SnapshotGroupRow = RowOf<typeof snapshotGroupTable>;
