// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydeploymentsetattribute
import { action } from '#apis/context.ts';
import { modifyPlacementGroup } from '#resources/placement-group/verbs/groups.ts';
import * as model from '../models/modify-deployment-set-attribute.ts';
import { setDescription, setName } from './set-fields.ts';

/** Names a set anew, or describes it. */
export const modifyDeploymentSetAttribute = action.write({
  model,
  input: { DeploymentSetName: setName, Description: setDescription },
  handle: (context, { DeploymentSetId: group, DeploymentSetName: name, Description }) =>
    modifyPlacementGroup(context, {
      group,
      region: context.region,
      name,
      description: Description,
    }),
});
