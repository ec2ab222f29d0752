// https://www.alibabacloud.com/help/en/ipv6-gateway/developer-reference/api-deleteipv6gateway
import { removeIpv6Gateway } from '#resources/internet-gateway/verbs/gateways.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/delete-ipv6-gateway.ts';

export const deleteIpv6Gateway = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: async (context, { Ipv6GatewayId: gateway }) => {
    await removeIpv6Gateway(context, { gateway, region: context.region });
  },
});
