import type { AcceptedTraffic, MachineRules } from '../driver.ts';
import { addressNumber, dotted } from './networks.ts';

/** A rule of an access control list; what is left out matches everything. */
export interface AclRule {
  readonly action: 'allow';
  readonly state: 'enabled';
  readonly source?: string;
  readonly destination?: string;
  readonly protocol?: 'tcp' | 'udp' | 'icmp4';
  readonly source_port?: string;
  readonly destination_port?: string;
}

export interface Acl {
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
}

const EVERYBODY = '0.0.0.0-255.255.255.255';
const LAST_ADDRESS = 0xff_ff_ff_ff;
const allow = { action: 'allow', state: 'enabled' } as const;

/**
 * A list that lets through what the machines say, and all traffic of other addresses, for a network
 * that drops the rest. `elsewhere` are addresses that another list of the network decides about.
 */
export function aclOf(machines: readonly MachineRules[], elsewhere: readonly string[]): Acl {
  const decided = [...machines.map(({ address }) => address), ...elsewhere];
  const rest = outside(decided.flatMap((address) => addressNumber(address) ?? []));
  return {
    ingress: [
      { ...allow, destination: rest },
      { ...allow, destination: '::/0' },
      ...machines.flatMap(({ address, ingress }) =>
        ingress.map(({ peers, ...traffic }) => ({
          ...allow,
          ...sideOf('source', peers),
          destination: address,
          ...wordsOf(traffic),
        })),
      ),
    ],
    egress: [
      { ...allow, source: rest },
      { ...allow, source: '::/0' },
      ...machines.flatMap(({ address, egress }) =>
        egress.map(({ peers, ...traffic }) => ({
          ...allow,
          source: address,
          ...sideOf('destination', peers),
          ...wordsOf(traffic),
        })),
      ),
    ],
  };
}

function sideOf(side: 'source' | 'destination', peers: readonly string[]) {
  return peers.includes(EVERYBODY) ? {} : { [side]: peers.join(',') };
}

function wordsOf({ protocol, ports, sourcePorts }: Omit<AcceptedTraffic, 'peers'>) {
  if (protocol === 'all') return {};
  return {
    protocol: protocol === 'icmp' ? ('icmp4' as const) : protocol,
    ...(ports === undefined ? {} : { destination_port: ports }),
    ...(sourcePorts === undefined ? {} : { source_port: sourcePorts }),
  };
}

/** All IPv4 addresses but these, as ranges. */
function outside(addresses: readonly number[]): string {
  const ranges: string[] = [];
  let first = 0;
  for (const address of [...new Set(addresses)].toSorted((a, b) => a - b)) {
    if (first < address) ranges.push(rangeText(first, address - 1));
    first = address + 1;
  }
  if (first <= LAST_ADDRESS) ranges.push(rangeText(first, LAST_ADDRESS));
  return ranges.join(',');
}

function rangeText(first: number, last: number): string {
  return first === last ? dotted(first) : `${dotted(first)}-${dotted(last)}`;
}
