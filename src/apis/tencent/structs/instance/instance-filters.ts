import { vpcFaults } from '#resources/vpc/faults.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { hostFaults } from '#resources/host/faults.ts';
import { isIPv6 } from 'node:net';
import { keyOfUuid } from '#kernel/ids.ts';
import { characterCount } from '#kernel/text.ts';
import { nameContaining } from '#resources/instance/name-pattern.ts';
import type { InstanceQuery } from '#resources/instance/query.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import type { FilterValues } from '#wire/infer.ts';
import { kindText } from '#wire/kind-text.ts';
import { instantOf } from '#wire/instants.ts';
import type { Fault, FaultMaker } from '#kernel/fault.ts';
import { parseTencentId } from '../../ids.ts';
import type { TencentIdKind } from '../../ids.ts';
import { namedFilters, projectNumber, tagFiltersIn } from '../listing.ts';
import { zoneOf } from '../region/zones.ts';
import { instanceNameCharactersMax } from './names.ts';
import { defaultInstanceName } from './render-instance.ts';
import { chargeTypeNamed, chargeTypeNames, stateNames, statesNamed } from './words.ts';

/** The twenty filters of DescribeInstances (seed 004 L9907-10104); `tag:KEY` is the twentieth. */
export const instanceFilters = namedFilters(
  {
    zone: {},
    'project-id': {},
    'host-id': {},
    'dedicated-cluster-id': {},
    'vpc-id': {},
    'subnet-id': {},
    'instance-id': {},
    uuid: {},
    'security-group-id': {},
    'instance-name': {},
    'instance-charge-type': { values: chargeTypeNames },
    'instance-state': { values: stateNames },
    'private-ip-address': {},
    'public-ip-address': {},
    'ipv6-address': {},
    'creation-start-time': {},
    'creation-end-time': {},
  },
  { valuesMax: 5, withTags: true },
);

type Narrowed = Omit<InstanceQuery, 'region'>;
type Narrow = (values: readonly string[], region: string) => Narrowed;

/** What no instance has: a dedicated host or cluster, an IPv6 address. */
const nothing: Narrowed = { nothing: true };

const narrowings: { readonly [Name in keyof (typeof instanceFilters)['filters']]: Narrow } = {
  zone: (values, region) => ({ zones: values.map((name) => zoneOf(name, region)) }),
  'project-id': (values) => ({ projects: values.map(projectNumber) }),
  'host-id': (values) => {
    keysOf('host', values, hostFaults.malformed);
    return nothing;
  },
  'dedicated-cluster-id': () => nothing,
  'vpc-id': (values) => ({
    vpcs: keysOf('vpc', values, vpcFaults.malformed),
  }),
  'subnet-id': (values) => ({
    subnets: keysOf('subnet', values, subnetFaults.malformed),
  }),
  'instance-id': (values) => ({
    keys: keysOf('instance', values, instanceFaults.malformed),
  }),
  uuid: (values) => ofSome('keys', values.flatMap(keysOfUuid)),
  'security-group-id': (values) => ({
    securityGroups: keysOf('security-group', values, securityGroupFaults.malformed),
  }),
  'instance-name': (values) => ({
    namePatterns: values.map(namePatternOf),
    nameless: values.some((text) => defaultInstanceName.includes(text)) ? 'all' : undefined,
  }),
  'instance-charge-type': (values) =>
    ofSome(
      'chargeTypes',
      chargeTypeNames
        .filter((name) => values.includes(name))
        .flatMap((name) => chargeTypeNamed(name) ?? []),
    ),
  'instance-state': (values) => ofSome('states', values.flatMap(statesNamed)),
  'private-ip-address': (values) => ({ privateAddresses: values.map(addressOf) }),
  'public-ip-address': (values) => ({ publicAddresses: values.map(addressOf) }),
  'ipv6-address': (values) => {
    const malformed = values.find((text) => !isIPv6(text));
    if (malformed === undefined) return nothing;
    throw refused(listingFaults.ipv6Malformed, malformed, 'an IPv6 address');
  },
  'creation-start-time': (values) => ({ createdFrom: Math.min(...values.map(timeOf)) }),
  'creation-end-time': (values) => ({ createdTo: Math.max(...values.map(timeOf)) }),
};

/** @throws Fault where a value is malformed */
export function instanceQueryOf(filters: FilterValues, region: string): InstanceQuery {
  let query: InstanceQuery = { region, tags: tagFiltersIn(filters) };
  for (const [name, values] of filters) {
    if (values.length === 0) return { region, nothing: true };
    if (name.startsWith('tag')) continue;
    const narrowed = narrowings[name as keyof typeof narrowings](values, region);
    query = { ...query, ...narrowed, ...bothKeys(query, narrowed) };
  }
  return query;
}

/** `instance-id` and `uuid` both name instances: those that both name. */
function bothKeys({ keys: before }: Narrowed, { keys: now }: Narrowed): Narrowed {
  if (before === undefined || now === undefined) return {};
  return ofSome(
    'keys',
    now.filter((key) => before.includes(key)),
  );
}

/** Values of which none is left match nothing. */
function ofSome(name: 'keys' | 'states' | 'chargeTypes', values: readonly string[]): Narrowed {
  return values.length === 0 ? nothing : { [name]: values };
}

function refused(make: FaultMaker, value: string, what: string): Fault {
  return make({ message: `The filter's value \`${value.slice(0, 64)}\` is not ${what}.` });
}

function keysOf(kind: TencentIdKind, ids: readonly string[], make: FaultMaker): readonly string[] {
  return ids.map((text) => {
    const parsed = parseTencentId(kind, text);
    if (parsed === 'malformed') throw refused(make, text, `the id of ${kindText(kind)}`);
    return parsed.key;
  });
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A UUID of which we made none names no instance. */
function keysOfUuid(text: string): readonly string[] {
  if (!UUID.test(text)) throw refused(listingFaults.uuidMalformed, text, 'a UUID');
  const key = keyOfUuid('instance', text);
  return key === undefined ? [] : [key];
}

/** Part of a name, at least one character (L39998: a vague name may be invalid). */
function namePatternOf(text: string): string {
  if (text !== '' && characterCount(text) <= instanceNameCharactersMax) return nameContaining(text);
  throw refused(listingFaults.nameVague, text, 'part of a name');
}

function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refused(listingFaults.addressMalformed, text, 'an IPv4 address');
}

/** `2023-06-01 00:00:00`, taken as UTC, or with T and Z. */
function timeOf(text: string): number {
  const time = instantOf(text, 'spaced') ?? instantOf(text, 'seconds');
  if (time !== undefined) return time;
  throw refused(listingFaults.timeMalformed, text, 'a time like 2023-06-01 00:00:00');
}
