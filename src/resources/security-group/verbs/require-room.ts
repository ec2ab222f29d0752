import { hasMembersBeyond } from '../../instance/usage.ts';
import { limitOf } from '../../quota/quota.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupFaults } from '../faults.ts';
import type { SecurityGroupDetails } from '../security-group.ts';
import type { GroupsOfOneType } from './require-security-groups.ts';

/**
 * Refuses where a group would have more members than its type may have. `joining` says how many
 * instances would come to a group that are not in it yet.
 */
export const requireRoom = verb(
  [securityGroupFaults.full],
  async (
    scope: ReadScope,
    { groups, type }: GroupsOfOneType,
    joining: (group: string) => number,
  ): Promise<void> => {
    const limit = await membersMax(scope, type);
    for (const group of groups) {
      const room = limit - joining(group);
      if (joining(group) === 0) continue;
      if (room >= 0 && !(await hasMembersBeyond(scope.db, group, room))) continue;
      throw securityGroupFaults.full({ 'security-group': group, limit });
    }
  },
);

/** How many instances a group of that type may have. */
export function membersMax(scope: ReadScope, type: SecurityGroupDetails['type']): Promise<number> {
  const isAdvanced = type === 'advanced';
  return limitOf(
    scope,
    isAdvanced ? 'instancesPerAdvancedGroupMax' : 'instancesPerSecurityGroupMax',
  );
}
