// https://cloud.tencent.com/document/api/215/15823 and models/tencent/vpc.json
// ModifyPrivateIpAddressesAttribute.
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { noteAddresses } from '#resources/network-interface/verbs/change-addresses.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-private-ip-addresses-attribute.ts';
import { addressesGiven, interfaceMeant, readAddresses } from './interface-input.ts';

export const modifyPrivateIpAddressesAttribute = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    PrivateIpAddresses: { ...addressesGiven, required: true },
  },
  handle: async (context, { NetworkInterfaceId: key, PrivateIpAddresses: given }) => {
    const { primary, addresses } = readAddresses(given);
    const named = primary === undefined ? addresses : [primary, ...addresses];
    if (named.length === 0) throw networkInterfaceFaults.addressMissing();
    const notes = named.map(({ address, note = null }) => ({ address, note }));
    await noteAddresses(context, { interface: key, region: context.region, notes });
  },
});
