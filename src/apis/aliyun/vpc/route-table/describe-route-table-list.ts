// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describeroutetablelist
import { listRouteTables } from '#resources/route-table/verbs/list-route-tables.ts';
import { id } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { isOtherGroup } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-route-table-list.ts';
import { showRouteTables } from './route-table-shapes.ts';

export const describeRouteTableList = action.read({
  model,
  input: {
    // A router has the key of its network.
    RouterId: id('router'),
    RouterType: { values: ['VRouter', 'VBR'] },
    RouteTableType: { values: ['System', 'Custom'] },
    Tag: tagFilters,
    ...numbered(50),
  },
  output: { RouterTableList: { item: { fields: { RouterId: id('router') } } } },
  handle: async (context, input) => {
    const { RouteTableId: key, RouteTableName: name, RouterId: router, VpcId: vpc } = input;
    const { RouteTableType: type, ResourceGroupId: group } = input;
    // No border router is here, and a route table is in no group of its own.
    const none = input.RouterType === 'VBR' || isOtherGroup(context.account, group);
    const keys = key === undefined ? undefined : [key];
    const vpcs = [router, vpc].filter((one) => one !== undefined);
    const { total, items } = await listRouteTables(context, {
      region: context.region,
      filter: {
        keys: none || new Set(vpcs).size > 1 ? [] : keys,
        vpcs: vpcs.length === 0 ? undefined : vpcs,
        names: name === undefined ? undefined : [name],
        isMain: type && type === 'System',
        tags: tagFiltersOf(input.Tag),
      },
      page: offsetAndLimit(input),
    });
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      RouterTableList: await showRouteTables(context, items),
    };
  },
});
