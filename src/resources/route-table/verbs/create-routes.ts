import { newKey } from '#kernel/ids.ts';
import type { NewRouteRow } from '#store/schema/route-table.ts';
import { blocksOf } from '../lookups.ts';
import { nextHopOf } from '../next-hops.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { formatCidr } from '../../subnet/cidr.ts';
import { verb } from '../../verb.ts';
import { routeFaults } from '../route-faults.ts';
import { routeOf, type Route, type RouteTable } from '../route-table.ts';
import {
  checkDestination,
  checkOutside,
  type DestinationRule,
  type RouteRequest,
} from '../routes.ts';
import { routesOfTables } from '../table.ts';
import type { RouteTableRequest } from './get-route-table.ts';
import { holdRouteTable } from './hold-route-table.ts';

export interface NewRoutes extends RouteTableRequest {
  readonly routes: readonly RouteRequest[];
  readonly rule: DestinationRule;
}

/** Adds routes to a table, all of them or none; answers them in the order asked for. */
export const createRoutes = verb(
  [
    holdRouteTable,
    routeFaults.destinationMalformed,
    routeFaults.destinationReserved,
    routeFaults.destinationInside,
    routeFaults.destinationTaken,
    routeFaults.nextHopNotFound,
    routeFaults.quotaExceeded,
  ],
  async (scope: Scope, request: NewRoutes) => {
    const { db } = scope;
    const { routes, rule } = request;
    const wanted = routes.map((one) => checkDestination(one.destination, rule));
    const table = await holdRouteTable(scope, request);
    const blocks = await blocksOf(scope, table.vpc, rule.inside);
    for (const [at, block] of wanted.entries()) {
      checkOutside(block, routes[at]?.destination ?? '', blocks);
    }
    const present = await db.all(routesOfTables, { tables: [table.key] });
    const destinations = wanted.map(formatCidr);
    checkFree(
      destinations,
      present.map(({ destination }) => destination),
    );
    const limit = await limitOf(scope, 'routesPerTableMax');
    if (present.length + routes.length > limit) {
      throw routeFaults.quotaExceeded({ 'route-table': table.key, limit });
    }
    const rows: NewRouteRow[] = [];
    for (const [at, one] of routes.entries()) {
      rows.push(await rowOf(scope, table, { ...one, destination: destinations[at] ?? '' }));
    }
    await db.insert('routes', rows);
    return { table, routes: await added(scope, table, rows) };
  },
);

/** @throws route.destinationTaken where one is there already, or twice among the new ones */
function checkFree(wanted: readonly string[], present: readonly string[]): void {
  const taken = new Set(present);
  for (const destination of wanted) {
    if (taken.has(destination)) throw routeFaults.destinationTaken({ destination });
    taken.add(destination);
  }
}

async function rowOf(scope: Scope, { key, vpc }: RouteTable, asked: RouteRequest) {
  const { account, now, cloud } = scope;
  const hop = await nextHopOf(scope, vpc, asked.nextHop);
  return {
    key: newKey(cloud.random),
    account,
    route_table: key,
    destination: asked.destination,
    next_hop_kind: hop.kind,
    next_hop: hop.key,
    next_hop_address: hop.address,
    name: asked.name,
    description: asked.description,
    enabled: asked.enabled === false ? 0 : 1,
    created_at: now,
  } satisfies NewRouteRow;
}

async function added(
  { db }: Scope,
  { key }: RouteTable,
  rows: readonly NewRouteRow[],
): Promise<readonly Route[]> {
  const present = await db.all(routesOfTables, { tables: [key] });
  const byKey = new Map(present.map((row) => [row.key, routeOf(row)]));
  return rows.flatMap((row) => byKey.get(row.key) ?? []);
}
