import { list } from '#wire/builders.ts';
import { only, overlay } from '#wire/overlay.ts';
import { reinstallInput } from '../../structs/instance/reinstall.ts';
import { resizeInput as resizeInputOfToday } from '../../structs/instance/resized-disk.ts';

/** The input of ResetInstance (seed 004 L44520-44590). */
export const resetInput = overlay(
  only(reinstallInput, 'InstanceId', 'ImageId', 'SystemDisk', 'LoginSettings', 'EnhancedService'),
  {
    SystemDisk: only(reinstallInput.fields.SystemDisk, 'DiskType', 'DiskId', 'DiskSize'),
    LoginSettings: { fields: { KeyIds: { max: 1 } } },
  },
);

const { DataDisks } = resizeInputOfToday.fields;

/** The input of ResizeInstanceDisks (L44905-44950): a data disk alone. */
export const resizeInput = overlay(
  only(resizeInputOfToday, 'InstanceId', 'DataDisks', 'ForceStop'),
  { DataDisks: list(only(DataDisks.item, 'DiskType', 'DiskId', 'DiskSize'), { required: true }) },
);
