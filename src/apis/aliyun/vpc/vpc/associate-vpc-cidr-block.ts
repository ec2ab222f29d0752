// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-associatevpccidrblock
import { vpcFaults } from '#resources/vpc/faults.ts';
import { changeBlocks } from '#resources/vpc/verbs/change-blocks.ts';
import { assignIpv6Block } from '#resources/vpc/verbs/ipv6-block.ts';
import { each } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/associate-vpc-cidr-block.ts';
import { regionAsked } from '../parameters.ts';
import { vpcCidrRule } from './vpc-shapes.ts';

export const associateVpcCidrBlock = action.write({
  model,
  region: 'optional',
  input: {
    IpVersion: {
      default: 'IPv4',
      values: ['IPV4', 'IPV6', 'IPv4', 'IPv6', 'ipv4', 'ipv6'],
      reasons: vpcFaults.versionUnknown,
    },
    SecondaryCidrBlock: { max: 64, reasons: { length: vpcFaults.cidrMalformed } },
    IPv6CidrBlock: { max: 64, reasons: { length: vpcFaults.ipv6NotReserved } },
    ...each(['Ipv6CidrMask', 'Ipv6Isp', 'IpamPoolId', 'SecondaryCidrMask'], silent),
  },
  handle: async (context, input) => {
    const { VpcId: vpc, SecondaryCidrBlock: block } = input;
    const region = regionAsked(context);
    if (block !== undefined && input.IPv6CidrBlock !== undefined) throw vpcFaults.blocksOfBoth();
    // A block of one's own choice has to be reserved before, which no action here does.
    if (input.IPv6CidrBlock !== undefined) throw vpcFaults.ipv6NotReserved();
    const isIpv6 = input.IpVersion.toUpperCase() === 'IPV6';
    if (isIpv6 && block === undefined) {
      const { ipv6Block } = await assignIpv6Block(context, { vpc, region });
      return { CidrBlock: ipv6Block, IpVersion: 'IPv6' };
    }
    if (isIpv6) throw vpcFaults.versionMismatch();
    if (block === undefined) throw vpcFaults.blocksUnnamed();
    await changeBlocks(context, { vpc, region, add: [block], remove: [], rule: vpcCidrRule });
    return { CidrBlock: block, IpVersion: 'IPv4' };
  },
});
