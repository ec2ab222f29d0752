import { omitted, only, overlay, sparse } from '#wire/overlay.ts';
import { launchGiven } from '../../structs/instance/launch-input.ts';
import type { Preset } from '../../structs/instance/preset-launch.ts';
import { launchTemplateVersionData } from '../models/launch-template-version-data.ts';

const { LoginSettings, ...given } = only(
  launchGiven,
  'Placement',
  'ImageId',
  'InstanceType',
  'SystemDisk',
  'DataDisks',
  'VirtualPrivateCloud',
  'InternetAccessible',
  'InstanceCount',
  'InstanceName',
  'LoginSettings',
  'SecurityGroupIds',
  'EnhancedService',
  'HostName',
  'ActionTimer',
  'DisasterRecoverGroupIds',
  'TagSpecification',
  'InstanceMarketOptions',
  'UserData',
  'CamRoleName',
  'HpcClusterId',
  'InstanceChargeType',
  'InstanceChargePrepaid',
  'DisableApiTermination',
).fields;

/**
 * What a version presets, as its example has it (seed 004 L33760): nothing but what it says. Of
 * the login its key pairs alone are told (L38080).
 */
export const shownPreset = sparse(
  overlay(launchTemplateVersionData, {
    ...given,
    LoginSettings: overlay(LoginSettings, {
      Password: omitted('No version keeps one.'),
      KeepImageLogin: omitted('Key pairs alone are told (L38080).'),
    }),
    ClientToken: omitted('It belongs to one request.'),
  }),
);

/** A preset as it is shown: the key of a disk is "" where none is named (L33820). */
export function showPreset(data: Preset): Preset {
  const { DataDisks: disks } = data;
  if (disks === undefined) return data;
  return { ...data, DataDisks: disks.map((one) => ({ ...one, KmsKeyId: one.KmsKeyId ?? '' })) };
}
