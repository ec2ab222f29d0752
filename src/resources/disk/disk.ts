import type { Key } from '#kernel/key.ts';
import { documentOf } from '#store/document.ts';
import type { NewDisk } from '#store/schema/disk.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Prepaid } from '../instance/instance.ts';
import { reckonedProgress } from '../progress.ts';
import type { LatestOperation } from '../operation/versioned-change.ts';
import type { DiskState } from './states.ts';
import { disksByInstances, moveDisksOf, type ShownDisk } from './table.ts';

/**
 * What of a disk is read together with its instance. `category` is the word it was asked for by;
 * both vendors' words are kept as they are.
 */
export interface InstanceDisk {
  readonly key: Key<'disk'>;
  readonly zone: string;
  readonly instance: Key<'instance'> | null;
  readonly role: 'system' | 'data';
  readonly category: string;
  readonly sizeGiB: number;
  readonly name: string | null;
  readonly state: DiskState;
  readonly deleteWithInstance: boolean;
  /** Whether it can be taken from its instance. */
  readonly portable: boolean;
  /** What the guest's name for it ends with, such as b in /dev/vdb. */
  readonly device: string | null;
  /** On which its room is booked: that of its instance while it is attached. */
  readonly host: Key<'host'> | null;
  /** Null where it is paid as its instance is. */
  readonly chargeType: DiskChargeType | null;
  /** The snapshot that it was made from. */
  readonly snapshot: Key<'snapshot'> | null;
  readonly generation: number;
  readonly createdAt: number;
  readonly doc: DiskDoc;
}

export type DiskChargeType = 'postpaid' | 'prepaid';

/** The latest operation of a disk, as a neutral verb. */
export type DiskOperation =
  | 'create'
  | 'attach'
  | 'detach'
  | 'resize'
  | 'restore'
  | 'change'
  | 'renew'
  | 'recycle'
  | 'delete';

/** A disk as the domain sees it. Times are cloud milliseconds. */
export interface Disk extends InstanceDisk, LatestOperation<DiskOperation> {
  readonly seq: number;
  readonly account: string;
  readonly region: string;
  readonly encrypted: boolean;
  /** Null where it is paid by the hour, or as its instance is. */
  readonly prepaid: Prepaid | null;
  readonly renewalDay: number | null;
  readonly expiresAt: number | null;
  /** Null where it is in that of its instance. */
  readonly project: number | null;
  readonly resourceGroup: string | null;
  /** Whether policies make snapshots of it. */
  readonly autoSnapshot: boolean;
  /** Whether the snapshots that a policy made go with it. */
  readonly deleteAutoSnapshot: boolean;
  /** How many backups it may have. */
  readonly backupQuota: number;
  readonly attachedAt: number | null;
  readonly detachedAt: number | null;
  readonly lastInstance: Key<'instance'> | null;
  readonly recycledAt: number | null;
  /** When a rollback that is under way began, and when it is likely to be done. */
  readonly rollbackAt: number | null;
  readonly rollbackDue: number | null;
  readonly version: number;
}

/** What of a disk is neither filtered nor counted. */
export interface DiskDoc {
  readonly description?: string;
  readonly performanceLevel?: string;
  readonly encrypted?: boolean;
  /** What one vendor alone knows of a disk, in its words. */
  readonly own?: Readonly<Record<string, unknown>>;
}

export function instanceDiskOf(row: ShownDisk): InstanceDisk {
  return {
    key: row.key,
    zone: row.zone,
    instance: row.instance,
    role: row.role,
    category: row.category,
    sizeGiB: row.size_gib,
    name: row.name,
    state: row.state as DiskState,
    deleteWithInstance: row.delete_with_instance === 1,
    portable: row.portable === 1,
    device: row.device,
    host: row.host,
    chargeType: row.charge_type,
    snapshot: row.snapshot,
    generation: row.generation,
    createdAt: row.created_at,
    doc: documentOf<DiskDoc>(row.doc, {}),
  };
}

/** How much of a rollback is done, in percent; 0 where none is under way. */
export function rollbackProgressOf(
  { rollbackAt, rollbackDue }: Pick<Disk, 'rollbackAt' | 'rollbackDue'>,
  now: number,
): number {
  if (rollbackAt === null || rollbackDue === null) return 0;
  return reckonedProgress(rollbackAt, rollbackDue, now);
}

/** The disks of instances, by instance key: the system disk first, then in order of creation. */
export async function disksOf(
  reader: Reader,
  instances: readonly string[],
): Promise<ReadonlyMap<string, readonly InstanceDisk[]>> {
  const rows = await reader.all(disksByInstances, { instances });
  return Map.groupBy(rows.map(instanceDiskOf), ({ instance }) => instance ?? '');
}

export async function insertDisks(tx: Tx, rows: readonly NewDisk[]): Promise<void> {
  await tx.insert('disks', rows);
}

/** Moves the disks of an instance along with its machine; their room is moved with its room. */
export async function moveDisksWith(tx: Tx, instance: string, host: string): Promise<void> {
  await tx.run(moveDisksOf, { instance, host });
}
