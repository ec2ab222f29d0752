// https://cloud.tencent.com/document/api/215/30648 and models/tencent/vpc.json
// HaVipDisassociateAddressIp.
import { unbindFromHaVip } from '#resources/ha-vip/verbs/elastic.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/ha-vip-disassociate-address-ip.ts';
import { haVipId } from './ha-vip-shapes.ts';

export const haVipDisassociateAddressIp = action.write({
  model,
  input: { HaVipId: haVipId },
  handle: async (context, { HaVipId: vip }) => {
    const { region } = context;
    await unbindFromHaVip(context, { vip, region });
    await networkTask(context, region);
  },
});
