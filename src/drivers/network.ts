/**
 * The data of networks that the seam of machines is about. Keys alone name things, so that no call
 * needs what another one answered.
 */

/** An interface of a machine besides its first one, which is made and destroyed with it. */
export interface MachineInterface {
  readonly key: string;
  readonly generation: number;
  readonly zone: string;
  /** Key of the host that the machine is on. */
  readonly host: string;
  /** Key of the machine. */
  readonly machine: string;
  /** Key of the subnet. */
  readonly subnet: string;
  /** Its place among the interfaces of the machine: the first one has 0. */
  readonly index: number;
  /** Lower case, with colons. */
  readonly mac: string;
  /** Dotted decimal, the first one first. */
  readonly addresses: readonly string[];
}

/** What a driver may be unable to do with networks. Ask before anything is touched. */
export type NetworkAbility =
  /** Machines with several interfaces. */
  | 'interfaces'
  /** Several addresses of one interface. */
  | 'secondary-addresses'
  /** IPv6 addresses of an interface. */
  | 'ipv6-addresses'
  /** Another subnet or address for the first interface of a machine. */
  | 'readdress';
