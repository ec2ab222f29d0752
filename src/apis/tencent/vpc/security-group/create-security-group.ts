// https://cloud.tencent.com/document/api/215/15806, models/tencent/vpc.json CreateSecurityGroup.
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { createGroup } from '#resources/security-group/verbs/create-group.ts';
import { integer } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-security-group.ts';
import { shownSecurityGroup } from '../../structs/security-group/render-security-group.ts';

export const createSecurityGroup = action.write({
  model,
  input: {
    GroupName: {
      max: 60,
      reasons: {
        length: securityGroupFaults.nameTooLong,
        empty: securityGroupFaults.nameEmpty,
      },
    },
    GroupDescription: {
      max: 100,
      empty: 'kept',
      reasons: { length: securityGroupFaults.nameTooLong },
    },
    ProjectId: integer({ default: 0, min: 0, asString: true, empty: 'absent' }),
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
