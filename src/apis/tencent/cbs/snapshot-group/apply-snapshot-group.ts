// https://cloud.tencent.com/document/api/362/116250 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { applySnapshots } from '#resources/snapshot/verbs/apply-snapshots.ts';
import { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';
import { requireGroups } from '#resources/snapshot-group/verbs/list-groups.ts';
import * as model from '../models/apply-snapshot-group.ts';
import { snapshotIdAsked } from '../snapshot/snapshot-fields.ts';
import { groupIdAsked } from './group-ids.ts';

/** A group is of the disks of one instance, of which there are 21 at most. */
const DISKS_MAX = 21;

/** Rolls disks back to snapshots of a group: all of them, or none. */
export const applySnapshotGroup = action.write({
  model,
  input: {
    SnapshotGroupId: groupIdAsked,
    ApplyDisks: { max: DISKS_MAX, item: { fields: { SnapshotId: snapshotIdAsked } } },
    AutoStopInstance: { default: false },
    AutoStartInstance: { default: false },
  },
  rules: [{ rule: 'one-of', fields: ['ApplyDisks'] }],
  handle: async (context, input) => {
    const { SnapshotGroupId: key, ApplyDisks: asked } = input;
    const { region } = context;
    const [group] = await requireGroups(context, { keys: [key], region });
    const stranger = asked.find(({ SnapshotId }) => {
      return group?.snapshots.some((one) => one.key === SnapshotId) !== true;
    });
    if (stranger !== undefined) {
      const detail = { snapshot: stranger.SnapshotId, 'snapshot-group': key };
      throw snapshotGroupFaults.notMember(detail);
    }
    await applySnapshots(context, {
      region,
      restores: asked.map(({ DiskId: disk, SnapshotId: snapshot }) => ({ disk, snapshot })),
      stopInstance: input.AutoStopInstance,
      startInstance: input.AutoStartInstance,
    });
  },
});
