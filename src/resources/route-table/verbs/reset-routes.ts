import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { deleteRoutesOfTable } from '../table.ts';
import { createRoutes, type NewRoutes } from './create-routes.ts';
import { holdRouteTable } from './hold-route-table.ts';
import { modifyRouteTable } from './modify-route-table.ts';

export interface RoutesAnew extends NewRoutes {
  readonly name: string;
}

/** Names a route table anew, and puts other routes in the place of all that users made. */
export const resetRoutes = verb(
  [holdRouteTable, modifyRouteTable, createRoutes],
  async (scope: Scope, { name, ...request }: RoutesAnew): Promise<void> => {
    const { table, region } = request;
    await holdRouteTable(scope, request);
    await modifyRouteTable(scope, { table, region, name });
    await scope.db.run(deleteRoutesOfTable, { table });
    if (request.routes.length > 0) await createRoutes(scope, request);
  },
);
