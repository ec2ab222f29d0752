// https://cloud.tencent.com/document/api/215/36733 and models/tencent/vpc.json
// DescribeNatGatewayDestinationIpPortTranslationNatRules.
import { listDnatRules } from '#resources/nat-gateway/verbs/list-rules.ts';
import { action } from '../../../context.ts';
import { asks } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFiltersWithoutTags, vpcIds } from '../listing.ts';
import * as model from '../models/describe-nat-gateway-destination-ip-port-translation-nat-rules.ts';
import { ipOf } from '../nat-gateway/given.ts';
import { shownDnatRule } from './dnat-rule-shapes.ts';

const filters = vpcFiltersWithoutTags({
  'nat-gateway-id': asks('gateways', filteredId('nat-gateway')),
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'public-ip-address': asks('publicAddresses', ipOf),
  'public-port': asks('publicPorts'),
  'private-ip-address': asks('privateAddresses', ipOf),
  'private-port': asks('privatePorts'),
  description: asks('descriptions'),
});

export const describeNatGatewayDestinationIpPortTranslationNatRules = action.read({
  model,
  input: { NatGatewayIds: vpcIds('nat-gateway'), Filters: filters.shape, ...numberedPage },
  rules: [idsOrFilters('NatGatewayIds')],
  handle: async (context, input) => {
    const { region } = context;
    const { NatGatewayIds: gateways = [] } = input;
    const query = filters.read(input.Filters, region);
    const { total, items } = await listDnatRules(context, {
      region,
      filter: gateways.length > 0 ? { ...query, gateways } : query,
      page: pageOf(input),
    });
    return {
      TotalCount: total,
      NatGatewayDestinationIpPortTranslationNatRuleSet: items.map((rule) => ({
        ...shownDnatRule(rule),
        NatGatewayId: rule.gateway,
        VpcId: rule.vpc,
        CreatedTime: rule.createdAt,
      })),
    };
  },
});
