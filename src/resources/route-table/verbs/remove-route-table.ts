import type { Scope } from '../../scope.ts';
import { hasSubnetsOfTable } from '../../subnet/usage.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { routeTableFaults } from '../faults.ts';
import { deleteRoutesOfTable, deleteRouteTableRow, routesOfTables } from '../table.ts';
import type { RouteTableRequest } from './get-route-table.ts';
import { holdRouteTable } from './hold-route-table.ts';

export interface RouteTableDeletion extends RouteTableRequest {
  /** What becomes of its routes: they go with it, or it stays for them. */
  readonly routes?: 'go' | 'keep it';
}

/** Deletes a route table that users made and no subnet is associated with. */
export const removeRouteTable = verb(
  [
    holdRouteTable,
    routeTableFaults.isMain,
    routeTableFaults.hasSubnets,
    routeTableFaults.hasRoutes,
  ],
  async (scope: Scope, request: RouteTableDeletion): Promise<void> => {
    const { db } = scope;
    const { key, isMain } = await holdRouteTable(scope, request);
    const detail = { 'route-table': key };
    if (isMain) throw routeTableFaults.isMain(detail);
    if (await hasSubnetsOfTable(db, key)) throw routeTableFaults.hasSubnets(detail);
    const routes = await db.all(routesOfTables, { tables: [key] });
    if (routes.length > 0 && request.routes === 'keep it') throw routeTableFaults.hasRoutes(detail);
    await db.run(deleteRoutesOfTable, { table: key });
    await db.run(deleteRouteTableRow, { key });
    await deleteTags(db, 'route-table', [key]);
  },
);
