import assert from 'node:assert/strict';
import { afterEach, after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.server.simulator?.clearProvocations());
after(() => cloud.stop());

/** 0.5 yuan is what an hour of ecs.g6.large is listed at. */
const LISTED = 0.5;
const bid = (limit: number, more: GivenParameters = {}) => ({
  InstanceType: 'ecs.g6.large',
  SpotStrategy: 'SpotWithPriceLimit',
  SpotPriceLimit: limit,
  ...more,
});
const pin = (percent: number) =>
  cloud.server.simulator?.provoke({ effect: 'spot-price', type: 'ecs.g6.large', percent });

async function launched(more: GivenParameters): Promise<string> {
  const [id = ''] = await cloud.launchRunning(more);
  return id;
}
async function statusOf(id: string): Promise<string> {
  const answer = await cloud.ok('DescribeInstances', { InstanceIds: JSON.stringify([id]) });
  const { Instance } = answer['Instances'] as {
    readonly Instance: ReadonlyArray<{
      readonly Status: string;
      readonly OperationLocks: {
        readonly LockReason: ReadonlyArray<{ readonly LockReason: string }>;
      };
    }>;
  };
  const [one] = Instance;
  if (one === undefined) return 'gone';
  const locks = one.OperationLocks.LockReason.map(({ LockReason }) => LockReason);
  return [one.Status, ...locks].join(' ');
}

describe('a bid', () => {
  test('is enough where it is the price, and not a thousandth below', async () => {
    pin(40);
    await launched(bid(LISTED * 0.4));
    const below = cloud.launch(bid(LISTED * 0.4 - 0.001));
    await assert.rejects(below, /InvalidSpotPriceLimit\.LowerThanPublicPrice/);
  });

  test('below the price after the first hour: told for five minutes, then released', async () => {
    const id = await launched(bid(0.2));
    pin(41);
    await cloud.passTime(HOUR_MS - 2 * MINUTE_MS);
    assert.equal(await statusOf(id), 'Running');
    await cloud.passTime(2 * MINUTE_MS);
    assert.equal(await statusOf(id), 'Running Recycling');
    await cloud.passTime(4 * MINUTE_MS);
    assert.equal(await statusOf(id), 'Running Recycling');
    await cloud.passTime(2 * MINUTE_MS);
    assert.equal(await statusOf(id), 'gone');
  });

  test('where it is as high as the price the instance runs on', async () => {
    const id = await launched(bid(0.2));
    pin(40);
    await cloud.passTime(26 * HOUR_MS);
    assert.equal(await statusOf(id), 'Running');
    const unlimited = await launched({ ...bid(0.2), SpotStrategy: 'SpotAsPriceGo' });
    pin(100);
    await cloud.passTime(10 * MINUTE_MS);
    assert.equal(await statusOf(unlimited), 'Running');
  });

  test('it may be stopped instead, and starts again when the price allows it', async () => {
    const id = await launched(bid(0.2, { SpotDuration: 0, SpotInterruptionBehavior: 'Stop' }));
    pin(50);
    await cloud.passTime(2 * HOUR_MS);
    assert.equal(await statusOf(id), 'Stopped');
    const start = { InstanceId: id };
    const code = await cloud.refusal('StartInstance', start);
    assert.equal(code, '403 OperationDenied.SpotPriceLowerThanPublicPrice');
    cloud.server.simulator?.clearProvocations();
    await cloud.ok('StartInstance', start);
    await cloud.passTime(MINUTE_MS);
    assert.equal(await statusOf(id), 'Running');
    pin(50);
    await cloud.passTime(2 * HOUR_MS);
    assert.equal(await statusOf(id), 'Stopped');
  });
});

