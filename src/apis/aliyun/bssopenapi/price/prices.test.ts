import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type GivenParameters, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

interface Detail {
  readonly ModuleCode: string;
  readonly OriginalCost: number;
  readonly CostAfterDiscount: number;
  readonly InvoiceDiscount: number;
  readonly UnitPrice: number;
}
interface Data {
  readonly Currency: string;
  readonly Quantity: number;
  readonly OriginalPrice: number;
  readonly TradePrice: number;
  readonly DiscountPrice: number;
  readonly ModuleDetails: { readonly ModuleDetail: readonly Detail[] };
  readonly PromotionDetails: { readonly PromotionDetail: readonly unknown[] };
}

const version = '2017-12-14';
const type = 'InstanceType:ecs.g6.large,IoOptimized:IoOptimized,ImageOs:linux';
const disk = 'SystemDisk.Category:cloud_essd,SystemDisk.Size:40,SystemDisk.PerformanceLevel:PL0';

/** ModuleList.N of modules, as [code, config, price type]. */
function modules(...list: ReadonlyArray<readonly [string, string, string?]>): GivenParameters {
  const entries = list.flatMap(([code, config, priceType], at) => [
    [`ModuleList.${at + 1}.ModuleCode`, code],
    [`ModuleList.${at + 1}.Config`, config],
    ...(priceType === undefined ? [] : [[`ModuleList.${at + 1}.PriceType`, priceType]]),
  ]);
  return Object.fromEntries(entries) as GivenParameters;
}

const hourly = { ProductCode: 'ecs', SubscriptionType: 'PayAsYouGo', Region: 'cn-guangzhou' };
const ahead = {
  ProductCode: 'ecs',
  SubscriptionType: 'Subscription',
  OrderType: 'NewOrder',
  Region: 'cn-guangzhou',
};

async function data(action: string, parameters: GivenParameters): Promise<Data> {
  const answer = await cloud.ok(action, parameters, { version });
  assert.deepEqual([answer['Code'], answer['Success']], ['Success', true]);
  return answer['Data'] as Data;
}
const refusal = (action: string, parameters: GivenParameters) =>
  cloud.refusal(action, parameters, { version });

describe('GetPayAsYouGoPrice', () => {
  test('prices each module by itself, in the order asked for', async () => {
    const { ModuleDetails, PromotionDetails, Currency } = await data('GetPayAsYouGoPrice', {
      ...hourly,
      ...modules(
        ['InstanceType', type, 'Hour'],
        ['SystemDisk', disk, 'Hour'],
        ['DataDisk', 'DataDisk.Category:cloud_efficiency,DataDisk.Size:100', 'Month'],
        ['InternetMaxBandwidthOut', 'InternetMaxBandwidthOut:6144,NetworkType:1', 'Hour'],
        ['InternetTrafficOut', 'InternetTrafficOut:1', 'Usage'],
        ['ImageOs', 'ImageOs:linux', 'Hour'],
      ),
    });
    assert.equal(Currency, 'CNY');
    assert.deepEqual(PromotionDetails, { PromotionDetail: [] });
    assert.deepEqual(
      ModuleDetails.ModuleDetail.map(({ ModuleCode, OriginalCost, CostAfterDiscount }) => [
        ModuleCode,
        OriginalCost,
        CostAfterDiscount,
      ]),
      [
        // 2 vCPUs and 8 GiB.
        ['InstanceType', 0.5, 0.5],
        ['SystemDisk', 0.032, 0.032],
        ['DataDisk', 35, 35],
        ['InternetMaxBandwidthOut', 0.565, 0.565],
        ['InternetTrafficOut', 0.8, 0.52],
        ['ImageOs', 0, 0],
      ],
    );
    const traffic = ModuleDetails.ModuleDetail[4];
    assert.deepEqual([traffic?.InvoiceDiscount, traffic?.UnitPrice], [0.28, 0.8]);
  });

  test('what Terraform asks: fifty types at once, and an answer for each', async () => {
    const fifty = Array.from({ length: 50 }, () => ['InstanceType', type, 'Hour'] as const);
    const asked = { ...hourly, ProductType: '', ...modules(...fifty) };
    const { ModuleDetails } = await data('GetPayAsYouGoPrice', asked);
    assert.equal(ModuleDetails.ModuleDetail.length, 50);
    const more = { ...hourly, ...modules(...fifty, ['InstanceType', type, 'Hour']) };
    assert.equal(await refusal('GetPayAsYouGoPrice', more), '400 InvalidParameter');
  });

  test('costs what the region says, of Region before RegionId', async () => {
    const price = async (Region: string | undefined, region: string | undefined) => {
      const asked = {
        ProductCode: 'ecs',
        SubscriptionType: 'PayAsYouGo',
        ...modules(['InstanceType', type, 'Hour']),
        ...(Region !== undefined && { Region }),
      };
      const answer = await cloud.ok('GetPayAsYouGoPrice', asked, { version, region });
      return (answer['Data'] as Data).ModuleDetails.ModuleDetail[0]?.OriginalCost;
    };
    assert.equal(await price('cn-hongkong', 'cn-guangzhou'), 0.6);
    assert.equal(await price(undefined, 'cn-hongkong'), 0.6);
    assert.equal(await price('cn-guangzhou', 'cn-hongkong'), 0.5);
    assert.equal(await price(undefined, undefined), 0.5);
  });

  test('refuses what it has no price for', async () => {
    for (const [code, parameters] of [
      ['400 InvalidParameter', { ProductCode: 'rds' }],
      ['400 InvalidParameter', { ProductType: 'rds' }],
      ['400 InvalidParameter', { SubscriptionType: 'Subscription' }],
      ['400 InvalidParameter', { Region: 'cn-nowhere' }],
      ['400 InvalidParameter', modules(['Colour', 'Colour:red', 'Hour'])],
      ['400 InvalidParameter', modules(['constructor', 'a:b', 'Hour'])],
      ['400 InvalidParameter', modules(['InstanceType', 'ecs.g6.large', 'Hour'])],
      ['400 InvalidParameter', modules(['InstanceType', 'InstanceType:ecs.huge', 'Hour'])],
      ['400 InvalidParameter', modules(['InstanceType', 'InstanceType:S5.MEDIUM2', 'Hour'])],
      ['400 InvalidParameter', modules(['InstanceType', type, 'Day'])],
      ['400 MissingParameter', modules(['InstanceType', type, ''])],
      [
        '400 InvalidParameter',
        modules(['SystemDisk', 'SystemDisk.Category:tape,SystemDisk.Size:1', 'Hour']),
      ],
      [
        '400 InvalidParameter',
        modules(['SystemDisk', 'SystemDisk.Category:cloud_ssd,SystemDisk.Size:-1', 'Hour']),
      ],
      ['400 InvalidParameter', modules(['InternetMaxBandwidthOut', 'NetworkType:1', 'Hour'])],
    ] as const) {
      const asked = { ...hourly, ...modules(['InstanceType', type, 'Hour']), ...parameters };
      assert.equal(await refusal('GetPayAsYouGoPrice', asked), code, JSON.stringify(parameters));
    }
    assert.equal(await refusal('GetPayAsYouGoPrice', hourly), '400 MissingParameter');
  });
});

