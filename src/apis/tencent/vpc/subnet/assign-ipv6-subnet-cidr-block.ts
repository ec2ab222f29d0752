// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// AssignIpv6SubnetCidrBlock.
import { subnetFaults } from '#resources/subnet/faults.ts';
import { assignSubnetBlocks } from '#resources/subnet/verbs/ipv6-blocks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/assign-ipv6-subnet-cidr-block.ts';
import { subnetBlocks } from './subnet-blocks.ts';

/** The block of each subnet has to be given here (Ipv6SubnetCidrBlock). */
export const assignIpv6SubnetCidrBlock = action.write({
  model,
  input: subnetBlocks,
  handle: async (context, { VpcId: vpc, Ipv6SubnetCidrBlocks: given }) => {
    const blocks = given.map(({ SubnetId: subnet, Ipv6CidrBlock: block }) => {
      if (block === undefined) throw subnetFaults.blockMissing();
      return { subnet, block };
    });
    const assigned = await assignSubnetBlocks(context, { vpc, region: context.region, blocks });
    return {
      Ipv6SubnetCidrBlockSet: assigned.map(({ key, ipv6Block }) => ({
        SubnetId: key,
        Ipv6CidrBlock: ipv6Block,
      })),
    };
  },
});
