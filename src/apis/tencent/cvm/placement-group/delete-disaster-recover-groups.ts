// https://cloud.tencent.com/document/api/213/17814 (seed 004 L24716)
import { action } from '#apis/context.ts';
import { deletePlacementGroups } from '#resources/placement-group/verbs/groups.ts';
import * as model from '../models/delete-disaster-recover-groups.ts';
import { groupIds } from './group-fields.ts';

/** Deletes groups that have no instances, all or none. */
export const deleteDisasterRecoverGroups = action.write({
  model,
  input: { DisasterRecoverGroupIds: { ...groupIds, required: true } },
  handle: (context, { DisasterRecoverGroupIds: groups }) =>
    deletePlacementGroups(context, { groups, region: context.region }),
});
