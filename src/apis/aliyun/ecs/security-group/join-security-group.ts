// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-joinsecuritygroup
import { joinGroup } from '#resources/instance/verbs/change-membership.ts';
import { action } from '../../../context.ts';
import { membershipAsked, membershipFields, membershipRules } from './membership-asked.ts';
import * as model from '../models/join-security-group.ts';

export const joinSecurityGroup = action.write({
  model,
  region: 'optional',
  input: membershipFields,
  rules: membershipRules,
  handle: async (context, asked) => joinGroup(context, await membershipAsked(context, asked)),
});
