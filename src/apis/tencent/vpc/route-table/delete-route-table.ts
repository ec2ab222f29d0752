// https://cloud.tencent.com/document/api/215/15771 and models/tencent/vpc.json
// DeleteRouteTable.
import { removeRouteTable } from '#resources/route-table/verbs/remove-route-table.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-route-table.ts';
import { routeTableId } from './route-table-shapes.ts';

export const deleteRouteTable = action.write({
  model,
  input: { RouteTableId: routeTableId },
  handle: (context, { RouteTableId: table }) =>
    removeRouteTable(context, { table, region: context.region }),
});
