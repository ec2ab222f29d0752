// https://cloud.tencent.com/document/api/215/51185 and models/tencent/vpc.json
// DescribeNatGatewaySourceIpTranslationNatRules.
import { getNatGateway } from '#resources/nat-gateway/verbs/get-nat-gateway.ts';
import { listSnatRules } from '#resources/nat-gateway/verbs/list-rules.ts';
import { action } from '../../../context.ts';
import { asks } from '../../structs/filters.ts';
import { pageOf } from '../../structs/listing.ts';
import { numberedPage, vpcFiltersWithoutTags } from '../listing.ts';
import * as model from '../models/describe-nat-gateway-source-ip-translation-nat-rules.ts';
import { ipOf, natGatewayId } from '../nat-gateway/given.ts';
import { shownSnatRule, sourceKeyOf } from './snat-rule-shapes.ts';

const filters = vpcFiltersWithoutTags({
  'resource-id': asks('sources', sourceKeyOf),
  'public-ip-address': asks('publicAddresses', ipOf),
  description: asks('descriptions'),
});

export const describeNatGatewaySourceIpTranslationNatRules = action.read({
  model,
  input: { NatGatewayId: natGatewayId, Filters: filters.shape, ...numberedPage },
  handle: async (context, input) => {
    const { region } = context;
    const { key, vpc } = await getNatGateway(context, { gateway: input.NatGatewayId, region });
    const { publicAddresses, ...filter } = filters.read(input.Filters, region);
    const { total, items } = await listSnatRules(context, {
      region,
      filter: { ...filter, gateways: [key] },
      publicAddresses,
      page: pageOf(input),
    });
    const SourceIpTranslationNatRuleSet = items.map((rule) => shownSnatRule(rule, vpc));
    return { SourceIpTranslationNatRuleSet, TotalCount: total };
  },
});
