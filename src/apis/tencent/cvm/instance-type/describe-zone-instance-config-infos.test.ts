import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({
    configuration: { spotSwingPercent: 0 },
    simulation: {
      stock: [
        { type: 'S6.SMALL1', zone: 'guangzhou-3', remaining: 9 },
        { type: 'S6.SMALL2', zone: 'guangzhou-3', remaining: 10 },
        { type: 'S6.SMALL4', zone: 'guangzhou-3', remaining: 100 },
        { type: 'S6.MEDIUM2', zone: 'guangzhou-3', remaining: 1 },
      ],
    },
  });
});
after(() => cloud.stop());
beforeEach(() => cloud.server.simulator?.clearProvocations());

interface Item {
  readonly Zone: string;
  readonly InstanceType: string;
  readonly InstanceFamily: string;
  readonly InstanceChargeType: string;
  readonly Cpu: number;
  readonly Memory: number;
  readonly Status: string;
  readonly StatusCategory: string;
  readonly SoldOutReason: string;
  readonly Price: Readonly<Record<string, number>>;
}

type Filters = Readonly<Record<string, readonly string[]>>;

const filtersOf = (given: Filters) => ({
  Filters: Object.entries(given).map(([Name, Values]) => ({ Name, Values })),
});

async function items(given: Filters, language?: string): Promise<readonly Item[]> {
  const options = language === undefined ? {} : { language };
  const answer = await cloud.ok('DescribeZoneInstanceConfigInfos', filtersOf(given), options);
  return answer['InstanceTypeQuotaSet'] as readonly Item[];
}

async function one(given: Filters): Promise<Item> {
  const found = await items(given);
  assert.equal(found.length, 1);
  return found[0] as Item;
}

const refusal = (given: Filters) =>
  cloud.refusal('DescribeZoneInstanceConfigInfos', filtersOf(given));

const hourly = { 'instance-charge-type': ['POSTPAID_BY_HOUR'], zone: ['ap-guangzhou-3'] };

