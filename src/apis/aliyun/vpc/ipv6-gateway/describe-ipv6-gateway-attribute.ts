// https://www.alibabacloud.com/help/en/ipv6-gateway/developer-reference/api-describeipv6gatewayattribute
import { listInternetGateways } from '#resources/internet-gateway/verbs/list-gateways.ts';
import { time } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-ipv6-gateway-attribute.ts';
import { showGateways } from './ipv6-gateway-shapes.ts';

/** Of a gateway that is not there the answer has an empty Status, which Terraform takes for it. */
export const describeIpv6GatewayAttribute = action.read({
  model,
  output: {
    CreationTime: time({ form: 'seconds', optional: true }),
    // No route table here is one of a gateway.
    ...each(['BusinessStatus', 'Description', 'ExpiredTime', 'GatewayRouteTableId'], {
      optional: true,
    }),
    ...each(['InstanceChargeType', 'Ipv6GatewayId', 'Name', 'OwnerId'], { optional: true }),
    ...each(['RegionId', 'Tags', 'VpcId'], { optional: true }),
    ResourceGroupId: { optional: true },
  },
  handle: async (context, { Ipv6GatewayId: key }) => {
    const { items } = await listInternetGateways(context, {
      region: context.region,
      family: 'ipv6',
      filter: { keys: [key] },
      page: { offset: 0, limit: 1 },
    });
    const [shown] = await showGateways(context, items);
    return shown ?? { Status: '' };
  },
});
