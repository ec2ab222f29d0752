// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-attachdisk
import { action } from '#apis/context.ts';
import { diskCategoryOf } from '#catalogue/aliyun/disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { attachDisks } from '#resources/disk/verbs/attach-disks.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import { dataDisk } from '../instance/launch/launch-fields.ts';
import * as model from '../models/attach-disk.ts';
import { dataDisksMax, typeTakes } from './data-disk-rules.ts';
import { namedDisk } from './named-disk.ts';

/**
 * Attaches a data disk. Password and KeyPairName go with a system disk, which every instance has.
 */
export const attachDisk = action.write({
  model,
  region: 'none',
  input: {
    Bootable: { default: false },
    DeleteWithInstance: { default: false },
    Device: dataDisk.Device,
    Force: { default: false },
    Password: { secret: true, deprecated: true },
    KeyPairName: { deprecated: true },
  },
  handle: async (context, { DiskId, InstanceId, DeleteWithInstance, ...asked }) => {
    const { key: instance, type, state } = await unexpiredInstance(context, InstanceId);
    const disk = await namedDisk(context, DiskId);
    // Only an instance that has no system disk takes another one.
    if (asked.Bootable) throw diskFaults.instanceWrongState({ instance, state });
    if (asked.Force) throw diskFaults.notForCategory({ disk: disk.key });
    if (!typeTakes(context.cloud.catalogue, type, diskCategoryOf(disk.category))) {
      throw diskFaults.categoryNotForType();
    }
    await attachDisks(context, {
      keys: [disk.key],
      region: null,
      instance,
      dataDisksMax,
      device: asked.Device?.slice('/dev/xvd'.length),
      deleteWithInstance: DeleteWithInstance,
    });
  },
});
