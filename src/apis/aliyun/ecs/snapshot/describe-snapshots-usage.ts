// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesnapshotsusage
import { action } from '#apis/context.ts';
import { countSnapshots } from '#resources/snapshot/verbs/list-snapshots.ts';
import * as model from '../models/describe-snapshots-usage.ts';
import { GIB } from './render-snapshot.ts';

/** How many snapshots there are in a region, and how large they are together. */
export const describeSnapshotsUsage = action.read({
  model,
  handle: async (context) => {
    const { count, sizeGiB } = await countSnapshots(context, context.region);
    return { SnapshotCount: count, SnapshotSize: sizeGiB * GIB };
  },
});
