// https://cloud.tencent.com/document/api/362/15668 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { changeDiskRenewal } from '#resources/disk/verbs/pay-disks.ts';
import { renewals } from '../../structs/instance/words.ts';
import * as model from '../models/modify-disks-renew-flag.ts';
import { periods, renewalOf } from './disk-charge.ts';
import { diskIdsAsked, someDiskIds } from './disk-ids.ts';

/** Sets what becomes of disks at the end of what was paid for. */
export const modifyDisksRenewFlag = action.write({
  model,
  input: {
    DiskIds: diskIdsAsked,
    RenewFlag: { values: renewals.names },
    AutoRenewPeriod: { values: periods },
  },
  rules: [someDiskIds],
  handle: (context, { DiskIds: keys, RenewFlag, AutoRenewPeriod: renewalPeriod }) =>
    changeDiskRenewal(context, {
      region: context.region,
      keys,
      renewal: renewalOf(RenewFlag) ?? 'manual',
      renewalPeriod,
    }),
});
