// https://cloud.tencent.com/document/api/213/17811 (seed 004 L24565)
import { action } from '#apis/context.ts';
import { modifyPlacementGroup } from '#resources/placement-group/verbs/groups.ts';
import * as model from '../models/modify-disaster-recover-group-attribute.ts';
import { affinity, groupId, groupName } from './group-fields.ts';

/** Names a group anew; its affinity, of today's SDK, may not fall below what its members share. */
export const modifyDisasterRecoverGroupAttribute = action.write({
  model,
  input: {
    DisasterRecoverGroupId: { ...groupId, required: true },
    Name: { ...groupName, required: true },
    Affinity: affinity,
  },
  handle: (context, { DisasterRecoverGroupId: group, Name: name, Affinity }) =>
    modifyPlacementGroup(context, { group, region: context.region, name, affinity: Affinity }),
});
