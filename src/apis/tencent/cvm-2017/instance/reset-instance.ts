// https://cloud.tencent.com/document/api/213/9398 (seed 004 L44500)
import { action } from '#apis/context.ts';
import { only, overlay } from '#wire/overlay.ts';
import { olderLaunch } from '../../structs/instance/older-launch.ts';
import { reinstallInput, reinstallInstance } from '../../structs/instance/reinstall.ts';

/** Installs the system of an instance anew; its password is as the generation wants it. */
export const resetInstance = action.write({
  name: 'ResetInstance',
  input: overlay(
    only(
      reinstallInput,
      'InstanceId',
      'ImageId',
      'SystemDisk',
      'LoginSettings',
      'EnhancedService',
    ),
    {
      SystemDisk: only(reinstallInput.fields.SystemDisk, 'DiskType', 'DiskId', 'DiskSize'),
      LoginSettings: { fields: { KeyIds: { max: 1 } } },
    },
  ),
  handle: (context, input) => reinstallInstance(context, input, olderLaunch.login),
});
