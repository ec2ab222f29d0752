// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// UnassignIpv6SubnetCidrBlock.
import { takeSubnetBlocks } from '#resources/subnet/verbs/ipv6-blocks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/unassign-ipv6-subnet-cidr-block.ts';
import { subnetBlocks } from './subnet-blocks.ts';

export const unassignIpv6SubnetCidrBlock = action.write({
  model,
  input: subnetBlocks,
  handle: (context, { VpcId: vpc, Ipv6SubnetCidrBlocks: given }) =>
    takeSubnetBlocks(context, {
      vpc,
      region: context.region,
      blocks: given.map(({ SubnetId: subnet, Ipv6CidrBlock: block }) => ({ subnet, block })),
    }),
});
