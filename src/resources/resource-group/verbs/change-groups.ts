import { newKey } from '#kernel/ids.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { resourceGroupFaults } from '../faults.ts';
import { holdsResources } from '../members.ts';
import { groupsMax, type ResourceGroup } from '../resource-group.ts';
import { deleteGroupRow, renameGroup } from '../table.ts';
import { getGroup, listGroups } from './get-groups.ts';

export interface NewGroup {
  readonly name: string;
  readonly displayName: string;
  readonly tags: readonly Tag[];
}

/** Makes a group. */
export const createGroup = verb(
  [resourceGroupFaults.nameTaken, resourceGroupFaults.quotaExceeded],
  async (scope: Scope, { name, displayName, tags }: NewGroup): Promise<ResourceGroup> => {
    const { db, account, now: createdAt, cloud } = scope;
    const groups = await listGroups(scope);
    if (groups.some((one) => one.name === name)) throw resourceGroupFaults.nameTaken({ name });
    const made = groups.filter(({ isDefault }) => !isDefault);
    if (made.length >= groupsMax) throw resourceGroupFaults.quotaExceeded({ limit: groupsMax });
    const key = newKey(cloud.random);
    await db.insert('resource_groups', [
      { key, account, region: '', name, display_name: displayName, created_at: createdAt },
    ]);
    await saveTags(db, { account, kind: 'resource-group', resources: [key] }, tags);
    return { key, name, displayName, createdAt, isDefault: false };
  },
);

/** Gives a group another name to show; the default one keeps its own. */
export const showGroupAs = verb(
  [getGroup, resourceGroupFaults.isDefault],
  async (scope: Scope, key: string, displayName: string): Promise<ResourceGroup> => {
    const group = await ownGroup(scope, key);
    await scope.db.run(renameGroup, { account: scope.account, key, to: displayName });
    return { ...group, displayName };
  },
);

/** Deletes a group that nothing is in. */
export const deleteGroup = verb(
  [getGroup, resourceGroupFaults.isDefault, resourceGroupFaults.hasResources],
  async (scope: Scope, key: string): Promise<ResourceGroup> => {
    const { db, account } = scope;
    const group = await ownGroup(scope, key);
    if (await holdsResources(scope, key)) {
      throw resourceGroupFaults.hasResources({ 'resource-group': key });
    }
    await db.run(deleteGroupRow, { account, key });
    await deleteTags(db, 'resource-group', [key]);
    return group;
  },
);

async function ownGroup(scope: Scope, key: string): Promise<ResourceGroup> {
  const group = await getGroup(scope, key);
  if (group.isDefault) throw resourceGroupFaults.isDefault();
  return group;
}
