// https://cloud.tencent.com/document/api/215/15764 and models/tencent/vpc.json ReplaceRoutes.
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { replaceRoutes as replaceRoutesVerb } from '#resources/route-table/verbs/replace-routes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/replace-routes.ts';
import { routeTableId, shownRoute } from '../route-table/route-table-shapes.ts';
import { destinationRule, givenRoutes, routeAsked } from './routes.ts';

export const replaceRoutes = action.write({
  model,
  input: { RouteTableId: routeTableId, Routes: givenRoutes },
  handle: async (context, { RouteTableId: table, Routes }) => {
    const { old, replaced } = await replaceRoutesVerb(context, {
      table,
      region: context.region,
      routes: Routes.map((route) => ({ route: named(route), by: routeAsked(route) })),
      rule: destinationRule,
    });
    return { OldRouteSet: old.map(shownRoute), NewRouteSet: replaced.map(shownRoute) };
  },
});

/** A route that is replaced is named by an id: its destination is the new one. */
function named({
  RouteItemId: key,
  RouteId: number,
}: {
  readonly RouteItemId?: string | undefined;
  readonly RouteId?: number | undefined;
}) {
  if (key !== undefined) return { key };
  if (number !== undefined) return { number };
  throw routeFaults.unnamed();
}
