import { macOf } from '#kernel/ids.ts';
import type { EngineNetwork } from './networks.ts';
import { nicFilters } from './nic-filters.ts';

type Device = Readonly<Record<string, string>>;

/** The device of the interface that comes with a machine. */
export const FIRST_NIC = 'eth0';

/** The device of an interface of a machine: its first one has the machine's key. */
export function nicNameOf(key: string, machine: { readonly key: string }): string {
  return key === machine.key ? FIRST_NIC : `nic-${key}`;
}

export interface NicPlace {
  readonly network: Pick<EngineNetwork, 'name'>;
  /** Dotted decimal. */
  readonly address: string;
}

/** What puts an interface on a network: with its address, and nothing else gets out of it. */
export function nicAt({ network, address }: NicPlace): Device {
  return { type: 'nic', network: network.name, 'ipv4.address': address, ...nicFilters };
}

/** The first interface of a new machine. */
export function firstNic(machine: { readonly key: string }, place: NicPlace): Device {
  return { ...nicAt(place), name: FIRST_NIC, hwaddr: macOf(machine.key) };
}
