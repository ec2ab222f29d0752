// https://cloud.tencent.com/document/api/215/36039 and models/tencent/vpc.json CreateNatGateway.
import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { giveAddresses } from '#resources/nat-gateway/gateway-addresses.ts';
import { createNatGateway as create } from '#resources/nat-gateway/verbs/create-nat-gateway.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/create-nat-gateway.ts';
import { addressCount, addressesWanted, addressMbps, natGatewayName, publicIps } from './given.ts';
import { showNatGateways } from './nat-gateway-shapes.ts';

/** The sizes that are sold; one that grows by itself has the last. */
const sizes = {
  outMbps: [20, 50, 100, 200, 500, 1000, 2000, 5000],
  connections: [1_000_000, 3_000_000, 10_000_000],
} as const;
export const connectionSizes = {
  values: sizes.connections,
  reasons: { value: natGatewayFaults.sizeUnknown },
} as const;
const standard = { outMbps: 5000, connectionsMax: 2_000_000 } as const;

export const createNatGateway = action.write({
  model,
  input: {
    NatGatewayName: natGatewayName,
    VpcId: { ...vpcId('vpc'), required: true },
    InternetMaxBandwidthOut: {
      default: 100,
      values: sizes.outMbps,
      reasons: { value: natGatewayFaults.sizeUnknown },
    },
    MaxConcurrentConnection: { default: 1_000_000, ...connectionSizes },
    AddressCount: addressCount,
    PublicIpAddresses: publicIps,
    PublicIpAddressesBandwidthOut: addressMbps,
    StockPublicIpAddressesBandwidthOut: addressMbps,
    Tags: tagsGiven,
    // No public address here is of one zone.
    PublicIpFromSameZone: { deprecated: true },
    SubnetId: { deprecated: true },
    NatProductVersion: {
      default: 1,
      values: [1, 2],
      reasons: { value: natGatewayFaults.kindUnknown },
    },
  },
  handle: async (context, input) => {
    // No gateway here has a cluster of its own.
    if (input.ExclusiveType !== undefined) throw natGatewayFaults.kindUnknown();
    const isStandard = input.NatProductVersion === 2;
    const asked = {
      outMbps: input.InternetMaxBandwidthOut,
      connectionsMax: input.MaxConcurrentConnection,
    };
    const addresses = addressesWanted(input);
    const gateway = await create(context, {
      ...(isStandard ? standard : asked),
      vpc: input.VpcId,
      region: context.region,
      zone: input.Zone,
      name: input.NatGatewayName,
      description: '',
      isStandard,
      isProtected: input.DeletionProtectionEnabled ?? false,
      tags: checkedTags(input.Tags),
    });
    await giveAddresses(context, gateway, addresses);
    return { TotalCount: 1, NatGatewaySet: await showNatGateways(context, [gateway]) };
  },
});
