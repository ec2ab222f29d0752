// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyvpcattribute
import { switchIpv6 } from '#resources/vpc/verbs/ipv6-block.ts';
import { modifyVpc } from '#resources/vpc/verbs/modify-vpc.ts';
import { vpcFaults } from '#resources/vpc/faults.ts';
import { each } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { silent } from '../../parameters.ts';
import { description, name, regionAsked } from '../parameters.ts';
import * as model from '../models/modify-vpc-attribute.ts';
import { vpcCidrRule } from './vpc-shapes.ts';

export const modifyVpcAttribute = action.write({
  model,
  region: 'optional',
  input: {
    CidrBlock: { max: 64, reasons: { length: vpcFaults.cidrMalformed } },
    VpcName: name(vpcFaults.nameMalformed),
    Description: description(vpcFaults.descriptionMalformed),
    ...each(['Ipv6CidrBlock', 'Ipv6Isp'], silent),
  },
  handle: async (context, input) => {
    const { CidrBlock: cidr, VpcId: vpc, EnableIPv6: has } = input;
    const region = regionAsked(context);
    await modifyVpc(context, {
      vpc,
      region,
      name: input.VpcName,
      block: cidr === undefined ? undefined : { cidr, rule: vpcCidrRule },
      details: {
        description: input.Description,
        dnsHostNames: input.EnableDnsHostname,
      },
    });
    if (has !== undefined) await switchIpv6(context, { vpc, region, has });
  },
});
