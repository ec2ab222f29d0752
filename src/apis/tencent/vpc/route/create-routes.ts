// https://cloud.tencent.com/document/api/215/16724 and models/tencent/vpc.json
// CreateRoutes.
import { createRoutes as createRoutesVerb } from '#resources/route-table/verbs/create-routes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/create-routes.ts';
import { routeTableId, shownRoute, showRouteTable } from '../route-table/route-table-shapes.ts';
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
    // Of the table's routes those that were made: clients read the new ids from here.
    const RouteSet = made.routes.map(shownRoute);
    const shown = await showRouteTable(context, made.table);
    return { TotalCount: RouteSet.length, RouteTableSet: [{ ...shown, RouteSet }] };
  },
});
