// https://cloud.tencent.com/document/api/215/51187 and models/tencent/vpc.json
// CreateNatGatewaySourceIpTranslationNatRule.
import { snatRuleFaults } from '#resources/nat-gateway/snat-faults.ts';
import { createSnatRules } from '#resources/nat-gateway/verbs/create-snat-rules.ts';
import { action } from '../../../context.ts';
import * as model from '../models/create-nat-gateway-source-ip-translation-nat-rule.ts';
import { natGatewayId } from '../nat-gateway/given.ts';
import { givenSnatRule, snatRuleAsked } from './snat-rule-shapes.ts';

const AT_ONCE_MAX = 100;

export const createNatGatewaySourceIpTranslationNatRule = action.write({
  model,
  input: {
    NatGatewayId: natGatewayId,
    SourceIpTranslationNatRules: {
      min: 1,
      max: AT_ONCE_MAX,
      item: givenSnatRule,
      reasons: { count: snatRuleFaults.tooManyNamed },
    },
  },
  handle: async (context, { NatGatewayId: gateway, SourceIpTranslationNatRules: given }) => {
    const rules = given.map(snatRuleAsked);
    await createSnatRules(context, { gateway, region: context.region, rules });
  },
});
