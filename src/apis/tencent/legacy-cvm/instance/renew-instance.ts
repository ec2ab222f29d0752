// https://cloud.tencent.com/doc/api/229/续费实例（包年包月） (seed 004 L54296)
import { action } from '#apis/context.ts';
import { renewInstances } from '#resources/instance/verbs/renew.ts';
import { placeOrder } from '#resources/order/verbs/place-order.ts';
import { id, structure } from '#wire/builders.ts';
import { monthsAsked } from './months.ts';

/** Pays an instance for longer; answers the number of the order, as the example does (L54367). */
export const renewInstance = action.write({
  name: 'RenewInstance',
  input: structure({ instanceId: id('instance', { required: true }), period: monthsAsked }),
  output: structure({ dealId: id('deal') }),
  handle: async (context, { instanceId: key, period }) => {
    const { region } = context;
    // The page has no word on whether it renews itself: that stays as it is.
    await renewInstances(context, { keys: [key], region, prepaid: { period, unit: 'month' } });
    const { key: dealId } = await placeOrder(context, { kind: 'renew', instances: [key] });
    return { dealId };
  },
});
