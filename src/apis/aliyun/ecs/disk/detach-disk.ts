// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-detachdisk
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { changeDisks } from '#resources/disk/verbs/change-disks.ts';
import { detachDisks } from '#resources/disk/verbs/detach-disks.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/detach-disk.ts';
import { namedDisk } from './named-disk.ts';

/** Takes a data disk from its instance; unless it is said, it does not go with the next one. */
export const detachDisk = action.write({
  model,
  region: 'none',
  input: { DeleteWithInstance: { default: false } },
  handle: async (context, { DiskId, InstanceId, DeleteWithInstance: deleteWithInstance }) => {
    const { key: instance } = await namedInstance(context, InstanceId);
    const disk = await namedDisk(context, DiskId);
    if (disk.state === 'available') throw diskFaults.detached({ disk: disk.key });
    if (disk.role === 'system') throw diskFaults.isSystem({ disk: disk.key });
    const which = { keys: [disk.key], region: null } as const;
    if (disk.instance === instance && disk.deleteWithInstance !== deleteWithInstance) {
      await changeDisks(context, { ...which, deleteWithInstance });
    }
    await detachDisks(context, { ...which, instance });
  },
});
