// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// DescribeRouteConflicts: conflicts of a user's routes with those of a cloud of networks.
import { checkDestination } from '#resources/route-table/routes.ts';
import { requireRouteTables } from '#resources/route-table/verbs/require-route-tables.ts';
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { list, string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-route-conflicts.ts';
import { routeTableId } from '../route-table/route-table-shapes.ts';
import { destinationRule } from './routes.ts';

/** No network here is in a cloud of networks, so no route has come from one. */
export const describeRouteConflicts = action.read({
  model,
  input: {
    RouteTableId: routeTableId,
    DestinationCidrBlocks: list(string({ max: 64 }), {
      min: 1,
      max: 100,
      required: true,
      reasons: { count: routeFaults.tooManyNamed },
    }),
  },
  handle: async (context, { RouteTableId, DestinationCidrBlocks }) => {
    for (const text of DestinationCidrBlocks) checkDestination(text, destinationRule);
    await requireRouteTables(context, [RouteTableId], context.region);
    return { RouteConflictSet: [] };
  },
});
