import { newKey } from '#kernel/ids.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { formatCidr, parseCidr } from '../../subnet/cidr.ts';
import { verb } from '../../verb.ts';
import { addVpc } from '../add-vpc.ts';
import { vpcQuota } from '../quota.ts';
import { defaultVpcOf } from '../table.ts';
import { noVpcDetails, vpcOf, type Vpc } from '../vpc.ts';

/** The default network of a region, or undefined while there is none. */
export async function findDefaultVpc(
  { db, account }: ReadScope,
  region: string,
): Promise<Vpc | undefined> {
  const row = await db.first(defaultVpcOf, { account, region });
  return row === undefined ? undefined : vpcOf(row);
}

/** The default network of a region, made when it is first needed (D15). */
export const defaultVpc = verb([], async (scope: Scope, region: string): Promise<Vpc> => {
  const found = await findDefaultVpc(scope, region);
  if (found !== undefined) return found;
  const { account, now, cloud } = scope;
  const block = parseCidr(cloud.configuration.defaultVpcCidr);
  if (block === undefined) {
    const { defaultVpcCidr } = cloud.configuration;
    throw new Error(`defaultVpcCidr is ${defaultVpcCidr}; give a block such as 172.16.0.0/12.`);
  }
  if (!(await vpcQuota.claimDefault(scope, region))) {
    throw new Error(`The default network of ${region} is counted and not there.`);
  }
  const vpc: Vpc = {
    key: newKey(cloud.random),
    account,
    region,
    name: null,
    cidr: formatCidr(block),
    ipv6Block: '',
    isDefault: true,
    createdAt: now,
    details: noVpcDetails,
  };
  return addVpc(scope, vpc);
});
