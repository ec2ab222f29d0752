import type { Tx } from '#store/store.ts';
import { returnAddresses, takeAddresses } from './range.ts';

/**
 * Takes addresses that are not in use outside of the books, by machines of others on the same
 * server. Undefined, with nothing taken, where fewer are left.
 */
export async function takeUnused(
  tx: Tx,
  range: string,
  { count, used }: { readonly count: number; readonly used: ReadonlySet<number> },
): Promise<readonly number[] | undefined> {
  const taken: number[] = [];
  const inUse: number[] = [];
  while (taken.length < count) {
    const some = await takeAddresses(tx, range, count - taken.length);
    if (some === undefined) break;
    for (const address of some) (used.has(address) ? inUse : taken).push(address);
  }
  // Kept back until now, so that none is taken twice; free again when the others are gone.
  await returnAddresses(tx, range, inUse);
  if (taken.length === count) return taken;
  await returnAddresses(tx, range, taken);
  return undefined;
}
