// https://cloud.tencent.com/document/api/215/15773 and models/tencent/vpc.json
// ModifyVpcAttribute.
import { vpcFaults } from '#resources/vpc/faults.ts';
import { modifyVpc } from '#resources/vpc/verbs/modify-vpc.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/modify-vpc-attribute.ts';
import { vpcFields } from './vpc-fields.ts';

export const modifyVpcAttribute = action.write({
  model,
  input: { VpcId: { ...vpcId('vpc'), required: true }, ...vpcFields },
  handle: (context, input) => {
    // No subnet here is in a dedicated zone: there is nothing of that kind to publish.
    if (input.EnableCdcPublish === true) throw vpcFaults.nothingDedicated();
    const { EnableMulticast: multicast } = input;
    return modifyVpc(context, {
      vpc: input.VpcId,
      region: context.region,
      name: input.VpcName,
      details: {
        multicast: multicast === undefined ? undefined : multicast === 'true',
        dnsServers: input.DnsServers,
        domainName: input.DomainName,
        publishesRoutes: input.EnableRouteVpcPublish,
        publishesRoutesIpv6: input.EnableRouteVpcPublishIpv6,
      },
    });
  },
});
