// https://cloud.tencent.com/document/api/215/15784 and models/tencent/vpc.json DescribeSubnets.
import { listingFaults } from '#resources/listing/faults.ts';
import { freeCounts } from '#resources/address/range.ts';
import { listSubnets } from '#resources/subnet/verbs/list-subnets.ts';
import { requireSubnets } from '#resources/subnet/verbs/require-subnets.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { action } from '../../../context.ts';
import { afterToken, tokenAfter } from '../../../page-token.ts';
import {
  asksForNone,
  flag,
  flagIn,
  idsReasons,
  keysIn,
  limit,
  maxResults,
  namedFilters,
  offset,
  pageOf,
  tagsIn,
  vpcId,
  zonesIn,
} from '../listing.ts';
import * as model from '../models/describe-subnets.ts';
import { shownSubnet } from './subnet-shapes.ts';

/** No subnet here has IPv6, another network's address translation, or is in a dedicated zone. */
const absent = {
  'ipv6-cidr-block': [],
  'isp-type': [],
  'address-type': [],
  'cdc-id': [],
  'is-cdc-subnet': ['0', 'false'],
  'is-remote-vpc-snat': ['false'],
} as const;

export const describeSubnets = action.read({
  model,
  region: 'required',
  input: {
    SubnetIds: { max: 100, reasons: idsReasons, item: vpcId('subnet') },
    Filters: namedFilters({
      'subnet-id': {},
      'vpc-id': {},
      'cidr-block': {},
      'is-default': flag,
      'is-remote-vpc-snat': {},
      'subnet-name': {},
      zone: {},
      'cdc-id': {},
      'is-cdc-subnet': {},
      'ipv6-cidr-block': {},
      'isp-type': {},
      'address-type': {},
    }),
    Offset: offset,
    Limit: limit,
    MaxResults: maxResults,
  },
  rules: [
    { rule: 'exclusive', fields: ['SubnetIds', 'Filters'], reason: listingFaults.idsConflict },
  ],
  output: { NextToken: { nullable: true } },
  handle: async (context, input) => {
    const { SubnetIds: ids = [], Filters: given, MaxResults: most, NextToken: token } = input;
    const keys = ids.length > 0 ? ids : keysIn(given, 'subnet-id', 'subnet');
    const byToken = most !== undefined || (token ?? '') !== '';
    await requireSubnets(context, ids, context.region);
    const { total, items, next } = await listSubnets(context, {
      region: context.region,
      zones: zonesIn(given, 'zone'),
      filter: {
        keys: asksForNone(given, absent) ? [] : keys,
        vpcs: keysIn(given, 'vpc-id', 'vpc'),
        names: given?.get('subnet-name'),
        cidrs: given?.get('cidr-block'),
        isDefault: flagIn(given, 'is-default'),
        tags: tagsIn(given),
      },
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
