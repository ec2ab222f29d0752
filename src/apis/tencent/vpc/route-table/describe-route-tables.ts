// https://cloud.tencent.com/document/api/215/15763 and models/tencent/vpc.json DescribeRouteTables.
import { listingFaults } from '#resources/listing/faults.ts';
import { listRouteTables } from '#resources/route-table/verbs/list-route-tables.ts';
import { requireRouteTables } from '#resources/route-table/verbs/require-route-tables.ts';
import { action } from '../../../context.ts';
import { asks, asksForNone, asksWhether, type Filter } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { filteredId, vpcFilters, vpcIds, vpcPageFields } from '../listing.ts';
import * as model from '../models/describe-route-tables.ts';
import { mainName, showRouteTables } from './route-table-shapes.ts';

/** It narrows the routes that are shown of one table, not the tables. */
const nextHopType: Filter<{ readonly hops?: readonly string[] }> = {
  narrow: (values) => ({ hops: values.map((value) => value.toUpperCase()) }),
};

/** A table that comes with its network has no name of its own, and is shown with one. */
const named: Filter<{ readonly names?: ReadonlyArray<string | null> }> = {
  narrow: (values) => ({
    names: values.flatMap((name) => (name === mainName ? [name, null] : [name])),
  }),
};

const filters = vpcFilters({
  'route-table-id': asks('keys', filteredId('route-table')),
  'route-table-name': named,
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'association.main': asksWhether('isMain'),
  // No route table here is hidden.
  visible: asksForNone('true', '1'),
  'next-hop-type': nextHopType,
});

export const describeRouteTables = action.read({
  model,
  input: {
    RouteTableIds: vpcIds('route-table'),
    Filters: filters.shape,
    ...vpcPageFields,
  },
  rules: [idsOrFilters('RouteTableIds')],
  handle: async (context, input) => {
    const { region } = context;
    const { RouteTableIds: ids = [], NeedRouterInfo: withRoutes = true } = input;
    const { hops, ...query } = filters.read(input.Filters, region);
    if (
      hops !== undefined &&
      !['route-table-id', 'vpc-id'].every((name) => input.Filters?.has(name))
    ) {
      const message = 'The filter `next-hop-type` needs `route-table-id` and `vpc-id` beside it.';
      throw listingFaults.filterAlone({ message });
    }
    await requireRouteTables(context, ids, region);
    const { total, items } = await listRouteTables(context, {
      region,
      filter: ids.length > 0 ? { ...query, keys: ids } : query,
      page: pageOf(input),
    });
    const shown = await showRouteTables(context, items, { withRoutes });
    const among = (route: { readonly GatewayType: string }) =>
      hops?.includes(route.GatewayType) !== false;
    return {
      TotalCount: total,
      RouteTableSet: shown.map((table) => ({ ...table, RouteSet: table.RouteSet.filter(among) })),
    };
  },
});
