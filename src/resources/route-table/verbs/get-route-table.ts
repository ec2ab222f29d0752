import type { Key } from '#kernel/key.ts';
import { seesRegion } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { routeTableFaults } from '../faults.ts';
import { routeTableOf, type RouteTable } from '../route-table.ts';
import { ownRouteTable } from '../table.ts';

export interface RouteTableRequest {
  readonly table: Key<'route-table'>;
  /** The region it is to be in; any that the asker sees where not given. */
  readonly region?: string | undefined;
}

/** A route table of the account. @throws route-table.notFound */
export const getRouteTable = verb(
  [routeTableFaults.notFound],
  async (scope: ReadScope, { table, region }: RouteTableRequest): Promise<RouteTable> => {
    const row = await scope.db.first(ownRouteTable, { account: scope.account, key: table });
    if (row === undefined) throw routeTableFaults.notFound({ 'route-table': table });
    const here = region === undefined ? seesRegion(scope, row.region) : row.region === region;
    if (!here) throw routeTableFaults.notFound({ 'route-table': table });
    return routeTableOf(row);
  },
);
