import type { RouteTable } from '#resources/route-table/route-table.ts';
import type { ReadScope } from '#resources/scope.ts';
import { subnetsOfTables } from '#resources/subnet/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { ownerIdOf } from '../parameters.ts';
import { shownTags } from '../vpc/vpc-shapes.ts';

/** What the vendor calls the table that comes with a network, and those that users make. */
export function routeTableType({ isMain }: { readonly isMain: boolean }): string {
  return isMain ? 'System' : 'Custom';
}

/** Route tables as DescribeRouteTableList shows them, without their routes. */
export async function showRouteTables(scope: ReadScope, tables: readonly RouteTable[]) {
  const keys = tables.map(({ key }) => key);
  const tags = await tagsOf(scope.db, 'route-table', keys);
  const subnets = await subnetsOfTables(scope, keys);
  return tables.map((table) => ({
    AssociateType: 'VSwitch',
    CreationTime: table.createdAt,
    Description: table.description,
    GatewayIds: [],
    OwnerId: ownerIdOf(table.account),
    ResourceGroupId: '',
    RoutePropagationEnable: table.propagates,
    RouteTableId: table.key,
    RouteTableName: table.name ?? '',
    RouteTableType: routeTableType(table),
    RouterId: table.vpc,
    RouterType: 'VRouter',
    Status: 'Available',
    Tags: shownTags(tags.get(table.key)),
    VSwitchIds: subnets.get(table.key) ?? [],
    VpcId: table.vpc,
  }));
}
