// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-deletenatgateway
import { deleteNatGateway as remove } from '#resources/nat-gateway/verbs/delete-nat-gateway.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-nat-gateway.ts';

/** The route that came with it goes with it. */
export const deleteNatGateway = action.write({
  model,
  handle: (context, { NatGatewayId: gateway, Force: force }) =>
    remove(context, {
      gateway,
      region: context.region,
      routes: 'of the main table go',
      rules: force === true ? 'go' : 'keep it',
    }),
});
