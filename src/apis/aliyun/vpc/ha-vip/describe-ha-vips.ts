// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describehavips
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import { listHaVips } from '#resources/ha-vip/verbs/ha-vips.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { filters, time } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { parseAliyunId, type AliyunIdKind } from '../../ids.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-ha-vips.ts';
import { showHaVips } from './ha-vip-shapes.ts';

/** Filter.N: each up to five values; a list that has no value of one has nothing. */
const filter = filters({
  filters: { VpcId: {}, VSwitchId: {}, Status: {}, HaVipId: {}, HaVipAddress: {} },
  max: 5,
  valuesMax: 5,
  nameField: 'Key',
  valuesField: 'Value',
  reasons: { unknown: haVipFaults.filterUnknown, count: haVipFaults.tooManyFilters },
});

export const describeHaVips = action.read({
  model,
  input: { Filter: filter, Tags: tagFilters, ...numbered(50) },
  output: { HaVips: { item: { fields: { CreateTime: time({ form: 'seconds' }) } } } },
  handle: async (context, input) => {
    const { region, account } = context;
    const keysOf = (name: string, kind: AliyunIdKind) =>
      input.Filter?.get(name)?.flatMap((text) => {
        const parsed = parseAliyunId(kind, text);
        return parsed === 'unknown' ? [] : [parsed.key];
      });
    const { total, items } = await listHaVips(context, {
      region,
      filter: {
        keys: keysOf('HaVipId', 'ha-vip'),
        vpcs: keysOf('VpcId', 'vpc'),
        subnets: keysOf('VSwitchId', 'subnet'),
        addresses: input.Filter?.get('HaVipAddress')?.flatMap((text) => parseAddress(text) ?? []),
        isUsed: statesAsked(input.Filter?.get('Status')),
        resourceGroups: groupsAsked(account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tags),
      },
      page: offsetAndLimit(input),
    });
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      HaVips: await showHaVips(context, items),
    };
  },
});

/** What states ask for: whether it has a use; both of them together for nothing. */
function statesAsked(states: readonly string[] | undefined): readonly boolean[] | undefined {
  return states?.flatMap((state) => {
    if (state === 'InUse') return [true];
    return state === 'Available' ? [false] : [];
  });
}
