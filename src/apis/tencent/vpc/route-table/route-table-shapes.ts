import { routeTableFaults } from '#resources/route-table/faults.ts';
import { routesOf } from '#resources/route-table/usage.ts';
import type { NextHop, Route, RouteTable } from '#resources/route-table/route-table.ts';
import type { ReadScope } from '#resources/scope.ts';
import { subnetsOfTables } from '#resources/subnet/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { blocksOfVpcs } from '#resources/vpc/usage.ts';
import { vpcId } from '../listing.ts';
import { tencentId } from '../../ids.ts';
import { shownTags } from '../../structs/tag/tags.ts';

/** The name of the table that comes with a network. */
export const mainName = 'default';

/** Route tables in the vendor's words. */
export async function showRouteTables(
  scope: ReadScope,
  tables: readonly RouteTable[],
  { withRoutes = true }: { readonly withRoutes?: boolean } = {},
) {
  const keys = tables.map(({ key }) => key);
  const tags = await tagsOf(scope.db, 'route-table', keys);
  const subnets = await subnetsOfTables(scope, keys);
  const blocks = await blocksOfVpcs(
    scope.db,
    tables.map(({ vpc }) => vpc),
  );
  const routes = withRoutes ? await routesOf(scope.db, keys) : new Map<string, readonly Route[]>();
  return tables.map((table) => {
    const local = withRoutes ? (blocks.get(table.vpc) ?? []) : [];
    return {
      VpcId: table.vpc,
      RouteTableId: table.key,
      RouteTableName: table.name ?? (table.isMain ? mainName : ''),
      AssociationSet: (subnets.get(table.key) ?? []).map((subnet) => ({
        SubnetId: subnet,
        RouteTableId: table.key,
      })),
      RouteSet: [
        ...local.map((block) => localRoute(table, block)),
        ...(routes.get(table.key) ?? []).map(shownRoute),
      ],
      Main: table.isMain,
      CreatedTime: table.createdAt,
      TagSet: shownTags(tags.get(table.key)),
      // No network here is in a cloud of networks, to which it could publish its block.
      LocalCidrForCcn: [],
    };
  });
}

/** An instance is told by its private address, all else by its id (Route, GatewayId). */
function shownHop({ kind, key, address }: NextHop) {
  if (kind === 'nat-gateway') return { GatewayType: 'NAT', GatewayId: tencentId(kind, key) };
  if (kind === 'ha-vip') return { GatewayType: 'HAVIP', GatewayId: tencentId(kind, key) };
  // What leads to the internet has no id of this vendor: there it is the machine's own address.
  if (kind === 'ipv4-gateway' || kind === 'public-address') {
    return { GatewayType: 'EIP', GatewayId: '0' };
  }
  return { GatewayType: 'NORMAL_CVM', GatewayId: address };
}

/** A route that a user made. */
export function shownRoute({ nextHop, ...route }: Route) {
  return {
    ...routeOf(route.table),
    DestinationCidrBlock: route.destination,
    ...shownHop(nextHop),
    RouteId: route.number,
    RouteDescription: route.description,
    Enabled: route.enabled,
    RouteItemId: route.key,
    CreatedTime: route.createdAt,
  };
}

/** What every table of a network has for each of its blocks, and nobody may change. */
function localRoute({ key, createdAt }: RouteTable, block: string) {
  return {
    ...routeOf(key),
    DestinationCidrBlock: block,
    GatewayType: 'LOCAL',
    GatewayId: 'Local',
    RouteId: 0,
    RouteDescription: '',
    Enabled: true,
    RouteItemId: '',
    CreatedTime: createdAt,
  };
}

function routeOf(table: string) {
  return {
    RouteType: 'USER',
    RouteTableId: table,
    DestinationIpv6CidrBlock: '',
    PublishedToVbc: false,
    CdcId: '',
  };
}

/** One route table in the vendor's words. */
export async function showRouteTable(scope: ReadScope, table: RouteTable) {
  const [shown] = await showRouteTables(scope, [table]);
  if (shown === undefined) throw new Error(`The route table ${table.key} is not shown.`);
  return shown;
}

/** A name: up to 60 characters. */
export const routeTableName = {
  max: 60,
  reasons: { length: routeTableFaults.nameTooLong, empty: routeTableFaults.nameMalformed },
} as const;

/** RouteTableId of an action on one. */
export const routeTableId = { ...vpcId('route-table'), required: true } as const;
