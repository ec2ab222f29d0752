// https://cloud.tencent.com/document/api/215/55997, models/tencent/vpc.json.
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { modifyRules, type RuleChange } from '#resources/security-group-rule/verbs/modify-rules.ts';
import { action } from '../../../context.ts';
import { oneDirection, policySetAsked } from '../../structs/security-group-rule/policy-set.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/replace-security-group-policies.ts';
import { contentOf, indexOf } from './replaced-policies.ts';

/**
 * Changes rules of one direction: what they do (UpdateType Policy), where they stand (Priority), or
 * Both. A rule that moves is named by the set before the change, in the same order.
 */
export const replaceSecurityGroupPolicies = action.write({
  model,
  input: {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
    SecurityGroupPolicySet: { ...policySetAsked, required: true },
    OriginalSecurityGroupPolicySet: policySetAsked,
    UpdateType: {
      default: 'Policy',
      empty: 'absent',
      values: ['Policy', 'Priority', 'Both'],
      reasons: { value: faults.updateUnknown },
    },
  },
  handle: async (context, input) => {
    const { SecurityGroupId: group, SecurityGroupPolicySet: set, UpdateType: type } = input;
    const { direction, policies } = oneDirection(set);
    const moves = type !== 'Policy';
    const original = moves ? oneDirection(input.OriginalSecurityGroupPolicySet ?? {}) : undefined;
    if (original !== undefined && original.direction !== direction) throw faults.directionsMixed();
    const before = original?.policies ?? policies;
    if (before.length !== policies.length) throw faults.setsDiffer();
    const changes = policies.map((policy, at): RuleChange => {
      return {
        rule: { index: indexOf(before[at] ?? policy) },
        set: type === 'Priority' ? undefined : contentOf(policy, context),
        to: moves ? (policy.Priority ?? indexOf(policy)) : 'same',
      };
    });
    await modifyRules(context, {
      region: context.region,
      group,
      version: set.Version,
      direction,
      changes,
    });
  },
});
