import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { keyPairFaults } from '../faults.ts';
import { keyPairOf, type KeyPair } from '../key-pair.ts';
import { keyPairByName, keyPairsByKeys } from '../table.ts';

export interface KeyPairsRequest {
  readonly keys: ReadonlyArray<Key<'key-pair'>>;
  readonly region: string;
}

/** The key pairs of these keys, in their order, each once. @throws key-pair.notFound */
export const requireKeyPairs = verb(
  [keyPairFaults.notFound],
  async (
    { db, account }: ReadScope,
    { keys, region }: KeyPairsRequest,
  ): Promise<readonly KeyPair[]> => {
    const rows = await db.all(keyPairsByKeys, { account, region, keys });
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return [...new Set(keys)].map((key) => {
      const row = byKey.get(key);
      if (row === undefined) throw keyPairFaults.notFound({ 'key-pair': key });
      return keyPairOf(row);
    });
  },
);

/** The key pair of that name: at Alibaba it goes by nothing else. @throws key-pair.notFound */
export const keyPairNamed = verb(
  [keyPairFaults.notFound],
  async (
    { db, account }: ReadScope,
    { name, region }: { readonly name: string; readonly region: string },
  ): Promise<KeyPair> => {
    const row = await db.first(keyPairByName, { account, region, name });
    if (row === undefined) throw keyPairFaults.notFound({ name });
    return keyPairOf(row);
  },
);
