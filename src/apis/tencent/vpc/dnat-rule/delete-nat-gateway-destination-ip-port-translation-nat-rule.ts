// https://cloud.tencent.com/document/api/215/36731 and models/tencent/vpc.json
// DeleteNatGatewayDestinationIpPortTranslationNatRule.
import { dnatRuleFaults } from '#resources/nat-gateway/dnat-faults.ts';
import { deleteDnatRules } from '#resources/nat-gateway/verbs/dnat-rules.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-nat-gateway-destination-ip-port-translation-nat-rule.ts';
import { natGatewayId } from '../nat-gateway/given.ts';
import { dnatRuleAsked, givenDnatRule, RULES_MAX } from './dnat-rule-shapes.ts';

export const deleteNatGatewayDestinationIpPortTranslationNatRule = action.write({
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
  handle: (context, { NatGatewayId: gateway, DestinationIpPortTranslationNatRules }) => {
    const rules = DestinationIpPortTranslationNatRules.map(dnatRuleAsked);
    return deleteDnatRules(context, { gateway, region: context.region, rules });
  },
});
