import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import type { RouteTable } from '../route-table.ts';
import { getRouteTable, type RouteTableRequest } from './get-route-table.ts';

/** A route table whose network this transaction holds: nobody else changes it meanwhile (D3). */
export const holdRouteTable = verb(
  [getRouteTable, holdVpc],
  async (scope: Scope, request: RouteTableRequest): Promise<RouteTable> => {
    const { vpc } = await getRouteTable(scope, request);
    await holdVpc(scope, vpc);
    return getRouteTable(scope, request);
  },
);
