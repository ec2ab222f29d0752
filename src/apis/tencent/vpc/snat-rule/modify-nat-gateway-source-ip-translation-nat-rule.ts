// https://cloud.tencent.com/document/api/215/51184 and models/tencent/vpc.json
// ModifyNatGatewaySourceIpTranslationNatRule.
import { snatRuleFaults } from '#resources/nat-gateway/snat-faults.ts';
import { modifySnatRule } from '#resources/nat-gateway/verbs/change-snat-rules.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-nat-gateway-source-ip-translation-nat-rule.ts';
import { ipOf, natGatewayId } from '../nat-gateway/given.ts';
import { givenSnatRule } from './snat-rule-shapes.ts';

/** Of a rule its addresses and description change alone; whose packets it is for stays. */
export const modifyNatGatewaySourceIpTranslationNatRule = action.write({
  model,
  input: {
    NatGatewayId: natGatewayId,
    SourceIpTranslationNatRule: { ...givenSnatRule, required: true },
  },
  handle: async (context, { NatGatewayId: gateway, SourceIpTranslationNatRule: given }) => {
    const { NatGatewaySnatId: rule, PublicIpAddresses: texts, Description: description } = given;
    if (rule === undefined) throw snatRuleFaults.unnamed();
    const { region } = context;
    const addresses = texts?.map(ipOf);
    await modifySnatRule(context, { gateway, region, rule, addresses, description });
  },
});
