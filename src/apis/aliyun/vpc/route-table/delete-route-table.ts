// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deleteroutetable
import { removeRouteTable } from '#resources/route-table/verbs/remove-route-table.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-route-table.ts';

export const deleteRouteTable = action.write({
  model,
  handle: (context, { RouteTableId: table }) =>
    removeRouteTable(context, { table, region: context.region, routes: 'keep it' }),
});
