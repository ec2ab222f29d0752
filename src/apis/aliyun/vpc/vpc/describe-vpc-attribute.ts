// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcattribute
import { dhcpOptionSetsOf } from '#resources/dhcp-option-set/associations.ts';
import { gatewaysOfVpc } from '#resources/internet-gateway/usage.ts';
import { tablesOfVpcs } from '#resources/route-table/usage.ts';
import { subnetsOfVpcs } from '#resources/subnet/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { getVpc } from '#resources/vpc/verbs/get-vpc.ts';
import { action } from '../../../context.ts';
import { silent } from '../../parameters.ts';
import { shownVpc } from './vpc-shapes.ts';
import * as model from '../models/describe-vpc-attribute.ts';

export const describeVpcAttribute = action.read({
  model,
  input: { IsDefault: silent },
  handle: async (context, input) => {
    const vpc = await getVpc(context, { vpc: input.VpcId, region: context.region });
    const tags = await tagsOf(context.db, 'vpc', [vpc.key]);
    const subnets = (await subnetsOfVpcs(context, [vpc.key])).get(vpc.key) ?? [];
    const tables = (await tablesOfVpcs(context.db, [vpc.key])).get(vpc.key);
    const sets = await dhcpOptionSetsOf(context.db, [vpc.key]);
    const gateways = await gatewaysOfVpc(context.db, vpc.key);
    const ipv4Gateway = gateways.find(({ family }) => family === 'ipv4');
    const count = (type: string, of: number) => ({ ResourceType: type, ResourceCount: of });
    return {
      ...shownVpc(vpc, { tags: tags.get(vpc.key), subnets, dhcp: sets.get(vpc.key) }),
      AssociatedCens: [],
      AssociatedPropagationSources: [],
      ClassicLinkEnabled: vpc.details.classicLink,
      CloudResources: [
        count('VRouter', 1),
        count('RouteTable', tables?.length ?? 0),
        ...(subnets.length === 0 ? [] : [count('VSwitch', subnets.length)]),
      ],
      Ipv4GatewayId: ipv4Gateway?.key ?? '',
      SupportIpv4Gateway: vpc.details.hasCentralInternet,
    };
  },
});
