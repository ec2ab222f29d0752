import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupFaults } from '../faults.ts';
import { securityGroupRow } from '../security-group.ts';
import { updateSecurityGroup } from '../table.ts';
import { getSecurityGroup, type SecurityGroupRequest } from './get-security-group.ts';

export interface GroupChange {
  /** Null takes the name away. */
  readonly name?: string | null | undefined;
  readonly description?: string | undefined;
}

/** Changes what is given of a security group's name and description. */
export const changeGroup = verb(
  [getSecurityGroup, securityGroupFaults.notFound],
  async (scope: Scope, request: SecurityGroupRequest, change: GroupChange): Promise<void> => {
    const group = await getSecurityGroup(scope, request);
    const { name = group.name, description = group.details.description } = change;
    const { doc } = securityGroupRow({ ...group, details: { ...group.details, description } });
    const { account } = scope;
    if ((await scope.db.run(updateSecurityGroup, { account, key: group.key, name, doc })) === 1) {
      return;
    }
    throw securityGroupFaults.notFound({ 'security-group': group.key });
  },
);
