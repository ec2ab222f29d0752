// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-allocatepublicipaddress
import { action } from '#apis/context.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { allocateAddress } from '#resources/instance/verbs/allocate-address.ts';
import { formatAddress, parseAddress } from '#resources/subnet/cidr.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import * as model from '../models/allocate-public-ip-address.ts';

/** Gives an instance that has bandwidth its public address; one that it has already is told. */
export const allocatePublicIpAddress = action.write({
  model,
  region: 'none',
  input: { IpAddress: { max: 64 }, VlanId: { max: 64 } },
  handle: async (context, { InstanceId: key, IpAddress: wanted, VlanId }) => {
    if (wanted !== undefined && parseAddress(wanted) === undefined) {
      throw bandwidthFaults.addressMalformed();
    }
    await unexpiredInstance(context, key);
    if (VlanId !== undefined) throw bandwidthFaults.networkUnknown();
    const address = formatAddress(await allocateAddress(context, { instance: key }));
    // Only users of a list may choose, says the page; what is chosen anyway is this one or none.
    if (wanted !== undefined && wanted !== address) throw bandwidthFaults.addressNotChosen();
    return { IpAddress: address };
  },
});
