// https://cloud.tencent.com/document/api/215/65709, models/tencent/vpc.json.
import { cloneGroup } from '#resources/security-group-rule/verbs/clone-group.ts';
import { regionByVendorName } from '#catalogue/places.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { action } from '../../../context.ts';
import {
  groupDescription,
  groupName,
  groupProject,
} from '../../structs/security-group/group-fields.ts';
import { shownSecurityGroup } from '../../structs/security-group/render-security-group.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/clone-security-group.ts';

/** Makes a group with the rules of another one, which may be in another region. */
export const cloneSecurityGroup = action.write({
  model,
  input: {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
    GroupName: groupName,
    GroupDescription: groupDescription,
    ProjectId: groupProject,
    RemoteRegion: { empty: 'absent' },
    Tags: tagsGiven,
    IsCloneTags: { default: false },
  },
  handle: async (context, input) => {
    const { region } = context;
    const { SecurityGroupId: source, RemoteRegion: remote } = input;
    const from = remote === undefined ? region : regionByVendorName('tencent', remote);
    if (from === undefined) throw securityGroupFaults.notFound({ 'security-group': source });
    const group = await cloneGroup(context, {
      region,
      from: { region: from, group: source },
      name: input.GroupName,
      description: input.GroupDescription,
      project: input.ProjectId,
      tags: checkedTags(input.Tags),
      withTags: input.IsCloneTags,
    });
    const tags = await tagsOf(context.db, 'security-group', [group.key]);
    return { SecurityGroup: shownSecurityGroup(group, tags.get(group.key)) };
  },
});