describe('DescribeSpotPriceHistory', () => {
  interface Row {
    readonly ZoneId: string;
    readonly Timestamp: string;
    readonly SpotPrice: number;
    readonly OriginPrice: number;
  }
  const asked = (more: GivenParameters = {}) => ({
    InstanceType: 'ecs.g6.large',
    NetworkType: 'vpc',
    ...more,
  });
  async function history(more: GivenParameters = {}): Promise<readonly Row[]> {
    const answer = await cloud.ok('DescribeSpotPriceHistory', asked(more));
    assert.equal(answer['Currency'], 'CNY');
    return (answer['SpotPrices'] as { readonly SpotPriceType: readonly Row[] }).SpotPriceType;
  }

  test('has the price of each of the last hours, which moves and is never the whole', async () => {
    const [{ ZoneId } = { ZoneId: '' }] = await history();
    const rows = await history({ ZoneId });
    assert.ok(rows.length >= 3 && rows.length <= 4);
    assert.ok(rows.every((row) => row.OriginPrice === LISTED && row.SpotPrice < LISTED));
    const last = rows.at(-1);
    assert.ok(last);
    const begin = new Date(Date.parse(last.Timestamp) - 29 * 24 * HOUR_MS);
    const StartTime = begin.toISOString().replace('.000', '');
    const month = { ZoneId, StartTime, EndTime: last.Timestamp };
    const all = await history(month);
    assert.ok(new Set(all.map(({ SpotPrice }) => SpotPrice)).size > 50);
    assert.deepEqual(all.slice(-rows.length), rows);
    const later = await history({ ...month, Offset: all.length - 1 });
    assert.deepEqual(later, all.slice(-1));
    assert.deepEqual(await history({ NetworkType: 'classic' }), []);
  });

  test('is that of DescribePrice, pinned or not', async () => {
    const [row] = (await history()).slice(-1);
    const price = async () => {
      const more = { InstanceType: 'ecs.g6.large', SpotStrategy: 'SpotAsPriceGo' };
      const answer = await cloud.ok('DescribePrice', { ...more, ZoneId: row?.ZoneId ?? '' });
      const { Price } = answer['PriceInfo'] as { readonly Price: { readonly TradePrice: number } };
      return Price.TradePrice;
    };
    assert.equal(await price(), row?.SpotPrice);
    pin(37);
    assert.equal(await price(), 0.185);
    const [pinned] = (await history()).slice(-1);
    assert.equal(pinned?.SpotPrice, 0.185);
  });

  test('of thirty days at most, of a type that there is', async () => {
    const refusal = (more: GivenParameters) =>
      cloud.refusal('DescribeSpotPriceHistory', asked(more));
    const times = { StartTime: '2025-11-01T00:00:00Z', EndTime: '2026-01-01T00:00:00Z' };
    assert.equal(await refusal(times), '400 InvalidParameter');
    await history({ ...times, StartTime: '2025-12-02T00:00:00Z' });
    assert.match(await refusal({ InstanceType: 'ecs.none.large' }), /^400 Invalid/);
    assert.match(await refusal({ NetworkType: '' }), /Missing/);
  });
});

test('DescribeSpotAdvice has the average of a month, the cheapest first', async () => {
  const answer = await cloud.ok('DescribeSpotAdvice', { Cores: 2, Memory: 8 });
  const { AvailableSpotZone: zones } = answer['AvailableSpotZones'] as {
    readonly AvailableSpotZone: ReadonlyArray<{
      readonly AvailableSpotResources: {
        readonly AvailableSpotResource: ReadonlyArray<{
          readonly InstanceType: string;
          readonly AverageSpotDiscount: number;
        }>;
      };
    }>;
  };
  assert.ok(zones.length > 1);
  for (const { AvailableSpotResources: some } of zones) {
    const discounts = some.AvailableSpotResource.map((one) => one.AverageSpotDiscount);
    assert.ok(discounts.every((percent) => percent >= 15 && percent <= 25));
    assert.deepEqual(
      discounts.toSorted((a, b) => a - b),
      discounts,
    );
  }
  const named = { 'InstanceTypes.1': 'ecs.g6.large', InstanceTypeFamily: 'ecs.c6' };
  const none = JSON.stringify(await cloud.ok('DescribeSpotAdvice', named));
  assert.doesNotMatch(none, /g6\.large/);
  const code = await cloud.refusal('DescribeSpotAdvice', { ZoneId: 'cn-hangzhou-zz' });
  assert.match(code, /^40/);
});
