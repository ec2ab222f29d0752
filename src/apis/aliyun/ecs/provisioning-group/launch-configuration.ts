import { each, overlay } from '#wire/overlay.ts';
import type { InferIn } from '#wire/infer.ts';
import { runGiven, type RunGiven } from '../instance/launch/run-fields.ts';
import { request } from '../models/create-auto-provisioning-group.ts';
import { later } from './group-fields.ts';

const run = runGiven.fields;
const disk = run.DataDisk.item.fields;

/** LaunchConfiguration: what RunInstances says of the same parameters. */
export const launchConfiguration = overlay(request.fields.LaunchConfiguration, {
  CreditSpecification: run.CreditSpecification,
  DataDisk: {
    max: 16,
    item: {
      fields: {
        Category: disk.Category,
        DeleteWithInstance: disk.DeleteWithInstance,
        Description: disk.Description,
        Device: disk.Device,
        DiskName: disk.DiskName,
        PerformanceLevel: disk.PerformanceLevel,
        Size: disk.Size,
        SnapshotId: disk.SnapshotId,
        Encrypted: disk.Encrypted,
        KmsKeyId: disk.KMSKeyId,
        AutoSnapshotPolicyId: disk.AutoSnapshotPolicyId,
        ...each(['BurstingEnabled', 'EncryptAlgorithm', 'ProvisionedIops'], later),
      },
    },
  },
  HostName: run.HostName,
  HostNames: run.HostNames,
  ImageFamily: run.ImageFamily,
  ImageId: run.ImageId,
  InstanceDescription: run.Description,
  InstanceName: run.InstanceName,
  InternetChargeType: run.InternetChargeType,
  InternetMaxBandwidthIn: run.InternetMaxBandwidthIn,
  InternetMaxBandwidthOut: run.InternetMaxBandwidthOut,
  IoOptimized: run.IoOptimized,
  KeyPairName: run.KeyPairName,
  Password: run.Password,
  PasswordInherit: run.PasswordInherit,
  RamRoleName: run.RamRoleName,
  ResourceGroupId: run.ResourceGroupId,
  SecurityEnhancementStrategy: run.SecurityEnhancementStrategy,
  SecurityGroupId: run.SecurityGroupId,
  SecurityGroupIds: run.SecurityGroupIds,
  SystemDiskCategory: run.SystemDisk.fields.Category,
  SystemDiskDescription: run.SystemDisk.fields.Description,
  SystemDiskName: run.SystemDisk.fields.DiskName,
  SystemDiskPerformanceLevel: run.SystemDisk.fields.PerformanceLevel,
  SystemDiskSize: run.SystemDisk.fields.Size,
  Tag: run.Tag,
  UserData: run.UserData,
  ...each(
    [
      'Arn',
      'AutoReleaseTime',
      'AutoRenew',
      'AutoRenewPeriod',
      'CpuOptions',
      'DeploymentSetId',
      'ImageOptions',
      'Period',
      'PeriodUnit',
      'SchedulerOptions',
      'SecurityOptions',
      'SpotDuration',
      'SpotInterruptionBehavior',
      'SystemDisk',
    ],
    later,
  ),
});

export type LaunchConfiguration = InferIn<typeof launchConfiguration>;

/** The same as a request of RunInstances. */
export function runOf(given: LaunchConfiguration): Partial<RunGiven> {
  const SystemDisk = {
    Category: given.SystemDiskCategory,
    Description: given.SystemDiskDescription,
    DiskName: given.SystemDiskName,
    PerformanceLevel: given.SystemDiskPerformanceLevel,
    Size: given.SystemDiskSize,
  };
  const DataDisk = given.DataDisk?.map((disk) => ({ ...disk, KMSKeyId: disk.KmsKeyId }));
  const Description = given.InstanceDescription;
  const run: Readonly<Record<string, unknown>> = { ...given, Description, SystemDisk, DataDisk };
  return run;
}
