// https://cloud.tencent.com/document/api/215/36042 and models/tencent/vpc.json
// AssociateNatGatewayAddress.
import { associateAddresses } from '#resources/nat-gateway/verbs/addresses.ts';
import { action } from '../../../context.ts';
import * as model from '../models/associate-nat-gateway-address.ts';
import {
  addressCount,
  addressesWanted,
  addressMbps,
  natGatewayId,
  publicIps,
} from './nat-gateway-shapes.ts';

export const associateNatGatewayAddress = action.write({
  model,
  input: {
    NatGatewayId: natGatewayId,
    AddressCount: addressCount,
    PublicIpAddresses: publicIps,
    PublicIpAddressesBandwidthOut: addressMbps,
    StockPublicIpAddressesBandwidthOut: addressMbps,
    // No public address here is of one zone, and every one is enabled.
    Zone: { deprecated: true },
    PublicIpFromSameZone: { deprecated: true },
    IpAddressEnableMode: { values: [true] },
  },
  handle: (context, input) => {
    const { NatGatewayId: gateway } = input;
    return associateAddresses(context, {
      gateway,
      region: context.region,
      ...addressesWanted(input),
    });
  },
});
