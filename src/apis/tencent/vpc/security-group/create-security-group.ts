// https://cloud.tencent.com/document/api/215/15806, models/tencent/vpc.json CreateSecurityGroup.
import { createGroup } from '#resources/security-group/verbs/create-group.ts';
import {
  groupDescription,
  groupName,
  groupProject,
} from '../../structs/security-group/group-fields.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-security-group.ts';
import { shownSecurityGroup } from '../../structs/security-group/render-security-group.ts';

export const createSecurityGroup = action.write({
  model,
  input: {
    GroupName: groupName,
    GroupDescription: groupDescription,
    ProjectId: groupProject,
    Tags: tagsGiven,
  },
  handle: async (context, input) => {
    const tags = checkedTags(input.Tags);
    const { GroupName: name, GroupDescription: description, ProjectId: project } = input;
    const group = await createGroup(context, {
      region: context.region,
      vpc: null,
      name,
      details: { description, project },
      tags,
    });
    return { SecurityGroup: shownSecurityGroup(group, tags) };
  },
});
