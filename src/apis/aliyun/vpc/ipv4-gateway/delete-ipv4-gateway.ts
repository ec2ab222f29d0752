// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deleteipv4gateway
import { removeIpv4Gateway } from '#resources/internet-gateway/verbs/ipv4-gateway.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/delete-ipv4-gateway.ts';

export const deleteIpv4Gateway = action.write({
  model,
  input: {
    InternetMode: { default: 'private', values: ['private', 'public'] },
    ClientToken: clientToken,
  },
  handle: (context, { Ipv4GatewayId: gateway, InternetMode: mode }) =>
    removeIpv4Gateway(context, {
      gateway,
      region: context.region,
      internet: mode === 'private' ? 'none' : 'direct',
    }),
});
