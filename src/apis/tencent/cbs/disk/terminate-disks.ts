// https://cloud.tencent.com/document/api/362/16321 and models/tencent/cbs.json TerminateDisks.
import { action } from '#apis/context.ts';
import { returnDisks } from '#resources/disk/verbs/return-disks.ts';
import { setDeleteAutoSnapshot } from '#resources/disk/verbs/change-disks.ts';
import * as model from '../models/terminate-disks.ts';
import { diskIdsAsked, someDiskIds } from './disk-ids.ts';

/**
 * Gives disks back that are attached to none: those paid by the hour at once, those paid in advance
 * into the recycle bin first.
 */
export const terminateDisks = action.write({
  model,
  input: { DiskIds: diskIdsAsked, DeleteSnapshot: { values: [0, 1] } },
  rules: [someDiskIds],
  handle: async (context, { DiskIds: keys, DeleteSnapshot }) => {
    const { region } = context;
    if (DeleteSnapshot !== undefined) {
      await setDeleteAutoSnapshot(context, { keys, region, is: DeleteSnapshot === 1 });
    }
    await returnDisks(context, { region, keys, prepaid: 'recycle' });
  },
});
