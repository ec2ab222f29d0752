// https://cloud.tencent.com/document/api/215/15807, models/tencent/vpc.json.
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { addRules } from '#resources/security-group-rule/verbs/add-rules.ts';
import { action } from '../../../context.ts';
import {
  oneDirection,
  policySetAsked,
  policySpec,
} from '../../structs/security-group-rule/policy-set.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/create-security-group-policies.ts';

/** Puts rules of one direction in front of the one at their PolicyIndex, without it behind all. */
export const createSecurityGroupPolicies = action.write({
  model,
  input: {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
    SecurityGroupPolicySet: { ...policySetAsked, required: true },
  },
  handle: async (context, { SecurityGroupId: group, SecurityGroupPolicySet: set }) => {
    const { direction, policies } = oneDirection(set);
    const [index, other] = new Set(policies.map(({ PolicyIndex }) => PolicyIndex));
    if (other !== undefined) throw faults.indexesMixed();
    await addRules(context, {
      region: context.region,
      group,
      version: set.Version,
      direction,
      rules: policies.map((policy) => policySpec(policy, context)),
      at: index ?? 'end',
      duplicates: 'refused',
      limit: 'direction',
    });
  },
});
