// https://cloud.tencent.com/document/api/215/30647 and models/tencent/vpc.json
// ModifyHaVipAttribute.
import { modifyHaVip } from '#resources/ha-vip/verbs/ha-vips.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-ha-vip-attribute.ts';
import { haVipId, haVipName } from './ha-vip-shapes.ts';

export const modifyHaVipAttribute = action.write({
  model,
  input: { HaVipId: haVipId, HaVipName: haVipName },
  handle: (context, { HaVipId: vip, HaVipName: name }) =>
    modifyHaVip(context, { vip, region: context.region, name }),
});
