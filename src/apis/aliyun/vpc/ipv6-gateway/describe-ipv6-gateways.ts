// https://www.alibabacloud.com/help/en/ipv6-gateway/developer-reference/api-describeipv6gateways
import { ipv6GatewayFaults } from '#resources/internet-gateway/faults.ts';
import { listInternetGateways } from '#resources/internet-gateway/verbs/list-gateways.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-ipv6-gateways.ts';
import { name } from '../parameters.ts';
import { showGateways } from './ipv6-gateway-shapes.ts';

export const describeIpv6Gateways = action.read({
  model,
  input: { Name: name(ipv6GatewayFaults.nameMalformed), Tags: tagFilters, ...numbered(50) },
  handle: async (context, input) => {
    const { Ipv6GatewayId: key, Name: named, VpcId: vpc } = input;
    const { total, items } = await listInternetGateways(context, {
      region: context.region,
      family: 'ipv6',
      filter: {
        keys: key === undefined ? undefined : [key],
        names: named === undefined ? undefined : [named],
        vpcs: vpc === undefined ? undefined : [vpc],
        resourceGroups: groupsAsked(context.account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tags),
      },
      page: offsetAndLimit(input),
    });
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      Ipv6Gateways: await showGateways(context, items),
    };
  },
});
