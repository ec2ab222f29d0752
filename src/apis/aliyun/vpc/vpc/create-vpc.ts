// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvpc
import { vpcFaults } from '#resources/vpc/faults.ts';
import { parseCidr } from '#resources/subnet/cidr.ts';
import { createVpc as createVpcVerb } from '#resources/vpc/verbs/create-vpc.ts';
import { assignIpv6Block } from '#resources/vpc/verbs/ipv6-block.ts';
import { list, string } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken, silent } from '../../parameters.ts';
import { description, name } from '../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-vpc.ts';
import { vpcCidrRule } from './vpc-shapes.ts';

export const createVpc = action.write({
  model,
  input: {
    CidrBlock: { default: '172.16.0.0/12', max: 64, reasons: { length: vpcFaults.cidrMalformed } },
    VpcName: name(vpcFaults.nameMalformed),
    Description: description(vpcFaults.descriptionMalformed),
    UserCidr: list(string({ max: 64 }), {
      style: 'comma',
      max: 3,
      reasons: { count: vpcFaults.tooManyBlocks },
    }),
    Tag: givenTags,
    ...each(['Ipv4CidrMask', 'Ipv4IpamPoolId'], silent),
    ...each(['Ipv6CidrBlock', 'Ipv6CidrMask', 'Ipv6IpamPoolId', 'Ipv6Isp'], silent),
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    const resourceGroup = await groupForNew(context, input.ResourceGroupId);
    const { key } = await createVpcVerb(context, {
      region: context.region,
      name: input.VpcName ?? null,
      cidr: input.CidrBlock,
      rule: vpcCidrRule,
      details: {
        description: input.Description ?? '',
        dnsHostNames: input.EnableDnsHostname ?? false,
        userCidrs: checkedUserCidrs(input.UserCidr),
        resourceGroup,
      },
      tags: checkedTags(input.Tag),
    });
    if (input.EnableIpv6 === true) await assignIpv6Block(context, { vpc: key });
    return { VpcId: key, VRouterId: key, RouteTableId: key, ResourceGroupId: resourceGroup };
  },
});

function checkedUserCidrs(given: readonly string[] = []): readonly string[] {
  for (const cidr of given) {
    if (parseCidr(cidr) !== undefined) continue;
    throw vpcFaults.blockMalformed({ cidr });
  }
  return given;
}
