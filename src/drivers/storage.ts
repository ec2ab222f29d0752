import type { NetworkAbility } from './network.ts';

/**
 * The data that the seam of machines is about: a volume is to a disk what a machine is to an
 * instance. Keys alone name things, so that no call needs what another one answered.
 */

/** Names something for a call. */
interface Named {
  readonly key: string;
  readonly generation: number;
  readonly zone: string;
}

/** Names a disk for a call. */
export interface Volume extends Named {
  readonly role: 'system' | 'data';
  /** Key of the host that it is booked on. */
  readonly host: string;
  /** Key of the machine that it is attached to; a system disk always has one. */
  readonly machine?: string;
}

export interface AttachedVolume extends Volume {
  readonly machine: string;
}

export interface VolumeSpec extends Volume {
  readonly category: string;
  readonly sizeGiB: number;
  /** Key of the snapshot whose data it begins with. */
  readonly snapshot?: string;
}

export type VolumeSnapshot = Named;
export type MachineImage = Named;

/** What a driver keeps that was made for a disk, a snapshot or an image of this cloud. */
export interface StoredThing {
  readonly kind: 'disk' | 'snapshot' | 'image';
  readonly key: string;
  /** What the engine calls it. */
  readonly name: string;
}

/** By key. */
export type ImageOrigin = { readonly machine: string } | { readonly snapshot: string };

/** What a driver may be unable to do. Ask before anything is touched. */
export type StorageAbility =
  | 'resize'
  /** Other vCPUs and memory for a machine that is there. */
  | 'machine-resize'
  /** A machine on another host than the one it was made on. */
  | 'machine-move'
  | 'encryption'
  /** Hosts as they are asked for; without, those that are there are given to accounts. */
  | 'host-on-demand'
  | 'disk-move'
  | 'disk-from-system-snapshot'
  | 'rescue'
  | 'convert-system'
  | 'nat-gateway'
  /** Public addresses of machines, whether they move or not. */
  | 'elastic-address'
  | 'image-import'
  | 'image-export';

/** What a driver may be unable to do. */
export type Ability = StorageAbility | NetworkAbility;

/** Why a driver cannot do something, in a sentence for the one who asks. */
export type Lacks = Readonly<Partial<Record<Ability, string>>>;
