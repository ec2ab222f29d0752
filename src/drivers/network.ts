/**
 * The data of networks that the seam of machines is about. Keys alone name things, so that no call
 * needs what another one answered.
 */

/** A block of addresses in dotted decimal with its mask, such as 10.77.0.0/20, in a zone. */
export interface NetworkBlock {
  readonly cidr: string;
  readonly zone: string;
}

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

/**
 * What of the networks of a machine changes without a call of its own: it is looked at again and
 * again, and made what it is to be.
 */
export interface MachineNetwork {
  /** Of the machine. */
  readonly key: string;
  readonly interfaces: readonly HeldInterface[];
  readonly forwards: readonly Forward[];
}

export interface HeldInterface {
  /** That of the first interface is the machine's own. */
  readonly key: string;
  /** Dotted decimal, besides its first one. */
  readonly otherAddresses: readonly string[];
  /** What gets out of the machine here and what gets in; without, as much as there is. */
  readonly mbps?: { readonly out: number; readonly in: number };
}

/** A public address leads to a private one. */
export interface Forward {
  readonly publicAddress: string;
  readonly privateAddress: string;
}

/** What a driver may be unable to do with networks. Ask before anything is touched. */
export type NetworkAbility =
  /** Machines with several interfaces. */
  | 'interfaces'
  /** Public addresses that lead to an address which machines share. */
  | 'shared-addresses'
  /** Several addresses of one interface. */
  | 'secondary-addresses'
  /** IPv6 addresses of an interface. */
  | 'ipv6-addresses'
  /** Another subnet or address for the first interface of a machine. */
  | 'readdress';
