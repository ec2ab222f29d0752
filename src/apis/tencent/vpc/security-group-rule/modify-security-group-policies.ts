// https://cloud.tencent.com/document/api/215/15810, models/tencent/vpc.json.
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { replaceRules } from '#resources/security-group-rule/verbs/replace-rules.ts';
import { action } from '../../../context.ts';
import {
  policySetAsked,
  policySpec,
  type Policy,
} from '../../structs/security-group-rule/policy-set.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/modify-security-group-policies.ts';

/**
 * Replaces the lists of a group. Version 0 empties both whatever is given; another version is not
 * compared, since the page has no code for that.
 */
export const modifySecurityGroupPolicies = action.write({
  model,
  input: {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
    SecurityGroupPolicySet: { ...policySetAsked, required: true },
    SortPolicys: { default: false },
  },
  handle: async (context, { SecurityGroupId: group, SecurityGroupPolicySet: set, SortPolicys }) => {
    const { Ingress, Egress, Version } = set;
    const isEmptied = Version === 0;
    if (!isEmptied && Ingress === undefined && Egress === undefined) throw faults.noneGiven();
    const specsOf = (policies: readonly Policy[] | undefined) => {
      if (isEmptied) return [];
      if (policies?.some(({ PolicyIndex: index }) => index !== undefined)) {
        throw faults.indexUnexpected();
      }
      return policies?.map((policy) => policySpec(policy, context));
    };
    await replaceRules(context, {
      region: context.region,
      group,
      ingress: specsOf(Ingress),
      egress: specsOf(Egress),
      order: SortPolicys ? 'given' : 'kept',
      limit: 'direction',
    });
  },
});
