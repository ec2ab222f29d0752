// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createrouteentries
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { createRoutes } from '#resources/route-table/verbs/create-routes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/create-route-entries.ts';
import { description, name } from '../parameters.ts';
import { destinationRule, eachEntry, ENTRIES_MAX, hopAsked, nextHopTypes } from './routes.ts';

export const createRouteEntries = action.batch({
  model,
  input: {
    RouteEntries: {
      min: 1,
      max: ENTRIES_MAX,
      item: {
        fields: {
          DstCidrBlock: { max: 64 },
          IpVersion: { values: [4, 6] },
          NextHop: { max: 64 },
          NextHopType: { values: nextHopTypes },
          Name: name(routeFaults.nameMalformed),
          Description: description(routeFaults.descriptionMalformed),
        },
      },
    },
  },
  handle: async (context, { RouteEntries: entries }) => {
    const { done, failed, counts } = await eachEntry(context, entries, async (scope, entry) => {
      const { RouteTableId: table, DstCidrBlock: destination } = entry;
      // No network here has routes of IPv6.
      if (entry.IpVersion === 6) throw routeFaults.destinationMalformed({ destination });
      const { region } = context;
      const nextHop = hopAsked(entry.NextHopType, entry.NextHop);
      const { Name = null, Description = '' } = entry;
      const route = { destination, nextHop, name: Name, description: Description };
      const request = { table, region, routes: [route], rule: destinationRule };
      const { routes } = await createRoutes(scope, request);
      return routes[0]?.key ?? '';
    });
    return {
      ...counts,
      RouteEntryIds: done,
      FailedRouteEntries: failed.map(({ entry, why }) => ({
        DstCidrBlock: entry.DstCidrBlock,
        NextHop: entry.NextHop,
        ...why,
      })),
    };
  },
});
