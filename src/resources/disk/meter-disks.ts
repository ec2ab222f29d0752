import type { Key } from '#kernel/key.ts';
import type { DiskRow } from '#store/schema/disk.ts';
import type { Tx } from '#store/store.ts';
import { documentOf } from '#store/document.ts';
import type { Instance } from '../instance/instance.ts';
import { findInstance } from '../instance/usage.ts';
import { type Metered, meter } from '../meter/meters.ts';
import type { DiskDoc } from './disk.ts';
import { disksByKeys, freeDiskKeys, wholeDisksByInstances } from './table.ts';

type Payer = Pick<Instance, 'chargeType' | 'state' | 'isolatedBy'>;

/** A disk costs from when it is there until it is deleted, or put into the bin. */
const FREE_STATES: readonly string[] = ['creating', 'deleting', 'recycled'];

/** What a disk costs by the hour: nothing where it is paid in advance, or not made yet. */
function meteredDisk(row: DiskRow, payer: Payer | null): readonly Metered[] {
  const isPrepaid = row.charge_type === null && payer?.chargeType === 'prepaid';
  if (row.charge_type === 'prepaid' || isPrepaid) return [];
  if (row.charge_type === null && payer?.isolatedBy === 'arrears') return [];
  if (FREE_STATES.includes(row.state) || (payer !== null && !isMade(payer))) return [];
  const { account, region, zone, key: resource, category, size_gib: sizeGiB } = row;
  const { performanceLevel, throughput = 0 } = documentOf<DiskDoc>(row.doc, {});
  const where = { account, region, zone, resource, name: category };
  const level = performanceLevel ?? null;
  const disk = { ...where, line: 'disk', level, quantity: sizeGiB } as const;
  if (throughput === 0) return [disk];
  return [disk, { ...where, line: 'throughput', level, quantity: throughput }];
}

function isMade({ state }: Payer): boolean {
  return state !== 'creating' && state !== 'booting' && state !== 'launch-failed';
}

/** What the disks of instances cost by the hour, and the keys of all of them. */
export async function meteredDisksOf(
  tx: Tx,
  instances: ReadonlyMap<Key<'instance'>, Payer>,
): Promise<{ readonly keys: readonly string[]; readonly wanted: readonly Metered[] }> {
  const rows = await tx.all(wholeDisksByInstances, { instances: [...instances.keys()] });
  const wanted = rows.flatMap((row) => {
    return meteredDisk(row, instances.get(row.instance ?? '') ?? null);
  });
  return { keys: rows.map(({ key }) => key), wanted };
}

const PAGE = 500;

/** Has disks that are attached to no instance cost from `now` on. */
export async function adoptFreeDisks(tx: Tx, now: number): Promise<void> {
  const page = { after: 0, limit: PAGE };
  let disks = await tx.all(freeDiskKeys, page);
  while (disks.length > 0) {
    const keys = disks.map(({ key }) => key);
    await meterDisks(tx, keys, now);
    disks = await tx.all(freeDiskKeys, { ...page, after: disks.at(-1)?.seq ?? 0 });
  }
}

/** Has disks cost what they are now, from `now` on: cloud milliseconds. */
export async function meterDisks(
  tx: Tx,
  keys: ReadonlyArray<Key<'disk'>>,
  now: number,
): Promise<void> {
  const wanted: Metered[] = [];
  for (const row of await tx.all(disksByKeys, { keys })) {
    wanted.push(...meteredDisk(row, await findInstance(tx, row.instance)));
  }
  await meter(tx, { resources: keys, wanted }, { now });
}
