import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { prefixListOf, type PrefixList } from './prefix-list.ts';
import { holdPrefixListRow, prefixListsByKeys } from './table.ts';

/** Prefix lists of whatever account by key, up to 1,024; one that is gone is absent. */
export async function prefixListsOf(
  reader: Reader,
  keys: ReadonlyArray<Key<'prefix-list'>>,
): Promise<ReadonlyMap<string, PrefixList>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.all(prefixListsByKeys, { keys: [...new Set(keys)] });
  return new Map(rows.map((row) => [row.key, prefixListOf(row)]));
}

/** Keeps prefix lists from going until this transaction is done; false where one is gone. */
export async function holdPrefixLists(
  tx: Tx,
  keys: ReadonlyArray<Key<'prefix-list'>>,
): Promise<boolean> {
  for (const key of [...new Set(keys)].toSorted()) {
    if ((await tx.run(holdPrefixListRow, { key })) !== 1) return false;
  }
  return true;
}
