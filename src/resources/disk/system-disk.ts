import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { changeDisk } from './change.ts';
import { insertDisks, type Disk } from './disk.ts';
import { diskOf, newDiskRowOf, plainDisk } from './disk-row.ts';
import { diskFaults } from './faults.ts';
import { reverseGrowth } from './pay-growth.ts';
import { removeDisk } from './remove.ts';
import { bookDiskRoom, returnDiskRoom } from './room.ts';
import { disksByKeys, wholeDisksByInstances } from './table.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { verb } from '../verb.ts';
import type { Instance } from '../instance/instance.ts';

/** How the system disk of an instance becomes another, or larger: plain data. */
export interface SystemDiskChange {
  readonly disk: Key<'disk'>;
  readonly fromGiB: number;
  readonly toGiB: number;
  /** Where another disk takes its place, which is not attached before that is made. */
  readonly newDisk: Key<'disk'> | null;
}

/** The system disk of an instance. @throws disk.notFound where it has none */
export const requireSystemDisk = verb(
  [diskFaults.notFound],
  async ({ db }: Pick<ReadScope, 'db'>, { key }: Pick<Instance, 'key'>): Promise<Disk> => {
    const disks = (await db.all(wholeDisksByInstances, { instances: [key] })).map(diskOf);
    const disk = disks.find(({ role }) => role === 'system');
    if (disk === undefined) throw diskFaults.notFound();
    return disk;
  },
);

interface Wanted {
  readonly disk: Disk;
  readonly toGiB: number;
  /** Whether another disk takes its place. */
  readonly isNew: boolean;
  readonly encrypted: boolean;
}

/** Books the room of a system disk that is to be larger, or another. @throws disk.noRoom */
export const beginDiskChange = verb(
  [diskFaults.noRoom],
  async (scope: Scope, instance: Instance, wanted: Wanted): Promise<SystemDiskChange> => {
    const { db, now, cloud } = scope;
    const { disk, toGiB, isNew, encrypted } = wanted;
    const change = { disk: disk.key, fromGiB: disk.sizeGiB, toGiB };
    const host = disk.host ?? instance.host ?? '';
    const roomGiB = isNew ? toGiB : toGiB - disk.sizeGiB;
    if (roomGiB > 0 && !(await bookDiskRoom(db, host, roomGiB))) {
      throw diskFaults.noRoom({ zone: instance.zone });
    }
    if (!isNew) return { ...change, newDisk: null };
    const newDisk = newKey(cloud.random);
    const { account, region, zone, role, category, name, device, doc } = disk;
    const { deleteWithInstance, deleteAutoSnapshot } = disk;
    const like = { account, region, zone, role, category, name, device };
    const row = newDiskRowOf({
      ...plainDisk,
      ...like,
      key: newDisk,
      host,
      sizeGiB: toGiB,
      state: 'creating',
      deleteWithInstance,
      deleteAutoSnapshot,
      encrypted,
      createdAt: now,
      doc: { ...doc, encrypted },
    });
    await insertDisks(db, [row]);
    return { ...change, newDisk };
  },
);

/** The system was made: the disk is what it was to be, and one that it replaces goes. */
export async function endDiskChange(
  tx: Tx,
  instance: Instance,
  { change, now }: { readonly change: SystemDiskChange; readonly now: number },
): Promise<void> {
  const { disk: key, toGiB, newDisk } = change;
  const [disk, other] = await disksIn(tx, [key, newDisk]);
  if (other !== undefined) {
    if (disk !== undefined) await removeDisk(tx, disk, now);
    const attached = { instance: instance.key, host: instance.host, attachedAt: now } as const;
    return changeDisk(tx, other, { state: 'in-use', ...attached, meteredAt: now });
  }
  if (disk === undefined || disk.sizeGiB === toGiB) return;
  await changeDisk(tx, disk, { sizeGiB: toGiB, meteredAt: now });
}

/** The system was not made: what was booked for it is given back. */
export async function dropDiskChange(tx: Tx, change: SystemDiskChange, now: number): Promise<void> {
  const { disk: key, fromGiB, toGiB, newDisk } = change;
  const [disk, other] = await disksIn(tx, [key, newDisk]);
  if (disk !== undefined && toGiB > fromGiB) await reverseGrowth(tx, disk, now);
  // Nothing was made of it yet that would have to go at a certain time.
  if (other !== undefined) return removeDisk(tx, other, other.createdAt);
  if (disk !== undefined && toGiB > fromGiB) await returnDiskRoom(tx, disk.host, toGiB - fromGiB);
}

async function disksIn(
  tx: Tx,
  keys: ReadonlyArray<Key<'disk'> | null>,
): Promise<ReadonlyArray<Disk | undefined>> {
  const named = keys.filter((key) => key !== null);
  const found = (await tx.all(disksByKeys, { keys: named })).map(diskOf);
  return keys.map((key) => found.find((disk) => disk.key === key));
}
