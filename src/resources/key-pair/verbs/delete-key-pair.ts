import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { keyPairFaults } from '../faults.ts';
import type { KeyPair } from '../key-pair.ts';
import { instancesOf } from '../links.ts';
import { keyPairQuota } from '../quota.ts';
import { deleteKeyPairRow } from '../table.ts';
import { requireKeyPairs } from './require-key-pairs.ts';

/** Deletes a key pair that opens no instance (seed 004 L29491). */
export const deleteKeyPair = verb(
  [keyPairFaults.inUse],
  async (scope: Scope, { key, region }: Pick<KeyPair, 'key' | 'region'>): Promise<void> => {
    const { db } = scope;
    if ((await instancesOf(db, [key], 1)).size > 0) throw keyPairFaults.inUse({ 'key-pair': key });
    await db.run(deleteKeyPairRow, { key });
    await keyPairQuota.giveBack(scope, { region });
    await deleteTags(db, 'key-pair', [key]);
  },
);

/**
 * Deletes those that open no instance, and leaves the others: who asks has to look again which are
 * there (seed 004 L29493). @throws key-pair.inUse where all of them open one
 */
export const deleteFreeKeyPairs = verb(
  [requireKeyPairs, deleteKeyPair],
  async (
    scope: Scope,
    { keys, region }: { readonly keys: ReadonlyArray<Key<'key-pair'>>; readonly region: string },
  ): Promise<void> => {
    const pairs = await requireKeyPairs(scope, { keys, region });
    const used = await instancesOf(
      scope.db,
      pairs.map(({ key }) => key),
      1,
    );
    const [first] = pairs;
    const free = pairs.filter(({ key }) => !used.has(key));
    if (free.length === 0 && first !== undefined) {
      throw keyPairFaults.inUse({ 'key-pair': first.key });
    }
    for (const pair of free) await deleteKeyPair(scope, pair);
  },
);
