// https://cloud.tencent.com/document/api/215/15766 and models/tencent/vpc.json
// ModifyRouteTableAttribute.
import { modifyRouteTable } from '#resources/route-table/verbs/modify-route-table.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-route-table-attribute.ts';
import { routeTableId, routeTableName } from './route-table-shapes.ts';

export const modifyRouteTableAttribute = action.write({
  model,
  input: { RouteTableId: routeTableId, RouteTableName: routeTableName },
  handle: (context, { RouteTableId: table, RouteTableName: name }) =>
    modifyRouteTable(context, { table, region: context.region, name }),
});
