// https://cloud.tencent.com/document/api/362/15648 and models/tencent/cbs.json CreateSnapshot.
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { createSnapshotOfBackup } from '#resources/disk-backup/verbs/snapshot-of-backup.ts';
import { createSnapshot as createSnapshotVerb } from '#resources/snapshot/verbs/create-snapshot.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { backupIdAsked } from '../disk-backup/backup-ids.ts';
import { usages } from '../disk/disk-filters.ts';
import * as model from '../models/create-snapshot.ts';
import { roleOf } from './disk-usage.ts';
import { deadlineAsked, requireDeadline, snapshotNameAsked } from './snapshot-fields.ts';

/** Makes a snapshot of a disk as it is now. */
export const createSnapshot = action.write({
  model,
  input: {
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    SnapshotName: snapshotNameAsked,
    Deadline: deadlineAsked,
    DiskBackupId: backupIdAsked,
    Tags: tagsGiven,
    DiskUsage: { values: Object.values(usages) },
  },
  rules: [{ rule: 'one-of', fields: ['DiskId', 'DiskBackupId'] }],
  handle: async (context, input) => {
    const { DiskId: disk = '', DiskBackupId: backup } = input;
    const { SnapshotName: name = null, Deadline: deadline } = input;
    const making = {
      region: context.region,
      name,
      role: roleOf(input.DiskUsage),
      expiresAt: deadline === undefined ? null : requireDeadline(context, deadline),
      tags: checkedTags(input.Tags),
      doc: {},
    };
    const SnapshotId =
      backup === undefined
        ? await createSnapshotVerb(context, { ...making, disk, everAttached: false })
        : await createSnapshotOfBackup(context, { ...making, backup, disk: input.DiskId });
    return { SnapshotId };
  },
});
