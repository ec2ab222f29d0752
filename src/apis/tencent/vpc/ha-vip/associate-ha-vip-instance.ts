// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// AssociateHaVipInstance.
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import { associateHaVip } from '#resources/ha-vip/verbs/members.ts';
import { action } from '../../../context.ts';
import * as model from '../models/associate-ha-vip-instance.ts';
import { associationsAsked, memberOf } from './ha-vip-shapes.ts';

/** Lets instances and interfaces stand in for HAVIPs, all of them or none. */
export const associateHaVipInstance = action.write({
  model,
  input: { HaVipAssociationSet: { ...associationsAsked, required: true } },
  handle: async (context, { HaVipAssociationSet: asked }) => {
    const { region } = context;
    for (const one of asked) {
      if (one.HaVipId === undefined) throw haVipFaults.membersNamed();
      const member = memberOf(one);
      await associateHaVip(context, { region, vip: one.HaVipId, member, mixes: true });
    }
  },
});
