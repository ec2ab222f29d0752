import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { unbindDisks } from '../auto-snapshot-policy/bindings.ts';
import { removeSnapshots } from './remove.ts';
import { isBeingMade, type Snapshot, snapshotOf } from './snapshot.ts';
import {
  automaticByDisk,
  copiesUnderWay,
  sharesOf,
  snapshotsByDisk,
  snapshotsByKeys,
  snapshotsOfGroups,
  ungroupSnapshots,
} from './table.ts';

/** How far snapshots are that were asked for together: `gone` where somebody deleted one. */
export async function snapshotsOutcome(
  reader: Reader,
  keys: ReadonlyArray<Key<'snapshot'>>,
): Promise<'making' | 'ready' | 'failed' | 'gone'> {
  const rows = (await reader.all(snapshotsByKeys, { keys })).map(snapshotOf);
  if (rows.some(({ state }) => state === 'failed')) return 'failed';
  if (rows.length < new Set(keys).size) return 'gone';
  return rows.some(isBeingMade) ? 'making' : 'ready';
}

export interface SnapshotCount {
  readonly count: number;
  readonly sizeGiB: number;
}

/** How many snapshots disks have, and how large they are together; one without any is absent. */
export async function snapshotsOfDisks(
  reader: Reader,
  disks: ReadonlyArray<Key<'disk'>>,
): Promise<ReadonlyMap<Key<'disk'>, SnapshotCount>> {
  const rows = disks.length === 0 ? [] : await reader.all(snapshotsByDisk, { disks });
  const counts = new Map<Key<'disk'>, SnapshotCount>();
  for (const { disk, count, gib } of rows) {
    const before = counts.get(disk) ?? { count: 0, sizeGiB: 0 };
    counts.set(disk, {
      count: before.count + count,
      sizeGiB: before.sizeGiB + Number(gib),
    });
  }
  return counts;
}

/** The snapshots of groups; one without any is absent. */
export async function snapshotsInGroups(
  reader: Reader,
  groups: ReadonlyArray<Key<'snapshot-group'>>,
): Promise<ReadonlyMap<Key<'snapshot-group'>, readonly Snapshot[]>> {
  const rows = groups.length === 0 ? [] : await reader.all(snapshotsOfGroups, { groups });
  return Map.groupBy(rows.map(snapshotOf), ({ group }) => group ?? '');
}

/** Takes snapshots out of their groups, which go. */
export async function leaveGroups(tx: Tx, keys: ReadonlyArray<Key<'snapshot'>>): Promise<void> {
  if (keys.length > 0) await tx.run(ungroupSnapshots, { keys });
}

/** The regions that snapshots are being copied to; one that is not is absent. */
export async function copiesTo(
  reader: Reader,
  keys: ReadonlyArray<Key<'snapshot'>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = keys.length === 0 ? [] : await reader.all(copiesUnderWay, { keys });
  const bySource = Map.groupBy(rows, ({ source }) => source ?? '');
  return new Map([...bySource].map(([key, those]) => [key, those.map(({ region }) => region)]));
}

/** When snapshots were shared, with whom; one that is not is absent. */
export async function sharesOfSnapshots(
  reader: Reader,
  keys: ReadonlyArray<Key<'snapshot'>>,
): Promise<ReadonlyMap<Key<'snapshot'>, ReadonlyArray<{ readonly sharedAt: number }>>> {
  const rows = keys.length === 0 ? [] : await reader.all(sharesOf, { keys });
  const shares = rows.map((row) => ({ key: row.snapshot, sharedAt: row.shared_at }));
  return Map.groupBy(shares, ({ key }) => key);
}

/** How many snapshots policies have made of disks; one without any is absent. */
export async function automaticCounts(
  reader: Reader,
  disks: ReadonlyArray<Key<'disk'>>,
): Promise<ReadonlyMap<Key<'disk'>, number>> {
  const rows = disks.length === 0 ? [] : await reader.all(snapshotsByDisk, { disks });
  const counts = new Map<Key<'disk'>, number>();
  for (const { disk, automatic, count } of rows) {
    if (automatic === 1) counts.set(disk, (counts.get(disk) ?? 0) + count);
  }
  return counts;
}

/** The disks of which a snapshot is being made. */
export async function disksBeingSnapshotted(
  reader: Reader,
  disks: ReadonlyArray<Key<'disk'>>,
): Promise<ReadonlySet<Key<'disk'>>> {
  const rows = disks.length === 0 ? [] : await reader.all(snapshotsByDisk, { disks });
  return new Set(rows.filter(({ state }) => state === 'creating').map(({ disk }) => disk));
}

/**
 * Disks go: no policy makes snapshots of them any more, and what policies made goes with those
 * that are to take it with them. Other snapshots stay.
 */
export async function leaveDisks(
  tx: Tx,
  disks: ReadonlyArray<{ readonly key: Key<'disk'>; readonly deleteAutoSnapshot: boolean }>,
  now: number,
): Promise<void> {
  if (disks.length === 0) return;
  await unbindDisks(
    tx,
    disks.map(({ key }) => key),
  );
  const taking = disks.filter((disk) => disk.deleteAutoSnapshot).map(({ key }) => key);
  if (taking.length === 0) return;
  const rows = await tx.all(automaticByDisk, { disks: taking });
  await removeSnapshots(tx, rows.map(snapshotOf), now);
}

/** Those of these snapshots that are there, whoever's. */
export async function snapshotsOf(
  reader: Reader,
  keys: ReadonlyArray<Key<'snapshot'>>,
): Promise<readonly Snapshot[]> {
  return keys.length === 0 ? [] : (await reader.all(snapshotsByKeys, { keys })).map(snapshotOf);
}
