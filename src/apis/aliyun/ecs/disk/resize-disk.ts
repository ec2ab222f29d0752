// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-resizedisk
import { action } from '#apis/context.ts';
import { dataSizeOf, diskCategoryOf, isLocalDisk, systemSizeOf } from '#catalogue/aliyun/disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { resizeDisks } from '#resources/disk/verbs/resize-disks.ts';
import { requireNoMaking } from '#resources/snapshot/require-no-making.ts';
import { each } from '#wire/overlay.ts';
import { orderId } from '../../order-id.ts';
import { clientToken } from '../../parameters.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import * as model from '../models/resize-disk.ts';
import { namedDisk } from './named-disk.ts';

/** Makes a disk larger, a system disk as well. One that is paid in advance has an order. */
export const resizeDisk = action.write({
  model,
  region: 'none',
  input: {
    NewSize: { min: 1, reasons: { range: diskFaults.newSizeTooSmall } },
    Type: {
      values: ['offline', 'online'],
      default: 'offline',
      reasons: { value: diskFaults.resizeModeUnknown },
    },
    ClientToken: clientToken,
  },
  output: each(['OrderId'], { optional: true }),
  handle: async (context, { DiskId, NewSize: sizeGiB, Type: mode }) => {
    const disk = await namedDisk(context, DiskId);
    const { key, role } = disk;
    const category = diskCategoryOf(disk.category);
    const online = mode === 'online';
    if (isLocalDisk(category)) throw diskFaults.notForCategory({ disk: key });
    if (online && category === 'cloud') throw diskFaults.onlineNotForCategory({ disk: key });
    if (disk.instance !== null) {
      const { key: instance, state } = await unexpiredInstance(context, disk.instance);
      if (online && state !== 'running') throw diskFaults.onlineNotRunning({ instance, state });
    }
    const [, max] = role === 'system' ? systemSizeOf(category) : dataSizeOf(category);
    if (sizeGiB < disk.sizeGiB) throw diskFaults.newSizeTooSmall();
    if (sizeGiB > max) throw diskFaults.newSizeTooLarge();
    await requireNoMaking(context, [key]);
    return orderId(await resizeDisks(context, { keys: [key], region: null, sizeGiB }));
  },
});
