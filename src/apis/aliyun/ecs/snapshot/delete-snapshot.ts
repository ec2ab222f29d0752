// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletesnapshot
import { action } from '#apis/context.ts';
import { findSnapshots } from '#resources/snapshot/require.ts';
import { deleteSnapshots } from '#resources/snapshot/verbs/delete-snapshots.ts';
import * as model from '../models/delete-snapshot.ts';

/** Deletes a snapshot, also one being made; one that is not there is ignored, as the page says. */
export const deleteSnapshot = action.write({
  model,
  region: 'none',
  input: { Force: { default: false } },
  handle: async (context, { SnapshotId: key, Force: force }) => {
    const found = await findSnapshots(context, { keys: [key], region: null });
    await deleteSnapshots(context, {
      keys: found.map((one) => one.key),
      region: null,
      disks: force ? 'keep' : 'refuse',
      making: 'cancel',
    });
  },
});
