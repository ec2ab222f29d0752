import { keyOfUuid } from '#kernel/ids.ts';
import { characterCount } from '#kernel/text.ts';
import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { nameContaining } from '#resources/instance/name-pattern.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { formatIpv6, parseIpv6 } from '#resources/subnet/ipv6.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { vpcFaults } from '#resources/vpc/faults.ts';
import { instantOf } from '#wire/instants.ts';
import { asks, asksForNone, idOf, projectOf, refusedValue, type Filter } from '../filters.ts';
import { taggedFilters } from '../listing.ts';
import { zoneOf } from '../region/zones.ts';
import { instanceNameCharactersMax } from './names.ts';
import { defaultInstanceName } from './render-instance.ts';
import { chargeTypeNames, chargeTypes, stateNames, statesNamed } from './words.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const instanceName: Filter<{
  readonly namePatterns?: readonly string[];
  readonly nameless?: 'all';
}> = {
  narrow: (values) => ({
    namePatterns: values.map(namePatternOf),
    ...(values.some((text) => defaultInstanceName.includes(text)) && { nameless: 'all' }),
  }),
};

/** The twenty filters of DescribeInstances (seed 004 L9907-10104); `tag:KEY` is the twentieth. */
export const instanceFilters = taggedFilters({
  zone: asks('zones', zoneOf),
  'project-id': asks('projects', projectOf),
  'host-id': asks('dedicatedHosts', idOf('dedicated-host', dedicatedHostFaults.malformed)),
  'dedicated-cluster-id': asksForNone(),
  'vpc-id': asks('vpcs', idOf('vpc', vpcFaults.malformed)),
  'subnet-id': asks('subnets', idOf('subnet', subnetFaults.malformed)),
  'instance-id': asks('keys', idOf('instance', instanceFaults.malformed)),
  uuid: asks('keys', keyOf),
  'security-group-id': asks(
    'securityGroups',
    idOf('security-group', securityGroupFaults.malformed),
  ),
  'instance-name': instanceName,
  'instance-charge-type': {
    ...asks('chargeTypes', chargeTypes.find),
    values: chargeTypeNames,
  },
  'instance-state': {
    values: stateNames,
    narrow: (values) => ({ states: values.flatMap(statesNamed) }),
  },
  'private-ip-address': asks('privateAddresses', addressOf),
  'public-ip-address': asks('publicAddresses', addressOf),
  'ipv6-address': asks('ipv6Addresses', ipv6Of),
  'creation-start-time': {
    narrow: (values) => ({ createdFrom: Math.min(...values.map(timeOf)) }),
  },
  'creation-end-time': {
    narrow: (values) => ({ createdTo: Math.max(...values.map(timeOf)) }),
  },
});

/** A UUID of which we made none names no instance. */
function keyOf(text: string): string | undefined {
  if (UUID.test(text)) return keyOfUuid('instance', text);
  throw refusedValue(listingFaults.uuidMalformed, text, 'a UUID');
}

/** Part of a name, at least one character (L39998: a vague name may be invalid). */
function namePatternOf(text: string): string {
  if (text !== '' && characterCount(text) <= instanceNameCharactersMax) return nameContaining(text);
  throw refusedValue(listingFaults.nameVague, text, 'part of a name');
}

function addressOf(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(listingFaults.addressMalformed, text, 'an IPv4 address');
}

function ipv6Of(text: string): string {
  const address = parseIpv6(text);
  if (address !== undefined) return formatIpv6(address);
  throw refusedValue(listingFaults.ipv6Malformed, text, 'an IPv6 address');
}

/** `2023-06-01 00:00:00`, taken as UTC, or with T and Z. */
function timeOf(text: string): number {
  const time = instantOf(text, 'spaced') ?? instantOf(text, 'seconds');
  if (time !== undefined) return time;
  throw refusedValue(listingFaults.timeMalformed, text, 'a time like 2023-06-01 00:00:00');
}
