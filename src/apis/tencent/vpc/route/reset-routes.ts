// https://cloud.tencent.com/document/api/215/15769 and models/tencent/vpc.json ResetRoutes.
import { resetRoutes as resetRoutesVerb } from '#resources/route-table/verbs/reset-routes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/reset-routes.ts';
import { routeTableId, routeTableName } from '../route-table/route-table-shapes.ts';
import { allRoutes, destinationRule, routeAsked } from './routes.ts';

export const resetRoutes = action.write({
  model,
  input: { RouteTableId: routeTableId, RouteTableName: routeTableName, Routes: allRoutes },
  handle: (context, { RouteTableId: table, RouteTableName: name, Routes }) => {
    const routes = Routes.map(routeAsked);
    const { region } = context;
    return resetRoutesVerb(context, { table, region, name, routes, rule: destinationRule });
  },
});
