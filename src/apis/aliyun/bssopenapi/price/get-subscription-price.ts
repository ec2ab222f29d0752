// https://www.alibabacloud.com/help/en/user-center/developer-reference/api-getsubscriptionprice
import { action } from '#apis/context.ts';
import { priceFaults } from '#resources/price/faults.ts';
import { quoted } from '#resources/price/price.ts';
import { id, number, string } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/get-subscription-price.ts';
import { linesOf, moduleList, productAsked, regionOf, requireEcs } from './modules.ts';
import { amounts, answered, moduleDetail, ModuleDetails, orderPrice } from './render-price.ts';

const QUANTITY_MAX = 1_000;
const PERIOD_MAX = 60;

/** What an order paid in advance costs: all its modules, so many times, for so long. */
export const getSubscriptionPrice = action.read({
  model,
  region: 'optional',
  input: {
    ...productAsked,
    Region: id('region'),
    SubscriptionType: string({ required: true, values: ['Subscription'] }),
    OrderType: string({ required: true, values: ['NewOrder', 'Renewal', 'Upgrade'] }),
    // Of an upgrade alone.
    InstanceId: silent,
    Quantity: { default: 1, min: 1, max: QUANTITY_MAX },
    ServicePeriodQuantity: { default: 1, min: 1, max: PERIOD_MAX },
    ServicePeriodUnit: { default: 'Month', values: ['Year', 'Month'] },
    ModuleList: {
      ...moduleList,
      item: { fields: { ...moduleList.item.fields, ModuleStatus: silent, Tag: silent } },
    },
  },
  output: { Data: { fields: { ModuleDetails, ...each(amounts, number()) } } },
  handle: (context, input) => {
    const { Quantity: count, ServicePeriodQuantity: periods, ServicePeriodUnit: unit } = input;
    requireEcs(input.ProductCode, input.ProductType);
    if (input.OrderType === 'Upgrade') throw priceFaults.changeNotHere();
    const region = regionOf(input.Region, context);
    const months = unit === 'Year' ? 12 * periods : periods;
    if (months > PERIOD_MAX) {
      const message = `A term has at most ${PERIOD_MAX} months.`;
      throw priceFaults.malformed({ message });
    }
    const modules = input.ModuleList.map((module) => ({
      code: module.ModuleCode,
      lines: linesOf(context, module, count),
    }));
    const lines = modules.flatMap((module) => module.lines);
    const sum = quoted(context, { region, lines, term: { by: 'month', months } });
    let next = 0;
    const details = modules.map((module) => {
      const own = sum.lines.slice(next, (next += module.lines.length));
      return moduleDetail(module.code, addedUp(own));
    });
    const order = { Currency: 'CNY', Quantity: count, ...orderPrice(sum) };
    return Promise.resolve(answered({ ...order, ModuleDetails: details, PromotionDetails: [] }));
  },
});

function addedUp(sums: ReadonlyArray<{ readonly listed: number; readonly paid: number }>) {
  return sums.reduce(
    (all, { listed, paid }) => ({ listed: all.listed + listed, paid: all.paid + paid }),
    { listed: 0, paid: 0 },
  );
}