describe('DescribeZoneInstanceConfigInfos', () => {
  test('shows the type of the page, in all its fields', async () => {
    const item = await one({ ...hourly, 'instance-type': ['S2.SMALL1'] });
    const { Price, ...rest } = item;
    assert.deepEqual(rest, {
      Zone: 'ap-guangzhou-3',
      InstanceType: 'S2.SMALL1',
      InstanceChargeType: 'POSTPAID_BY_HOUR',
      NetworkCard: 0,
      Externals: {},
      Cpu: 1,
      Memory: 1,
      InstanceFamily: 'S2',
      TypeName: 'Standard S2',
      LocalDiskTypeList: [],
      Status: 'SELL',
      SoldOutReason: '',
      InstanceBandwidth: 1.5,
      InstancePps: 20,
      StorageBlockAmount: 0,
      CpuType: 'Intel Xeon E5-2680 v4',
      Gpu: 0,
      Fpga: 0,
      Remark: '',
      GpuCount: 0,
      Frequency: '2.4GHz',
      StatusCategory: 'EnoughStock',
    });
    assert.ok((Price['UnitPrice'] ?? 0) > 0);
    assert.equal(Price['OriginalPrice'], 0);
  });

  test('prices the sample: 59 a month, 708 a year and 587.64 with its discount', async () => {
    const { Price } = await one({
      zone: ['ap-guangzhou-3'],
      'instance-type': ['S2.SMALL1'],
      'instance-charge-type': ['PREPAID'],
    });
    const names = [
      'OriginalPrice',
      'DiscountPrice',
      'OriginalPriceOneYear',
      'DiscountPriceOneYear',
    ];
    assert.deepEqual(
      names.map((name) => Price[name]),
      [59, 59, 708, 587.64],
    );
  });

  test('a type is sold in three ways, and each has a price of its own', async () => {
    const found = await items({ zone: ['ap-guangzhou-3'], 'instance-type': ['S5.MEDIUM2'] });
    const ways = found.map((item) => [
      item.InstanceChargeType,
      item.Price['UnitPriceDiscount'],
      item.Price['DiscountPrice'],
    ]);
    assert.deepEqual(ways, [
      ['PREPAID', 0, 156],
      ['POSTPAID_BY_HOUR', 0.05, 0],
      ['SPOTPAID', 0.034, 0],
    ]);
  });

  test('a spot price is that of the market in its zone', async () => {
    const pinned = { effect: 'spot-price', zone: 'guangzhou-3', percent: 60 } as const;
    cloud.server.simulator?.provoke(pinned);
    const found = await items({
      zone: ['ap-guangzhou-3', 'ap-guangzhou-4'],
      'instance-type': ['S5.MEDIUM2'],
      'instance-charge-type': ['SPOTPAID'],
    });
    cloud.server.simulator?.clearProvocations();
    const prices = found.map(({ Zone, Price }) => [Zone, Price['UnitPriceDiscount']]);
    assert.deepEqual(prices, [
      ['ap-guangzhou-3', 0.102],
      ['ap-guangzhou-4', 0.034],
    ]);
  });

  test('without filters shows every type of every zone', async () => {
    const found = await items({});
    assert.equal(new Set(found.map(({ Zone }) => Zone)).size, 7);
    assert.equal(found.length % 21, 0);
  });

  test('filters narrow together, and each takes a hundred values', async () => {
    const found = await items({
      zone: ['ap-guangzhou-3', 'ap-guangzhou-4'],
      'instance-family': ['S5', 'S6'],
      'instance-charge-type': ['POSTPAID_BY_HOUR', 'SPOTPAID'],
    });
    assert.deepEqual(
      new Set(found.map(({ Zone }) => Zone)),
      new Set(['ap-guangzhou-3', 'ap-guangzhou-4']),
    );
    assert.deepEqual(
      new Set(found.map(({ InstanceFamily }) => InstanceFamily)),
      new Set(['S5', 'S6']),
    );
    const names = (count: number) => Array.from({ length: count }, (_, at) => `S5.SMALL${at + 1}`);
    const hundred = await items({ ...hourly, 'instance-type': names(100) });
    assert.deepEqual(
      hundred.map(({ InstanceType }) => InstanceType),
      ['S5.SMALL1', 'S5.SMALL2', 'S5.SMALL4'],
    );
    assert.equal(
      await refusal({ ...hourly, 'instance-type': names(101) }),
      'InvalidFilterValue.LimitExceeded',
    );
    assert.deepEqual(await items({ 'instance-charge-type': ['CDHPAID'] }), []);
    assert.deepEqual(await items({ 'instance-charge-type': ['CDCPAID'] }), []);
  });

  test('sort-keys sort, the first before the second; else the catalogue does', async () => {
    const sorted = async (...keys: readonly string[]) => {
      const found = await items({ ...hourly, 'instance-family': ['S5'], 'sort-keys': keys });
      return found.map(({ Cpu, Memory }) => [Cpu, Memory] as const);
    };
    const rising = (await sorted('cpu:asc', 'mem:desc')).map(([cpu, memory]) => cpu * 1e6 - memory);
    assert.deepEqual(
      rising,
      rising.toSorted((a, b) => a - b),
    );
    const falling = (await sorted('mem:desc')).map(([, memory]) => memory);
    assert.deepEqual(
      falling,
      falling.toSorted((a, b) => b - a),
    );
  });

  test('refuses what the page says it refuses', async () => {
    assert.equal(await refusal({ zone: ['ap-shanghai-2'] }), 'InvalidZone.MismatchRegion');
    assert.equal(await refusal({ zone: ['nowhere'] }), 'InvalidZone.MismatchRegion');
    assert.equal(await refusal({ 'instance-type': ['S5'] }), 'InvalidInstanceType.Malformed');
    assert.equal(await refusal({ color: ['red'] }), 'InvalidFilter');
    await refusal({ 'sort-keys': ['cpu'] });
    await refusal({ 'sort-keys': ['price:asc'] });
    await refusal({ 'instance-charge-type': ['FREE'] });
    const Filters = (count: number) => ({
      Filters: Array.from({ length: count }, () => ({ Name: 'instance-family', Values: ['S5'] })),
    });
    await cloud.ok('DescribeZoneInstanceConfigInfos', Filters(10));
    const eleven = await cloud.refusal('DescribeZoneInstanceConfigInfos', Filters(11));
    assert.equal(eleven, 'InvalidFilterValue.LimitExceeded');
  });

  test('tells how much is left, which launches use up', async () => {
    const category = async (name: string) =>
      (await one({ ...hourly, 'instance-type': [name] })).StatusCategory;
    assert.equal(await category('S6.SMALL1'), 'UnderStock');
    assert.equal(await category('S6.SMALL2'), 'NormalStock');
    assert.equal(await category('S6.SMALL4'), 'EnoughStock');
    await cloud.launchRunning({ InstanceType: 'S6.SMALL4' });
    assert.equal(await category('S6.SMALL4'), 'NormalStock');
    await cloud.launchRunning({ InstanceType: 'S6.MEDIUM2' });
    const gone = await one({ ...hourly, 'instance-type': ['S6.MEDIUM2'] });
    assert.deepEqual(
      [gone.Status, gone.StatusCategory, gone.SoldOutReason],
      ['SOLD_OUT', 'WithoutStock', 'ResourcesSoldOut.SpecifiedInstanceType'],
    );
    const elsewhere = { ...hourly, zone: ['ap-guangzhou-4'], 'instance-type': ['S6.MEDIUM2'] };
    assert.equal((await one(elsewhere)).Status, 'SELL');
  });

  test('what the simulator provokes is sold out here too, as it is for a launch', async () => {
    const reason = async (given: Filters) => (await one(given)).SoldOutReason;
    const given = { ...hourly, 'instance-type': ['S5.SMALL1'] };
    const provoke = (what: { readonly zone?: string; readonly charge?: string }) =>
      cloud.server.simulator?.provoke({ effect: 'sold-out', ...what });
    assert.equal(await reason(given), '');
    provoke({ zone: 'guangzhou-3', charge: 'postpaid' });
    assert.equal(await reason(given), 'ResourceInsufficient');
    assert.equal(await reason({ ...given, 'instance-charge-type': ['PREPAID'] }), '');
    provoke({ zone: 'guangzhou-3' });
    assert.equal(await reason(given), 'ResourceInsufficient.AvailabilityZoneSoldOut');
    assert.equal(await reason({ ...given, zone: ['ap-guangzhou-4'] }), '');
  });

  test('a zone that is closed has all types, sold out', async () => {
    const found = await items({ zone: ['ap-guangzhou-1'], 'instance-family': ['S5'] });
    assert.ok(found.length > 0);
    assert.ok(found.every(({ Status }) => Status === 'SOLD_OUT'));
  });

  test('families are in the language asked for, and local disks come with their type', async () => {
    const [chinese] = await items({ ...hourly, 'instance-type': ['I1.MEDIUM4'] }, 'zh-CN');
    assert.equal((chinese as unknown as Record<string, unknown>)['TypeName'], '高IO型I1');
    assert.deepEqual((chinese as unknown as Record<string, unknown>)['LocalDiskTypeList'], [
      {
        Type: 'LOCAL_SSD',
        PartitionType: 'DATA',
        MinSize: 500,
        MaxSize: 500,
        Required: 'REQUIRED',
      },
    ]);
  });
});
