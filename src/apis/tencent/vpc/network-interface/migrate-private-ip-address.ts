// https://cloud.tencent.com/document/api/215/15820 and models/tencent/vpc.json
// MigratePrivateIpAddress.
import { moveAddress } from '#resources/network-interface/verbs/change-addresses.ts';
import { action } from '../../../context.ts';
import * as model from '../models/migrate-private-ip-address.ts';
import { addressesMax, addressOf, interfaceMeant } from './interface-input.ts';

export const migratePrivateIpAddress = action.write({
  model,
  input: {
    SourceNetworkInterfaceId: interfaceMeant,
    DestinationNetworkInterfaceId: interfaceMeant,
    PrivateIpAddress: { max: 64, required: true },
  },
  handle: (context, input) =>
    moveAddress(context, {
      from: input.SourceNetworkInterfaceId,
      to: input.DestinationNetworkInterfaceId,
      address: addressOf(input.PrivateIpAddress),
      region: context.region,
      addressesMax,
    }),
});
