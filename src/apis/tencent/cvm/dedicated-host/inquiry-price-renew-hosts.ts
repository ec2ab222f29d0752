// https://cloud.tencent.com/document/api/213/84595 (seed 004 L21924)
import { action } from '#apis/context.ts';
import { priceHostRenewal } from '#resources/dedicated-host/verbs/renew-hosts.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import * as model from '../models/inquiry-price-renew-hosts.ts';
import { hostIds, hostPrepaid, hostPrepaidOf } from './host-fields.ts';

/** What it costs to pay hosts for longer. */
export const inquiryPriceRenewHosts = action.read({
  model,
  input: {
    HostIds: hostIds,
    HostChargePrepaid: { ...hostPrepaid, required: true },
    // A price changes nothing, so that a trial is the same.
    DryRun: { deprecated: true },
  },
  dryRun: undefined,
  handle: async (context, { HostIds: keys, HostChargePrepaid }) => {
    const price = await priceHostRenewal(context, {
      keys,
      region: context.region,
      ...hostPrepaidOf(HostChargePrepaid),
    });
    return { Price: { HostPrice: itemPriceOf(price) } };
  },
});
