import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { ipv6BandwidthFaults } from '#resources/ipv6-bandwidth/faults.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { vpcFaults } from '#resources/vpc/faults.ts';
import { reservedAddressFaults } from '#resources/reserved-address/faults.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { routeTableFaults } from '#resources/route-table/faults.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { haVipFaults } from '#resources/ha-vip/faults.ts';
import { networkAclFaults } from '#resources/network-acl/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { id, integer } from '#wire/builders.ts';
import { idOf, listFilters, type Filter } from '../structs/filters.ts';

const RESULTS_MAX = 100;

/** What is told where the id of a kind is malformed. */
const malformed = {
  'bandwidth-package': bandwidthPackageFaults.malformed,
  'elastic-address': elasticAddressFaults.malformed,
  instance: instanceFaults.malformed,
  'ha-vip': haVipFaults.malformed,
  'ipv6-bandwidth': ipv6BandwidthFaults.malformed,
  'nat-gateway': natGatewayFaults.malformed,
  'reserved-address': reservedAddressFaults.malformed,
  'network-acl': networkAclFaults.malformed,
  'network-interface': networkInterfaceFaults.malformed,
  'route-table': routeTableFaults.malformed,
  'security-group': securityGroupFaults.malformed,
  subnet: subnetFaults.malformed,
  vpc: vpcFaults.malformed,
} as const;

type Kind = keyof typeof malformed;

/** An id of these pages. */
export function vpcId(kind: Kind) {
  return id(kind, { reasons: { malformed: malformed[kind] } });
}

/** A list of ids of these pages. */
export function vpcIds(kind: Kind) {
  return { max: RESULTS_MAX, reasons: { count: listingFaults.tooManyIds }, item: vpcId(kind) };
}

const reasons = {
  type: listingFaults.pageMalformed,
  range: listingFaults.pageOutOfRange,
} as const;

/** `Limit` and `Offset` are strings in the model; a number is understood as well. */
export const vpcPageFields = {
  Offset: integer({ default: 0, min: 0, asString: true, reasons }),
  Limit: integer({ default: 20, min: 1, max: RESULTS_MAX, asString: true, reasons }),
} as const;
/** The same on the pages whose model has numbers. */
export const numberedPage = {
  Offset: integer({ default: 0, min: 0, reasons }),
  Limit: integer({ default: 20, min: 1, max: RESULTS_MAX, reasons }),
} as const;
export const maxResults = integer({ min: 1, max: RESULTS_MAX, reasons });

interface Table {
  readonly [name: string]: Filter<object>;
}

/** What the filters of all these pages have in common. */
export const filterHabits = {
  max: 10,
  valuesMax: RESULTS_MAX,
  reasons: {
    unknown: listingFaults.filterUnknown,
    missing: listingFaults.filterMissing,
    type: listingFaults.filterMalformed,
    count: listingFaults.tooManyFilters,
    value: listingFaults.valueMalformed,
  },
} as const;

/** Filters of these pages, `tag:KEY` always among them, with the codes that all pages have. */
export function vpcFilters<const T extends Table>(
  table: T,
  tags: ReadonlyArray<'tag-key' | 'tag-value'> = ['tag-key'],
) {
  return listFilters(table, { ...filterHabits, tags: { filters: tags, keyOf: String } });
}

/** The same of what has no tags. */
export function vpcFiltersWithoutTags<const T extends Table>(table: T) {
  return listFilters(table, filterHabits);
}

/** Reads an id among the values of a filter. @throws Fault where it is malformed */
export function filteredId(kind: Kind): (text: string) => string {
  return idOf(kind, listingFaults.valueMalformed);
}
