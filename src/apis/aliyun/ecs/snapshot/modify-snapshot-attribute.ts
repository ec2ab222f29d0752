// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifysnapshotattribute
import { action } from '#apis/context.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { requireOwnSnapshot } from '#resources/snapshot/require.ts';
import { changeSnapshot } from '#resources/snapshot/verbs/change-snapshot.ts';
import * as model from '../models/modify-snapshot-attribute.ts';
import { changedDescription, endAfter, retentionDays, snapshotName } from './snapshot-fields.ts';

/** Changes what a snapshot is called, and keeps it for longer. */
export const modifySnapshotAttribute = action.write({
  model,
  region: 'none',
  input: {
    SnapshotName: snapshotName,
    Description: changedDescription,
    RetentionDays: retentionDays,
  },
  handle: async (context, asked) => {
    const { SnapshotId: snapshot, SnapshotName: name, Description: description } = asked;
    const { RetentionDays: days, DisableInstantAccess: disable } = asked;
    if ([name, description, days, disable].every((one) => one === undefined)) {
      throw snapshotFaults.nothingToChange();
    }
    const before = await requireOwnSnapshot(context, { snapshot, region: null });
    const expiresAt = endAfter(before.createdAt, days) ?? undefined;
    // The time may be made longer, and no shorter.
    if (expiresAt !== undefined && expiresAt < Math.max(before.expiresAt ?? 0, context.now)) {
      throw snapshotFaults.retentionOutOfRange();
    }
    await changeSnapshot(context, {
      snapshot,
      region: null,
      name,
      description,
      expiresAt,
      own: disable === true ? { InstantAccess: false } : undefined,
    });
  },
});
