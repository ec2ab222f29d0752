// https://cloud.tencent.com/document/api/215/30651 and models/tencent/vpc.json DeleteHaVip.
import { removeHaVip } from '#resources/ha-vip/verbs/ha-vips.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-ha-vip.ts';
import { haVipId } from './ha-vip-shapes.ts';

export const deleteHaVip = action.write({
  model,
  input: { HaVipId: haVipId },
  handle: (context, { HaVipId: vip }) =>
    removeHaVip(context, { vip, region: context.region, members: 'go' }),
});
