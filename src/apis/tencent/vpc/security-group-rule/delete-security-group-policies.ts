// https://cloud.tencent.com/document/api/215/15809, models/tencent/vpc.json.
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { removeRules, type RulesMeant } from '#resources/security-group-rule/verbs/remove-rules.ts';
import { action } from '../../../context.ts';
import {
  oneDirection,
  policySetAsked,
  policySpec,
  type Policy,
} from '../../structs/security-group-rule/policy-set.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/delete-security-group-policies.ts';

/** Takes rules of one direction out of a group, named by their places or by what they do. */
export const deleteSecurityGroupPolicies = action.write({
  model,
  input: {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
    SecurityGroupPolicySet: { ...policySetAsked, required: true },
  },
  handle: async (context, { SecurityGroupId: group, SecurityGroupPolicySet: set }) => {
    const { direction, policies } = oneDirection(set);
    await removeRules(context, {
      region: context.region,
      group,
      version: set.Version,
      direction,
      rules: meant(policies, context),
      missing: 'refused',
    });
  },
});

/** Where a policy has a place, what else it says is that of the list as it was shown. */
function meant(policies: readonly Policy[], by: { readonly account: string }): RulesMeant {
  const indexes = policies.flatMap(({ PolicyIndex: index }) =>
    index === undefined ? [] : [index],
  );
  if (indexes.length === policies.length) return { indexes };
  if (indexes.length > 0) throw faults.waysMixed();
  return { like: policies.map((policy) => policySpec(policy, by)) };
}
