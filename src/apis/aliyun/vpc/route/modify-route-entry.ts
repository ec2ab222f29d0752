// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyrouteentry
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { modifyRoute } from '#resources/route-table/verbs/modify-route.ts';
import { tableOfRoute } from '#resources/route-table/verbs/table-of-route.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-route-entry.ts';
import { description, name } from '../parameters.ts';
import { destinationMeant, hopAsked, nextHopTypes } from './routes.ts';

export const modifyRouteEntry = action.write({
  model,
  input: {
    DestinationCidrBlock: { max: 64 },
    NewNextHopType: { values: nextHopTypes },
    RouteEntryName: name(routeFaults.nameMalformed),
    Description: description(routeFaults.descriptionMalformed),
  },
  rules: [
    { rule: 'one-of', fields: ['RouteEntryId', 'DestinationCidrBlock'] },
    {
      rule: 'requires',
      when: { field: 'NewNextHopId', present: true },
      field: 'NewNextHopType',
    },
  ],
  handle: async (context, input) => {
    const { RouteEntryId: key, RouteTableId, NewNextHopType: type } = input;
    const table = RouteTableId ?? (key && (await tableOfRoute(context, key)));
    if (table === undefined) throw routeFaults.unnamed();
    await modifyRoute(context, {
      table,
      region: context.region,
      route:
        key === undefined
          ? { destination: destinationMeant(input.DestinationCidrBlock ?? '') }
          : { key },
      name: input.RouteEntryName,
      description: input.Description,
      nextHop: type && hopAsked(type, input.NewNextHopId),
    });
  },
});
