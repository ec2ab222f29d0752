// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-joinsecuritygroup
import { joinGroup } from '#resources/instance/verbs/change-membership.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { joinInterfaces } from '#resources/network-interface/verbs/change-interface.ts';
import { action } from '../../../context.ts';
import { groupsMax } from '../network-interface/interface-fields.ts';
import {
  instanceAsked,
  interfaceAsked,
  membershipFields,
  membershipRules,
} from './membership-asked.ts';
import * as model from '../models/join-security-group.ts';

export const joinSecurityGroup = action.write({
  model,
  region: 'optional',
  input: membershipFields,
  rules: membershipRules,
  handle: async (context, asked) => {
    if (asked.InstanceId !== undefined) {
      return joinGroup(context, await instanceAsked(context, asked));
    }
    const { known, detail, ...joined } = await interfaceAsked(context, asked);
    if (known.includes(asked.SecurityGroupId)) throw networkInterfaceFaults.inGroupAlready(detail);
    return joinInterfaces(context, { ...joined, groupsMax });
  },
});
