// https://www.tencentcloud.com/document/product/362/40192 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskParts } from '#resources/disk/disk-price.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { priceDiskChanges } from '#resources/disk/verbs/price-disks.ts';
import { throughputLines } from '#resources/price/lines.ts';
import { ownOfDisk } from '../../structs/instance/own.ts';
import * as model from '../models/inquire-price-modify-disk-extra-performance.ts';
import { diskPriceShape } from './priced-disk.ts';
import { requireThroughput } from './resizable.ts';
import { shownPrice } from './shown-price.ts';

/** What a disk would cost that does more, or less, beyond what it is sold for. */
export const inquirePriceModifyDiskExtraPerformance = action.read({
  model,
  input: {
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    ThroughputPerformance: { min: 0, max: 10_000 },
  },
  output: { DiskPrice: diskPriceShape },
  handle: async (context, { DiskId: key, ThroughputPerformance: mibs }) => {
    const { region } = context;
    const disks = await requireDisks(context, [key], region);
    const changes = disks.map((disk) => {
      requireThroughput(disk);
      const more = mibs - (ownOfDisk(disk).ThroughputPerformance ?? 0);
      // Giving it up gives nothing back.
      const added = throughputLines(Math.max(0, more), 1);
      return { disk, after: diskParts(context, disk, { mibs }), added };
    });
    return { DiskPrice: shownPrice(await priceDiskChanges(context, { region, changes })) };
  },
});
