// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-associatevpccidrblock
import { vpcFaults } from '#resources/vpc/faults.ts';
import { changeBlocks } from '#resources/vpc/verbs/change-blocks.ts';
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
    // No network here has IPv6.
    IpVersion: { default: 'IPv4', values: ['IPv4', 'ipv4'] },
    SecondaryCidrBlock: { max: 64, required: true, reasons: { length: vpcFaults.cidrMalformed } },
    ...each(['IPv6CidrBlock', 'Ipv6CidrMask', 'Ipv6Isp'], silent),
    ...each(['IpamPoolId', 'SecondaryCidrMask'], silent),
  },
  handle: async (context, { VpcId: vpc, SecondaryCidrBlock: block }) => {
    const region = regionAsked(context);
    await changeBlocks(context, { vpc, region, add: [block], remove: [], rule: vpcCidrRule });
    return { CidrBlock: block, IpVersion: 'IPv4' };
  },
});
