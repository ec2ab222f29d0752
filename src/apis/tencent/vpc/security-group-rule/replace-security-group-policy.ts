// https://cloud.tencent.com/document/api/215/15811, models/tencent/vpc.json.
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { modifyRules } from '#resources/security-group-rule/verbs/modify-rules.ts';
import { action } from '../../../context.ts';
import { oneDirection, policySetAsked } from '../../structs/security-group-rule/policy-set.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/replace-security-group-policy.ts';
import { contentOf, indexOf } from './replaced-policies.ts';

/** Puts another rule in the place of the one at PolicyIndex. */
export const replaceSecurityGroupPolicy = action.write({
  model,
  input: {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
    SecurityGroupPolicySet: { ...policySetAsked, required: true },
    // For the vendor's log alone.
    OriginalSecurityGroupPolicySet: { deprecated: true },
  },
  handle: async (context, { SecurityGroupId: group, SecurityGroupPolicySet: set }) => {
    const { direction, policies } = oneDirection(set);
    const [policy, other] = policies;
    if (policy === undefined || other !== undefined) throw faults.tooManyNamed();
    const rule = { index: indexOf(policy) };
    await modifyRules(context, {
      region: context.region,
      group,
      version: set.Version,
      direction,
      changes: [{ rule, set: contentOf(policy, context), to: 'same' }],
    });
  },
});
