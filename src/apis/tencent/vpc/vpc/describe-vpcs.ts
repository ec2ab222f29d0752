// https://cloud.tencent.com/document/api/215/15778 and models/tencent/vpc.json DescribeVpcs.
import { tagsOf } from '#resources/tag/tags.ts';
import { listVpcs } from '#resources/vpc/verbs/list-vpcs.ts';
import { requireVpcs } from '#resources/vpc/verbs/require-vpcs.ts';
import { action } from '../../../context.ts';
import { asks, asksWhether } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { filteredId, vpcFilters, vpcIds, vpcPageFields } from '../listing.ts';
import { ipv6Filters } from '../ipv6-filters.ts';
import * as model from '../models/describe-vpcs.ts';
import { shownVpc } from './vpc-shapes.ts';

const filters = vpcFilters({
  'vpc-name': asks('nameParts'),
  'is-default': asksWhether('isDefault'),
  'vpc-id': asks('keys', filteredId('vpc')),
  'cidr-block': asks('cidrs'),
  ...ipv6Filters,
});

export const describeVpcs = action.read({
  model,
  input: { VpcIds: vpcIds('vpc'), Filters: filters.shape, ...vpcPageFields },
  rules: [idsOrFilters('VpcIds')],
  handle: async (context, input) => {
    const { region } = context;
    const { VpcIds: ids = [] } = input;
    const query = filters.read(input.Filters, region);
    await requireVpcs(context, ids, region);
    const filter = ids.length > 0 ? { ...query, keys: ids } : query;
    const { total, items } = await listVpcs(context, { region, filter, page: pageOf(input) });
    const keysShown = items.map(({ key }) => key);
    const tags = await tagsOf(context.db, 'vpc', keysShown);
    return { TotalCount: total, VpcSet: items.map((vpc) => shownVpc(vpc, tags.get(vpc.key))) };
  },
});
