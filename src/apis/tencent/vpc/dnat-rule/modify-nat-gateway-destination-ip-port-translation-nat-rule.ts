// https://cloud.tencent.com/document/api/215/36732 and models/tencent/vpc.json
// ModifyNatGatewayDestinationIpPortTranslationNatRule.
import { modifyDnatRule } from '#resources/nat-gateway/verbs/dnat-rules.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-nat-gateway-destination-ip-port-translation-nat-rule.ts';
import { natGatewayId } from '../nat-gateway/given.ts';
import { dnatPolicy, dnatRuleAsked, givenDnatRule } from './dnat-rule-shapes.ts';

const rule = { ...givenDnatRule, required: true } as const;

export const modifyNatGatewayDestinationIpPortTranslationNatRule = action.write({
  model,
  input: { NatGatewayId: natGatewayId, SourceNatRule: rule, DestinationNatRule: rule },
  handle: (context, { NatGatewayId: gateway, SourceNatRule, DestinationNatRule }) =>
    modifyDnatRule(context, {
      gateway,
      region: context.region,
      rule: dnatRuleAsked(SourceNatRule),
      to: dnatRuleAsked(DestinationNatRule),
      policy: dnatPolicy,
    }),
});
