// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// CreateRoutes.
import { createRoutes as createRoutesVerb } from '#resources/route-table/verbs/create-routes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/create-routes.ts';
import { routeTableId, showRouteTable } from '../route-table/route-table-shapes.ts';
import { destinationRule, givenRoutes, routeAsked } from './routes.ts';

export const createRoutes = action.write({
  model,
  input: { RouteTableId: routeTableId, Routes: givenRoutes },
  handle: async (context, { RouteTableId: table, Routes: routes }) => {
    const made = await createRoutesVerb(context, {
      table,
      region: context.region,
      routes: routes.map(routeAsked),
      rule: destinationRule,
    });
    const shown = await showRouteTable(context, made.table);
    return { TotalCount: made.routes.length, RouteTableSet: [shown] };
  },
});
