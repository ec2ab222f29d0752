import type { InstanceDisk } from '#resources/disk/disk.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { tencentTypeSource } from '#catalogue/tencent/types.ts';

/**
 * What Tencent alone knows of an instance that was launched through it, under the names of its
 * parameters. What is missing was not given.
 */
export interface InstanceOwn {
  /** Whether it has Metadata, which is kept apart. */
  readonly HasMetadata?: true;
  readonly CpuTopology?: { readonly CoreCount: number; readonly ThreadPerCore: number };
  readonly AsVpcGateway?: true;
  /** Kept as it was given; nothing shows it yet. */
  readonly EnhancedService?: Readonly<Record<string, unknown>>;
}

/** The same of a disk. */
export interface DiskOwn {
  readonly KmsKeyId?: string;
  readonly EncryptType?: string;
  readonly ThroughputPerformance?: number;
  readonly BurstPerformance?: boolean;
}

/** What one launched through another vendor has is that vendor's. */
export function ownOf({ launchedBy, own }: Instance): InstanceOwn {
  return launchedBy === tencentTypeSource.catalogue ? own : {};
}

/** A disk's; the names of the other vendor's parameters are others. */
export function ownOfDisk({ doc }: InstanceDisk): DiskOwn {
  return doc.own ?? {};
}
