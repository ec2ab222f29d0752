// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deleterouteentry
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { deleteRoutes } from '#resources/route-table/verbs/delete-routes.ts';
import { tableOfRoute } from '#resources/route-table/verbs/table-of-route.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-route-entry.ts';
import { regionAsked } from '../parameters.ts';
import { destinationMeant, hopKeyOf, refuseSeveral } from './routes.ts';

export const deleteRouteEntry = action.write({
  model,
  region: 'optional',
  input: { DestinationCidrBlock: { max: 64 } },
  rules: [
    { rule: 'exclusive', fields: ['RouteEntryId', 'DestinationCidrBlock'] },
    { rule: 'one-of', fields: ['RouteEntryId', 'DestinationCidrBlock'] },
  ],
  handle: async (context, input) => {
    refuseSeveral(input.NextHopList);
    const { RouteEntryId: key, DestinationCidrBlock: given = '', NextHopId } = input;
    const region = regionAsked(context);
    if (key !== undefined) {
      const table = input.RouteTableId ?? (await tableOfRoute(context, key));
      await deleteRoutes(context, { table, region, routes: [{ key }] });
      return;
    }
    const { RouteTableId: table } = input;
    if (table === undefined) throw routeFaults.unnamed();
    const hop = NextHopId === undefined ? undefined : hopKeyOf(NextHopId);
    const destination = destinationMeant(given);
    await deleteRoutes(context, { table, region, routes: [{ destination, hop }] });
  },
});