describe('GetSubscriptionPrice', () => {
  const whole = modules(['InstanceType', type], ['SystemDisk', disk], ['Region', 'Region:cn-x']);

  test('prices an order, whose modules add up to it', async () => {
    const order = await data('GetSubscriptionPrice', {
      ...ahead,
      ...whole,
      Quantity: 3,
      ServicePeriodQuantity: 1,
      ServicePeriodUnit: 'Year',
    });
    const details = order.ModuleDetails.ModuleDetail;
    // 276 a month and 40 GiB for 0.5 each, three times for a year.
    assert.equal(order.OriginalPrice, 3 * 12 * (276 + 20));
    assert.equal(order.TradePrice, 8_844.48);
    assert.equal(order.DiscountPrice, 1_811.52);
    assert.deepEqual([order.Currency, order.Quantity], ['CNY', 3]);
    assert.deepEqual(
      details.map(({ ModuleCode, OriginalCost }) => [ModuleCode, OriginalCost]),
      [
        ['InstanceType', 9_936],
        ['SystemDisk', 720],
        ['Region', 0],
      ],
    );
  });

  test('is of one, for a month, where nothing is said; a renewal costs the same', async () => {
    const order = await data('GetSubscriptionPrice', { ...ahead, ...whole });
    assert.equal(order.OriginalPrice, 296);
    const renewal = await data('GetSubscriptionPrice', {
      ...ahead,
      ...whole,
      OrderType: 'Renewal',
      ServicePeriodUnit: 'Month',
    });
    assert.equal(renewal.TradePrice, order.TradePrice);
  });

  test('has bounds, and no price of an upgrade', async () => {
    const asked = { ...ahead, ...whole };
    const code = (more: GivenParameters) => refusal('GetSubscriptionPrice', { ...asked, ...more });
    for (const more of [
      { Quantity: 0 },
      { Quantity: 1_001 },
      { ServicePeriodQuantity: 61 },
      { ServicePeriodQuantity: 6, ServicePeriodUnit: 'Year' },
      { ServicePeriodUnit: 'Week' },
      { OrderType: 'Upgrade' },
      { OrderType: 'Gift' },
      { SubscriptionType: 'PayAsYouGo' },
    ]) {
      assert.equal(await code(more), '400 InvalidParameter', JSON.stringify(more));
    }
    const five = { ...asked, Quantity: 1_000, ServicePeriodQuantity: 5, ServicePeriodUnit: 'Year' };
    assert.equal((await data('GetSubscriptionPrice', five)).OriginalPrice, 296 * 60 * 1_000);
  });
});
