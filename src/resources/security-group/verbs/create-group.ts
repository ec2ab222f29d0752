import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { securityGroupFaults } from '../faults.ts';
import { securityGroupQuota } from '../quota.ts';
import {
  plainSecurityGroup,
  securityGroupRow,
  type SecurityGroup,
  type SecurityGroupDetails,
} from '../security-group.ts';

export interface NewSecurityGroupRequest {
  readonly region: string;
  /** The network it is to belong to; null for one that serves all networks of the region. */
  readonly vpc: Key<'vpc'> | null;
  /** Whether it is to be of the classic network, which is none of those. */
  readonly isClassic?: boolean;
  readonly name: string | null;
  readonly details: Partial<SecurityGroupDetails>;
  readonly tags: readonly Tag[];
}

/** Makes a security group without rules or members. */
export const createGroup = verb(
  [getVpc, holdVpc, securityGroupFaults.quotaExceeded],
  async (scope: Scope, request: NewSecurityGroupRequest): Promise<SecurityGroup> => {
    const { db, account, now, cloud } = scope;
    const { region, vpc, name, details, tags, isClassic = false } = request;
    if (vpc !== null) {
      await getVpc(scope, { vpc, region });
      await holdVpc(scope, vpc);
    }
    await securityGroupQuota.take(scope, region);
    const group: SecurityGroup = {
      key: newKey(cloud.random),
      account,
      region,
      vpc,
      name,
      isDefault: false,
      isClassic,
      createdAt: now,
      modifiedAt: now,
      version: 0,
      details: { ...plainSecurityGroup, ...details },
    };
    await db.insert('security_groups', [securityGroupRow(group)]);
    await saveTags(db, { account, kind: 'security-group', resources: [group.key] }, tags);
    return group;
  },
);
