import type { Reader, Tx } from '#store/store.ts';
import { keyPairsLeft, linksOfInstances, linksOfPairs, unlinkInstances } from './table.ts';

/** A key pair as it is told beside its instance. */
export interface LinkedKeyPair {
  readonly key: string;
  readonly name: string;
  readonly publicKey: string;
}

/** The key pairs of up to 1,024 instances, in order; an instance without any is absent. */
export async function keyPairsOf(
  reader: Reader,
  instances: readonly string[],
): Promise<ReadonlyMap<string, readonly LinkedKeyPair[]>> {
  if (instances.length === 0) return new Map();
  const links = await reader.all(linksOfInstances, { instances });
  const byInstance = new Map<string, LinkedKeyPair[]>();
  for (const { instance, key_pair: key, name, public_key: publicKey } of links) {
    const those = byInstance.get(instance) ?? [];
    those.push({ key, name, publicKey });
    byInstance.set(instance, those);
  }
  return byInstance;
}

/** The instances that up to 1,024 key pairs open; a pair that opens none is absent. */
export async function instancesOf(
  reader: Reader,
  pairs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (pairs.length === 0) return new Map();
  const links = await reader.all(linksOfPairs, { pairs });
  const byPair = Map.groupBy(links, (link) => link.key_pair);
  return new Map([...byPair].map(([pair, those]) => [pair, those.map((link) => link.instance)]));
}

/** Has instances opened by these key pairs alone. Answers by which they were opened before. */
export async function relinkKeyPairs(
  tx: Tx,
  instances: readonly string[],
  pairs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const before = await keyPairsOf(tx, instances);
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
