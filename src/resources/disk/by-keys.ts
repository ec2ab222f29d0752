import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import type { Disk } from './disk.ts';
import { diskOf } from './disk-row.ts';
import { disksByKeys, disksFromSnapshots } from './table.ts';

/** Disks by their keys, whosever they are, oldest first; one that is gone is left out. */
export async function disksOfKeys(
  reader: Reader,
  keys: ReadonlyArray<Key<'disk'>>,
): Promise<readonly Disk[]> {
  return keys.length === 0 ? [] : (await reader.all(disksByKeys, { keys })).map(diskOf);
}

/** Those of these snapshots that a disk which is there was made from. */
export async function usedSnapshots(
  reader: Reader,
  snapshots: ReadonlyArray<Key<'snapshot'>>,
): Promise<ReadonlySet<Key<'snapshot'>>> {
  const rows = snapshots.length === 0 ? [] : await reader.all(disksFromSnapshots, { snapshots });
  return new Set(rows.flatMap(({ snapshot }) => snapshot ?? []));
}
