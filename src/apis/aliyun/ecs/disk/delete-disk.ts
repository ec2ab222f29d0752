// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletedisk
import { action } from '#apis/context.ts';
import { findDisks } from '#resources/disk/require.ts';
import { deleteDisks } from '#resources/disk/verbs/delete-disks.ts';
import { requireNoMaking } from '#resources/snapshot/require-no-making.ts';
import * as model from '../models/delete-disk.ts';

/** Releases a disk that is attached to none; one that is not there is ignored, as the page says. */
export const deleteDisk = action.write({
  model,
  region: 'none',
  handle: async (context, { DiskId: key }) => {
    const found = await findDisks(context, [key], null);
    const keys = found.map((disk) => disk.key);
    await requireNoMaking(context, keys);
    await deleteDisks(context, { keys, region: null, prepaid: 'refuse' });
  },
});
