// https://cloud.tencent.com/document/api/362/80310 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { payAdded } from '#resources/disk/pay-growth.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { changeDisks } from '#resources/disk/verbs/change-disks.ts';
import { throughputLines } from '#resources/price/lines.ts';
import { ownOfDisk } from '../../structs/instance/own.ts';
import * as model from '../models/modify-disk-extra-performance.ts';
import { requireThroughput } from './resizable.ts';

/** Sets how much a disk does beyond what it is sold for; 0 gives that up. */
export const modifyDiskExtraPerformance = action.write({
  model,
  input: {
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    ThroughputPerformance: { min: 0, max: 10_000 },
  },
  handle: async (context, { DiskId: key, ThroughputPerformance }) => {
    const { region } = context;
    const disks = await requireDisks(context, [key], region);
    for (const disk of disks) requireThroughput(disk);
    const added = disks.map((disk) => {
      const more = ThroughputPerformance - (ownOfDisk(disk).ThroughputPerformance ?? 0);
      return { disk, parts: throughputLines(Math.max(0, more), 1) };
    });
    await payAdded(context, { kind: 'performance', added });
    await changeDisks(context, { keys: [key], region, own: { ThroughputPerformance } });
  },
});
