import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { keyPairFaults } from '../faults.ts';
import { describeKeyPairRow, keyPairByName } from '../table.ts';
import { requireKeyPairs } from './require-key-pairs.ts';

export interface KeyPairChange {
  readonly keyPair: Key<'key-pair'>;
  readonly region: string;
  /** What is not given stays. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** Names a key pair anew, or describes it (seed 004 L29650). */
export const modifyKeyPair = verb(
  [requireKeyPairs, keyPairFaults.nameTaken],
  async (scope: Scope, change: KeyPairChange): Promise<void> => {
    const { db, account } = scope;
    const { keyPair: key, region } = change;
    const [pair] = await requireKeyPairs(scope, { keys: [key], region });
    if (pair === undefined) throw keyPairFaults.notFound({ 'key-pair': key });
    const { name = pair.name, description = pair.description } = change;
    const namesake = await db.first(keyPairByName, { account, region, name });
    if (namesake !== undefined && namesake.key !== key) throw keyPairFaults.nameTaken({ name });
    await db.run(describeKeyPairRow, { key, name, description });
  },
);
