// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletehavip
import { removeHaVip } from '#resources/ha-vip/verbs/ha-vips.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/delete-ha-vip.ts';

export const deleteHaVip = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { HaVipId: vip }) =>
    removeHaVip(context, { vip, region: context.region, members: 'keep it' }),
});
