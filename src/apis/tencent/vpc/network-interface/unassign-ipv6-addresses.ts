// https://cloud.tencent.com/document/api/215/36182 and models/tencent/vpc.json
// UnassignIpv6Addresses.
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { unassignIpv6 } from '#resources/network-interface/verbs/change-ipv6.ts';
import { action } from '../../../context.ts';
import * as model from '../models/unassign-ipv6-addresses.ts';
import { interfaceMeant } from './interface-input.ts';
import { ipv6Given, readIpv6 } from './ipv6-input.ts';

export const unassignIpv6Addresses = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    Ipv6Addresses: { ...ipv6Given, required: true },
  },
  handle: async (context, { NetworkInterfaceId: key, Ipv6Addresses: given }) => {
    const addresses = readIpv6(given).map(({ address }) => address);
    if (addresses.length === 0) throw networkInterfaceFaults.addressMissing();
    await unassignIpv6(context, { interface: key, region: context.region, addresses });
  },
});
