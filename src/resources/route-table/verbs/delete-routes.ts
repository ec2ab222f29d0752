import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { blocksOf } from '../lookups.ts';
import { routeFaults } from '../route-faults.ts';
import { routeOf, type Route, type RouteTable } from '../route-table.ts';
import { isMeant, selectedRoutes, type RouteSelector } from '../selectors.ts';
import { deleteRouteRows, routesOfTables } from '../table.ts';
import type { RouteTableRequest } from './get-route-table.ts';
import { holdRouteTable } from './hold-route-table.ts';

export interface RoutesMeant extends RouteTableRequest {
  readonly routes: readonly RouteSelector[];
}

/** The routes of a held table that a request means. */
export const heldRoutes = verb(
  [holdRouteTable, routeFaults.ofSystem, routeFaults.notFound, routeFaults.namedTwice],
  async (scope: Scope, request: RoutesMeant) => {
    const table = await holdRouteTable(scope, request);
    const rows = await scope.db.all(routesOfTables, { tables: [table.key] });
    for (const selector of request.routes) {
      if (!rows.some((row) => isMeant(row, selector))) await refuseSystem(scope, table, selector);
    }
    return { table, rows: selectedRoutes(rows, request.routes, table.key) };
  },
);

/** Deletes routes that users made, all of them or none; answers what they were. */
export const deleteRoutes = verb(
  [heldRoutes],
  async (scope: Scope, request: RoutesMeant): Promise<readonly Route[]> => {
    const { rows } = await heldRoutes(scope, request);
    await scope.db.run(deleteRouteRows, { keys: rows.map(({ key }) => key) });
    return rows.map(routeOf);
  },
);

/** @throws route.ofSystem where what is meant follows from the network and its subnets */
async function refuseSystem(
  scope: Scope,
  { vpc }: RouteTable,
  selector: RouteSelector,
): Promise<void> {
  if ('number' in selector && selector.number === 0) throw routeFaults.ofSystem({});
  if (!('destination' in selector)) return;
  const { destination } = selector;
  const own = [
    ...(await blocksOf(scope, vpc, 'vpc')),
    ...(await blocksOf(scope, vpc, 'subnets')),
    servicesBlock,
  ];
  if (own.includes(destination)) throw routeFaults.ofSystem({ destination });
}

/** Where Alibaba's services are, to which every table has a route of the system. */
export const servicesBlock = '100.64.0.0/10';
