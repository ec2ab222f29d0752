// https://cloud.tencent.com/document/api/215/36035 and models/tencent/vpc.json
// ResetNatGatewayConnection.
import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { getNatGateway } from '#resources/nat-gateway/verbs/get-nat-gateway.ts';
import { modifyNatGateway } from '#resources/nat-gateway/verbs/modify-nat-gateway.ts';
import { action } from '../../../context.ts';
import * as model from '../models/reset-nat-gateway-connection.ts';
import { connectionSizes } from './create-nat-gateway.ts';
import { natGatewayId } from './given.ts';

export const resetNatGatewayConnection = action.write({
  model,
  input: {
    NatGatewayId: natGatewayId,
    MaxConcurrentConnection: { ...connectionSizes, required: true },
  },
  handle: async (context, input) => {
    // No gateway here has a cluster of its own.
    if (input.ExclusiveType !== undefined) throw natGatewayFaults.kindUnknown();
    const { NatGatewayId: gateway, MaxConcurrentConnection: connectionsMax } = input;
    const { region } = context;
    const { isStandard, key } = await getNatGateway(context, { gateway, region });
    // What grows by itself has no size of its own.
    if (isStandard) throw natGatewayFaults.sizeFixed({ 'nat-gateway': key });
    await modifyNatGateway(context, { gateway, region, connectionsMax });
  },
});
