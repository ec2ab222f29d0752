// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DisassociateHaVipInstance.
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import { dissociateHaVip } from '#resources/ha-vip/verbs/members.ts';
import { action } from '../../../context.ts';
import * as model from '../models/disassociate-ha-vip-instance.ts';
import { associationsAsked, memberOf } from './ha-vip-shapes.ts';

/** Ends associations of HAVIPs, all of them or none. */
export const disassociateHaVipInstance = action.write({
  model,
  input: { HaVipAssociationSet: { ...associationsAsked, required: true } },
  handle: async (context, { HaVipAssociationSet: asked }) => {
    const { region } = context;
    for (const one of asked) {
      if (one.HaVipId === undefined) throw haVipFaults.membersNamed();
      const member = memberOf(one);
      await dissociateHaVip(context, { region, vip: one.HaVipId, member });
    }
  },
});
