import type { Flag } from '#store/table.ts';
import type { Scope } from '../../scope.ts';
import { formatCidr } from '../../subnet/cidr.ts';
import { verb } from '../../verb.ts';
import { blocksOf } from '../lookups.ts';
import { nextHopOf } from '../next-hops.ts';
import { routeFaults } from '../route-faults.ts';
import { routeOf } from '../route-table.ts';
import {
  checkDestination,
  checkOutside,
  type DestinationRule,
  type RouteRequest,
} from '../routes.ts';
import type { RouteSelector } from '../selectors.ts';
import { changeRouteRow, moveRouteRow, routesOfTables } from '../table.ts';
import { heldRoutes } from './delete-routes.ts';
import type { RouteTableRequest } from './get-route-table.ts';

export interface Replacement {
  readonly route: RouteSelector;
  readonly by: Omit<RouteRequest, 'name'>;
}

export interface Replacements extends RouteTableRequest {
  readonly routes: readonly Replacement[];
  readonly rule: DestinationRule;
}

/** Leads routes elsewhere, all of them or none; they keep their ids. Answers both states. */
export const replaceRoutes = verb(
  [
    heldRoutes,
    routeFaults.destinationMalformed,
    routeFaults.destinationReserved,
    routeFaults.destinationInside,
    routeFaults.destinationTaken,
    routeFaults.nextHopNotFound,
  ],
  async (scope: Scope, { routes, rule, ...request }: Replacements) => {
    const { db } = scope;
    const blocks = routes.map(({ by }) => checkDestination(by.destination, rule));
    const meant = routes.map(({ route }) => route);
    const { table, rows: old } = await heldRoutes(scope, { ...request, routes: meant });
    const inside = await blocksOf(scope, table.vpc, rule.inside);
    for (const [at, block] of blocks.entries()) {
      checkOutside(block, routes[at]?.by.destination ?? '', inside);
    }
    const present = await db.all(routesOfTables, { tables: [table.key] });
    const taken = new Set(
      present
        .filter(({ key }) => !old.some((one) => one.key === key))
        .map((row) => row.destination),
    );
    for (const [at, { by }] of routes.entries()) {
      const { key } = old[at] ?? {};
      const block = blocks[at];
      if (key === undefined || block === undefined) continue;
      const destination = formatCidr(block);
      if (taken.has(destination)) throw routeFaults.destinationTaken({ destination });
      taken.add(destination);
      const hop = await nextHopOf(scope, table.vpc, by.nextHop);
      // What it leads to meanwhile is free first: two may change places.
      await db.run(changeRouteRow, {
        key,
        destination: key,
        name: old[at]?.name ?? null,
        description: by.description,
        enabled: Number(by.enabled ?? old[at]?.enabled === 1) as Flag,
        kind: hop.kind,
        hop: hop.key,
        address: hop.address,
      });
    }
    for (const [at, block] of blocks.entries()) {
      const key = old[at]?.key ?? '';
      await db.run(moveRouteRow, { key, destination: formatCidr(block) });
    }
    const now = await db.all(routesOfTables, { tables: [table.key] });
    const replaced = old.flatMap(({ key }) => now.find((row) => row.key === key) ?? []);
    return { old: old.map(routeOf), replaced: replaced.map(routeOf) };
  },
);
