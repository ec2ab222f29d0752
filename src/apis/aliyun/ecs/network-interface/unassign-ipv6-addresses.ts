// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-unassignipv6addresses
import { action } from '#apis/context.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { unassignIpv6 } from '#resources/network-interface/verbs/change-ipv6.ts';
import * as model from '../models/unassign-ipv6-addresses.ts';
import { interfaceNamed, ipv6Asked, ipv6Max } from './interface-fields.ts';

/** Takes IPv6 addresses from an interface. */
export const unassignIpv6Addresses = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceNamed,
    Ipv6Address: { max: ipv6Max },
    Ipv6Prefix: { max: ipv6Max },
  },
  handle: async (context, { NetworkInterfaceId: key, Ipv6Address, Ipv6Prefix = [] }) => {
    if (Ipv6Prefix.length > 0) throw networkInterfaceFaults.kindNotHere();
    const addresses = ipv6Asked(Ipv6Address).map(({ address }) => address);
    if (addresses.length === 0) throw networkInterfaceFaults.addressesMissing();
    await unassignIpv6(context, { interface: key, region: context.region, addresses });
  },
});
