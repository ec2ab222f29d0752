import type { DhcpOptionSet } from '#resources/dhcp-option-set/dhcp-option-set.ts';
import { dhcpOptionSetFaults as faults } from '#resources/dhcp-option-set/faults.ts';
import type { ReadScope } from '#resources/scope.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { string } from '#wire/builders.ts';
import { clientToken } from '../../parameters.ts';
import { ownerIdOf } from '../parameters.ts';
import { shownTags } from '../vpc/vpc-shapes.ts';

/** It begins with a letter of any script and has digits, _ and - besides. */
export const setName = string({
  max: 128,
  pattern: /^\p{L}[\p{L}\p{Nd}_-]*$/u,
  reasons: faults.nameMalformed,
});

export const domainName = string({
  max: 253,
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i,
  reasons: faults.domainMalformed,
});

/** 24h to 1176h, 87600h to 175200h, and the same in days. */
const HOURS_ALLOWED = [
  [24, 1_176],
  [87_600, 175_200],
] as const;

const leaseOf = (reason: typeof faults.leaseMalformed | typeof faults.ipv6LeaseMalformed) =>
  string({ max: 16, pattern: /^[1-9][0-9]{0,5}[hd]$/, reasons: reason });

/** What creating a set and changing it take alike. */
export const setFields = {
  DhcpOptionsSetName: setName,
  DhcpOptionsSetDescription: string({
    max: 256,
    pattern: /^(?!https?:\/\/)\p{L}/u,
    reasons: faults.descriptionMalformed,
  }),
  DomainName: domainName,
  DomainNameServers: { max: 256, reasons: faults.serversMalformed },
  LeaseTime: leaseOf(faults.leaseMalformed),
  Ipv6LeaseTime: leaseOf(faults.ipv6LeaseMalformed),
  ClientToken: clientToken,
} as const;

interface SetAsked {
  readonly DhcpOptionsSetName?: string | undefined;
  readonly DhcpOptionsSetDescription?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly DomainNameServers?: string | undefined;
  readonly LeaseTime?: string | undefined;
  readonly Ipv6LeaseTime?: string | undefined;
}

/** What a request says of a set; undefined what it does not say. @throws dhcp-option-set.… */
export function optionsAsked(input: SetAsked) {
  const { LeaseTime: leaseTime, Ipv6LeaseTime: ipv6LeaseTime } = input;
  if (!isLease(leaseTime)) throw faults.leaseMalformed();
  if (!isLease(ipv6LeaseTime)) throw faults.ipv6LeaseMalformed();
  return {
    name: input.DhcpOptionsSetName,
    description: input.DhcpOptionsSetDescription,
    domainName: input.DomainName,
    servers: input.DomainNameServers === undefined ? undefined : serversIn(input.DomainNameServers),
    leaseTime,
    ipv6LeaseTime,
  };
}

function isLease(text: string | undefined): boolean {
  if (text === undefined) return true;
  const hours = Number.parseInt(text, 10) * (text.endsWith('d') ? 24 : 1);
  return HOURS_ALLOWED.some(([min, max]) => hours >= min && hours <= max);
}

const SERVERS_MAX = 4;

/** IPv4 addresses with commas between them. */
function serversIn(text: string): readonly string[] {
  const servers = text.split(',').map((server) => server.trim());
  if (servers.some((server) => parseAddress(server) === undefined)) {
    throw faults.serversMalformed({ servers: text });
  }
  if (servers.length > SERVERS_MAX) throw faults.serversExceeded({ limit: SERVERS_MAX });
  return servers;
}

/** Sets in the vendor's words, without the networks that have them. */
export async function showSets({ db }: ReadScope, sets: readonly DhcpOptionSet[]) {
  const keys = sets.map(({ key }) => key);
  const tags = await tagsOf(db, 'dhcp-option-set', keys);
  return sets.map((set) => ({
    CreationTime: set.createdAt,
    DhcpOptions: {
      DomainName: set.domainName,
      DomainNameServers: set.servers.join(','),
      Ipv6LeaseTime: set.ipv6LeaseTime,
      LeaseTime: set.leaseTime,
    },
    DhcpOptionsSetDescription: set.description,
    DhcpOptionsSetId: set.key,
    DhcpOptionsSetName: set.name ?? '',
    OwnerId: ownerIdOf(set.account),
    ResourceGroupId: set.resourceGroup ?? '',
    Tags: shownTags(tags.get(set.key)),
  }));
}
