import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupFaults } from '../faults.ts';
import { securityGroupsByKeys } from '../table.ts';

export interface RequiredIn {
  readonly region: string;
  /** The network in which they are to be used; any where not given. */
  readonly vpc?: string | undefined;
}

/**
 * Refuses unless each of the groups (their keys, at most 1,024) is one of the account's in the
 * region and belongs to that network, or to none.
 */
export const requireSecurityGroups = verb(
  [securityGroupFaults.notFound, securityGroupFaults.notInVpc],
  async (
    { db, account }: ReadScope,
    groups: readonly string[],
    { region, vpc }: RequiredIn,
  ): Promise<void> => {
    if (groups.length === 0) return;
    const rows = await db.all(securityGroupsByKeys, { account, region, keys: groups });
    const vpcOf = new Map(rows.map((row) => [row.key, row.vpc]));
    for (const key of groups) {
      const own = vpcOf.get(key);
      const detail = { 'security-group': key };
      if (own === undefined) throw securityGroupFaults.notFound(detail);
      if (vpc === undefined || own === null || own === vpc) continue;
      throw securityGroupFaults.notInVpc({ ...detail, vpc });
    }
  },
);
