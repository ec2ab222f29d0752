// https://cloud.tencent.com/document/api/215/36181 and models/tencent/vpc.json
// ModifyIpv6AddressesAttribute.
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { noteIpv6 } from '#resources/network-interface/verbs/change-ipv6.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-ipv6-addresses-attribute.ts';
import { interfaceMeant } from './interface-input.ts';
import { ipv6Given, readIpv6 } from './ipv6-input.ts';

/** Changes what is said of IPv6 addresses of an interface. */
export const modifyIpv6AddressesAttribute = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    Ipv6Addresses: { ...ipv6Given, required: true },
  },
  handle: async (context, { NetworkInterfaceId: key, Ipv6Addresses: given }) => {
    const notes = readIpv6(given);
    if (notes.length === 0) throw networkInterfaceFaults.addressMissing();
    await noteIpv6(context, { interface: key, region: context.region, notes });
  },
});
