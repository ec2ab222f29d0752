// https://cloud.tencent.com/document/api/362/16319 and models/tencent/cbs.json RenewDisk.
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { buyDiskRenewal } from '#resources/disk/verbs/buy-disks.ts';
import * as model from '../models/renew-disk.ts';
import { chargePrepaid, renewalOf } from './disk-charge.ts';

/** Pays a disk for longer that is paid in advance. */
export const renewDisk = action.write({
  model,
  input: {
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    DiskChargePrepaid: chargePrepaid,
  },
  handle: async (context, { DiskId: key, DiskChargePrepaid: charge }) => {
    if (charge.CurInstanceDeadline !== undefined) {
      const message = 'A disk is not renewed until the end of an instance here.';
      throw diskFaults.periodNotSold({ message });
    }
    const renewal = renewalOf(charge.RenewFlag);
    await buyDiskRenewal(context, {
      region: context.region,
      keys: [key],
      prepaid: { period: charge.Period, unit: 'month', ...(renewal !== undefined && { renewal }) },
    });
  },
});
