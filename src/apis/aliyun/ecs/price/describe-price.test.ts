import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  IMAGE,
  startTestCloud,
  type GivenParameters,
  type TestCloud,
} from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

interface Amounts {
  readonly OriginalPrice: number;
  readonly TradePrice: number;
  readonly DiscountPrice: number;
}
interface PriceInfo {
  readonly Price: Amounts & {
    readonly Currency: string;
    readonly ReservedInstanceHourPrice: number;
    readonly DetailInfos: {
      readonly DetailInfo: ReadonlyArray<Amounts & { readonly Resource: string }>;
    };
  };
  readonly Rules: { readonly Rule: ReadonlyArray<{ readonly RuleId: number }> };
}

async function price(parameters: GivenParameters): Promise<PriceInfo> {
  return (await cloud.ok('DescribePrice', parameters))['PriceInfo'] as PriceInfo;
}
const listed = async (parameters: GivenParameters) => (await price(parameters)).Price.OriginalPrice;
const refusal = (parameters: GivenParameters) => cloud.refusal('DescribePrice', parameters);

const type = { InstanceType: 'ecs.g6.large' } as const;
const dataDisk = (Category: string, Size: number, PerformanceLevel?: string): GivenParameters => ({
  'DataDisk.1.Category': Category,
  'DataDisk.1.Size': Size,
  ...(PerformanceLevel !== undefined && { 'DataDisk.1.PerformanceLevel': PerformanceLevel }),
});
const disk = (...of: Parameters<typeof dataDisk>) => ({ ResourceType: 'disk', ...dataDisk(...of) });

const tooLarge = '404 InvalidSystemDiskSize.MoreThanMaxSize';
const tooSmall = '404 InvalidSystemDiskSize.LessThanMinSize';
const ofNoSuchSize = '400 InvalidDataDiskSize.ValueNotSupported';

describe('DescribePrice of an instance', () => {
  test('is by the hour, of the type alone, where nothing is said', async () => {
    const { Price, Rules } = await price(type);
    // 2 vCPUs and 8 GiB.
    assert.deepEqual(Price, {
      Currency: 'CNY',
      OriginalPrice: 0.5,
      TradePrice: 0.5,
      DiscountPrice: 0,
      ReservedInstanceHourPrice: 0,
      DetailInfos: {
        DetailInfo: ['instanceType', 'bandwidth', 'image'].map((Resource) => ({
          Resource,
          OriginalPrice: Resource === 'instanceType' ? 0.5 : 0,
          TradePrice: Resource === 'instanceType' ? 0.5 : 0,
          DiscountPrice: 0,
          SubRules: { Rule: [] },
        })),
      },
    });
    assert.deepEqual(Rules, { Rule: [] });
  });

  test('adds disks, bandwidth and how many there are; the details add up to it', async () => {
    const { Price } = await price({
      ...type,
      ...dataDisk('cloud_essd', 100, 'PL2'),
      'SystemDisk.Category': 'cloud_efficiency',
      'SystemDisk.Size': 40,
      ImageId: IMAGE,
      InternetChargeType: 'PayByBandwidth',
      InternetMaxBandwidthOut: 6,
      Amount: 2,
      PriceUnit: 'Month',
      Period: 1,
      'DataDisk.1.Size': 500,
    });
    const details = Price.DetailInfos.DetailInfo;
    assert.deepEqual(
      details.map(({ Resource, OriginalPrice }) => [Resource, OriginalPrice]),
      [
        ['instanceType', 552],
        ['systemDisk', 28],
        ['dataDisk', 2_000],
        ['bandwidth', 390],
        ['image', 0],
      ],
    );
    assert.equal(Price.OriginalPrice, 2_970);
  });

  test('has a discount of a year, and a rule that says so', async () => {
    const { Price, Rules } = await price({ ...type, PriceUnit: 'Year' });
    assert.equal(Price.OriginalPrice, 276 * 12);
    assert.equal(Price.TradePrice, 2_748.96);
    assert.equal(Price.DiscountPrice, 563.04);
    assert.equal(Rules.Rule.length, 1);
    assert.equal((await price({ ...type, PriceUnit: 'Week', Period: 4 })).Price.TradePrice, 276);
  });

  test('a system disk is as large as its image, and 20 GiB at least', async () => {
    const alone = await listed(type);
    const extra = async (more: GivenParameters) =>
      Math.round(((await listed({ ...type, ...more })) - alone) * 10_000) / 6;
    // Tenths of a thousandth an hour for each GiB of cloud_efficiency.
    assert.equal(await extra({ ImageId: IMAGE }), 20);
    assert.equal(await extra({ 'SystemDisk.Category': 'cloud_efficiency' }), 20);
    assert.equal(await extra({ ImageId: IMAGE, 'SystemDisk.Size': 2_048 }), 2_048);
    assert.equal(await refusal({ ...type, 'SystemDisk.Size': 2_049 }), tooLarge);
    assert.equal(await refusal({ ...type, 'SystemDisk.Size': 19 }), tooSmall);
  });

  test('a spot instance pays a share of the hour, and the whole of a month', async () => {
    const spot = { ...type, SpotStrategy: 'SpotAsPriceGo' };
    assert.equal((await price(spot)).Price.TradePrice, 0.1);
    assert.equal((await price({ ...spot, PriceUnit: 'Month' })).Price.TradePrice, 276);
  });

  test('has the terms that are sold, each to its longest', async () => {
    for (const [PriceUnit, max] of [
      ['Hour', 1],
      ['Week', 4],
      ['Month', 9],
      ['Year', 5],
    ] as const) {
      assert.ok((await listed({ ...type, PriceUnit, Period: max })) > 0);
      assert.equal(
        await refusal({ ...type, PriceUnit, Period: max + 1 }),
        '400 InvalidPeriod',
        PriceUnit,
      );
    }
  });

  test('costs what its region says', async () => {
    const answer = await cloud.ok('DescribePrice', type, { region: 'cn-hongkong' });
    assert.equal((answer['PriceInfo'] as PriceInfo).Price.OriginalPrice, 0.6);
  });
});

