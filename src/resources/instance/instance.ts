import type { Key } from '#kernel/key.ts';
import type { System } from '../image/system.ts';
import type { InstanceState } from './states.ts';

/** How an instance is paid: an hour at a time, in advance, as spot, or with a dedicated host. */
export const chargeTypes = ['postpaid', 'prepaid', 'spot', 'dedicated-host'] as const;
export type ChargeType = (typeof chargeTypes)[number];

/** The latest operation, as a neutral verb; each vendor has its own name for it (D15). */
export type Operation =
  | 'launch'
  | 'start'
  | 'stop'
  | 'reboot'
  | 'terminate'
  | 'renew'
  | 'reset-password'
  | 'change-attributes'
  | 'change-project'
  | 'change-renewal'
  | 'change-bandwidth'
  | 'bind-key-pairs'
  | 'unbind-key-pairs'
  | 'join-group'
  | 'leave-group'
  | 'reinstall'
  | 'resize-disk'
  | 'change-network'
  | 'change-medium'
  | 'change-type'
  | 'change-placement'
  | 'change-charge-type'
  | 'enter-rescue'
  | 'leave-rescue'
  | 'convert'
  | 'create-image'
  | 'repair'
  | 'program-fpga';

export type OperationState = 'operating' | 'success' | 'failed';

/**
 * What is wrong with a machine: its host does not answer, somebody removed it, or its system could
 * not be installed anew. Such an instance is `stopped` until it is seen again, or reinstalled.
 */
export type MachineFault = 'unreachable' | 'absent' | 'reinstall-failed';

/** A virtual machine as the domain sees it. Times are cloud milliseconds. */
export interface Instance {
  readonly seq: number;
  readonly key: Key<'instance'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly state: InstanceState;
  /** Null where the user gave none: each vendor shows its own default (D15). */
  readonly name: string | null;
  readonly type: string;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly image: Key<'image'>;
  /** What runs in it, where its image is not of the catalogue. */
  readonly system: System | null;
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  /** Integers; null where none is held. */
  readonly privateAddress: number | null;
  readonly publicAddress: number | null;
  readonly chargeType: ChargeType;
  /** The catalogue (so the vendor) it was launched through. */
  readonly launchedBy: string;
  readonly host: Key<'host'> | null;
  /** The group that keeps it apart from others, and which of its parts it is in. */
  readonly placementGroup: Key<'placement-group'> | null;
  readonly placementPart: number | null;
  readonly hpcCluster: Key<'hpc-cluster'> | null;
  /** The host of its account's own that it is on; null where it shares its host. */
  readonly dedicatedHost: Key<'dedicated-host'> | null;
  /** Whether it is tied to that host or to any of the account's; null without one. */
  readonly hostAffinity: HostAffinity | null;
  readonly batch: string;
  readonly project: number;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly generation: number;
  readonly version: number;
  readonly operation: Operation | null;
  readonly operationState: OperationState | null;
  readonly operationRequest: string | null;
  /** What is wrong with its machine; null where nothing is known to be. */
  readonly fault: MachineFault | null;
  readonly hostName: string | null;
  readonly description: string | null;
  readonly login: InstanceLogin;
  readonly internet: InternetAccess;
  readonly prepaid: Prepaid | null;
  /** The day of the month on which it was first to expire; shorter months do not move it. */
  readonly renewalDay: number | null;
  readonly spot: Spot | null;
  /** How it was last stopped; null while it was not. */
  readonly stopMode: 'keep-charging' | 'stop-charging' | null;
  readonly isolatedBy: 'user' | 'expiry' | 'arrears' | null;
  readonly protected: boolean;
  /** Cloud milliseconds at which it is released by itself; null for never. */
  readonly releaseAt: number | null;
  /** Cloud milliseconds at which a spot instance is taken back; null while its bid suffices. */
  readonly spotEndsAt: number | null;
  readonly startedAt: number | null;
  readonly operationError: string | null;
  readonly resourceGroup: string | null;
  /** The name of the role that its programs act in. */
  readonly role: string | null;
  readonly metadataAccess: MetadataAccess;
  /** Whether its tags are among its metadata. */
  readonly metadataTags: 'enabled' | 'disabled';
  /** What is to become of it when its host is maintained, and between which times of day. */
  readonly maintenanceAction: string | null;
  readonly maintenanceFrom: string | null;
  readonly maintenanceTo: string | null;
  readonly maintenanceNotify: boolean;
  /** From which private pool of capacity it may be started. */
  readonly privatePoolMatch: string | null;
  /** What the vendor it was launched through alone knows of it, in that vendor's words. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** The password is sealed. Key pairs are links of their own. */
export interface InstanceLogin {
  readonly password: string | null;
  readonly keepImageLogin: boolean;
}

/** `host`: it stays on its dedicated host; `default`: it may go to another one of its account. */
export type HostAffinity = 'default' | 'host';

export interface InternetAccess {
  readonly chargeType: 'traffic' | 'bandwidth-hourly' | 'bandwidth-prepaid' | 'bandwidth-package';
  readonly outMbps: number;
  readonly inMbps: number;
  readonly package: string | null;
}

export interface Prepaid {
  readonly period: number;
  readonly unit: 'month' | 'week';
  readonly renewal: 'auto' | 'manual' | 'off';
  readonly renewalPeriod: number;
  /** Of `renewalPeriod`; that of `period` where it is left out. */
  readonly renewalUnit?: 'month' | 'week';
}

export interface Spot {
  readonly strategy: 'price-limit' | 'as-price-go';
  readonly priceLimit: string | null;
  readonly durationHours: number;
  readonly interruption: 'terminate' | 'stop';
}

/** How a guest reaches the service that tells it of its instance. */
export interface MetadataAccess {
  readonly endpoint: 'enabled' | 'disabled';
  /** Whether a token has to be fetched first. */
  readonly tokens: 'optional' | 'required';
}

export const openMetadata: MetadataAccess = { endpoint: 'enabled', tokens: 'optional' };

/** Room that an instance takes on its host: its disks are there too. */
export function needOf(
  instance: Pick<Instance, 'cpu' | 'memoryMiB'>,
  disks: ReadonlyArray<{ readonly sizeGiB: number }>,
): { readonly cpu: number; readonly memoryMiB: number; readonly diskGiB: number } {
  const diskGiB = disks.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
  return { cpu: instance.cpu, memoryMiB: instance.memoryMiB, diskGiB };
}
