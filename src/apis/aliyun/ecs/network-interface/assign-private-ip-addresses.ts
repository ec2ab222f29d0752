// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-assignprivateipaddresses
import { action } from '#apis/context.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { assignAddresses } from '#resources/network-interface/verbs/change-addresses.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/assign-private-ip-addresses.ts';
import { addressesAsked, addressesMax, interfaceNamed } from './interface-fields.ts';

/** Gives an interface further addresses of its vSwitch: those named, or as many as asked for. */
export const assignPrivateIpAddresses = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceNamed,
    PrivateIpAddress: { max: addressesMax - 1 },
    SecondaryPrivateIpAddressCount: { min: 1, max: addressesMax - 1 },
    Ipv4Prefix: { max: 10 },
    ClientToken: clientToken,
  },
  rules: [{ rule: 'exclusive', fields: ['PrivateIpAddress', 'SecondaryPrivateIpAddressCount'] }],
  handle: async (context, asked) => {
    const { NetworkInterfaceId: key, SecondaryPrivateIpAddressCount: count = 0 } = asked;
    const { Ipv4Prefix: blocks = [], Ipv4PrefixCount } = asked;
    // Addresses come one by one here.
    if (blocks.length > 0 || Ipv4PrefixCount !== undefined) {
      throw networkInterfaceFaults.kindNotHere();
    }
    const addresses = addressesAsked(asked.PrivateIpAddress);
    if (addresses.length + count === 0) throw networkInterfaceFaults.addressesMissing();
    const { region } = context;
    const added = await assignAddresses(context, {
      interface: key,
      region,
      addresses,
      count,
      addressesMax,
    });
    return {
      AssignedPrivateIpAddressesSet: {
        NetworkInterfaceId: key,
        PrivateIpSet: added.map(({ address }) => formatAddress(address)),
        Ipv4PrefixSet: [],
      },
    };
  },
});
