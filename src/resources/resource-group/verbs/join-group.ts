import type { TaggedKind } from '../../nouns.ts';
import type { Scope } from '../../scope.ts';
import { presentResources } from '../../tag/tagged.ts';
import { verb } from '../../verb.ts';
import { resourceGroupFaults } from '../faults.ts';
import { canBeGrouped, setGroup } from '../members.ts';
import { getGroup } from './get-groups.ts';

export interface Joining {
  readonly kind: TaggedKind;
  readonly key: string;
  readonly region: string;
  readonly group: string;
}

/** Puts a resource into a group; out of the one that it was in. */
export const joinGroup = verb(
  [getGroup, resourceGroupFaults.resourceNotFound],
  async (scope: Scope, { kind, key, region, group }: Joining): Promise<void> => {
    await getGroup(scope, group);
    const present = await presentResources(scope, kind, { keys: [key], region });
    if (!present.has(key) || !canBeGrouped(kind)) throw resourceGroupFaults.resourceNotFound();
    await setGroup(scope, { kind, key }, group);
  },
);