describe('DescribePrice of what is no instance', () => {
  test('disks have a price by the hour, each level its own', async () => {
    assert.equal(await listed(disk('cloud_efficiency', 100)), 0.06);
    assert.equal(await listed(disk('cloud_essd', 100)), 0.14);
    assert.equal(await listed(disk('cloud_essd', 100, 'PL0')), 0.08);
    assert.equal(await listed({ ...disk('cloud_essd', 2_000, 'PL3'), Amount: 3 }), 33.6);
    const monthly = { ...disk('cloud_efficiency', 100), PriceUnit: 'Month' };
    assert.equal(await refusal(monthly), '400 InvalidPriceUnit.ValueNotSupported');
  });

  test('and the sizes that are sold', async () => {
    for (const [category, level, least] of [
      ['cloud_essd', 'PL0', 1],
      ['cloud_essd', 'PL1', 20],
      ['cloud_essd', 'PL2', 461],
      ['cloud_essd', 'PL3', 1_261],
      ['cloud_efficiency', undefined, 20],
    ] as const) {
      assert.ok((await listed(disk(category, least, level))) > 0);
      assert.equal(await refusal(disk(category, least - 1, level)), ofNoSuchSize);
    }
    assert.ok((await listed(disk('cloud_ssd', 32_768))) > 0);
    assert.equal(await refusal(disk('cloud_ssd', 32_769)), ofNoSuchSize);
  });

  test('bandwidth is a GB of traffic, with its discount', async () => {
    const { Price, Rules } = await price({ ResourceType: 'bandwidth' });
    assert.deepEqual([Price.OriginalPrice, Price.TradePrice], [0.8, 0.52]);
    assert.equal(Rules.Rule.length, 1);
  });
});

test('DescribePrice refuses what it has no price for', async () => {
  for (const [code, parameters] of [
    ['404 InvalidInstanceType.Missing', {}],
    ['404 InvalidDiskCategory.Missing', { ResourceType: 'disk' }],
    [
      '400 InvalidDataDiskSize.ValueNotSupported',
      { ResourceType: 'disk', 'DataDisk.1.Category': 'cloud_ssd' },
    ],
    ['404 InvalidDiskCategory.Missing', { ResourceType: 'disk', 'DataDisk.1.Size': 20 }],
    ['400 PriceNotFound', { ResourceType: 'ddh', DedicatedHostType: 'ddh.c5' }],
    ['400 InvalidResourceType.ValueNotSupported', { ResourceType: 'moon' }],
    ['400 InvalidInstanceType.ValueNotSupported', { InstanceType: 'ecs.huge' }],
    ['400 InvalidInstanceType.ValueNotSupported', { InstanceType: 'S5.MEDIUM2' }],
    ['400 PriceNotFound', { ...type, ZoneId: 'cn-guangzhou-z' }],
    ['404 InvalidImageId.NotFound', { ...type, ImageId: 'm-nothing' }],
    ['403 InvalidAmount.Malformed', { ...type, Amount: 0 }],
    ['403 InvalidAmount.Malformed', { ...type, Amount: 1_001 }],
    [
      '400 InvalidInternetMaxBandwidthOut.ValueNotSupported',
      { ...type, InternetMaxBandwidthOut: 101 },
    ],
    ['400 InvalidDataDiskCategory.ValueNotSupported', disk('tape', 100)],
    ['400 InvalidParameter', disk('cloud_ssd', 100, 'PL1')],
    ['400 InvalidSystemDiskCategory.ValueNotSupported', { ...type, 'SystemDisk.Category': 'tape' }],
  ] as const) {
    assert.equal(await refusal(parameters), code, JSON.stringify(parameters));
  }
  assert.ok((await listed({ ...type, ZoneId: 'cn-guangzhou-a', Amount: 1_000 })) > 0);
});
