import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupFaults } from '../faults.ts';
import type { SecurityGroup } from '../security-group.ts';
import { securityGroupsByKeys, selectSecurityGroups, type SecurityGroupFilter } from '../table.ts';

export interface SecurityGroupsAsked {
  readonly region: string;
  readonly filter: SecurityGroupFilter;
  readonly page: Page;
  readonly newestFirst: boolean;
  /** Whether one key of the filter that is unknown refuses all (D24). */
  readonly everyKey?: boolean;
}

/** Security groups of the account in a region. @throws security-group.notFound where each counts */
export const listSecurityGroups = verb(
  [securityGroupFaults.notFound],
  async (
    { db, account }: ReadScope,
    asked: SecurityGroupsAsked,
  ): Promise<Listed<SecurityGroup>> => {
    const { region, filter, page, newestFirst, everyKey = false } = asked;
    if (everyKey && filter.keys !== undefined) {
      const rows = await db.all(securityGroupsByKeys, { account, region, keys: filter.keys });
      const known = new Set(rows.map(({ key }) => key));
      const group = filter.keys.find((key) => !known.has(key));
      if (group !== undefined) throw securityGroupFaults.notFound({ 'security-group': group });
    }
    return selectSecurityGroups(db, { account, region }, { filter, page, newestFirst });
  },
);
