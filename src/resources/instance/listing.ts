import type { InstanceRow } from '#store/schema/instance.ts';
import { openedByNames } from '../key-pair/narrowing.ts';
import { listing } from '../listing/listing.ts';
import {
  bound,
  given,
  isLikeOneOf,
  isOneOf,
  like,
  linked,
  nothing,
  outside,
  priceOfPatterns,
  within,
  withinCovered,
} from '../listing/narrowings.ts';
import type { Narrowing, Where } from '../listing/narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { InstanceQuery } from './query.ts';

/** Names of patterns, and which of those without a name go by them too. */
interface Named {
  readonly patterns: readonly string[];
  readonly nameless: InstanceQuery['nameless'];
}

/** What a list of instances is narrowed by; the region and the page stand beside it. */
export type InstanceNarrowing = Omit<
  InstanceQuery,
  'region' | 'before' | 'namePatterns' | 'nameless'
> & { readonly named?: Named | undefined };

const named: Narrowing<Named> = {
  by: ({ patterns, nameless }) => (nameless === 'all' ? 'scan' : priceOfPatterns(patterns)),
  column: 'name',
  condition(eb, { patterns, nameless }) {
    const like = isLikeOneOf(eb, 'name', patterns);
    if (nameless === undefined) return like;
    const without = eb('name', 'is', null);
    return eb.or([
      like,
      nameless === 'all' ? without : eb.and([isOneOf(eb, 'key', nameless), without]),
    ]);
  },
};

/** The keys of instances that hold public addresses. */
function holdersOf(eb: Where, addresses: readonly number[]) {
  return eb
    .selectFrom('elastic_addresses')
    .select('holder')
    .where('holder_kind', '=', 'instance')
    .where((inner) => isOneOf(inner, 'address', addresses));
}

/** How instances are listed (D6). */
export const instanceListing = listing<InstanceNarrowing, InstanceRow>('instances', {
  keys: within('key', 'few'),
  zones: withinCovered('zone'),
  states: within('state'),
  notStates: outside('state'),
  faulty: given('fault'),
  names: within('name'),
  named,
  types: within('type'),
  notTypes: outside('type'),
  typePatterns: like('type'),
  images: within('image'),
  vpcs: within('vpc'),
  subnets: within('subnet'),
  securityGroups: linked({
    table: 'instance_security_groups',
    to: 'security_group',
    key: 'instance',
  }),
  keyPairNames: openedByNames,
  placementGroups: within('placement_group', 'few'),
  hpcClusters: within('hpc_cluster', 'few'),
  hosts: within('host', 'scan'),
  dedicatedHosts: within('dedicated_host'),
  chargeTypes: within('charge_type'),
  projects: within('project'),
  privateAddresses: within('private_ip'),
  ipv6Addresses: {
    by: 'few',
    condition: (eb, addresses) =>
      eb(
        'key',
        'in',
        eb
          .selectFrom('interface_ipv6_addresses')
          .select('network_interface')
          .where((inner) => isOneOf(inner, 'address', addresses)),
      ),
  },
  addressed: given('private_ip'),
  publicAddresses: {
    by: 'few',
    condition: (eb, addresses) => eb('key', 'in', holdersOf(eb, addresses)),
  },
  elasticAddresses: {
    by: 'few',
    condition: (eb, addresses) =>
      eb('key', 'in', holdersOf(eb, addresses).where('kind', '=', 'elastic')),
  },
  addresses: {
    by: 'few',
    condition: (eb, addresses) =>
      eb.or([isOneOf(eb, 'private_ip', addresses), eb('key', 'in', holdersOf(eb, addresses))]),
  },
  tags: taggedWith('instance'),
  createdFrom: bound('created_at', '>='),
  createdTo: bound('created_at', '<='),
  expiresFrom: bound('expires_at', '>='),
  expiresTo: bound('expires_at', '<='),
  internetChargeTypes: within('internet_charge_type'),
  metadataEndpoints: within('http_endpoint'),
  metadataTokens: within('http_tokens'),
  resourceGroups: within('resource_group'),
  roles: within('role'),
  renewals: within('renewal'),
  isolatedBy: within('isolated_by'),
  nothing,
});
