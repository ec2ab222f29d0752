// https://cloud.tencent.com/document/api/362/16320 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskParts } from '#resources/disk/disk-price.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { priceDiskChanges } from '#resources/disk/verbs/price-disks.ts';
import { diskLine } from '#resources/price/lines.ts';
import * as model from '../models/inquiry-price-resize-disk.ts';
import { diskIdsAsked } from './disk-ids.ts';
import { diskPriceShape, shownPrepayPrice } from './priced-disk.ts';
import { requireResizable } from './resizable.ts';

/** What disks would cost that are made larger, all together. */
export const inquiryPriceResizeDisk = action.read({
  model,
  input: {
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    DiskIds: diskIdsAsked,
    // It is for the permission alone.
    ProjectId: { min: 0, deprecated: true },
  },
  rules: [
    { rule: 'one-of', fields: ['DiskId', 'DiskIds'] },
    { rule: 'exclusive', fields: ['DiskId', 'DiskIds'] },
  ],
  output: { DiskPrice: diskPriceShape },
  handle: async (context, { DiskId, DiskIds = [], DiskSize: sizeGiB }) => {
    const { region } = context;
    const keys = DiskId === undefined ? DiskIds : [DiskId];
    const disks = await requireDisks(context, keys, region);
    const changes = disks.map((disk) => {
      requireResizable(disk, sizeGiB);
      const added = [diskLine(context, { ...disk, sizeGiB: sizeGiB - disk.sizeGiB }, 1)];
      return { disk, after: diskParts(context, { ...disk, sizeGiB }), added };
    });
    return { DiskPrice: shownPrepayPrice(await priceDiskChanges(context, { region, changes })) };
  },
});
