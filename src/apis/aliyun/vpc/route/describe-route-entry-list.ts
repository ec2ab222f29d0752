// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describerouteentrylist
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { getRouteTable } from '#resources/route-table/verbs/get-route-table.ts';
import { list, string, time } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { afterToken, tokenAfter } from '../../../page-token.ts';
import * as model from '../models/describe-route-entry-list.ts';
import { name } from '../parameters.ts';
import { routesShown, routeTypes } from './route-shapes.ts';
import { nextHopTypes } from './routes.ts';

export const describeRouteEntryList = action.read({
  model,
  input: {
    DestinationCidrBlock: { max: 64 },
    DestCidrBlockList: list(string({ max: 64 }), { max: 100 }),
    IpVersion: { values: ['ipv4', 'ipv6'] },
    MaxResult: { default: 10, min: 1, max: 100 },
    NextHopId: { max: 64 },
    NextHopType: { values: [...nextHopTypes, 'local', 'service'] },
    RouteEntryName: name(routeFaults.nameMalformed),
    RouteEntryType: { values: routeTypes },
    ServiceType: { values: ['TR'] },
  },
  output: {
    NextToken: { optional: true },
    RouteEntrys: { item: { fields: { GmtModified: time({ form: 'minutes' }) } } },
  },
  handle: async (context, input) => {
    const table = await getRouteTable(context, {
      table: input.RouteTableId,
      region: context.region,
    });
    const all = (await routesShown(context, [table])).get(table.key) ?? [];
    const { DestinationCidrBlock: cidr, DestCidrBlockList: cidrs = [], RouteEntryId: id } = input;
    const { RouteEntryName: named, RouteEntryType: type, NextHopId: hop } = input;
    const found = all.filter(
      ({ NextHops: [next], ...route }) =>
        (cidr === undefined || route.DestinationCidrBlock === cidr) &&
        (cidrs.length === 0 || cidrs.includes(route.DestinationCidrBlock)) &&
        (id === undefined || route.RouteEntryId === id) &&
        (named === undefined || route.RouteEntryName === named) &&
        (type === undefined || route.Type === type) &&
        (hop === undefined || next.NextHopId === hop) &&
        (input.NextHopType === undefined || next.NextHopType === input.NextHopType) &&
        input.IpVersion !== 'ipv6' &&
        input.ServiceType === undefined,
    );
    const from = afterToken(input.NextToken) ?? 0;
    const to = from + input.MaxResult;
    return {
      NextToken: tokenAfter(to < found.length ? to : undefined),
      RouteEntrys: found.slice(from, to).map((route) => ({ ...route, RouteTableId: table.key })),
      TotalCount: found.length,
    };
  },
});
