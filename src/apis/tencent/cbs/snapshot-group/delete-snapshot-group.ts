// https://cloud.tencent.com/document/api/362/116248 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { deleteImagesOfSnapshots } from '#resources/image/verbs/delete-images-of-snapshots.ts';
import { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';
import { deleteSnapshotGroups } from '#resources/snapshot-group/verbs/change-groups.ts';
import { requireGroups } from '#resources/snapshot-group/verbs/list-groups.ts';
import * as model from '../models/delete-snapshot-group.ts';
import { groupIdAsked } from './group-ids.ts';

/** Deletes groups together with their snapshots. */
export const deleteSnapshotGroup = action.write({
  model,
  input: {
    SnapshotGroupId: groupIdAsked,
    // The page leaves the bound out: that of other lists of ids.
    SnapshotGroupIds: { max: 100, item: groupIdAsked },
    DeleteBindImages: { default: false },
  },
  handle: async (context, input) => {
    const {
      SnapshotGroupId: one,
      SnapshotGroupIds: more = [],
      DeleteBindImages: withImages,
    } = input;
    const keys = [...(one === undefined ? [] : [one]), ...more];
    if (keys.length === 0) throw snapshotGroupFaults.nothingNamed();
    const named = { keys, region: context.region };
    if (withImages) {
      const groups = await requireGroups(context, named);
      const snapshots = groups.flatMap((group) => group.snapshots.map(({ key }) => key));
      await deleteImagesOfSnapshots(context, snapshots);
    }
    const rules = { imaged: 'refuse', disks: 'keep', making: 'refuse' } as const;
    await deleteSnapshotGroups(context, { ...named, ...rules });
  },
});
