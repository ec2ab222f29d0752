// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createdisk
import { action } from '#apis/context.ts';
import { diskParts } from '#resources/disk/disk-price.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { payAdded } from '#resources/disk/pay-growth.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { createDisks } from '#resources/disk/verbs/create-disks.ts';
import { each } from '#wire/overlay.ts';
import { orderId } from '../../order-id.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/create-disk.ts';
import { newDiskFields, newDiskOf } from './new-disk.ts';

/** Makes a data disk. One that is paid in advance, with its instance, has an order. */
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
    const creation = await newDiskOf(context, asked);
    const { region } = context;
    const [DiskId = ''] = await createDisks(context, creation);
    const disks = creation.chargeType === null ? await requireDisks(context, [DiskId], region) : [];
    const added = disks.map((disk) => ({ disk, parts: diskParts(context, disk) }));
    return { DiskId, ...orderId(await payAdded(context, { kind: 'create', added })) };
  },
});
