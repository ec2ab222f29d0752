// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-associatehavip
import { associateHaVip as associate } from '#resources/ha-vip/verbs/members.ts';
import { action } from '../../../context.ts';
import * as model from '../models/associate-ha-vip.ts';
import { memberFields, memberOf } from './ha-vip-shapes.ts';

/** Lets an instance or an interface stand in for a HaVip, at once. */
export const associateHaVip = action.write({
  model,
  input: memberFields,
  handle: async (context, asked) => {
    const { region } = context;
    const member = memberOf(asked);
    await associate(context, { region, vip: asked.HaVipId, member, mixes: false });
  },
});
