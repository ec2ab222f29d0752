import type { Reader, Tx } from '#store/store.ts';
import {
  keyPairsLeft,
  linkInstances,
  linksOfInstances,
  linksOfPair,
  unlinkInstances,
} from './table.ts';

/** A key pair as it is told beside its instance. */
export interface NamedKeyPair {
  readonly key: string;
  readonly name: string;
}

/** A key pair as it goes into a guest. */
export interface LinkedKeyPair extends NamedKeyPair {
  readonly publicKey: string;
}

/** The key pairs of up to 1,024 instances, in order; an instance without any is absent. */
export async function keyPairsOf(
  reader: Reader,
  instances: readonly string[],
): Promise<ReadonlyMap<string, readonly LinkedKeyPair[]>> {
  if (instances.length === 0) return new Map();
  const links = await reader.all(linksOfInstances, { instances });
  const linked = links.map(({ public_key: publicKey, ...link }) => ({ ...link, publicKey }));
  return Map.groupBy(linked, ({ instance }) => instance);
}

/**
 * The instances that key pairs open, in order; a pair that opens none is absent. Of each pair there
 * are `limit` at most, since no document bounds how many instances a key pair may open.
 */
export async function instancesOf(
  reader: Reader,
  pairs: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byPair = new Map<string, readonly string[]>();
  for (const pair of pairs) {
    const links = await reader.all(linksOfPair, { pair, limit });
    if (links.length === 0) continue;
    byPair.set(pair, links.map(({ instance }) => instance).toSorted());
  }
  return byPair;
}

/** Has up to 1,024 instances opened by these key pairs alone. */
export async function relinkKeyPairs(
  tx: Tx,
  instances: readonly string[],
  pairs: readonly string[],
): Promise<void> {
  await unlinkKeyPairs(tx, instances);
  await linkKeyPairs(tx, instances, pairs);
}

/** Has an instance opened again by key pairs of before, those that are there still. */
export async function restoreKeyPairs(
  tx: Tx,
  instance: string,
  pairs: readonly string[],
): Promise<void> {
  const left = pairs.length === 0 ? [] : await tx.all(keyPairsLeft, { keys: pairs });
  const there = new Set(left.map(({ key }) => key));
  await relinkKeyPairs(
    tx,
    [instance],
    pairs.filter((pair) => there.has(pair)),
  );
}

/** Has up to 1,024 instances, which have no links, opened by these key pairs. */
export async function linkKeyPairs(
  tx: Tx,
  instances: readonly string[],
  pairs: readonly string[],
): Promise<void> {
  if (instances.length === 0) return;
  // At once: what is sent later is carried out later.
  await Promise.all(
    pairs.map((pair, position) => tx.run(linkInstances, { instances, pair, position })),
  );
}

/** Has up to 1,024 instances opened by no key pair any more. */
export async function unlinkKeyPairs(tx: Tx, instances: readonly string[]): Promise<void> {
  if (instances.length > 0) await tx.run(unlinkInstances, { instances });
}
