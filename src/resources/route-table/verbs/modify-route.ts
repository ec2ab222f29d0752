import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { nextHopOf } from '../next-hops.ts';
import { routeFaults } from '../route-faults.ts';
import type { AskedHop } from '../routes.ts';
import type { RouteSelector } from '../selectors.ts';
import { changeRouteRow } from '../table.ts';
import { heldRoutes } from './delete-routes.ts';
import type { RouteTableRequest } from './get-route-table.ts';

/** What is not given stays. */
export interface RouteChange extends RouteTableRequest {
  readonly route: RouteSelector;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly nextHop?: AskedHop | undefined;
}

/** Names or describes a route that a user made, or leads it elsewhere; where to is another. */
export const modifyRoute = verb(
  [heldRoutes, routeFaults.nextHopNotFound],
  async (scope: Scope, { route, ...change }: RouteChange): Promise<void> => {
    const { table, rows } = await heldRoutes(scope, { ...change, routes: [route] });
    for (const row of rows) {
      const hop =
        change.nextHop === undefined
          ? { kind: row.next_hop_kind, key: row.next_hop, address: row.next_hop_address }
          : await nextHopOf(scope, table.vpc, change.nextHop);
      const { key, destination, enabled } = row;
      const { name = row.name, description = row.description } = change;
      const { kind, key: to, address } = hop;
      const set = { key, destination, name, description, enabled, kind, hop: to, address };
      await scope.db.run(changeRouteRow, set);
    }
  },
);
