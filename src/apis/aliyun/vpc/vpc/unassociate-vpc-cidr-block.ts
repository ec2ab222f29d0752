// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-unassociatevpccidrblock
import { vpcFaults } from '#resources/vpc/faults.ts';
import { changeBlocks } from '#resources/vpc/verbs/change-blocks.ts';
import { takeIpv6Block } from '#resources/vpc/verbs/ipv6-block.ts';
import { action } from '../../../context.ts';
import * as model from '../models/unassociate-vpc-cidr-block.ts';
import { vpcCidrRule } from './vpc-shapes.ts';

export const unassociateVpcCidrBlock = action.write({
  model,
  input: {
    SecondaryCidrBlock: { max: 64, reasons: { length: vpcFaults.cidrMalformed } },
    IPv6CidrBlock: { max: 64, reasons: { length: vpcFaults.ipv6NotFound } },
  },
  handle: async (context, input) => {
    const { VpcId: vpc, SecondaryCidrBlock: block, IPv6CidrBlock: ipv6 } = input;
    const { region } = context;
    if (block !== undefined && ipv6 !== undefined) throw vpcFaults.blocksOfBoth();
    if (ipv6 !== undefined) {
      await takeIpv6Block(context, { vpc, region, block: ipv6 });
      return;
    }
    if (block === undefined) throw vpcFaults.blocksUnnamed();
    await changeBlocks(context, { vpc, region, add: [], remove: [block], rule: vpcCidrRule });
  },
});
