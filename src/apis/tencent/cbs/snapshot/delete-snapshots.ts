// https://cloud.tencent.com/document/api/362/15649 and models/tencent/cbs.json DeleteSnapshots.
import { action } from '#apis/context.ts';
import { deleteImagesOfSnapshots } from '#resources/image/verbs/delete-images-of-snapshots.ts';
import { requireSnapshots } from '#resources/snapshot/require.ts';
import { deleteSnapshots as deleteAll } from '#resources/snapshot/verbs/delete-snapshots.ts';
import * as model from '../models/delete-snapshots.ts';
import { snapshotIdsAsked } from './snapshot-fields.ts';

/** Deletes snapshots, all of them or none. */
export const deleteSnapshots = action.write({
  model,
  input: { SnapshotIds: snapshotIdsAsked, DeleteBindImages: { default: false } },
  rules: [{ rule: 'one-of', fields: ['SnapshotIds'] }],
  handle: async (context, { SnapshotIds: keys, DeleteBindImages: withImages }) => {
    const { region } = context;
    if (withImages) {
      await requireSnapshots(context, { keys, region });
      await deleteImagesOfSnapshots(context, keys);
    }
    const rules = { disks: 'keep', making: 'refuse' } as const;
    await deleteAll(context, { keys, region, ...rules });
  },
});
