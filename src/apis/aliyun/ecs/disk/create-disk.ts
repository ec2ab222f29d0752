// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createdisk
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { createDisks } from '#resources/disk/verbs/create-disks.ts';
import { each } from '#wire/overlay.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/create-disk.ts';
import { newDiskFields, newDiskOf } from './new-disk.ts';

/** Makes a data disk. Nothing has a price, so no OrderId. */
export const createDisk = action.write({
  model,
  input: {
    ...newDiskFields,
    // Of these two no document says what they do.
    AdvancedFeatures: silent,
    Arn: {
      deprecated: true,
      item: { fields: each(['RoleType', 'Rolearn', 'AssumeRoleFor'], silent) },
    },
    ClientToken: clientToken,
  },
  rules: [
    { rule: 'exclusive', fields: ['ZoneId', 'InstanceId'], reason: diskFaults.placesConflict },
    { rule: 'one-of', fields: ['ZoneId', 'InstanceId'] },
    { rule: 'one-of', fields: ['Size', 'SnapshotId'] },
  ],
  output: each(['OrderId'], { optional: true }),
  handle: async (context, asked) => {
    const [DiskId = ''] = await createDisks(context, await newDiskOf(context, asked));
    return { DiskId };
  },
});
