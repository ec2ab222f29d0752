import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupFaults } from '../faults.ts';
import { groupTypeOf, type SecurityGroupDetails } from '../security-group.ts';
import { securityGroupsByKeys } from '../table.ts';

export interface RequiredIn {
  readonly region: string;
  /** The network in which they are to be used; any where not given. */
  readonly vpc?: Key<'vpc'> | undefined;
}

/** Groups (their keys) that one instance may be in together, and the type that all of them have. */
export interface GroupsOfOneType {
  readonly groups: ReadonlyArray<Key<'security-group'>>;
  readonly type: SecurityGroupDetails['type'];
}

/**
 * Refuses unless each of the groups (their keys, at most 1,024) is one of the account's in the
 * region and belongs to that network, or to none, and all are of one type.
 */
export const requireSecurityGroups = verb(
  [
    securityGroupFaults.notFound,
    securityGroupFaults.isClassic,
    securityGroupFaults.notInVpc,
    securityGroupFaults.typesMixed,
  ],
  async (
    { db, account }: ReadScope,
    groups: readonly string[],
    { region, vpc }: RequiredIn,
  ): Promise<GroupsOfOneType> => {
    if (groups.length === 0) return { groups, type: 'basic' };
    const rows = await db.all(securityGroupsByKeys, { account, region, keys: groups });
    const rowOf = new Map(rows.map((row) => [row.key, row]));
    for (const key of groups) {
      const row = rowOf.get(key);
      const detail = { 'security-group': key };
      if (row === undefined) throw securityGroupFaults.notFound(detail);
      if (row.is_classic === 1) throw securityGroupFaults.isClassic(detail);
      if (vpc === undefined || row.vpc === null || row.vpc === vpc) continue;
      throw securityGroupFaults.notInVpc({ ...detail, vpc });
    }
    const [type = 'basic', other] = new Set(rows.map(({ kind }) => groupTypeOf(kind)));
    if (other !== undefined) throw securityGroupFaults.typesMixed();
    return { groups, type };
  },
);
