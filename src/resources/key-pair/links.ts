import type { Reader, Tx } from '#store/store.ts';
import { linksOfInstances, linksOfPairs, unlinkInstances } from './table.ts';

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
