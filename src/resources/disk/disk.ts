import type { Key } from '#kernel/key.ts';
import { documentOf } from '#store/document.ts';
import type { NewDisk } from '#store/schema/disk.ts';
import type { Reader, Tx } from '#store/store.ts';
import { deleteDisksOf, disksByInstances, type ShownDisk } from './table.ts';

/** A disk. `category` is the word it was asked for by; both vendors' words are kept as they are. */
export interface Disk {
  readonly key: Key<'disk'>;
  readonly instance: Key<'instance'> | null;
  readonly role: 'system' | 'data';
  readonly category: string;
  readonly sizeGiB: number;
  readonly name: string | null;
  readonly deleteWithInstance: boolean;
  readonly createdAt: number;
  readonly doc: DiskDoc;
}

/** What of a disk is neither filtered nor counted. */
export interface DiskDoc {
  readonly description?: string;
  readonly performanceLevel?: string;
  readonly encrypted?: boolean;
  readonly snapshot?: string;
  /** What one vendor alone knows of a disk, in its words. */
  readonly own?: Readonly<Record<string, unknown>>;
}

export function diskOf(row: ShownDisk): Disk {
  return {
    key: row.key,
    instance: row.instance,
    role: row.role,
    category: row.category,
    sizeGiB: row.size_gib,
    name: row.name,
    deleteWithInstance: row.delete_with_instance === 1,
    createdAt: row.created_at,
    doc: documentOf<DiskDoc>(row.doc, {}),
  };
}

/** The disks of instances, by instance key: the system disk first, then in order of creation. */
export async function disksOf(
  reader: Reader,
  instances: readonly string[],
): Promise<ReadonlyMap<string, readonly Disk[]>> {
  const rows = await reader.all(disksByInstances, { instances });
  return Map.groupBy(rows.map(diskOf), ({ instance }) => instance ?? '');
}

export async function insertDisks(tx: Tx, rows: readonly NewDisk[]): Promise<void> {
  await tx.insert('disks', rows);
}

/** Removes the disks of instances that go: their room was booked with the instances. */
export async function removeDisksOf(tx: Tx, instances: readonly string[]): Promise<void> {
  await tx.run(deleteDisksOf, { instances });
}
