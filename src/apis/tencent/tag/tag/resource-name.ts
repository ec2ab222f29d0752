import { regionByVendorName, vendorRegionName } from '#catalogue/places.ts';
import type { TaggedKind } from '#resources/nouns.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { taggedKinds, type TaggedResource } from '#resources/tag/tagged.ts';
import { parseTencentId, tencentId, type TencentIdKind } from '../../ids.ts';

/**
 * Kinds of resources by service and prefix, as their names have them
 * (https://www.tencentcloud.com/document/product/651/89122). A kind that has no tags here is
 * refused like one that is not listed.
 */
const kinds: { readonly [service: string]: { readonly [prefix: string]: TencentIdKind } } = {
  cvm: {
    instance: 'instance',
    image: 'image',
    keypair: 'key-pair',
    'launch-template': 'launch-template',
    sg: 'security-group',
    volume: 'disk',
    snapshot: 'snapshot',
    ps: 'placement-group',
    // Not in the list of the page: what its client names a host.
    host: 'dedicated-host',
  },
  vpc: {
    vpc: 'vpc',
    subnet: 'subnet',
    rtb: 'route-table',
    nat: 'nat-gateway',
    acl: 'network-acl',
    havip: 'ha-vip',
    rsvip: 'reserved-address',
    // As Terraform has it.
    eipv6: 'ipv6-bandwidth',
    eni: 'network-interface',
    eip: 'elastic-address',
    bandwidthPackage: 'bandwidth-package',
    // Terraform's name for it.
    bwp: 'bandwidth-package',
  },
};

/** A resource and the neutral name of its region. */
export interface NamedResource extends TaggedResource {
  readonly region: string;
}

/**
 * Reads the six segments of a name, `qcs::cvm:ap-guangzhou:uin/:instance/ins-r8hr2upy`: no project,
 * the own account or none. @throws Fault for the first segment that is not right
 */
export function resourceNamed(text: string, account: string): NamedResource {
  const [partition, project, service = '', region = '', owner = '', ...last] = text.split(':');
  const [prefix = '', id = '', ...more] = last.join(':').split('/');
  if (partition !== 'qcs' || project !== '' || last.length !== 1 || more.length > 0) {
    throw tagFaults.resourceMalformed({ message: `${quoted(text)} has not the six segments.` });
  }
  if (!['', 'uin/', `uin/${account}`].includes(owner)) {
    throw tagFaults.ownerUnknown({ message: `${quoted(text)} is of another account.` });
  }
  const kind = kindNamed(service, prefix);
  return { kind, region: regionNamed(region), key: keyNamed(kind, id) };
}

/** The kind of resources of a service and a prefix. @throws Fault where none of it has tags */
export function kindNamed(service: string, prefix: string): TaggedKind {
  const ofService = Object.hasOwn(kinds, service) ? kinds[service] : undefined;
  if (ofService === undefined) {
    throw tagFaults.serviceUnknown({ message: `${quoted(service)} has no resources with tags.` });
  }
  const kind = Object.hasOwn(ofService, prefix) ? ofService[prefix] : undefined;
  const tagged = taggedKinds.find((one) => one === kind);
  if (tagged !== undefined) return tagged;
  throw tagFaults.kindUnknown({ message: `${quoted(prefix)} of ${service} has no tags.` });
}

/**
 * The kinds that a list is asked for by a service, a prefix or both; all of them by neither.
 * @throws Fault where none of it has tags
 */
export function kindsNamed(
  service: string | undefined,
  prefix: string | undefined,
): readonly TaggedKind[] {
  if (service !== undefined && prefix !== undefined) return [kindNamed(service, prefix)];
  const named = Object.entries(kinds)
    .filter(([one]) => one === (service ?? one))
    .flatMap(([, prefixes]) => Object.entries(prefixes))
    .filter(([one]) => one === (prefix ?? one))
    .map(([, kind]) => kind);
  return taggedKinds.filter((kind) => named.some((one) => one === kind));
}

/** The keys of a kind that an id may name: none where it is the id of another kind. */
export function keysIn(kind: TaggedKind, id: string): readonly string[] {
  const parsed = parseTencentId(idKind(kind), id);
  return parsed === 'malformed' ? [] : [parsed.key];
}

/** The neutral name of a region, which every resource here has. @throws Fault where it is none */
export function regionNamed(text: string): string {
  const region = regionByVendorName('tencent', text);
  if (region !== undefined) return region;
  throw tagFaults.regionUnknown({ message: `${quoted(text)} is not a region.` });
}

/** The key in an id. @throws Fault where it has not the form of one */
export function keyNamed(kind: TaggedKind, id: string): string {
  const parsed = parseTencentId(idKind(kind), id);
  if (parsed !== 'malformed') return parsed.key;
  throw tagFaults.resourceMalformed({ message: `${quoted(id)} is not the id of a resource.` });
}

/** The id of a resource, and the service and the prefix of its kind. */
export function shownResource({ kind, key }: TaggedResource) {
  const id = tencentId(idKind(kind), key);
  for (const [service, prefixes] of Object.entries(kinds)) {
    for (const [prefix, one] of Object.entries(prefixes)) {
      if (one === kind) return { id, service, prefix };
    }
  }
  throw new Error(`Tags of the kind ${kind} have no service.`);
}

/** The six segments of a resource's name. */
export function resourceName(resource: NamedResource, account: string): string {
  const { id, service, prefix } = shownResource(resource);
  const region = vendorRegionName('tencent', resource.region) ?? '';
  return `qcs::${service}:${region}:uin/${account}:${prefix}/${id}`;
}

const idKinds: ReadonlySet<string> = new Set(
  Object.values(kinds).flatMap((prefixes) => Object.values(prefixes)),
);

/** The kinds of this vendor's resources that have tags. */
export const namedKinds: readonly TaggedKind[] = taggedKinds.filter((kind) => idKinds.has(kind));

/** A kind that has tags is one of those above. */
function idKind(kind: TaggedKind): TencentIdKind {
  for (const prefixes of Object.values(kinds)) {
    const found = Object.values(prefixes).find((one) => one === kind);
    if (found !== undefined) return found;
  }
  throw new Error(`Tags of the kind ${kind} have no service.`);
}

function quoted(text: string): string {
  return `\`${text.slice(0, 128)}\``;
}
