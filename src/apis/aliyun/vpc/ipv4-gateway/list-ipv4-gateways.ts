// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-listipv4gateways
import { ipv4GatewayFaults } from '#resources/internet-gateway/faults.ts';
import { listInternetGateways } from '#resources/internet-gateway/verbs/list-gateways.ts';
import { time } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { afterToken, tokenAfter } from '../../../page-token.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { nextToken } from '../../tagging/list-tags.ts';
import * as model from '../models/list-ipv4-gateways.ts';
import { name } from '../parameters.ts';
import { showGateways } from './ipv4-gateway-shapes.ts';

export const listIpv4Gateways = action.read({
  model,
  input: {
    Ipv4GatewayName: name(ipv4GatewayFaults.nameMalformed),
    MaxResults: { default: 10, min: 1, max: 100 },
    NextToken: nextToken,
    Tags: tagFilters,
  },
  output: { Ipv4GatewayModels: { item: { fields: { GmtCreate: time({ form: 'seconds' }) } } } },
  handle: async (context, input) => {
    const { region, account } = context;
    const { Ipv4GatewayId: key, Ipv4GatewayName: named, VpcId: vpc } = input;
    const { total, items, next } = await listInternetGateways(context, {
      region,
      family: 'ipv4',
      filter: {
        keys: key === undefined ? undefined : [key],
        names: named === undefined ? undefined : [named],
        vpcs: vpc === undefined ? undefined : [vpc],
        resourceGroups: groupsAsked(account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tags),
      },
      page: { after: afterToken(input.NextToken), limit: input.MaxResults },
    });
    const shown = await showGateways(context, items);
    return {
      Ipv4GatewayModels: shown.map((one, at) => ({
        ...one,
        GmtCreate: items[at]?.createdAt ?? 0,
      })),
      NextToken: tokenAfter(next),
      TotalCount: String(total),
    };
  },
});
