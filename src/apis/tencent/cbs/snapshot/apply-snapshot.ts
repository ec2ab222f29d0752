// https://cloud.tencent.com/document/api/362/15643 and models/tencent/cbs.json ApplySnapshot.
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { applySnapshots } from '#resources/snapshot/verbs/apply-snapshots.ts';
import * as model from '../models/apply-snapshot.ts';
import { snapshotIdAsked } from './snapshot-fields.ts';

/** Rolls a disk back to a snapshot of it. */
export const applySnapshot = action.write({
  model,
  input: {
    SnapshotId: snapshotIdAsked,
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    AutoStopInstance: { default: false },
    AutoStartInstance: { default: false },
  },
  handle: (context, { SnapshotId: snapshot, DiskId: disk, ...input }) =>
    applySnapshots(context, {
      region: context.region,
      restores: [{ disk, snapshot }],
      stopInstance: input.AutoStopInstance,
      startInstance: input.AutoStartInstance,
    }),
});
