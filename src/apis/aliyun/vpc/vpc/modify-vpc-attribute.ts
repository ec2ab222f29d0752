// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyvpcattribute
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
    ...each(['EnableIPv6', 'Ipv6CidrBlock', 'Ipv6Isp'], silent),
  },
  handle: (context, input) => {
    const { CidrBlock: cidr } = input;
    return modifyVpc(context, {
      vpc: input.VpcId,
      region: regionAsked(context),
      name: input.VpcName,
      block: cidr === undefined ? undefined : { cidr, rule: vpcCidrRule },
      details: {
        description: input.Description,
        dnsHostNames: input.EnableDnsHostname,
      },
    });
  },
});
