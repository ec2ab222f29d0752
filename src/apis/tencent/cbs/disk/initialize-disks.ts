// https://cloud.tencent.com/document/api/362/86047 and models/tencent/cbs.json InitializeDisks.
import type { Key } from '#kernel/key.ts';
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { restoreDisks } from '#resources/disk/verbs/restore-disks.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import * as model from '../models/initialize-disks.ts';
import { diskIdsAsked, someDiskIds } from './disk-ids.ts';

const DISKS_MAX = 20;

/** Gives data disks the content that they began with: that of their snapshot, or none. */
export const initializeDisks = action.write({
  model,
  input: {
    DiskIds: { ...diskIdsAsked, max: DISKS_MAX, reasons: { count: listingFaults.tooManyIds } },
  },
  rules: [someDiskIds],
  handle: async (context, { DiskIds: keys }) => {
    const { region } = context;
    const snapshots: Record<string, Key<'snapshot'>> = {};
    for (const { key, instance, snapshot } of await requireDisks(context, keys, region)) {
      if (instance !== null) throw diskFaults.attached({ disk: key });
      if (snapshot !== null) snapshots[key] = snapshot;
    }
    await restoreDisks(context, { region, keys, snapshots });
  },
});
