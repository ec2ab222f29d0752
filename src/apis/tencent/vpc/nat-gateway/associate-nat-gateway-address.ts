// https://cloud.tencent.com/document/api/215/36042 and models/tencent/vpc.json
// AssociateNatGatewayAddress.
import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { associateAddresses } from '#resources/nat-gateway/verbs/addresses.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/associate-nat-gateway-address.ts';
import { addressCount, addressesWanted, addressMbps, natGatewayId, publicIps } from './given.ts';

export const associateNatGatewayAddress = action.write({
  model,
  input: {
    NatGatewayId: natGatewayId,
    AddressCount: addressCount,
    PublicIpAddresses: publicIps,
    PublicIpAddressesBandwidthOut: addressMbps,
    StockPublicIpAddressesBandwidthOut: addressMbps,
    // No public address here is of one zone.
    Zone: { deprecated: true },
    PublicIpFromSameZone: { deprecated: true },
  },
  handle: async (context, input) => {
    // Every address here that is bound is enabled.
    if (input.IpAddressEnableMode === false) throw natGatewayFaults.kindUnknown();
    const { NatGatewayId: gateway } = input;
    const { region } = context;
    await associateAddresses(context, { gateway, region, ...addressesWanted(input) });
    // Clients wait for the task of the request's id (DescribeVpcTaskResult).
    await networkTask(context, region);
  },
});
