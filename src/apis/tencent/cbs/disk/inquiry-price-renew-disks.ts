// https://cloud.tencent.com/document/api/362/16317 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskParts } from '#resources/disk/disk-price.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { type PricedRenewal, priceDiskRenewals } from '#resources/disk/verbs/price-disks.ts';
import { time } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import * as model from '../models/inquiry-price-renew-disks.ts';
import { chargePrepaid, prepaidOf } from './disk-charge.ts';
import { diskIdsAsked } from './disk-ids.ts';
import { diskPriceShape, shownPrepayPrice } from './priced-disk.ts';

/** What it costs to renew disks, all together: each for its months, or all until one time. */
export const inquiryPriceRenewDisks = action.read({
  model,
  input: {
    DiskIds: diskIdsAsked,
    DiskChargePrepaids: { max: 100, item: chargePrepaid },
    NewDeadline: time({ form: 'china' }),
    // It is for the permission alone.
    ...each(['ProjectId'], { min: 0, deprecated: true }),
  },
  rules: [
    { rule: 'one-of', fields: ['DiskIds'] },
    { rule: 'one-of', fields: ['DiskChargePrepaids', 'NewDeadline'] },
    { rule: 'exclusive', fields: ['DiskChargePrepaids', 'NewDeadline'] },
  ],
  output: { DiskPrice: diskPriceShape },
  handle: async (context, { DiskIds: keys, DiskChargePrepaids: charges, NewDeadline: until }) => {
    const { region } = context;
    if (charges !== undefined && charges.length !== keys.length) {
      throw diskFaults.periodNotSold({
        message: 'DiskChargePrepaids has one for each of DiskIds.',
      });
    }
    const renewals = keys.map((disk, at): PricedRenewal => {
      const charge = charges?.[at];
      if (charge !== undefined) return { disk, term: { months: prepaidOf(charge).period } };
      return { disk, term: { until: until ?? 0 } };
    });
    const asked = { region, renewals };
    const price = await priceDiskRenewals(context, asked, (disk) => diskParts(context, disk));
    return { DiskPrice: shownPrepayPrice(price) };
  },
});
