// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createrouteentry
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { createRoutes } from '#resources/route-table/verbs/create-routes.ts';
import { action } from '../../../context.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/create-route-entry.ts';
import { description, name, regionAsked } from '../parameters.ts';
import { destinationRule, hopAsked, nextHopTypes, refuseSeveral } from './routes.ts';

/** It is there at once: nothing of it takes time. */
export const createRouteEntry = action.write({
  model,
  region: 'optional',
  input: {
    DestinationCidrBlock: { max: 64 },
    // A list of next hops is refused, whatever their weights.
    NextHopList: { item: { fields: { Weight: silent } } },
    NextHopType: { default: 'Instance', values: nextHopTypes },
    RouteEntryName: name(routeFaults.nameMalformed),
    Description: description(routeFaults.descriptionMalformed),
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    refuseSeveral(input.NextHopList);
    const { routes } = await createRoutes(context, {
      table: input.RouteTableId,
      region: regionAsked(context),
      routes: [
        {
          destination: input.DestinationCidrBlock,
          nextHop: hopAsked(input.NextHopType, input.NextHopId),
          name: input.RouteEntryName ?? null,
          description: input.Description ?? '',
        },
      ],
      rule: destinationRule,
    });
    return { RouteEntryId: routes[0]?.key ?? '' };
  },
});
