// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deleterouteentry
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { checkDestination } from '#resources/route-table/routes.ts';
import { deleteRoutes } from '#resources/route-table/verbs/delete-routes.ts';
import { tableOfRoute } from '#resources/route-table/verbs/table-of-route.ts';
import { formatCidr } from '#resources/subnet/cidr.ts';
import { id } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-route-entry.ts';
import { regionAsked } from '../parameters.ts';
import { destinationRule, refuseSeveral } from './routes.ts';

export const deleteRouteEntry = action.write({
  model,
  region: 'optional',
  input: { DestinationCidrBlock: { max: 64 }, NextHopId: id('instance') },
  rules: [
    { rule: 'exclusive', fields: ['RouteEntryId', 'DestinationCidrBlock'] },
    { rule: 'one-of', fields: ['RouteEntryId', 'DestinationCidrBlock'] },
  ],
  handle: async (context, input) => {
    refuseSeveral(input.NextHopList);
    const { RouteEntryId: key, DestinationCidrBlock: given = '', NextHopId: hop } = input;
    const region = regionAsked(context);
    if (key !== undefined) {
      const table = input.RouteTableId ?? (await tableOfRoute(context, key));
      await deleteRoutes(context, { table, region, routes: [{ key }] });
      return;
    }
    const { RouteTableId: table } = input;
    if (table === undefined) throw routeFaults.unnamed();
    const block = checkDestination(given, { ...destinationRule, reserved: [] });
    const destination = formatCidr(block);
    await deleteRoutes(context, { table, region, routes: [{ destination, hop }] });
  },
});
