// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-assignipv6addresses
import { action } from '#apis/context.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { assignIpv6 } from '#resources/network-interface/verbs/change-ipv6.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/assign-ipv6-addresses.ts';
import { interfaceNamed, ipv6Asked, ipv6Max } from './interface-fields.ts';

/** Gives an interface IPv6 addresses of its vSwitch: those named, or as many as asked for. */
export const assignIpv6Addresses = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceNamed,
    Ipv6Address: { max: ipv6Max },
    Ipv6AddressCount: { min: 1, max: ipv6Max },
    Ipv6Prefix: { max: ipv6Max },
    ClientToken: clientToken,
  },
  rules: [{ rule: 'exclusive', fields: ['Ipv6Address', 'Ipv6AddressCount'] }],
  handle: async (context, { NetworkInterfaceId: key, ...asked }) => {
    const { Ipv6AddressCount: count = 0, Ipv6Prefix: blocks = [], Ipv6PrefixCount } = asked;
    // Addresses come one by one here.
    if (blocks.length > 0 || Ipv6PrefixCount !== undefined) {
      throw networkInterfaceFaults.kindNotHere();
    }
    const addresses = ipv6Asked(asked.Ipv6Address);
    if (addresses.length + count === 0) throw networkInterfaceFaults.addressesMissing();
    const one = { interface: key, region: context.region };
    const held = await assignIpv6(context, { ...one, addresses, count, ipv6Max });
    return {
      NetworkInterfaceId: key,
      Ipv6Sets: held.map(({ address }) => address),
      Ipv6PrefixSets: [],
    };
  },
});
