// https://cloud.tencent.com/document/api/215/36038 and models/tencent/vpc.json DeleteNatGateway.
import { deleteNatGateway as remove } from '#resources/nat-gateway/verbs/delete-nat-gateway.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-nat-gateway.ts';
import { natGatewayId } from './given.ts';

/** Its rules go with it, and its elastic addresses stay; routes hold it unless told otherwise. */
export const deleteNatGateway = action.write({
  model,
  input: { NatGatewayId: natGatewayId },
  handle: (context, { NatGatewayId: gateway, IgnoreOperationRisk: risky }) =>
    remove(context, {
      gateway,
      region: context.region,
      routes: risky === true ? 'go' : 'keep it',
      rules: 'go',
    }),
});
