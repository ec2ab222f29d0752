// https://cloud.tencent.com/document/api/362/116248 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';
import { deleteSnapshotGroups } from '#resources/snapshot-group/verbs/change-groups.ts';
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
  handle: (context, input) => {
    const {
      SnapshotGroupId: one,
      SnapshotGroupIds: more = [],
      DeleteBindImages: withImages,
    } = input;
    const keys = [...(one === undefined ? [] : [one]), ...more];
    if (keys.length === 0) throw snapshotGroupFaults.nothingNamed();
    return deleteSnapshotGroups(context, {
      keys,
      region: context.region,
      images: withImages ? 'delete' : 'refuse',
      disks: 'keep',
      making: 'refuse',
    });
  },
});
