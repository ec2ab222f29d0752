import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { SecurityGroup } from '../security-group.ts';
import { selectSecurityGroups, type SecurityGroupFilter } from '../table.ts';

export interface SecurityGroupsRequest {
  readonly region: string;
  readonly filter: SecurityGroupFilter;
  readonly page: Page;
  readonly newestFirst: boolean;
}

/** Security groups of the account in a region, by age. */
export const listSecurityGroups = verb(
  [],
  (
    { db, account }: ReadScope,
    { region, ...request }: SecurityGroupsRequest,
  ): Promise<Listed<SecurityGroup>> => selectSecurityGroups(db, { account, region }, request),
);
