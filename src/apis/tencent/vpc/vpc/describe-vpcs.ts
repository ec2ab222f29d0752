// https://cloud.tencent.com/document/api/215/15778 and models/tencent/vpc.json DescribeVpcs.
import { listingFaults } from '#resources/listing/faults.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { listVpcs } from '#resources/vpc/verbs/list-vpcs.ts';
import { requireVpcs } from '#resources/vpc/verbs/require-vpcs.ts';
import { action } from '../../../context.ts';
import {
  asksForNone,
  flag,
  flagIn,
  idsReasons,
  keysIn,
  limit,
  namedFilters,
  offset,
  pageOf,
  tagsIn,
  vpcId,
} from '../listing.ts';
import * as model from '../models/describe-vpcs.ts';
import { shownVpc } from './vpc-shapes.ts';

/** No network here has IPv6. */
const absent = { 'ipv6-cidr-block': [], 'isp-type': [], 'address-type': [] } as const;

export const describeVpcs = action.read({
  model,
  region: 'required',
  input: {
    VpcIds: { max: 100, reasons: idsReasons, item: vpcId('vpc') },
    Filters: namedFilters({
      'vpc-name': {},
      'is-default': flag,
      'vpc-id': {},
      'cidr-block': {},
      'ipv6-cidr-block': {},
      'isp-type': {},
      'address-type': {},
    }),
    Offset: offset,
    Limit: limit,
  },
  rules: [{ rule: 'exclusive', fields: ['VpcIds', 'Filters'], reason: listingFaults.idsConflict }],
  handle: async (context, input) => {
    const { VpcIds: ids = [], Filters: given } = input;
    const keys = ids.length > 0 ? ids : keysIn(given, 'vpc-id', 'vpc');
    await requireVpcs(context, ids, context.region);
    const { total, items } = await listVpcs(context, {
      region: context.region,
      filter: {
        keys: asksForNone(given, absent) ? [] : keys,
        nameParts: given?.get('vpc-name'),
        cidrs: given?.get('cidr-block'),
        isDefault: flagIn(given, 'is-default'),
        tags: tagsIn(given),
      },
      page: pageOf(input),
    });
    const keysShown = items.map(({ key }) => key);
    const tags = await tagsOf(context.db, 'vpc', keysShown);
    return { TotalCount: total, VpcSet: items.map((vpc) => shownVpc(vpc, tags.get(vpc.key))) };
  },
});
