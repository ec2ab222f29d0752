/** What both kinds of disks may be asked to be; RunInstances has some of it alone. */
export interface DiskAsked {
  readonly Category?: string | undefined;
  readonly Size?: number | undefined;
  readonly DiskName?: string | undefined;
  readonly Description?: string | undefined;
  readonly PerformanceLevel?: string | undefined;
  readonly StorageClusterId?: string | undefined;
  readonly Encrypted?: boolean | undefined;
  readonly KMSKeyId?: string | undefined;
  readonly EncryptAlgorithm?: string | undefined;
  readonly AutoSnapshotPolicyId?: string | undefined;
  readonly ProvisionedIops?: number | undefined;
  readonly BurstingEnabled?: boolean | undefined;
}

export interface DataDiskAsked extends DiskAsked {
  readonly SnapshotId?: string | undefined;
  readonly Device?: string | undefined;
  readonly DeleteWithInstance?: boolean | undefined;
}

export interface DisksAsked {
  readonly ZoneId: string | undefined;
  readonly VSwitchId: string | undefined;
  readonly SystemDisk: DiskAsked | undefined;
  readonly DataDisk: readonly DataDiskAsked[] | undefined;
}
