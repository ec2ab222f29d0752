import type { Key } from '#kernel/key.ts';
import type { Hosting } from '../dedicated-host/hosting.ts';
import type { DiskOptions } from '../disk/disk-options.ts';
import type { Ipv6Wanted } from '../network-interface/ipv6.ts';
import type { GroupAsked } from '../placement-group/take-capacity.ts';
import type { Tag } from '../tag/tag.ts';
import type { ChargeType, Instance, InternetAccess, MetadataAccess } from './instance.ts';
import type { LaunchNames } from './launch-names.ts';

/**
 * A launch in neutral words; all that is vendor-specific has been decided by then. It is data alone
 * and can be stored as JSON, but for a password in its login.
 */
export interface LaunchRequest {
  /** The catalogue (so the vendor) it comes through. */
  readonly launchedBy: string;
  readonly region: string;
  /** The zones that will do, the best first; one where the user named it. */
  readonly zones: readonly string[];
  /** The types that will do, the best first; one where the user named it. */
  readonly types: readonly string[];
  readonly image: Key<'image'>;
  readonly count: number;
  /** The fewest that are worth having; `count` where all or nothing. */
  readonly countMin: number;
  readonly network: LaunchNetwork;
  /** The customer's servers that they go to, one to each. */
  readonly servers?: ReadonlyArray<Key<'hosted-server'>> | undefined;
  /** Where something is said of them besides where the primary one is. */
  readonly interfaces?: LaunchInterfaces | undefined;
  /** Null: the default group. Empty: none, so that nothing is kept out. */
  readonly securityGroups: ReadonlyArray<Key<'security-group'>> | null;
  readonly chargeType: ChargeType;
  readonly prepaid: Instance['prepaid'];
  readonly spot: Instance['spot'];
  readonly systemDisk: LaunchDisk;
  readonly dataDisks: readonly LaunchDisk[];
  readonly internet: InternetAccess;
  readonly publicAddress: boolean;
  readonly login: LaunchLogin;
  /** Null where the user gave none. */
  readonly names: LaunchNames | null;
  readonly hostNames: LaunchNames | null;
  readonly description: string | null;
  readonly tags: readonly Tag[];
  readonly project: number;
  /** Base64, as it was given. */
  readonly userData: string | null;
  /** What a guest may read of itself under names of the user's, as JSON. */
  readonly metadata?: string | undefined;
  readonly resourceGroup?: string | undefined;
  readonly role?: string | undefined;
  readonly placementGroup?: GroupAsked | undefined;
  readonly hpcCluster?: Key<'hpc-cluster'> | undefined;
  /** Which pools of capacity kept for the account it may be taken from. */
  readonly privatePoolMatch?: string | undefined;
  /** On which hosts of the account's own they are to be; absent: on shared ones. */
  readonly hosting?: Hosting | undefined;
  readonly metadataAccess?: MetadataAccess;
  readonly protected: boolean;
  /** Cloud milliseconds at which each is released by itself. */
  readonly releaseAt: number | null;
  /** Whether they end up running; else they are left stopped. */
  readonly start: boolean;
  readonly own: Readonly<Record<string, unknown>>;
}

export interface LaunchNetwork {
  readonly vpc: Key<'vpc'> | null;
  /** Null: the default subnet of the zone. */
  readonly subnet: Key<'subnet'> | null;
  /** As many as instances, in order; empty: any. */
  readonly addresses: readonly number[];
}

export interface LaunchInterfaces {
  /** How many addresses the primary one of each instance has besides its first. */
  readonly addressCount: number;
  /** Of the primary one; named ones are for one instance. */
  readonly ipv6: Ipv6Wanted;
  /** What each instance has besides the primary one, in order. */
  readonly others: readonly LaunchInterface[];
}

/** One that is there, for one instance, or one that is made. */
export type LaunchInterface =
  | { readonly existing: Key<'network-interface'> }
  | {
      /** That of the instance where it is null, and its groups. */
      readonly subnet: Key<'subnet'> | null;
      readonly groups: ReadonlyArray<Key<'security-group'>> | null;
      readonly address?: number | undefined;
      readonly count: number;
      readonly name: string | null;
      readonly description: string | null;
      readonly deleteWithInstance: boolean;
      readonly own: Readonly<Record<string, unknown>>;
    };

export interface LaunchDisk extends DiskOptions {
  /** Null: as large as the image, and at least `sizeGiBDefault`. */
  readonly sizeGiB: number | null;
  readonly sizeGiBDefault?: number;
  readonly name: string | null;
  /** MiB a second beyond what it is sold for. */
  readonly throughput?: number | undefined;
  readonly deleteWithInstance: boolean;
  /** What the guest's name for it is to end with, such as b in /dev/xvdb; else the first free. */
  readonly device?: string | undefined;
  /** Whether it is never taken from its instance; a local disk is not either. */
  readonly isBound?: boolean | undefined;
  /** What its content is to come from. */
  readonly snapshot?: Key<'snapshot'> | undefined;
  /** The policy that makes snapshots of it. */
  readonly snapshotPolicy?: Key<'auto-snapshot-policy'> | undefined;
}

export type LaunchLogin =
  | { readonly by: 'password'; readonly password: string }
  | { readonly by: 'generated-password' }
  | { readonly by: 'key-pairs'; readonly keyPairs: ReadonlyArray<Key<'key-pair'>> }
  | { readonly by: 'image' }
  | { readonly by: 'nothing' };
