// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-leavesecuritygroup
import { leaveGroup } from '#resources/instance/verbs/change-membership.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { leaveInterfaces } from '#resources/network-interface/verbs/change-interface.ts';
import { action } from '../../../context.ts';
import {
  instanceAsked,
  interfaceAsked,
  membershipFields,
  membershipRules,
} from './membership-asked.ts';
import * as model from '../models/leave-security-group.ts';

export const leaveSecurityGroup = action.write({
  model,
  region: 'optional',
  input: membershipFields,
  rules: membershipRules,
  handle: async (context, asked) => {
    if (asked.InstanceId !== undefined) {
      return leaveGroup(context, await instanceAsked(context, asked));
    }
    const { known, detail, ...left } = await interfaceAsked(context, asked);
    // As an instance, it stays in one at least.
    if (known.length === 1 && known.includes(asked.SecurityGroupId)) {
      throw networkInterfaceFaults.lastGroup(detail);
    }
    return leaveInterfaces(context, left);
  },
});
