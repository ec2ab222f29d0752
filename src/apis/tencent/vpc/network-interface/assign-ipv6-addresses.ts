// https://cloud.tencent.com/document/api/215/36183 and models/tencent/vpc.json
// AssignIpv6Addresses.
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { assignIpv6 } from '#resources/network-interface/verbs/change-ipv6.ts';
import { action } from '../../../context.ts';
import * as model from '../models/assign-ipv6-addresses.ts';
import { addressesMax, clientToken, interfaceMeant } from './interface-input.ts';
import { ipv6Given, readIpv6 } from './ipv6-input.ts';
import { shownIpv6 } from './network-interface-shapes.ts';

export const assignIpv6Addresses = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    Ipv6Addresses: ipv6Given,
    Ipv6AddressCount: { min: 0, max: 1_000 },
    ClientToken: clientToken,
  },
  handle: async (context, { NetworkInterfaceId: key, ...asked }) => {
    const addresses = readIpv6(asked.Ipv6Addresses);
    const { Ipv6AddressCount: count = 0 } = asked;
    if (addresses.length + count === 0) throw networkInterfaceFaults.addressesMissing();
    const one = { interface: key, region: context.region };
    const held = await assignIpv6(context, { ...one, addresses, count, ipv6Max: addressesMax });
    return { Ipv6AddressSet: shownIpv6(held) };
  },
});
