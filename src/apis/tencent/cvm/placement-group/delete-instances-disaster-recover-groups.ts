// https://cloud.tencent.com/document/api/213/123880 and today's SDK, which alone describes it.
import { action } from '#apis/context.ts';
import { leavePlacementGroups } from '#resources/instance/verbs/change-placement.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/delete-instances-disaster-recover-groups.ts';
import { groupIds } from './group-fields.ts';

/** Takes instances out of groups, all or none; where they are they stay. */
export const deleteInstancesDisasterRecoverGroups = action.write({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    DisasterRecoverGroupIds: { ...groupIds, required: true },
  },
  rules: [someInstanceIds, { rule: 'one-of', fields: ['DisasterRecoverGroupIds'] }],
  handle: (context, { InstanceIds: keys, DisasterRecoverGroupIds: groups }) =>
    leavePlacementGroups(context, { keys, groups, region: context.region }),
});
