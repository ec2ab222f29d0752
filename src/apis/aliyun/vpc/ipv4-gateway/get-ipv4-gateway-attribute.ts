// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-getipv4gatewayattribute
import { getIpv4Gateway } from '#resources/internet-gateway/verbs/gateways.ts';
import { time } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import * as model from '../models/get-ipv4-gateway-attribute.ts';
import { showGateways } from './ipv4-gateway-shapes.ts';

export const getIpv4GatewayAttribute = action.read({
  model,
  output: { CreateTime: time({ form: 'seconds' }) },
  handle: async (context, { Ipv4GatewayId: gateway }) => {
    const found = await getIpv4Gateway(context, { gateway, region: context.region });
    const [shown] = await showGateways(context, [found]);
    if (shown === undefined) throw new Error('A gateway is shown.');
    return { ...shown, CreateTime: found.createdAt };
  },
});
