// https://www.tencentcloud.com/document/product/362/50787 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskParts } from '#resources/disk/disk-price.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { priceDiskChanges } from '#resources/disk/verbs/price-disks.ts';
import * as model from '../models/inquire-price-modify-disk-backup-quota.ts';
import { diskPriceShape } from './priced-disk.ts';
import { shownPrice } from './shown-price.ts';

/** What a disk would cost that may have so many backups, which cost nothing here. */
export const inquirePriceModifyDiskBackupQuota = action.read({
  model,
  input: {
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    DiskBackupQuota: { min: 1, max: 1024, deprecated: true },
  },
  output: { DiskPrice: diskPriceShape },
  handle: async (context, { DiskId: key }) => {
    const { region } = context;
    const disks = await requireDisks(context, [key], region);
    const changes = disks.map((disk) => {
      if (disk.state === 'recycled') throw diskFaults.expired({ disk: key });
      return { disk, after: diskParts(context, disk), added: [] };
    });
    return { DiskPrice: shownPrice(await priceDiskChanges(context, { region, changes })) };
  },
});
