// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancemodificationprice
import { action } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { typeChangeFaults } from '#resources/instance/type-change-faults.ts';
import { priceTypeChange } from '#resources/instance/verbs/price-type-change.ts';
import { differencePrice } from '#resources/price/difference.ts';
import { addedSums, type Price } from '#resources/price/price.ts';
import { number } from '#wire/builders.ts';
import { each, omitted } from '#wire/overlay.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import { requireDisksFit, systemDiskAsked } from '../instance/type-change.ts';
import * as model from '../models/describe-instance-modification-price.ts';
import { dataDiskItem } from './priced-items.ts';
import { detailOf, priceOf, rulesOf } from './render-price-info.ts';

const sums = each(['OriginalPrice', 'TradePrice', 'DiscountPrice'], number());

/** What it costs to have a larger type, more data disks, or both, for the rest of what is paid. */
export const describeInstanceModificationPrice = action.read({
  model,
  input: {
    InstanceType: { max: 64 },
    // Of bandwidth, and of what a system disk could become: see DescribePrice.
    ...each(
      ['ImageId', 'ISP', 'InternetChargeType', 'InternetMaxBandwidthOut', 'StartTime', 'EndTime'],
      omitted('It came later, without a page.'),
    ),
    SystemDisk: {
      fields: {
        ...systemDiskAsked.fields,
        ...each(['Size', 'PerformanceLevel'], omitted('It came later, without a page.')),
      },
    },
    DataDisk: {
      max: 16,
      item: {
        fields: {
          DiskId: omitted('A disk that is there is priced by DescribePrice.'),
          Category: { max: 64 },
          Size: { min: 0, max: 65_536 },
          PerformanceLevel: { values: ['PL0', 'PL1', 'PL2', 'PL3'] },
        },
      },
    },
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
  handle: async (context, input) => {
    const { InstanceId: key, InstanceType: type, DataDisk: data = [] } = input;
    const { region } = context;
    const instance = await unexpiredInstance(context, key, region);
    const { chargeType, expiresAt, prepaid } = instance;
    if (chargeType !== 'prepaid') throw instanceFaults.notPrepaid({ instance: key });
    if (type === undefined && data.length === 0) throw typeChangeFaults.nothingNamed();
    const details: Array<ReturnType<typeof detailOf>> = [];
    const prices: Price[] = [];
    const add = (resource: 'instanceType' | 'dataDisk', price: Price): void => {
      prices.push(price);
      details.push(detailOf(resource, addedSums([price])));
    };
    if (type !== undefined) {
      const systemCategory = input.SystemDisk?.Category;
      await requireDisksFit(context, instance, { type, systemCategory });
      const asked = { instance: key, region, type, family: 'any', way: 'up' } as const;
      add('instanceType', await priceTypeChange(context, asked));
    }
    for (const disk of data) {
      const { lines: to } = dataDiskItem(context, disk, 1);
      add('dataDisk', differencePrice(context, { region, from: [], to, expiresAt, prepaid }));
    }
    const sum = addedSums(prices);
    return {
      PriceInfo: {
        Price: { Currency: 'CNY', ...priceOf(sum), DetailInfos: details },
        Rules: rulesOf(sum),
      },
    };
  },
});
