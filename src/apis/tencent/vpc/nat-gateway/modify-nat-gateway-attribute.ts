// https://cloud.tencent.com/document/api/215/36036 and models/tencent/vpc.json
// ModifyNatGatewayAttribute.
import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { modifyNatGateway } from '#resources/nat-gateway/verbs/modify-nat-gateway.ts';
import { requireSecurityGroups } from '#resources/security-group/verbs/require-security-groups.ts';
import { action } from '../../../context.ts';
import { vpcIds } from '../listing.ts';
import * as model from '../models/modify-nat-gateway-attribute.ts';
import { natGatewayId, natGatewayName } from './given.ts';

export const modifyNatGatewayAttribute = action.write({
  model,
  input: {
    NatGatewayId: natGatewayId,
    NatGatewayName: natGatewayName,
    InternetMaxBandwidthOut: {
      min: 0,
      max: 50_000,
      reasons: { range: natGatewayFaults.sizeUnknown },
    },
    SecurityGroupIds: vpcIds('security-group'),
  },
  handle: async (context, input) => {
    const { SecurityGroupIds: groups = [], PublicAddressAffinity: sticky } = input;
    // The groups are the final ones, and hold only where they are to be changed.
    const securityGroups = input.ModifySecurityGroup === true ? groups : undefined;
    await requireSecurityGroups(context, securityGroups ?? [], { region: context.region });
    await modifyNatGateway(context, {
      gateway: input.NatGatewayId,
      region: context.region,
      name: input.NatGatewayName,
      outMbps: input.InternetMaxBandwidthOut,
      isProtected: input.DeletionProtectionEnabled,
      details: {
        ...(sticky !== undefined && { sticky }),
        ...(securityGroups !== undefined && { securityGroups }),
      },
    });
  },
});
