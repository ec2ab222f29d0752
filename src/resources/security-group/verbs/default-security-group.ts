import { newKey } from '#kernel/ids.ts';
import type { Scope } from '../../scope.ts';
import { insertDefaultRules } from '../../security-group-rule/default-rules.ts';
import { verb } from '../../verb.ts';
import { securityGroupQuota } from '../quota.ts';
import { plainSecurityGroup, securityGroupRow } from '../security-group.ts';
import { defaultSecurityGroupOf } from '../table.ts';

/**
 * The key of the default security group of a region, made when it is first needed. It belongs to no
 * network, so that one serves every network and both vendors (D15).
 */
export const defaultSecurityGroup = verb(
  [],
  async (scope: Scope, { region }: { readonly region: string }): Promise<string> => {
    const { db, account, now, cloud } = scope;
    const found = await db.first(defaultSecurityGroupOf, { account, region });
    if (found !== undefined) return found.key;
    if (!(await securityGroupQuota.claimDefault(scope, region))) {
      throw new Error(`The default security group of ${region} is counted and not there.`);
    }
    const key = newKey(cloud.random);
    const row = securityGroupRow({
      key,
      account,
      region,
      vpc: null,
      name: null,
      isDefault: true,
      isClassic: false,
      createdAt: now,
      modifiedAt: now,
      version: 0,
      details: { ...plainSecurityGroup, egressDefault: 'accept', innerAccess: 'accept' },
    });
    await db.insert('security_groups', [row]);
    await insertDefaultRules(scope, key);
    return key;
  },
);
