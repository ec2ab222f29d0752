// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-enablevpcipv4gateway
import { ipv4GatewayFaults } from '#resources/internet-gateway/faults.ts';
import { enableIpv4Gateway } from '#resources/internet-gateway/verbs/ipv4-gateway.ts';
import { id, list } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/enable-vpc-ipv4-gateway.ts';
import { destinationRule } from '../route/routes.ts';

export const enableVpcIpv4Gateway = action.write({
  model,
  input: {
    RouteTableList: list(id('route-table'), {
      max: 10,
      reasons: { count: ipv4GatewayFaults.tooManyTables },
    }),
    ClientToken: clientToken,
  },
  handle: (context, { Ipv4GatewayId: gateway, RouteTableList: tables = [] }) =>
    enableIpv4Gateway(context, {
      gateway,
      region: context.region,
      tables,
      rule: destinationRule,
    }),
});
