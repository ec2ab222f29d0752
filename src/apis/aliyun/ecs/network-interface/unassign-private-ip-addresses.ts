// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-unassignprivateipaddresses
import { action } from '#apis/context.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { unassignAddresses } from '#resources/network-interface/verbs/change-addresses.ts';
import * as model from '../models/unassign-private-ip-addresses.ts';
import { addressesAsked, addressesMax, interfaceNamed } from './interface-fields.ts';

/** Takes addresses from an interface, never its primary one. */
export const unassignPrivateIpAddresses = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceNamed,
    PrivateIpAddress: { max: addressesMax - 1 },
    Ipv4Prefix: { max: 10 },
  },
  handle: async (context, { NetworkInterfaceId: key, PrivateIpAddress, Ipv4Prefix = [] }) => {
    if (Ipv4Prefix.length > 0) throw networkInterfaceFaults.kindNotHere();
    const addresses = addressesAsked(PrivateIpAddress).map(({ address }) => address);
    if (addresses.length === 0) throw networkInterfaceFaults.addressesMissing();
    await unassignAddresses(context, { interface: key, region: context.region, addresses });
  },
});
