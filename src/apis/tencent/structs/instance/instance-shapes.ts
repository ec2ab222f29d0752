import { each, overlay } from '#wire/overlay.ts';
import { instance } from '../../cvm/models/instance.ts';

/** What the document does not have and nothing here gives a value. */
const absent = { optional: true } as const;
const nullable = { nullable: true } as const;

/**
 * An instance of DescribeInstances: the struct text of seed 004, L36936-37225, which wins over the
 * samples (what it does not call nullable is never null), and what today's SDK has besides.
 */
export const instanceShape = overlay(instance, {
  Placement: {
    fields: each(['DedicatedResourcePackTenancy', 'DedicatedResourcePackIds', 'RackId'], absent),
  },
  // One that failed to launch has given its disk back and shows no DiskId (L39174-39234).
  SystemDisk: { fields: { CdcId: nullable, ...each(['DiskId', 'Encrypt', 'KmsKeyId'], absent) } },
  DataDisks: { item: { fields: { SnapshotId: absent } } },
  // L37609-37667; BandwidthPackageId is said to be of RunInstances alone.
  InternetAccessible: {
    fields: each(
      [
        'BandwidthPackageId',
        'InternetServiceProvider',
        'IPv4AddressType',
        'IPv6AddressType',
        'AntiDDoSPackageId',
      ],
      absent,
    ),
  },
  // As an answer it holds the key pairs alone (L37070).
  LoginSettings: {
    fields: {
      KeyIds: nullable,
      Password: { optional: true, secret: true },
      KeepImageLogin: absent,
    },
  },
  ...each(
    [
      'GPUInfo',
      'Metadata',
      'CpuTopology',
      'DisasterRecoverGroupIds',
      'PublicIPv6Addresses',
      'PartitionNumber',
    ],
    absent,
  ),
});
