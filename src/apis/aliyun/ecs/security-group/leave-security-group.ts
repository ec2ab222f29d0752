// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-leavesecuritygroup
import { leaveGroup } from '#resources/instance/verbs/change-membership.ts';
import { action } from '../../../context.ts';
import { membershipAsked, membershipFields, membershipRules } from './membership-asked.ts';
import * as model from '../models/leave-security-group.ts';

export const leaveSecurityGroup = action.write({
  model,
  region: 'optional',
  input: membershipFields,
  rules: membershipRules,
  handle: async (context, asked) => leaveGroup(context, await membershipAsked(context, asked)),
});
