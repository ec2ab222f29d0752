import { isSecurityGroupInUse } from '../../instance/usage.ts';
import type { Scope } from '../../scope.ts';
import { deleteRules, isReferenced } from '../../security-group-rule/usage.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { securityGroupFaults } from '../faults.ts';
import { securityGroupQuota } from '../quota.ts';
import { deleteSecurityGroupRow } from '../table.ts';
import { getSecurityGroup, type SecurityGroupRequest } from './get-security-group.ts';

/** Deletes a group that no instance is in and no other group names; the default one is kept. */
export const deleteGroup = verb(
  [
    getSecurityGroup,
    securityGroupFaults.isDefault,
    securityGroupFaults.inUse,
    securityGroupFaults.referenced,
  ],
  async (scope: Scope, request: SecurityGroupRequest): Promise<void> => {
    const { db, account } = scope;
    const { region, group } = request;
    const detail = { 'security-group': group };
    const { isDefault } = await getSecurityGroup(scope, request);
    if (isDefault) throw securityGroupFaults.isDefault(detail);
    if (await isSecurityGroupInUse(db, group)) throw securityGroupFaults.inUse(detail);
    if (await isReferenced(db, group)) throw securityGroupFaults.referenced(detail);
    if ((await db.run(deleteSecurityGroupRow, { account, key: group })) !== 1) {
      throw securityGroupFaults.notFound(detail);
    }
    await securityGroupQuota.giveBack(scope, { region });
    await deleteRules(db, group);
    await deleteTags(db, 'security-group', [group]);
  },
);
