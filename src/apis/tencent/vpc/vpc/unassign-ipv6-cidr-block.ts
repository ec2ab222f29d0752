// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// UnassignIpv6CidrBlock.
import { takeIpv6Block } from '#resources/vpc/verbs/ipv6-block.ts';
import { vpcFaults } from '#resources/vpc/faults.ts';
import { formatIpv6Block, parseIpv6Block } from '#resources/subnet/ipv6.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/unassign-ipv6-cidr-block.ts';

export const unassignIpv6CidrBlock = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    // The vendor's own provider leaves it out: a VPC has one at most.
    Ipv6CidrBlock: { max: 64, required: false },
  },
  handle: async (context, { VpcId: vpc, Ipv6CidrBlock: cidr }) => {
    const { region } = context;
    await takeIpv6Block(context, { vpc, region, ...(cidr !== undefined && blockNamed(cidr)) });
  },
});

function blockNamed(cidr: string) {
  const block = parseIpv6Block(cidr);
  if (block === undefined) throw vpcFaults.ipv6Malformed({ cidr });
  return { block: formatIpv6Block(block) };
}
