import type { Key } from '#kernel/key.ts';
import { findInstance } from '../../instance/usage.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeDisk, type DiskChange } from '../change.ts';
import type { Disk, DiskDoc } from '../disk.ts';
import { diskFaults } from '../faults.ts';
import { requireDisks, requireDiskState } from '../require.ts';

export interface DisksChanged extends Pick<DiskChange, 'category'> {
  readonly keys: ReadonlyArray<Key<'disk'>>;
  readonly region: string | null;
  /** What is undefined stays as it is. */
  readonly name?: string | null | undefined;
  readonly description?: string | undefined;
  readonly deleteWithInstance?: boolean | undefined;
  readonly deleteAutoSnapshot?: boolean | undefined;
  /** Whether policies make snapshots of them. */
  readonly autoSnapshot?: boolean | undefined;
  readonly project?: number | undefined;
  readonly resourceGroup?: string | undefined;
  readonly performanceLevel?: string | undefined;
  readonly backupQuota?: number | undefined;
  /** What one vendor alone knows of them, in its words: only what is named changes. */
  readonly own?: Readonly<Record<string, unknown>> | undefined;
}

/** Changes what of disks needs no work on them: all of them or none. */
export const changeDisks = verb(
  [diskFaults.notFound, diskFaults.wrongState, diskFaults.inProgress, diskFaults.keptNotHere],
  async (scope: Scope, changed: DisksChanged): Promise<void> => {
    const disks = await requireDisks(scope, changed.keys, changed.region);
    for (const disk of disks) {
      requireDiskState(disk, 'modify');
      await requireStays(scope, disk);
      if (changed.deleteWithInstance === false && !disk.portable) {
        throw diskFaults.keptNotHere({ disk: disk.key });
      }
    }
    const { now: at, requestId: request } = scope;
    const operation = { action: 'change', state: 'success', request, at } as const;
    for (const disk of disks) {
      await changeDisk(scope.db, disk, { ...changeOf(disk, changed), operation });
    }
  },
);

/** Says whether the snapshots of disks go with them, whichever state they are in. */
export const setDeleteAutoSnapshot = verb(
  [diskFaults.notFound, diskFaults.inProgress],
  async (
    scope: Scope,
    { keys, region, is }: Pick<DisksChanged, 'keys' | 'region'> & { readonly is: boolean },
  ): Promise<void> => {
    for (const disk of await requireDisks(scope, keys, region)) {
      await changeDisk(scope.db, disk, { deleteAutoSnapshot: is });
    }
  },
);

/** What becomes of the disks of an instance that is being released is settled. */
async function requireStays({ db }: Scope, { key, instance }: Disk): Promise<void> {
  const holder = await findInstance(db, instance);
  if (holder?.state === 'terminating') throw diskFaults.inProgress({ disk: key });
}

function changeOf(disk: Disk, changed: DisksChanged): DiskChange {
  const { keys: _keys, region: _region, ...asked } = changed;
  const { description, performanceLevel, own, ...columns } = asked;
  const inDoc: Partial<DiskDoc> = {
    ...(description !== undefined && { description }),
    ...(performanceLevel !== undefined && { performanceLevel }),
    ...(own !== undefined && { own: { ...disk.doc.own, ...own } }),
  };
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  const doc = Object.keys(inDoc).length === 0 ? {} : { doc: { ...disk.doc, ...inDoc } };
  return { ...(Object.fromEntries(given) as DiskChange), ...doc };
}
