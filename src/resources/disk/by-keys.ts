import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Disk } from './disk.ts';
import { diskOf } from './disk-row.ts';
import { disksByKeys, disksFromSnapshots, expectRollback } from './table.ts';

/** Disks by their keys, whosever they are, oldest first; one that is gone is left out. */
export async function disksOfKeys(
  reader: Reader,
  keys: ReadonlyArray<Key<'disk'>>,
): Promise<readonly Disk[]> {
  return keys.length === 0 ? [] : (await reader.all(disksByKeys, { keys })).map(diskOf);
}

/** Writes down once when a rollback that is under way is likely to be done. */
export async function expectRollbackOf(
  tx: Tx,
  key: Key<'disk'>,
  time: { readonly at: number; readonly due: number },
): Promise<void> {
  await tx.run(expectRollback, { key, ...time });
}

/** Those of these snapshots that a disk which is there was made from. */
export async function usedSnapshots(
  reader: Reader,
  snapshots: ReadonlyArray<Key<'snapshot'>>,
): Promise<ReadonlySet<Key<'snapshot'>>> {
  const rows = snapshots.length === 0 ? [] : await reader.all(disksFromSnapshots, { snapshots });
  return new Set(rows.flatMap(({ snapshot }) => snapshot ?? []));
}
