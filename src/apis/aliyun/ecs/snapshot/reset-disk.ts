// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-resetdisk
import { action } from '#apis/context.ts';
import { applySnapshots } from '#resources/snapshot/verbs/apply-snapshots.ts';
import { namedDisk } from '../disk/named-disk.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import * as model from '../models/reset-disk.ts';

/** Rolls a disk back to a snapshot of it: one attached to none, or to a stopped instance. */
export const resetDisk = action.write({
  model,
  region: 'none',
  handle: async (context, { DiskId, SnapshotId: snapshot }) => {
    const { key: disk, instance } = await namedDisk(context, DiskId);
    if (instance !== null) await unexpiredInstance(context, instance);
    await applySnapshots(context, {
      region: null,
      restores: [{ disk, snapshot }],
      stopInstance: false,
      startInstance: false,
    });
  },
});
