import type { Reader, Tx } from '#store/store.ts';
import {
  keyPairsLeft,
  linksOfInstances,
  linksOfPair,
  namesOfInstances,
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
  return byInstance(links.map(({ public_key: publicKey, ...link }) => ({ ...link, publicKey })));
}

/** What is shown of them: a page of instances reads no public keys, which may be long. */
export async function keyPairNamesOf(
  reader: Reader,
  instances: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedKeyPair[]>> {
  if (instances.length === 0) return new Map();
  return byInstance(await reader.all(namesOfInstances, { instances }));
}

function byInstance<Link extends { readonly instance: string }>(
  links: readonly Link[],
): ReadonlyMap<string, readonly Link[]> {
  return Map.groupBy(links, ({ instance }) => instance);
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

/** Has instances opened by these key pairs alone. Answers by which they were opened before. */
export async function relinkKeyPairs(
  tx: Tx,
  instances: readonly string[],
  pairs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const before = await keyPairNamesOf(tx, instances);
  await unlinkKeyPairs(tx, instances);
  await linkKeyPairs(tx, instances, pairs);
  return new Map([...before].map(([instance, those]) => [instance, those.map(({ key }) => key)]));
}

/** Has an instance opened again by key pairs of before, those that are there still. */
export async function restoreKeyPairs(
  tx: Tx,
  instance: string,
  pairs: readonly string[],
): Promise<void> {
  const left = pairs.length === 0 ? [] : await tx.all(keyPairsLeft, { keys: pairs });
  const there = new Set(left.map(({ key }) => key));
  await unlinkKeyPairs(tx, [instance]);
  await linkKeyPairs(
    tx,
    [instance],
    pairs.filter((pair) => there.has(pair)),
  );
}

/** Has instances, which have no links, opened by these key pairs. */
export async function linkKeyPairs(
  tx: Tx,
  instances: readonly string[],
  pairs: readonly string[],
): Promise<void> {
  const links = instances.flatMap((instance) =>
    pairs.map((key_pair, position) => ({ instance, position, key_pair })),
  );
  await tx.insert('instance_key_pairs', links);
}

/** Has up to 1,024 instances opened by no key pair any more. */
export async function unlinkKeyPairs(tx: Tx, instances: readonly string[]): Promise<void> {
  if (instances.length > 0) await tx.run(unlinkInstances, { instances });
}
