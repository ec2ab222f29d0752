// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describerenewalprice
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { priceFaults } from '#resources/price/faults.ts';
import { addedSums } from '#resources/price/price.ts';
import { priceRenewal } from '#resources/instance/verbs/price-renewal.ts';
import { id, number } from '#wire/builders.ts';
import { each, omitted } from '#wire/overlay.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/describe-renewal-price.ts';
import { detailOf, priceOf, rulesOf } from './render-price-info.ts';

const sums = each(['OriginalPrice', 'TradePrice', 'DiscountPrice'], number());
const MONTHS_A_YEAR = 12;
/** The longest Period of each PriceUnit. */
const periodsMax = { Month: 9, Year: 3 } as const;

/** What more months of an instance cost that is paid in advance. */
export const describeRenewalPrice = action.read({
  model,
  input: {
    ResourceId: id('instance', { required: true }),
    ResourceType: {
      values: ['instance'],
      default: 'instance',
      reasons: { value: priceFaults.kindUnknown },
    },
    Period: { default: 1, min: 1, reasons: { range: launchFaults.periodNotSold } },
    PriceUnit: {
      values: ['Month', 'Year'],
      default: 'Month',
      reasons: { value: priceFaults.unitUnknown },
    },
    ExpectedRenewDay: omitted('No account has a day on which all of it expires.'),
  },
  output: {
    PriceInfo: {
      fields: {
        Price: { fields: { ...sums, DetailInfos: { item: { fields: sums } } } },
        // There are no images from a marketplace.
        RelatedPrice: { optional: true },
      },
    },
  },
  handle: async (context, { ResourceId: key, Period: period, PriceUnit: unit }) => {
    const { region } = context;
    if (period > periodsMax[unit]) throw launchFaults.periodNotSold();
    await namedInstance(context, key, region);
    const months = unit === 'Year' ? period * MONTHS_A_YEAR : period;
    const { instance, internet } = await priceRenewal(context, {
      keys: [key],
      region,
      period: months,
      unit: 'month',
    });
    const sum = addedSums([instance, internet]);
    return {
      PriceInfo: {
        Price: {
          Currency: 'CNY',
          ...priceOf(sum),
          DetailInfos: [
            detailOf('instance', addedSums([instance])),
            detailOf('bandwidth', addedSums([internet])),
          ],
        },
        Rules: rulesOf(sum),
      },
    };
  },
});
