// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-updateipv4gatewayattribute
import { changeIpv4Gateway } from '#resources/internet-gateway/verbs/gateways.ts';
import { action } from '../../../context.ts';
import * as model from '../models/update-ipv4-gateway-attribute.ts';
import { gatewayNames } from './ipv4-gateway-shapes.ts';

export const updateIpv4GatewayAttribute = action.write({
  model,
  input: gatewayNames,
  handle: (context, input) =>
    changeIpv4Gateway(context, {
      gateway: input.Ipv4GatewayId,
      region: context.region,
      name: input.Ipv4GatewayName,
      description: input.Ipv4GatewayDescription,
    }),
});
