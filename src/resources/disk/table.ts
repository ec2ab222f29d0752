import type { Key } from '#kernel/key.ts';
import type { DiskRow } from '#store/schema/disk.ts';
import { statement } from '#store/statement.ts';

const shownColumns = [
  'key',
  'zone',
  'instance',
  'role',
  'category',
  'size_gib',
  'delete_with_instance',
  'name',
  'state',
  'portable',
  'device',
  'host',
  'charge_type',
  'snapshot',
  'generation',
  'created_at',
  'doc',
] as const;

export type ShownDisk = Pick<DiskRow, (typeof shownColumns)[number]>;

interface OfInstances {
  readonly instances: ReadonlyArray<Key<'instance'>>;
}

export const disksByInstances = statement<OfInstances>()((db, p) =>
  db
    .selectFrom('disks')
    .select(shownColumns)
    .where('instance', 'in', p.instances)
    // The system disk first: one that was attached may be older.
    .orderBy('role', 'desc')
    .orderBy('seq'),
);

/** The same, whole. */
export const wholeDisksByInstances = statement<OfInstances>()((db, p) =>
  db.selectFrom('disks').selectAll().where('instance', 'in', p.instances).orderBy('seq'),
);

interface ByKeys {
  readonly keys: ReadonlyArray<Key<'disk'>>;
}

export const deleteDiskRows = statement<ByKeys>()((db, p) =>
  db.deleteFrom('disks').where('key', 'in', p.keys),
);

export const disksByKeys = statement<ByKeys>()((db, p) =>
  db.selectFrom('disks').selectAll().where('key', 'in', p.keys).orderBy('seq'),
);

export const disksFromSnapshots = statement<{
  readonly snapshots: ReadonlyArray<Key<'snapshot'>>;
}>()((db, p) =>
  db.selectFrom('disks').select('snapshot').distinct().where('snapshot', 'in', p.snapshots),
);

/** Of an account, whichever of these keys it has. */
export const ownDisksByKeys = statement<ByKeys & { readonly account: string }>()((db, p) =>
  db.selectFrom('disks').selectAll().where('key', 'in', p.keys).where('account', '=', p.account),
);

/** Once: what the engine says when it is asked again is of what is left. */
export const expectRollback = statement<{
  readonly key: Key<'disk'>;
  readonly at: number;
  readonly due: number;
}>()((db, p) =>
  db
    .updateTable('disks')
    .set({ rollback_at: p.at, rollback_due: p.due })
    .where('key', '=', p.key)
    .where('rollback_due', 'is', null),
);

/** Moves the disks of an instance along with its machine. */
export const moveDisksOf = statement<{
  readonly instance: Key<'instance'>;
  readonly host: Key<'host'>;
}>()((db, p) => db.updateTable('disks').set({ host: p.host }).where('instance', '=', p.instance));
