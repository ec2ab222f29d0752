// https://cloud.tencent.com/doc/api/229/续费实例（包年包月） (seed 004 L54296)
import { action } from '#apis/context.ts';
import { buyRenewal } from '#resources/instance/verbs/buy-renewal.ts';
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
    const prepaid = { period, unit: 'month' } as const;
    const { order: dealId } = await buyRenewal(context, { keys: [key], region, prepaid });
    return { dealId };
  },
});
