import type { Key } from '#kernel/key.ts';
import type { LatestOperation } from '../operation/versioned-change.ts';

/** The life of an interface: `available` is attached to no instance. */
export type InterfaceState = 'available' | 'attaching' | 'in-use' | 'detaching';

/** The latest operation of an interface, as a neutral verb. */
export type InterfaceOperation =
  | 'create'
  | 'attach'
  | 'detach'
  | 'migrate'
  | 'assign'
  | 'unassign'
  | 'change';

/** A vendor's promise of quality for an address; null where it makes none. */
export type AddressQuality = 'gold' | 'silver' | 'bronze' | null;

/** A network interface as the domain sees it. Times are cloud milliseconds. */
export interface NetworkInterface extends LatestOperation<InterfaceOperation> {
  readonly seq: number;
  /** That of its instance where it is the primary one. */
  readonly key: Key<'network-interface'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  readonly isPrimary: boolean;
  readonly instance: Key<'instance'> | null;
  /** Its place among the interfaces of its instance: the primary one has 0. */
  readonly deviceIndex: number | null;
  /** Its first IPv4 address. */
  readonly address: number;
  /** What its owner says of the first address. */
  readonly note: string | null;
  readonly quality: AddressQuality;
  readonly state: InterfaceState;
  readonly name: string | null;
  readonly description: string | null;
  readonly deleteWithInstance: boolean;
  readonly resourceGroup: string | null;
  readonly createdAt: number;
  readonly attachedAt: number | null;
  /** What one vendor alone knows of it, in its words. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly generation: number;
  readonly version: number;
}

/** An IPv4 address of an interface. */
export interface HeldAddress {
  readonly address: number;
  readonly isPrimary: boolean;
  readonly note: string | null;
  readonly quality: AddressQuality;
}
