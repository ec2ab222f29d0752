import { newKey } from '#kernel/ids.ts';
import type { Listed, Page } from '../../page.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import type { Tag } from '../../tag/tag.ts';
import { verb } from '../../verb.ts';
import { placementGroupFaults as faults } from '../faults.ts';
import { constraintOf, instancesOf, membersOf, type Member } from '../members.ts';
import { placementGroupRow, type PlacementGroup } from '../placement-group.ts';
import { membersMax, placementGroupQuota } from '../quota.ts';
import {
  changeGroupRow,
  deleteGroupRow,
  selectGroups,
  type PlacementGroupFilter,
} from '../table.ts';
import { getPlacementGroup, holdGroup, type GroupRequest } from './get-group.ts';

export type NewGroup = Omit<PlacementGroup, 'key' | 'account' | 'createdAt'> & {
  readonly tags: readonly Tag[];
};

/** Makes a group of no members yet. */
export const createPlacementGroup = verb(
  [faults.quotaExceeded],
  async (scope: Scope, { tags, ...asked }: NewGroup): Promise<GroupShown> => {
    const { db, account, now, cloud } = scope;
    const group = { ...asked, key: newKey(cloud.random), account, createdAt: now };
    await placementGroupQuota.take(scope, group.region);
    await db.insert('placement_groups', [placementGroupRow(group)]);
    await saveTags(db, { account, kind: 'placement-group', resources: [group.key] }, tags);
    return { group, members: [], membersMax: await membersMax(scope, group.level) };
  },
);

/** What is not given stays. */
export interface GroupChange extends GroupRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly affinity?: number | undefined;
}

/** Changes a group; members that are there may already share no more than that. */
export const modifyPlacementGroup = verb(
  [getPlacementGroup, holdGroup, faults.affinityTooLow],
  async (scope: Scope, change: GroupChange): Promise<void> => {
    await getPlacementGroup(scope, change);
    const group = await holdGroup(scope, change.group);
    const { key } = group;
    const { name = group.name, description = group.description } = change;
    const { affinity = group.affinity } = change;
    if (affinity < group.affinity) {
      const members = (await membersOf(scope.db, [key])).get(key) ?? [];
      const { spread } = constraintOf(group, members, null);
      const most = Math.max(0, ...(spread?.now.values() ?? []));
      if (most > affinity) throw faults.affinityTooLow({ 'placement-group': key });
    }
    await scope.db.run(changeGroupRow, { key, name, description, affinity });
  },
);

export interface GroupsDeletion {
  readonly groups: ReadonlyArray<GroupRequest['group']>;
  readonly region: string;
}

/** Deletes groups without members, all or none. */
export const deletePlacementGroups = verb(
  [getPlacementGroup, holdGroup, faults.notEmpty],
  async (scope: Scope, { groups, region }: GroupsDeletion): Promise<void> => {
    for (const key of [...new Set(groups)].toSorted()) {
      const group = await getPlacementGroup(scope, { group: key, region });
      await holdGroup(scope, key);
      if ((await membersOf(scope.db, [key])).size > 0) {
        throw faults.notEmpty({ 'placement-group': key });
      }
      await scope.db.run(deleteGroupRow, { key });
      await placementGroupQuota.giveBack(scope, group);
      await deleteTags(scope.db, 'placement-group', [key]);
    }
  },
);

export interface GroupsRequest {
  readonly region: string;
  readonly filter: PlacementGroupFilter;
  readonly page: Page;
}

/** A group with who is in it and how many may be. */
export interface GroupShown {
  readonly group: PlacementGroup;
  readonly members: readonly Member[];
  readonly membersMax: number;
}

/** Groups of the account with their members, newest first. */
export const listPlacementGroups = verb(
  [],
  async (scope: ReadScope, { region, ...asked }: GroupsRequest): Promise<Listed<GroupShown>> => {
    const { db, account } = scope;
    const found = await selectGroups(db, { account, region }, asked);
    const members = await membersOf(
      db,
      found.items.map(({ key }) => key),
    );
    const max = await allMembersMax(scope);
    const items = found.items.map((group) => ({
      group,
      members: members.get(group.key) ?? [],
      membersMax: max[group.level],
    }));
    return { ...found, items };
  },
);

/** How many members a group of each level may have. */
export async function allMembersMax(scope: ReadScope) {
  return {
    host: await membersMax(scope, 'host'),
    switch: await membersMax(scope, 'switch'),
    rack: await membersMax(scope, 'rack'),
  };
}

/** How many instances are in it. */
export function countOf({ members }: GroupShown): number {
  return instancesOf(members).length;
}
