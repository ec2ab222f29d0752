import type { Key } from '#kernel/key.ts';
import { blobsOf } from '../../blob/blobs.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { requireInstances } from '../require.ts';
import type { InstanceSelector } from './power.ts';

export interface OwnUserData {
  readonly key: Key<'instance'>;
  /** Base64, as it was given; null where none was. */
  readonly userData: string | null;
}

/** The user data of instances, in the order in which they are named. */
export const readUserData = verb(
  [instanceFaults.notFound],
  async (scope: ReadScope, { keys, region }: InstanceSelector): Promise<readonly OwnUserData[]> => {
    const instances = await requireInstances(scope, keys, region);
    const found = instances.map(({ key }) => key);
    const texts = await blobsOf(scope.db, 'user-data', found);
    return found.map((key) => ({ key, userData: texts.get(key) ?? null }));
  },
);
