// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describeeipaddresses
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import type { HolderKind } from '#resources/elastic-address/elastic-address.ts';
import { listAddresses } from '#resources/elastic-address/verbs/list-addresses.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { id, list, string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { silent } from '../../parameters.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-eip-addresses.ts';
import { eipShown, shownEip } from './eip-shapes.ts';
import { keyIn } from './target.ts';
import { holderTypes } from './words.ts';

const NAMED_MAX = 50;
const filterTime = string({ pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/ });

/** Elastic addresses of a region, newest first. */
export const describeEipAddresses = action.read({
  model,
  input: {
    AllocationId: list(id('elastic-address'), { style: 'comma', max: NAMED_MAX }),
    EipAddress: list(string({ max: 64 }), { style: 'comma', max: NAMED_MAX }),
    Status: { values: ['Associating', 'Unassociating', 'InUse', 'Available', 'Releasing'] },
    AssociatedInstanceType: {
      values: ['EcsInstance', 'SlbInstance', 'Nat', 'HaVip', 'NetworkInterface', 'IpAddress'],
    },
    AssociatedInstanceId: { max: 64 },
    ChargeType: { values: ['PostPaid', 'PrePaid'] },
    LockReason: { values: ['financial', 'security'] },
    EipName: { max: 128 },
    Filter: { max: 2, item: { fields: { Value: filterTime } } },
    Tag: tagFilters,
    IncludeReservationData: silent,
    ...numbered(100),
  },
  output: { EipAddresses: { item: eipShown } },
  handle: async (context, asked) => {
    const { account, region } = context;
    const { AssociatedInstanceId: holder, AssociatedInstanceType: type } = asked;
    const kinds = (Object.keys(holderTypes) as readonly HolderKind[]).filter(
      (kind) => type === undefined || holderTypes[kind] === type,
    );
    const { total, items } = await listAddresses(context, {
      region,
      query: {
        kinds: ['elastic'],
        keys: asked.AllocationId,
        addresses: asked.EipAddress?.map(addressOf),
        names: asked.EipName === undefined ? undefined : [asked.EipName],
        bound: boundOf(asked.Status),
        holders: holder === undefined ? undefined : kinds.map((kind) => keyOf(kind, holder)),
        holderKinds: type === undefined ? undefined : kinds,
        paidInAdvance: asked.ChargeType === undefined ? undefined : asked.ChargeType === 'PrePaid',
        resourceGroups: groupsAsked(account, asked.ResourceGroupId),
        tags: tagFiltersOf(asked.Tag),
        createdFrom: timeOf(asked.Filter, 'CreationStartTime'),
        createdTo: timeOf(asked.Filter, 'CreationEndTime'),
        ...(asksForNone(asked) && { nothing: true as const }),
      },
      newestFirst: true,
      page: offsetAndLimit(asked),
    });
    return {
      PageNumber: asked.PageNumber,
      PageSize: asked.PageSize,
      TotalCount: total,
      EipAddresses: items.map(shownEip),
    };
  },
});

interface Unseen {
  readonly Status?: string | undefined;
  readonly ISP?: string | undefined;
  readonly LockReason?: string | undefined;
  readonly PublicIpAddressPoolId?: string | undefined;
  readonly SegmentInstanceId?: string | undefined;
  readonly SecurityProtectionEnabled?: boolean | undefined;
  readonly ServiceManaged?: boolean | undefined;
}

/** Whether what is asked for is of no address here: locked ones, other lines, pools. */
function asksForNone(asked: Unseen): boolean {
  const isBetween = asked.Status !== undefined && boundOf(asked.Status) === undefined;
  return (
    isBetween ||
    (asked.ISP ?? 'BGP') !== 'BGP' ||
    asked.LockReason !== undefined ||
    asked.PublicIpAddressPoolId !== undefined ||
    asked.SegmentInstanceId !== undefined ||
    asked.SecurityProtectionEnabled === true ||
    asked.ServiceManaged === true
  );
}

/** Nothing here is on its way from one to the other. */
function boundOf(status: string | undefined): boolean | undefined {
  if (status === 'InUse') return true;
  return status === 'Available' ? false : undefined;
}

function addressOf(text: string): number {
  const address = parseAddress(text.trim());
  if (address === undefined) throw elasticAddressFaults.addressMalformed();
  return address;
}

function keyOf(kind: HolderKind, text: string): string {
  return kind === 'instance' || kind === 'network-interface' ? keyIn(kind, text) : '?';
}

function timeOf(
  filters: ReadonlyArray<{
    readonly Key?: string | undefined;
    readonly Value?: string | undefined;
  }> = [],
  key: string,
): number | undefined {
  const text = filters.find((one) => one.Key === key)?.Value;
  return text === undefined ? undefined : Date.parse(text);
}
