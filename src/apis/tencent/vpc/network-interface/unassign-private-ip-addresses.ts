// https://cloud.tencent.com/document/api/215/15814 and models/tencent/vpc.json
// UnassignPrivateIpAddresses.
import { unassignAddresses } from '#resources/network-interface/verbs/change-addresses.ts';
import { detachInterface } from '#resources/network-interface/verbs/attach-interface.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { action } from '../../../context.ts';
import * as model from '../models/unassign-private-ip-addresses.ts';
import { addressesGiven, instanceNamed, interfaceMeant, readAddresses } from './interface-input.ts';

/** Gives addresses back; where an instance is named, the interface is taken from it as well. */
export const unassignPrivateIpAddresses = action.write({
  model,
  input: {
    NetworkInterfaceId: interfaceMeant,
    PrivateIpAddresses: { ...addressesGiven, required: true },
    InstanceId: instanceNamed,
  },
  handle: async (context, input) => {
    const { NetworkInterfaceId: key, InstanceId: instance } = input;
    const { primary, addresses } = readAddresses(input.PrivateIpAddresses);
    const named = primary === undefined ? addresses : [primary, ...addresses];
    if (named.length === 0) throw networkInterfaceFaults.addressMissing();
    const one = { interface: key, region: context.region };
    await unassignAddresses(context, { ...one, addresses: named.map(({ address }) => address) });
    if (instance !== undefined) await detachInterface(context, { ...one, instance });
  },
});
