import type { Scope } from '../../scope.ts';
import { cidrOf } from '../../subnet/cidr-of-row.ts';
import { containsCidr, formatCidr } from '../../subnet/cidr.ts';
import { subnetBlocks } from '../../subnet/usage.ts';
import { verb } from '../../verb.ts';
import { checkVpcCidr, type VpcCidrRule } from '../cidr-rule.ts';
import { vpcFaults } from '../faults.ts';
import { changeVpcRow } from '../table.ts';
import { vpcRow, type Vpc, type VpcDetails } from '../vpc.ts';
import { getVpc, type VpcRequest } from './get-vpc.ts';
import { holdVpc } from './hold-vpc.ts';

/** What is not given stays. */
export interface VpcChange extends VpcRequest {
  readonly name?: string | undefined;
  readonly block?: { readonly cidr: string; readonly rule: VpcCidrRule } | undefined;
  readonly details?: { readonly [Name in keyof VpcDetails]?: VpcDetails[Name] | undefined };
}

/** Changes what a network is called, what is told of it, or its block, which keeps its subnets. */
export const modifyVpc = verb(
  [
    getVpc,
    holdVpc,
    vpcFaults.cidrMalformed,
    vpcFaults.cidrNotAllowed,
    vpcFaults.maskNotAllowed,
    vpcFaults.subnetsOutside,
  ],
  async (scope: Scope, change: VpcChange): Promise<void> => {
    const { name, block, details = {} } = change;
    const cidr = block && checkVpcCidr(block.cidr, block.rule);
    const { key } = await getVpc(scope, change);
    await holdVpc(scope, key);
    const vpc = await getVpc(scope, change);
    if (cidr !== undefined) {
      const blocks = await subnetBlocks(scope.db, key);
      const within = [cidr, ...vpc.details.extraBlocks.map(cidrOf)];
      if (!blocks.every((one) => within.some((each) => containsCidr(each, one)))) {
        throw vpcFaults.subnetsOutside({ vpc: key, cidr: formatCidr(cidr) });
      }
    }
    await writeVpc(scope, {
      ...vpc,
      name: name ?? vpc.name,
      cidr: cidr === undefined ? vpc.cidr : formatCidr(cidr),
      details: { ...vpc.details, ...given(details) },
    });
  },
);

/** Writes a network anew that this transaction holds. */
export async function writeVpc({ db }: Scope, vpc: Vpc): Promise<void> {
  const { key, name = null, cidr, ipv6_block: ipv6, ...row } = vpcRow(vpc);
  const { resource_group: group = null, doc } = row;
  await db.run(changeVpcRow, { key, name, cidr, ipv6, group, doc });
}

function given(details: VpcChange['details'] & object): Partial<VpcDetails> {
  const entries = Object.entries(details).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<VpcDetails>;
}
