// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-updatenatgatewaynattype
import { moveIn } from '#resources/nat-gateway/verbs/move-in.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/update-nat-gateway-nat-type.ts';

export const updateNatGatewayNatType = action.write({
  model,
  input: { NatType: { values: ['Enhanced'] }, ClientToken: clientToken },
  handle: (context, { NatGatewayId: gateway, VSwitchId: subnet }) =>
    moveIn(context, { gateway, subnet, region: context.region }),
});
