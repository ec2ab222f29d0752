import type { IncusConfiguration } from './configuration.ts';
import type { Engine } from './engine.ts';

/** A network of the server that machines can have addresses of. */
export interface EngineNetwork {
  readonly name: string;
  /** Of the network's own end, as a number; guests have it as their gateway. */
  readonly gateway: number;
  readonly first: number;
  readonly last: number;
  /** Whether it gives names to machines, each of which has one interface at most then. */
  readonly names?: boolean;
}

interface NetworkAnswer {
  readonly name: string;
  readonly managed: boolean;
  readonly config: Readonly<Record<string, string>>;
}

/** The managed networks with an IPv4 subnet; those that the configuration names, or all. */
export async function readNetworks(
  engine: Engine,
  { networks }: IncusConfiguration,
): Promise<readonly EngineNetwork[]> {
  const found = await engine.get<readonly NetworkAnswer[]>('/1.0/networks', {
    query: { recursion: '1' },
  });
  return found.flatMap(({ name, managed, config }) => {
    if (!managed || (networks.length > 0 && !networks.includes(name))) return [];
    const block = blockOf(config['ipv4.address'] ?? '');
    if (block === undefined) return [];
    return [{ name, gateway: block.address, ...block, names: config['dns.mode'] !== 'none' }];
  });
}

/** The network that an address in dotted decimal is of. */
export function networkOf(
  networks: readonly EngineNetwork[],
  address: string,
): EngineNetwork | undefined {
  const at = addressNumber(address) ?? -1;
  return networks.find(({ first, last }) => first <= at && at <= last);
}

/**
 * Why machines cannot have the addresses of a block, in a sentence; undefined where they can: it
 * lies within one network, whose own address no machine can be given.
 */
export function refusalOf(networks: readonly EngineNetwork[], cidr: string): string | undefined {
  const block = blockOf(cidr);
  if (block === undefined) return `${cidr} is no block of IPv4 addresses.`;
  const network = networks.find(({ first, last }) => first <= block.first && block.last <= last);
  if (network === undefined) {
    const blocks = networks.map(blockText).join(', ') || 'none';
    return `${cidr} lies in no network of the server; its blocks: ${blocks}.`;
  }
  const { gateway, name } = network;
  const given = gateway > block.first + 1 && gateway < block.last;
  if (!given) return undefined;
  return `${cidr} would give out ${dotted(gateway)}, which is the gateway of ${name}.`;
}

/** The subnet of a network, such as 10.77.0.0/24. */
export function blockText({ first, last }: EngineNetwork): string {
  return `${dotted(first)}/${32 - Math.log2(last - first + 1)}`;
}

/** An address in dotted decimal as a number; undefined where it is none. */
export function addressNumber(address: string): number | undefined {
  return blockOf(`${address}/32`)?.address;
}

/** An address in dotted decimal. */
export function dotted(address: number): string {
  return [24, 16, 8, 0].map((bits) => (address >>> bits) & 255).join('.');
}

interface Block {
  readonly address: number;
  readonly first: number;
  readonly last: number;
}

function blockOf(cidr: string): Block | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = match.slice(1).map(Number);
  if (Math.max(a, b, c, d) > 255 || bits > 32) return undefined;
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - bits);
  const first = address - (address % size);
  return { address, first, last: first + size - 1 };
}
