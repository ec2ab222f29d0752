// https://cloud.tencent.com/document/api/362/80309 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { buyDiskCharge } from '#resources/disk/verbs/buy-disks.ts';
import * as model from '../models/modify-disks-charge-type.ts';
import { chargePrepaid, prepaidOf } from './disk-charge.ts';
import { diskIdsAsked, someDiskIds } from './disk-ids.ts';

/** Has disks paid in advance instead of by the hour, or the other way round. */
export const modifyDisksChargeType = action.write({
  model,
  input: {
    DiskIds: diskIdsAsked,
    DiskChargePrepaid: chargePrepaid,
    DiskChargePostpaid: { default: false },
  },
  rules: [
    someDiskIds,
    { rule: 'one-of', fields: ['DiskChargePrepaid', 'DiskChargePostpaid'] },
    { rule: 'exclusive', fields: ['DiskChargePrepaid', 'DiskChargePostpaid'] },
  ],
  handle: async (context, { DiskIds: keys, DiskChargePrepaid: charge }) => {
    const prepaid = charge === undefined ? null : prepaidOf(charge);
    await buyDiskCharge(context, { region: context.region, keys, prepaid });
  },
});
