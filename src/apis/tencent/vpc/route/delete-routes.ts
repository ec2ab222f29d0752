// https://cloud.tencent.com/document/api/215/16725 and models/tencent/vpc.json
// DeleteRoutes.
import { deleteRoutes as deleteRoutesVerb } from '#resources/route-table/verbs/delete-routes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-routes.ts';
import { routeTableId, shownRoute } from '../route-table/route-table-shapes.ts';
import { givenRoutes, routeMeant } from './routes.ts';

export const deleteRoutes = action.write({
  model,
  input: { RouteTableId: routeTableId, Routes: givenRoutes },
  handle: async (context, { RouteTableId: table, Routes }) => {
    const routes = Routes.map(routeMeant);
    const gone = await deleteRoutesVerb(context, { table, region: context.region, routes });
    return { RouteSet: gone.map(shownRoute) };
  },
});
