// https://cloud.tencent.com/document/api/215/51186 and models/tencent/vpc.json
// DeleteNatGatewaySourceIpTranslationNatRule.
import { snatRuleFaults } from '#resources/nat-gateway/snat-faults.ts';
import { deleteSnatRules } from '#resources/nat-gateway/verbs/change-snat-rules.ts';
import { id } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-nat-gateway-source-ip-translation-nat-rule.ts';
import { natGatewayId } from '../nat-gateway/given.ts';

const AT_ONCE_MAX = 100;

export const deleteNatGatewaySourceIpTranslationNatRule = action.write({
  model,
  input: {
    NatGatewayId: natGatewayId,
    NatGatewaySnatIds: {
      min: 1,
      max: AT_ONCE_MAX,
      item: id('snat-rule', { reasons: { malformed: snatRuleFaults.malformed } }),
      reasons: { count: snatRuleFaults.tooManyNamed },
    },
  },
  handle: (context, { NatGatewayId: gateway, NatGatewaySnatIds: rules }) =>
    deleteSnatRules(context, { gateway, region: context.region, rules }),
});
