import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * What a disk held at a moment. It outlives the disk (`disk` may be the key of one that is gone).
 * `expected_at` is when it is likely to be made, `expires_at` when it goes by itself; `source` is
 * the snapshot that it is a copy of, `backup` the backup of its disk that it was made from, `image`
 * what its system disk was made from. `doc` is JSON.
 */
export const snapshotTable = table({
  seq,
  key: keyOf('snapshot'),
  account: text,
  region: text,
  zone: text,
  disk: keyOf('disk'),
  instance: nullable(keyOf('instance')),
  image: nullable(text),
  role: oneOf('system', 'data'),
  category: text,
  size_gib: integer,
  encrypted: flag,
  project: integer,
  resource_group: nullable(text),
  state: oneOf('creating', 'copying', 'ready', 'restoring', 'failed'),
  name: nullable(text),
  policy: nullable(keyOf('auto-snapshot-policy')),
  snapshot_group: nullable(keyOf('snapshot-group')),
  source: nullable(keyOf('snapshot')),
  backup: nullable(keyOf('disk-backup')),
  created_at: integer,
  changed_at: integer,
  expected_at: nullable(integer),
  expires_at: nullable(integer),
  doc: text,
});

/** An account that another one's snapshot is shared with. */
export const snapshotShareTable = table(
  { snapshot: keyOf('snapshot'), account: text, region: text, shared_at: integer },
  ['snapshot', 'account'],
);

declare module '../schema.ts' {
  interface Schema {
    snapshots: ColumnsOf<typeof snapshotTable>;
    snapshot_shares: ColumnsOf<typeof snapshotShareTable>;
  }
}

export type SnapshotRow = RowOf<typeof snapshotTable>;
export type NewSnapshotRow = NewRowOf<typeof snapshotTable>;
export type SnapshotShareRow = RowOf<typeof snapshotShareTable>;
