// https://cloud.tencent.com/document/api/362/15650 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { requireOwnSnapshot } from '#resources/snapshot/require.ts';
import { changeSnapshot } from '#resources/snapshot/verbs/change-snapshot.ts';
import * as model from '../models/modify-snapshot-attribute.ts';
import {
  deadlineAsked,
  requireDeadline,
  snapshotIdAsked,
  snapshotNameAsked,
} from './snapshot-fields.ts';

/** Changes what a snapshot is called, and until when it is kept. */
export const modifySnapshotAttribute = action.write({
  model,
  input: {
    SnapshotId: snapshotIdAsked,
    SnapshotName: { ...snapshotNameAsked, empty: 'kept' },
    Deadline: deadlineAsked,
  },
  handle: async (context, input) => {
    const { SnapshotId: snapshot, SnapshotName: name, Deadline: deadline } = input;
    const { IsPermanent: isPermanent } = input;
    if ([name, deadline, isPermanent].every((one) => one === undefined)) {
      throw snapshotFaults.nothingToChange();
    }
    const { region } = context;
    let expiresAt: number | null | undefined;
    // A permanent one has no end, whatever Deadline says.
    if (isPermanent === true) expiresAt = null;
    else if (deadline !== undefined) expiresAt = requireDeadline(context, deadline);
    else if (isPermanent === false) {
      const before = await requireOwnSnapshot(context, { snapshot, region });
      if (before.expiresAt === null) throw snapshotFaults.deadlineMissing();
    }
    await changeSnapshot(context, { snapshot, region, name, expiresAt });
  },
});
