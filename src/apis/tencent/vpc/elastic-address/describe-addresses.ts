// https://cloud.tencent.com/document/api/215/16702 and models/tencent/vpc.json DescribeAddresses.
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import type { AddressKind, HolderKind } from '#resources/elastic-address/elastic-address.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { listAddresses } from '#resources/elastic-address/verbs/list-addresses.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { list } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { parseTencentId } from '../../ids.ts';
import {
  asks,
  asksForNone,
  idOf,
  listFilters,
  refusedValue,
  type Filter,
} from '../../structs/filters.ts';
import { keysNamed, pageOf } from '../../structs/listing.ts';
import { filterHabits, numberedPage, vpcIds } from '../listing.ts';
import * as model from '../models/describe-addresses.ts';
import { addressShown, shownAddress } from '../../structs/elastic-address/address-shapes.ts';

function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(elasticAddressFaults.addressMalformed, text, 'an IPv4 address');
}

const holderIds = ['instance', 'network-interface'] as const;

/** The key of what an address may be bound to. @throws Fault where it is the id of nothing such */
function holderOf(text: string): string {
  for (const kind of holderIds) {
    const parsed = parseTencentId(kind, text);
    if (parsed !== 'malformed') return parsed.key;
  }
  throw refusedValue(elasticAddressFaults.holderMalformed, text, 'the id of an instance');
}

/** Those that a binding can be in; nothing here is between two of them. */
const statuses = new Map<string, ReadonlyArray<HolderKind | null>>([
  ['BIND', ['instance', 'nat-gateway', 'ha-vip']],
  ['BIND_ENI', ['network-interface']],
  ['UNBIND', [null]],
]);

const instanceTypes = new Map<string, ReadonlyArray<HolderKind | null>>([
  ['CVM', ['instance']],
  ['ENI', ['network-interface']],
  ['NAT', ['nat-gateway']],
  ['HAVIP', ['ha-vip']],
]);

type Kinds = { readonly holderKinds?: ReadonlyArray<HolderKind | null> };

function holdersIn(table: ReadonlyMap<string, ReadonlyArray<HolderKind | null>>): Filter<Kinds> {
  return { narrow: (values) => ({ holderKinds: values.flatMap((one) => table.get(one) ?? []) }) };
}

const kinds = new Map<string, AddressKind>([
  ['wanip', 'ordinary'],
  ['eip', 'elastic'],
]);

const first: Filter<{ readonly names?: readonly string[] }> = {
  narrow: (values) => ({ names: values.slice(0, 1) }),
};

const filters = listFilters(
  {
    'address-id': asks('keys', idOf('elastic-address', elasticAddressFaults.malformed)),
    'address-name': first,
    'address-ip': asks('addresses', addressOf),
    // What Terraform's provider calls the same.
    'public-ip': asks('addresses', addressOf),
    'address-status': holdersIn(statuses),
    'instance-id': asks('holders', holderOf),
    'private-ip-address': {
      narrow: (values) => ({ privateAddresses: values.slice(0, 1).map(addressOf) }),
    },
    'network-interface-id': asks(
      'interfaces',
      idOf('network-interface', networkInterfaceFaults.malformed),
    ),
    'is-arrears': asksForNone('false'),
    'instance-type': holdersIn(instanceTypes),
    'address-type': asks('kinds', (text) => kinds.get(text.toLowerCase())),
    'address-isp': asksForNone('bgp'),
    'dedicated-cluster-id': asksForNone(),
    // Terraform's provider looks for one that is gone among those of dedicated clusters, too.
    'business-type': asksForNone(),
  },
  { ...filterHabits, tags: { filters: ['tag-key', 'tag-value'], keyOf: String } },
);

/**
 * Ids and filters do not go together; but the provider's look among dedicated clusters has both.
 * @throws listing.idsConflict
 */
function refuseBoth({
  AddressIds = [],
  Filters = new Map(),
}: {
  readonly AddressIds?: readonly unknown[] | undefined;
  readonly Filters?: ReadonlyMap<string, unknown> | undefined;
}): void {
  const isRefused = [...Filters.keys()].some((name) => name !== 'business-type');
  if (AddressIds.length > 0 && isRefused) throw listingFaults.idsConflict();
}

function isNamed(key: string, named: readonly string[] | undefined): boolean {
  return named?.includes(key) ?? true;
}

export const describeAddresses = action.read({
  model,
  input: { AddressIds: vpcIds('elastic-address'), Filters: filters.shape, ...numberedPage },
  output: { AddressSet: list(addressShown) },
  handle: async (context, input) => {
    const { region } = context;
    const asked = filters.read(input.Filters, region);
    refuseBoth(input);
    const named = keysNamed(input.AddressIds?.map(String));
    const keys = asked.keys === undefined ? named : asked.keys.filter((key) => isNamed(key, named));
    // Without being asked for, those of instances are not shown.
    const elastic = { kinds: ['elastic' as const] };
    const query = { ...elastic, ...asked, ...(keys && { keys }) };
    const { total, items } = await listAddresses(context, {
      region,
      query,
      newestFirst: true,
      page: pageOf(input),
    });
    return { TotalCount: total, AddressSet: items.map(shownAddress) };
  },
});
