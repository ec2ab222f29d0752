import type { Key } from '#kernel/key.ts';
import type { DiskRow } from '#store/schema/disk.ts';
import { statement } from '#store/statement.ts';

/** Where it is, its instance says. */
const shownColumns = [
  'key',
  'instance',
  'role',
  'category',
  'size_gib',
  'delete_with_instance',
  'name',
  'created_at',
  'doc',
] as const;

export type ShownDisk = Pick<DiskRow, (typeof shownColumns)[number]>;

export const disksByInstances = statement<{ readonly instances: ReadonlyArray<Key<'instance'>> }>()(
  (db, p) =>
    db.selectFrom('disks').select(shownColumns).where('instance', 'in', p.instances).orderBy('seq'),
);

export const deleteDisksOf = statement<{ readonly instances: ReadonlyArray<Key<'instance'>> }>()(
  (db, p) => db.deleteFrom('disks').where('instance', 'in', p.instances),
);

interface OwnDisks {
  readonly account: string;
  readonly region: string;
  readonly keys: ReadonlyArray<Key<'disk'>>;
}

/** Of an account in a region, whichever of these keys it has. */
export const ownDisksByKeys = statement<OwnDisks>()((db, p) =>
  db
    .selectFrom('disks')
    .select([...shownColumns, 'zone'])
    .where('key', 'in', p.keys)
    .where('account', '=', p.account)
    .where('region', '=', p.region),
);

export const renameDiskRows = statement<OwnDisks & { readonly name: string }>()((db, p) =>
  db
    .updateTable('disks')
    .set({ name: p.name })
    .where('key', 'in', p.keys)
    .where('account', '=', p.account)
    .where('region', '=', p.region),
);
