// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describeroutetables
import { listRouteTables } from '#resources/route-table/verbs/list-route-tables.ts';
import { subnetsOfTables } from '#resources/subnet/usage.ts';
import { id, string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-route-tables.ts';
import { routeTypes, routesShown } from '../route/route-shapes.ts';
import { routeTableType } from './route-table-shapes.ts';

export const describeRouteTables = action.read({
  model,
  input: {
    // A router has the key of its network.
    RouterId: id('router'),
    RouterType: { default: 'VRouter', values: ['VRouter', 'VBR'] },
    Type: { values: routeTypes },
    ...numbered(50),
  },
  // The next hop of a route of the system is none that has an id.
  output: {
    RouteTables: {
      item: { fields: { RouteEntrys: { item: { fields: { InstanceId: string() } } } } },
    },
  },
  rules: [
    { rule: 'one-of', fields: ['VRouterId', 'RouteTableId', 'RouterId', 'RouteTableName'] },
    { rule: 'exclusive', fields: ['VRouterId', 'RouterId'] },
  ],
  handle: async (context, input) => {
    const { RouteTableId: key, RouteTableName: name } = input;
    const vpc: string | undefined = input.VRouterId ?? input.RouterId;
    // No border router is here, and a route table is in no group of its own.
    const none = input.RouterType === 'VBR' || input.ResourceGroupId !== undefined;
    const keys = key === undefined ? undefined : [key];
    const { total, items } = await listRouteTables(context, {
      region: context.region,
      filter: {
        keys: none ? [] : keys,
        vpcs: vpc === undefined ? undefined : [vpc],
        names: name === undefined ? undefined : [name],
      },
      page: offsetAndLimit(input),
    });
    const routes = await routesShown(context, items);
    const subnets = await subnetsOfTables(
      context,
      items.map((table) => table.key),
    );
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      RouteTables: items.map((table) => ({
        CreationTime: table.createdAt,
        ResourceGroupId: '',
        RouteEntrys: (routes.get(table.key) ?? [])
          .filter(({ Type }) => input.Type === undefined || Type === input.Type)
          .map(({ NextHops: [hop], ...route }) => ({
            Description: route.Description,
            DestinationCidrBlock: route.DestinationCidrBlock,
            InstanceId: hop.NextHopId,
            NextHopType: hop.NextHopType,
            // Of one next hop the fields beside tell; the list is for several.
            NextHops: [],
            RouteEntryId: route.RouteEntryId,
            RouteEntryName: route.RouteEntryName,
            RouteTableId: table.key,
            Status: route.Status,
            Type: route.Type,
          })),
        RouteTableId: table.key,
        RouteTableType: routeTableType(table),
        Status: 'Available',
        VRouterId: table.vpc,
        VSwitchIds: subnets.get(table.key) ?? [],
      })),
    };
  },
});
