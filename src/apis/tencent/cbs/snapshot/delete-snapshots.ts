// https://cloud.tencent.com/document/api/362/15649 and models/tencent/cbs.json DeleteSnapshots.
import { action } from '#apis/context.ts';
import { deleteSnapshots as deleteAll } from '#resources/snapshot/verbs/delete-snapshots.ts';
import * as model from '../models/delete-snapshots.ts';
import { snapshotIdsAsked } from './snapshot-fields.ts';

/** Deletes snapshots, all of them or none. */
export const deleteSnapshots = action.write({
  model,
  input: { SnapshotIds: snapshotIdsAsked, DeleteBindImages: { default: false } },
  rules: [{ rule: 'one-of', fields: ['SnapshotIds'] }],
  handle: (context, { SnapshotIds: keys, DeleteBindImages: withImages }) =>
    deleteAll(context, {
      keys,
      region: context.region,
      images: withImages ? 'delete' : 'refuse',
      disks: 'keep',
      making: 'refuse',
    }),
});
