// https://www.alibabacloud.com/help/en/ipv6-gateway/developer-reference/api-modifyipv6gatewayattribute
import { changeIpv6Gateway } from '#resources/internet-gateway/verbs/gateways.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-ipv6-gateway-attribute.ts';
import { gatewayNames } from './ipv6-gateway-shapes.ts';

export const modifyIpv6GatewayAttribute = action.write({
  model,
  input: gatewayNames,
  handle: (context, { Ipv6GatewayId: gateway, Name: name, Description: description }) =>
    changeIpv6Gateway(context, { gateway, region: context.region, name, description }),
});
