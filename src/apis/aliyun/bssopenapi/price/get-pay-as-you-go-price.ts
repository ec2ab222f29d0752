// https://www.alibabacloud.com/help/en/user-center/developer-reference/api-getpayasyougoprice
import { action } from '#apis/context.ts';
import { quoted } from '#resources/price/price.ts';
import { id, string } from '#wire/builders.ts';
import * as model from '../models/get-pay-as-you-go-price.ts';
import { linesOf, moduleList, productAsked, regionOf, requireEcs } from './modules.ts';
import { answered, moduleDetail, ModuleDetails } from './render-price.ts';

/** The time that each PriceType stands for. */
const terms = {
  Hour: { by: 'hour', step: 0 },
  Usage: { by: 'use' },
  Month: { by: 'month', months: 1 },
  Year: { by: 'month', months: 12 },
} as const;

/** What each module costs by itself, for the time of its own price type. */
export const getPayAsYouGoPrice = action.read({
  model,
  region: 'optional',
  input: {
    ...productAsked,
    Region: id('region'),
    SubscriptionType: string({ required: true, values: ['PayAsYouGo'] }),
    ModuleList: {
      ...moduleList,
      item: {
        fields: {
          ...moduleList.item.fields,
          PriceType: string({ required: true, values: ['Hour', 'Usage', 'Month', 'Year'] }),
        },
      },
    },
  },
  output: { Data: { fields: { ModuleDetails } } },
  handle: (context, input) => {
    requireEcs(input.ProductCode, input.ProductType);
    const region = regionOf(input.Region, context);
    const details = input.ModuleList.map((module) => {
      const term = terms[module.PriceType];
      const sum = quoted(context, { region, lines: linesOf(context, module, 1), term });
      return moduleDetail(module.ModuleCode, sum, term.by === 'use' ? sum.listed : 0);
    });
    const Data = { Currency: 'CNY', ModuleDetails: details, PromotionDetails: [] };
    return Promise.resolve(answered(Data));
  },
});
