// https://cloud.tencent.com/document/api/215/15813 and models/tencent/vpc.json
// AssignPrivateIpAddresses.
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { assignAddresses } from '#resources/network-interface/verbs/change-addresses.ts';
import { action } from '../../../context.ts';
import * as model from '../models/assign-private-ip-addresses.ts';
import {
  addressCount,
  addressesGiven,
  addressesMax,
  clientToken,
  interfaceMeant,
  qualityAsked,
  qualityOf,
  readAddresses,
} from './interface-input.ts';
import { shownAddresses } from './network-interface-shapes.ts';

export const assignPrivateIpAddresses = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    PrivateIpAddresses: addressesGiven,
    SecondaryPrivateIpAddressCount: addressCount,
    QosLevel: qualityAsked,
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    const { primary, addresses } = readAddresses(input.PrivateIpAddresses);
    const { NetworkInterfaceId: key, SecondaryPrivateIpAddressCount: count = 0 } = input;
    if (primary !== undefined) throw networkInterfaceFaults.primaryGiven();
    if (addresses.length + count === 0) throw networkInterfaceFaults.addressesMissing();
    const added = await assignAddresses(context, {
      interface: key,
      region: context.region,
      addresses,
      count,
      quality: qualityOf(input.QosLevel),
      addressesMax,
    });
    return { PrivateIpAddressSet: shownAddresses({ addresses: added, bound: new Map() }) };
  },
});
