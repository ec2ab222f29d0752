import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeRouteTableRow } from '../table.ts';
import type { RouteTableRequest } from './get-route-table.ts';
import { holdRouteTable } from './hold-route-table.ts';

/** What is not given stays. */
export interface RouteTableChange extends RouteTableRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly propagates?: boolean | undefined;
}

/** Names a route table anew, or describes it. */
export const modifyRouteTable = verb(
  [holdRouteTable],
  async (scope: Scope, change: RouteTableChange): Promise<void> => {
    const table = await holdRouteTable(scope, change);
    const { name = table.name, description = table.description } = change;
    const propagates = (change.propagates ?? table.propagates) ? 1 : 0;
    await scope.db.run(changeRouteTableRow, { key: table.key, name, description, propagates });
  },
);
