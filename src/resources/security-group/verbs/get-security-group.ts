import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupFaults } from '../faults.ts';
import { securityGroupOf, type SecurityGroup } from '../security-group.ts';
import { ownSecurityGroup } from '../table.ts';

export interface SecurityGroupRequest {
  readonly region: string;
  readonly group: Key<'security-group'>;
}

/** A security group of the account in a region. @throws security-group.notFound */
export const getSecurityGroup = verb(
  [securityGroupFaults.notFound],
  async ({ db, account }: ReadScope, request: SecurityGroupRequest): Promise<SecurityGroup> => {
    const { region, group } = request;
    const row = await db.first(ownSecurityGroup, { account, key: group });
    if (row?.region === region) return securityGroupOf(row);
    throw securityGroupFaults.notFound({ 'security-group': group });
  },
);
