import { limitOf } from '../quota/quota.ts';
import { regionalQuota } from '../regional-quota.ts';
import type { ReadScope } from '../scope.ts';
import { placementGroupNoun } from './noun.ts';
import type { PlacementGroup } from './placement-group.ts';

/** Placement groups of an account in a region. */
export const placementGroupQuota = regionalQuota(placementGroupNoun);

const limitNames = {
  host: 'placementGroupHostMembersMax',
  switch: 'placementGroupSwitchMembersMax',
  rack: 'placementGroupRackMembersMax',
} as const;

/** How many instances a group of a level may have. */
export function membersMax(scope: ReadScope, level: PlacementGroup['level']): Promise<number> {
  return limitOf(scope, limitNames[level]);
}
