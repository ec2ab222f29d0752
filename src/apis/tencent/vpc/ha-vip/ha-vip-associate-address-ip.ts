// https://cloud.tencent.com/document/api/215/30649 and models/tencent/vpc.json
// HaVipAssociateAddressIp.
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import { bindToHaVip } from '#resources/ha-vip/verbs/elastic.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/ha-vip-associate-address-ip.ts';
import { haVipId } from './ha-vip-shapes.ts';

export const haVipAssociateAddressIp = action.write({
  model,
  input: { HaVipId: haVipId },
  handle: async (context, { HaVipId: vip, AddressIp }) => {
    const { region } = context;
    const elastic = parseAddress(AddressIp);
    if (elastic === undefined) throw haVipFaults.addressMalformed({ address: AddressIp });
    await bindToHaVip(context, { vip, region, elastic });
    await networkTask(context, region);
  },
});
