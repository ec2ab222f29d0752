// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-resetdisks
import { action } from '#apis/context.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { applySnapshots } from '#resources/snapshot/verbs/apply-snapshots.ts';
import { aliyunId } from '../../ids.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import * as model from '../models/reset-disks.ts';
import { succeeded } from './operation-progress.ts';

const DISKS_MAX = 10;

/** Rolls disks of a stopped instance back to snapshots of them: all of them, or none. */
export const resetDisks = action.write({
  model,
  input: {
    Disk: {
      required: true,
      min: 1,
      max: DISKS_MAX,
      item: { fields: { DiskId: { required: true }, SnapshotId: { required: true } } },
    },
  },
  handle: async (context, { Disk: asked }) => {
    const { region } = context;
    const restores = asked.map(({ DiskId: disk, SnapshotId: snapshot }) => ({ disk, snapshot }));
    const disks = await requireDisks(
      context,
      restores.map(({ disk }) => disk),
      region,
    );
    for (const { instance } of disks) {
      if (instance !== null) await unexpiredInstance(context, instance, region);
    }
    const alone = { stopInstance: false, startInstance: false };
    await applySnapshots(context, { region, restores, ...alone });
    const steps = restores.map(({ disk, snapshot }) => {
      const snapshotId = ['SnapshotId', aliyunId('snapshot', snapshot)] as const;
      return [snapshotId, ['DiskId', aliyunId('disk', disk)] as const];
    });
    return { OperationProgressSet: succeeded(steps) };
  },
});
