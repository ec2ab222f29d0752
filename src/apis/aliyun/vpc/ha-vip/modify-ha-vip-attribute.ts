// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyhavipattribute
import { modifyHaVip } from '#resources/ha-vip/verbs/ha-vips.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-ha-vip-attribute.ts';
import { haVipNames } from './ha-vip-shapes.ts';

export const modifyHaVipAttribute = action.write({
  model,
  input: haVipNames,
  handle: (context, { HaVipId: vip, Name: name, Description: description }) =>
    modifyHaVip(context, { vip, region: context.region, name, description }),
});
