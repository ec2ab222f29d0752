// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-unassociatehavip
import { dissociateHaVip } from '#resources/ha-vip/verbs/members.ts';
import { action } from '../../../context.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/unassociate-ha-vip.ts';
import { memberFields, memberOf } from './ha-vip-shapes.ts';

/** Ends the association of an instance or an interface with a HaVip, at once. */
export const unassociateHaVip = action.write({
  model,
  // Force is for the machine that announces the address, which none is seen to do.
  input: { ...memberFields, Force: silent },
  handle: (context, asked) =>
    dissociateHaVip(context, {
      region: context.region,
      vip: asked.HaVipId,
      member: memberOf(asked),
    }),
});
