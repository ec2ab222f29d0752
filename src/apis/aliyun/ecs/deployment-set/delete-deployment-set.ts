// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletedeploymentset
import { action } from '#apis/context.ts';
import { deletePlacementGroups } from '#resources/placement-group/verbs/groups.ts';
import * as model from '../models/delete-deployment-set.ts';

/** Deletes a set that has no instances. */
export const deleteDeploymentSet = action.write({
  model,
  handle: (context, { DeploymentSetId: group }) =>
    deletePlacementGroups(context, { groups: [group], region: context.region }),
});
