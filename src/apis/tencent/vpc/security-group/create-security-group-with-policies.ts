// https://cloud.tencent.com/document/api/215/43278, models/tencent/vpc.json.
import { createGroup } from '#resources/security-group/verbs/create-group.ts';
import { replaceRules } from '#resources/security-group-rule/verbs/replace-rules.ts';
import { action } from '../../../context.ts';
import {
  groupDescription,
  groupName,
  groupProject,
} from '../../structs/security-group/group-fields.ts';
import { shownSecurityGroup } from '../../structs/security-group/render-security-group.ts';
import {
  policySetAsked,
  policySpec,
  type Policy,
} from '../../structs/security-group-rule/policy-set.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-security-group-with-policies.ts';

/** Makes a group with rules of both directions, in the order of their indexes. */
export const createSecurityGroupWithPolicies = action.write({
  model,
  input: {
    GroupName: groupName,
    GroupDescription: groupDescription,
    ProjectId: groupProject,
    SecurityGroupPolicySet: policySetAsked,
    Tags: tagsGiven,
  },
  handle: async (context, input) => {
    const { region } = context;
    const tags = checkedTags(input.Tags);
    const { Ingress, Egress } = input.SecurityGroupPolicySet ?? {};
    const group = await createGroup(context, {
      region,
      vpc: null,
      name: input.GroupName,
      details: { description: input.GroupDescription, project: input.ProjectId },
      tags,
    });
    const specsOf = (policies: readonly Policy[] = []) =>
      policies
        .toSorted((a, b) => (a.PolicyIndex ?? 0) - (b.PolicyIndex ?? 0))
        .map((policy) => policySpec(policy, context));
    const lists = { ingress: specsOf(Ingress), egress: specsOf(Egress) };
    if (lists.ingress.length + lists.egress.length > 0) {
      const change = { region, group: group.key, ...lists } as const;
      await replaceRules(context, { ...change, order: 'given', limit: 'direction' });
    }
    return { SecurityGroup: shownSecurityGroup(group, tags) };
  },
});
