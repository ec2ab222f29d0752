// https://cloud.tencent.com/document/api/215/15784 and models/tencent/vpc.json DescribeSubnets.
import { freeCounts } from '#resources/address/range.ts';
import { listSubnets } from '#resources/subnet/verbs/list-subnets.ts';
import { requireSubnets } from '#resources/subnet/verbs/require-subnets.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { action } from '../../../context.ts';
import { afterToken, tokenAfter } from '../../../page-token.ts';
import { zoneByVendorName } from '#catalogue/places.ts';
import { asks, asksForNone, asksWhether } from '../../structs/filters.ts';
import { idsOrFilters, pageOf } from '../../structs/listing.ts';
import { filteredId, maxResults, vpcFilters, vpcIds, vpcPageFields } from '../listing.ts';
import { ipv6Filters } from '../ipv6-filters.ts';
import * as model from '../models/describe-subnets.ts';
import { shownSubnet } from './subnet-shapes.ts';

const filters = vpcFilters({
  'subnet-id': asks('keys', filteredId('subnet')),
  'vpc-id': asks('vpcs', filteredId('vpc')),
  'cidr-block': asks('cidrs'),
  'is-default': asksWhether('isDefault'),
  'subnet-name': asks('names'),
  zone: asks('zones', (name) => zoneByVendorName('tencent', name)),
  // No subnet here has another network's address translation, or is in a dedicated zone.
  'is-remote-vpc-snat': asksForNone('false'),
  'cdc-id': asksForNone(),
  'is-cdc-subnet': asksForNone('0', 'false'),
  ...ipv6Filters,
});

export const describeSubnets = action.read({
  model,
  input: {
    SubnetIds: vpcIds('subnet'),
    Filters: filters.shape,
    ...vpcPageFields,
    MaxResults: maxResults,
  },
  rules: [idsOrFilters('SubnetIds')],
  output: { NextToken: { nullable: true } },
  handle: async (context, input) => {
    const { region } = context;
    const { SubnetIds: ids = [], MaxResults: most, NextToken: token } = input;
    const { zones, ...query } = filters.read(input.Filters, region);
    const byToken = most !== undefined || (token ?? '') !== '';
    await requireSubnets(context, ids, region);
    const { total, items, next } = await listSubnets(context, {
      region,
      zones,
      filter: ids.length > 0 ? { ...query, keys: ids } : query,
      page: byToken ? { after: afterToken(token), limit: most ?? 20 } : pageOf(input),
    });
    const shown = items.map(({ key }) => key);
    const free = await freeCounts(context.db, shown);
    const tags = await tagsOf(context.db, 'subnet', shown);
    return {
      TotalCount: total,
      SubnetSet: items.map((subnet) => {
        const { key } = subnet;
        return shownSubnet(subnet, { free: free.get(key), tags: tags.get(key) });
      }),
      NextToken: byToken ? tokenAfter(next) : null,
    };
  },
});
