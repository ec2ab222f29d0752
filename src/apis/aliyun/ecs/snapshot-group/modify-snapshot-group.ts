// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifysnapshotgroup
import { action } from '#apis/context.ts';
import { changeSnapshotGroup } from '#resources/snapshot-group/verbs/change-groups.ts';
import * as model from '../models/modify-snapshot-group.ts';
import { newDescription } from '../snapshot/snapshot-fields.ts';
import { groupName } from './group-fields.ts';

/** Changes what a group is called and what is said of it. */
export const modifySnapshotGroup = action.write({
  model,
  input: { Name: groupName, Description: newDescription },
  handle: (context, { SnapshotGroupId: group, Name: name, Description: description }) =>
    changeSnapshotGroup(context, { group, region: context.region, name, description }),
});
