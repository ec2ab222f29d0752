// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydiskchargetype
import { action } from '#apis/context.ts';
import { diskParts } from '#resources/disk/disk-price.ts';
import { payAdded } from '#resources/disk/pay-growth.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { payWithInstance } from '#resources/disk/verbs/pay-with-instance.ts';
import { id, list } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { orderId } from '../../order-id.ts';
import { clientToken, silent } from '../../parameters.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import * as model from '../models/modify-disk-charge-type.ts';
import { dataDisksMax } from './data-disk-rules.ts';

/**
 * Has data disks paid with their instance, with an order for the rest of its time, or by the hour,
 * which gives nothing back.
 */
export const modifyDiskChargeType = action.write({
  model,
  input: {
    DiskIds: list(id('disk'), { style: 'json', min: 1, max: dataDisksMax, required: true }),
    DiskChargeType: { values: ['PrePaid', 'PostPaid'], default: 'PrePaid' },
    AutoPay: silent,
    ClientToken: clientToken,
  },
  output: each(['OrderId'], { optional: true }),
  handle: async (context, { InstanceId, DiskIds: keys, DiskChargeType }) => {
    const instance = await unexpiredInstance(context, InstanceId, context.region);
    const pays = DiskChargeType === 'PrePaid' ? 'with it' : 'by the hour';
    const before = await requireDisks(context, keys, null);
    await payWithInstance(context, { keys, instance, pays });
    const joined = before.filter(({ chargeType }) => pays === 'with it' && chargeType !== null);
    const added = joined.map((disk) => ({
      disk: { ...disk, chargeType: null },
      parts: diskParts(context, disk),
    }));
    return orderId(await payAdded(context, { kind: 'change-charge-type', added }));
  },
});
