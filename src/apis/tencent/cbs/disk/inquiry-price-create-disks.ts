// https://cloud.tencent.com/document/api/362/16314 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { priceFaults } from '#resources/price/faults.ts';
import { diskLine, throughputLines } from '#resources/price/lines.ts';
import { hourlyPrice, termPrice } from '#resources/price/price.ts';
import { each } from '#wire/overlay.ts';
import { requireDisk } from '../../structs/instance/disks.ts';
import { renewals } from '../../structs/instance/words.ts';
import * as model from '../models/inquiry-price-create-disks.ts';
import { periods } from './disk-charge.ts';
import { priceFields, shownPrice } from './shown-price.ts';

/** The page leaves the bound out: ours. */
const COUNT_MAX = 100;

/** What new disks cost, all together. */
export const inquiryPriceCreateDisks = action.read({
  model,
  input: {
    DiskChargeType: { values: ['PREPAID', 'POSTPAID_BY_HOUR'] },
    DiskType: { values: ['CLOUD_PREMIUM', 'CLOUD_SSD', 'CLOUD_HSSD', 'CLOUD_TSSD'] },
    DiskSize: { min: 1 },
    DiskCount: { default: 1, min: 1, max: COUNT_MAX },
    ThroughputPerformance: { default: 0, min: 0, max: 10_000 },
    DiskChargePrepaid: {
      fields: {
        Period: {
          values: periods,
          reasons: { value: launchFaults.periodNotSold, type: launchFaults.periodNotSold },
        },
        RenewFlag: { values: renewals.names, deprecated: true },
        CurInstanceDeadline: { max: 64 },
      },
    },
    // A disk costs the same in each project, and has no backup points.
    ...each(['ProjectId', 'DiskBackupQuota'], { min: 0, deprecated: true }),
  },
  output: { DiskPrice: { fields: each(priceFields, { nullable: true }) } },
  rules: [
    {
      rule: 'requires',
      field: 'DiskChargePrepaid',
      when: { field: 'DiskChargeType', is: ['PREPAID'] },
    },
  ],
  handle: (context, input) => {
    const { DiskType: category, DiskSize: sizeGiB, DiskCount: count } = input;
    const { DiskChargePrepaid: prepaid, ThroughputPerformance: throughput } = input;
    requireDisk(category, sizeGiB, throughput);
    if (prepaid?.CurInstanceDeadline !== undefined) {
      const message = 'A term that ends with that of an instance has no price here.';
      throw priceFaults.changeNotHere({ message });
    }
    const lines = [
      diskLine(context, { category, doc: {}, sizeGiB }, count),
      ...throughputLines(throughput, count),
    ];
    const priced = { region: context.region, lines };
    const price =
      input.DiskChargeType === 'PREPAID' && prepaid !== undefined
        ? termPrice(context, priced, { period: prepaid.Period, unit: 'month' })
        : hourlyPrice(context, priced);
    return Promise.resolve({ DiskPrice: shownPrice(price) });
  },
});
