// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deleterouteentries
import { routeFaults } from '#resources/route-table/route-faults.ts';
import type { RouteSelector } from '#resources/route-table/selectors.ts';
import { deleteRoutes } from '#resources/route-table/verbs/delete-routes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-route-entries.ts';
import { destinationMeant, eachEntry, ENTRIES_MAX, hopKeyOf } from './routes.ts';

export const deleteRouteEntries = action.batch({
  model,
  input: {
    RouteEntries: {
      min: 1,
      max: ENTRIES_MAX,
      item: { fields: { DstCidrBlock: { max: 64 }, NextHop: { max: 64 } } },
    },
  },
  rules: [{ rule: 'one-of', fields: ['RouteEntries'] }],
  handle: async (context, { RouteEntries: entries = [] }) => {
    const { failed, counts } = await eachEntry(context, entries, async (scope, entry) => {
      const { RouteTableId: table } = entry;
      await deleteRoutes(scope, { table, region: context.region, routes: [meant(entry)] });
    });
    return {
      ...counts,
      FailedRouteEntries: failed.map(({ entry, why }) => ({
        DstCidrBlock: entry.DstCidrBlock ?? '',
        NextHop: entry.NextHop ?? '',
        RouteEntryId: entry.RouteEntryId ?? '',
        ...why,
      })),
    };
  },
});

/** An entry is named by its id, else by destination and next hop. @throws route.unnamed */
function meant(entry: {
  readonly RouteEntryId?: string | undefined;
  readonly DstCidrBlock?: string | undefined;
  readonly NextHop?: string | undefined;
}): RouteSelector {
  const { RouteEntryId: key, DstCidrBlock: destination, NextHop: hop } = entry;
  if (key !== undefined) return { key };
  if (destination === undefined || hop === undefined) throw routeFaults.unnamed();
  return { destination: destinationMeant(destination), hop: hopKeyOf(hop) };
}
