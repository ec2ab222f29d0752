import { hopsThere } from '#resources/route-table/next-hops.ts';
import type { NextHop, Route, RouteTable } from '#resources/route-table/route-table.ts';
import { routesOf } from '#resources/route-table/usage.ts';
import { servicesBlock } from '#resources/route-table/verbs/delete-routes.ts';
import type { ReadScope } from '#resources/scope.ts';
import { subnetsWithBlocks } from '#resources/subnet/usage.ts';
import { aliyunId } from '../../ids.ts';
import { hopTypes } from './routes.ts';

/** RouteEntryType: those of other kinds are none here. */
export const routeTypes = ['Custom', 'System', 'BGP', 'CEN', 'ECR'] as const;

/** The routes of tables by table: those of the system first, in the vendor's words. */
export async function routesShown(scope: ReadScope, tables: readonly RouteTable[]) {
  const { db } = scope;
  const custom = await routesOf(
    db,
    tables.map(({ key }) => key),
  );
  const subnets = await subnetsWithBlocks(
    db,
    tables.map(({ vpc }) => vpc),
  );
  const hops = [...custom.values()].flat().map(({ nextHop }) => nextHop);
  const isThere = await hopsThere(scope, hops);
  return new Map(
    tables.map((table) => {
      const own = subnets.get(table.vpc) ?? [];
      const system = [
        ...own.map(({ key, cidr }) => systemRoute(table, { key, cidr, hop: 'local' })),
        systemRoute(table, { key: table.key, cidr: servicesBlock, hop: 'service' }),
      ];
      const made = (custom.get(table.key) ?? []).map((route) =>
        customRoute(route, isThere(table.vpc, route.nextHop)),
      );
      return [table.key, [...system, ...made]] as const;
    }),
  );
}

/** One without a name follows from the network; it has an id all the same. */
function systemRoute(
  { createdAt }: RouteTable,
  { key, cidr, hop }: { readonly key: string; readonly cidr: string; readonly hop: string },
) {
  return {
    ...common,
    Description: '',
    DestinationCidrBlock: cidr,
    GmtModified: createdAt,
    NextHops: nextHops({ type: hop, id: '', isThere: true }),
    RouteEntryId: key,
    RouteEntryName: '',
    Type: 'System',
  };
}

function customRoute({ nextHop, ...route }: Route, isThere: boolean) {
  return {
    ...common,
    Description: route.description,
    DestinationCidrBlock: route.destination,
    GmtModified: route.createdAt,
    NextHops: nextHops({
      ...shownHop(nextHop),
      isThere: isThere && route.enabled,
    }),
    RouteEntryId: route.key,
    RouteEntryName: route.name ?? '',
    Type: 'Custom',
  };
}

/** A machine's own public address, which the other vendor has routes to, has no type or id here. */
function shownHop({ kind, key }: NextHop) {
  if (kind === 'public-address') return { type: 'Instance', id: '' } as const;
  return { type: hopTypes[kind], id: aliyunId(kind, key) };
}

const common = { IpVersion: 'ipv4', Origin: '', ServiceType: '', Status: 'Available' };

function nextHops({
  type,
  id,
  isThere,
}: {
  readonly type: string;
  readonly id: string;
  readonly isThere: boolean;
}) {
  const hop = {
    Enabled: isThere ? 1 : 0,
    NextHopId: id,
    NextHopRegionId: '',
    NextHopRelatedInfo: { InstanceId: '', InstanceType: '', RegionId: '' },
    NextHopType: type,
    Weight: 0,
  };
  return [hop] as const;
}
