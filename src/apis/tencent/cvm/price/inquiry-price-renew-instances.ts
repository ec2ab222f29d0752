// https://cloud.tencent.com/document/api/213/15727 (seed 004 L13007)
import { action } from '#apis/context.ts';
import { priceRenewal } from '#resources/instance/verbs/price-renewal.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { prepaidShape } from '../../structs/instance/prepaid-shape.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import * as model from '../models/inquiry-price-renew-instances.ts';

/** What it costs to pay instances for longer, with the disks that are paid with them. */
export const inquiryPriceRenewInstances = action.read({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    InstanceChargePrepaid: { ...prepaidShape, required: true },
    RenewPortableDataDisk: { default: true },
    // A price changes nothing, so that a trial is the same.
    DryRun: { deprecated: true },
  },
  dryRun: undefined,
  rules: [someInstanceIds],
  handle: async (context, input) => {
    const { instance, internet } = await priceRenewal(context, {
      keys: input.InstanceIds,
      region: context.region,
      period: input.InstanceChargePrepaid.Period,
      unit: 'month',
      renewable: true,
      withElasticDisks: input.RenewPortableDataDisk,
    });
    return {
      Price: { InstancePrice: itemPriceOf(instance), BandwidthPrice: itemPriceOf(internet) },
    };
  },
});
