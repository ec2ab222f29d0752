// https://cloud.tencent.com/document/api/215/36730 and models/tencent/vpc.json
// CreateNatGatewayDestinationIpPortTranslationNatRule.
import { dnatRuleFaults } from '#resources/nat-gateway/dnat-faults.ts';
import { createDnatRules } from '#resources/nat-gateway/verbs/dnat-rules.ts';
import { action } from '../../../context.ts';
import * as model from '../models/create-nat-gateway-destination-ip-port-translation-nat-rule.ts';
import { natGatewayId } from '../nat-gateway/given.ts';
import { dnatPolicy, dnatRuleAsked, givenDnatRule, RULES_MAX } from './dnat-rule-shapes.ts';

export const createNatGatewayDestinationIpPortTranslationNatRule = action.write({
  model,
  input: {
    NatGatewayId: natGatewayId,
    DestinationIpPortTranslationNatRules: {
      min: 1,
      max: RULES_MAX,
      item: givenDnatRule,
      reasons: { count: dnatRuleFaults.tooManyNamed },
    },
  },
  handle: async (context, { NatGatewayId: gateway, DestinationIpPortTranslationNatRules }) => {
    const rules = DestinationIpPortTranslationNatRules.map(dnatRuleAsked);
    const { region } = context;
    await createDnatRules(context, { gateway, region, rules, policy: dnatPolicy });
  },
});
