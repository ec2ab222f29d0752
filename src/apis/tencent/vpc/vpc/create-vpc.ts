// https://cloud.tencent.com/document/api/215/15774 and models/tencent/vpc.json CreateVpc.
import { vpcFaults } from '#resources/vpc/faults.ts';
import { createVpc as createVpcVerb } from '#resources/vpc/verbs/create-vpc.ts';
import { string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-vpc.ts';
import { vpcCidrRule, vpcFields } from './vpc-fields.ts';
import { shownVpc } from './vpc-shapes.ts';

const later = { source: 'tencentcloud-sdk-python-vpc 3.1.193', deprecated: true } as const;

export const createVpc = action.write({
  model,
  input: {
    ...vpcFields,
    CidrBlock: { max: 64, reasons: { empty: vpcFaults.empty } },
    Tags: tagsGiven,
    StackType: string(later),
    AddressType: string(later),
    Ipv6CidrBlock: string(later),
  },
  handle: async (context, input) => {
    const tags = checkedTags(input.Tags);
    const vpc = await createVpcVerb(context, {
      region: context.region,
      name: input.VpcName,
      cidr: input.CidrBlock,
      rule: vpcCidrRule,
      details: {
        dnsServers: input.DnsServers ?? [],
        domainName: input.DomainName ?? '',
        multicast: input.EnableMulticast === 'true',
        publishesRoutes: input.EnableRouteVpcPublish ?? false,
        publishesRoutesIpv6: input.EnableRouteVpcPublishIpv6 ?? false,
      },
      tags,
    });
    return { Vpc: shownVpc(vpc, tags) };
  },
});
