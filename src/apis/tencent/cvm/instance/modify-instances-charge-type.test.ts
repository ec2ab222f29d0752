import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type Shown, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;
const DAY_MS = 86_400_000;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

async function launchOne(body: object = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning(body);
  return id;
}
async function one(id: string): Promise<Shown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return shown;
}
const AHEAD = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 2 } } as const;
const HOURLY = { InstanceChargeType: 'POSTPAID_BY_HOUR' } as const;
const ok = (id: string, body: object) =>
  cloud.ok('ModifyInstancesChargeType', { InstanceIds: [id], ...body });
const refused = (id: string, body: object) =>
  cloud.refusal('ModifyInstancesChargeType', { InstanceIds: [id], ...body });

describe('ModifyInstancesChargeType', () => {
  test('to a term that begins now, and back to the hour', async () => {
    const id = await launchOne();
    await ok(id, AHEAD);
    const ahead = await one(id);
    assert.equal(ahead['InstanceChargeType'], 'PREPAID');
    assert.match(String(ahead['ExpiredTime']), /^20\d\d-/);
    assert.equal(ahead['RenewFlag'], 'NOTIFY_AND_MANUAL_RENEW');
    assert.deepEqual(
      [ahead['LatestOperation'], ahead['LatestOperationState']],
      ['ModifyInstancesChargeType', 'SUCCESS'],
    );
    await ok(id, HOURLY);
    const hourly = await one(id);
    assert.equal(hourly['InstanceChargeType'], 'POSTPAID_BY_HOUR');
    assert.equal(hourly['ExpiredTime'], null);
    await cloud.passTime(70 * DAY_MS);
    assert.equal((await one(id))['InstanceState'], 'RUNNING');
  });

  test('the term that was bought ends', async () => {
    const id = await launchOne();
    await ok(id, { ...AHEAD, InstanceChargePrepaid: { Period: 1 } });
    await cloud.passTime(27 * DAY_MS);
    assert.equal((await one(id))['InstanceState'], 'RUNNING');
    await cloud.passTime(5 * DAY_MS);
    assert.notEqual((await one(id))['InstanceState'], 'RUNNING');
  });

  test('bandwidth is paid as its instance is, traffic by the GB', async () => {
    const access = (InternetChargeType: string) => ({
      InternetAccessible: { InternetChargeType, InternetMaxBandwidthOut: 5 },
    });
    const wayOf = async (id: string) =>
      ((await one(id))['InternetAccessible'] as Record<string, unknown>)['InternetChargeType'];
    const id = await launchOne(access('BANDWIDTH_POSTPAID_BY_HOUR'));
    await ok(id, AHEAD);
    assert.equal(await wayOf(id), 'BANDWIDTH_PREPAID');
    await ok(id, HOURLY);
    assert.equal(await wayOf(id), 'BANDWIDTH_POSTPAID_BY_HOUR');
    const traffic = await launchOne(access('TRAFFIC_POSTPAID_BY_HOUR'));
    await ok(traffic, AHEAD);
    assert.equal(await wayOf(traffic), 'TRAFFIC_POSTPAID_BY_HOUR');
  });

  test('elastic disks follow where that is asked for', async () => {
    const id = await launchOne();
    const Placement = { Zone: 'ap-guangzhou-3' };
    const disk = { DiskType: 'CLOUD_PREMIUM', DiskSize: 20, DiskChargeType: 'POSTPAID_BY_HOUR' };
    const of = { service: 'cbs' };
    const made = await cloud.ok('CreateDisks', { ...disk, Placement }, of);
    const DiskIds = made['DiskIdSet'] as readonly string[];
    await cloud.passTime(SETTLED_MS);
    await cloud.ok('AttachDisks', { DiskIds, InstanceId: id }, of);
    await cloud.passTime(SETTLED_MS);
    const wayOf = async () => {
      const { DiskSet } = await cloud.ok('DescribeDisks', { DiskIds }, of);
      return (DiskSet as readonly Shown[])[0]?.['DiskChargeType'];
    };
    await ok(id, AHEAD);
    assert.equal(await wayOf(), 'POSTPAID_BY_HOUR');
    await ok(id, { ...HOURLY, ModifyPortableDataDisk: true });
    await ok(id, { ...AHEAD, ModifyPortableDataDisk: true });
    assert.equal(await wayOf(), 'PREPAID');
  });

  test('refuses what is so already, or stays as it is', async () => {
    const id = await launchOne();
    const fixed = 'UnsupportedOperation.InstanceChargeType';
    assert.equal(await refused(id, HOURLY), fixed);
    assert.equal(await refused(await launchOne({ InstanceChargeType: 'SPOTPAID' }), AHEAD), fixed);
    assert.equal(await refused(id, { InstanceChargeType: 'PREPAID' }), 'MissingParameter');
    const odd = { ...AHEAD, InstanceChargePrepaid: { Period: 13 } };
    assert.equal(await refused(id, odd), 'InvalidPeriod');
    await cloud.ok('StopInstances', { InstanceIds: [id], StoppedMode: 'STOP_CHARGING' });
    await cloud.passTime(SETTLED_MS);
    assert.equal(await refused(id, AHEAD), 'InvalidInstance.NotSupported');
    const batch = await launchOne({ InstanceType: 'BF1.LARGE8' });
    await ok(batch, AHEAD);
    const elsewhere = await launchOne({ Placement: { Zone: 'ap-guangzhou-4' } });
    const both = { InstanceIds: [await launchOne(), elsewhere], ...AHEAD };
    const zones = await cloud.refusal('ModifyInstancesChargeType', both);
    assert.equal(zones, 'UnsupportedOperation.InstanceMixedZoneType');
    assert.equal(await refused('ins-00000000', AHEAD), 'InvalidInstanceId.NotFound');
    const many = { InstanceIds: Array.from({ length: 31 }, () => batch), ...HOURLY };
    const tooMany = await cloud.refusal('ModifyInstancesChargeType', many);
    assert.equal(tooMany, 'InvalidParameterValue.LimitExceeded');
  });
});

describe('what it costs to pay otherwise', () => {
  interface Item {
    readonly OriginalPrice: number;
    readonly UnitPrice: number;
  }
  async function price(action: string, body: object) {
    const { Price } = await cloud.ok(action, body);
    return Price as { readonly InstancePrice: Item; readonly BandwidthPrice: Item };
  }
  test('a term is that of a launch, and the hour is the hour', async () => {
    const plain = { InstanceType: 'S5.LARGE8' };
    const [id, ahead] = [await launchOne(plain), await launchOne({ ...plain, ...AHEAD })];
    const change = 'InquiryPriceModifyInstancesChargeType';
    const quoted = await price(change, { InstanceIds: [id], ...AHEAD });
    // 4 vCPUs, 8 GiB and 50 GiB of a premium disk, for two months.
    assert.equal(quoted.InstancePrice.OriginalPrice, 819);
    const two = await price(change, { InstanceIds: [id, await launchOne(plain)], ...AHEAD });
    assert.equal(two.InstancePrice.OriginalPrice, 1_638);
    const hourly = await price(change, { InstanceIds: [ahead], ...HOURLY });
    assert.equal(hourly.InstancePrice.UnitPrice, 0.73);
    const code = await cloud.refusal(change, { InstanceIds: [ahead], ...AHEAD });
    assert.equal(code, 'UnsupportedOperation.InstanceChargeType');
  });

  test('a renewal costs what its months do, of all instances together', async () => {
    const body = { ...AHEAD, InstanceType: 'S5.LARGE8' };
    const ids = [await launchOne(body), await launchOne(body)];
    const renew = (InstanceIds: readonly string[], Period: number) =>
      price('InquiryPriceRenewInstances', { InstanceIds, InstanceChargePrepaid: { Period } });
    assert.equal((await renew(ids.slice(0, 1), 1)).InstancePrice.OriginalPrice, 409.5);
    assert.equal((await renew(ids, 3)).InstancePrice.OriginalPrice, 2_457);
    const refusal = (InstanceIds: readonly string[], Period = 1) =>
      cloud.refusal('InquiryPriceRenewInstances', {
        InstanceIds,
        InstanceChargePrepaid: { Period },
      });
    const hourly = await launchOne();
    const mixed = 'InvalidParameterValue.InstanceNotSupportedMixPricingModel';
    assert.equal(await refusal([...ids, hourly]), mixed);
    assert.equal(await refusal([hourly]), 'InvalidInstance.NotSupported');
    assert.equal(await refusal(ids, 13), 'InvalidPeriod');
  });

  test('what comes back shrinks with the time, and nothing of what is paid by use', async () => {
    const refunds = async (...InstanceIds: readonly string[]) => {
      const answer = await cloud.ok('InquiryPriceTerminateInstances', { InstanceIds });
      const set = answer['InstanceRefundsSet'] as ReadonlyArray<{ readonly Refunds: number }>;
      return set.map(({ Refunds }) => Refunds);
    };
    const year = { ...AHEAD, InstanceChargePrepaid: { Period: 12 }, InstanceType: 'S5.LARGE8' };
    const id = await launchOne(year);
    const [whole = 0] = await refunds(id);
    // 83 % of twelve months, and not more.
    assert.ok(whole <= 409.5 * 12 * 0.83 && whole > 409.5 * 12 * 0.83 - 0.01, `${whole}`);
    await cloud.passTime(73 * DAY_MS);
    const [left = 0] = await refunds(id);
    // Two months at the price of a month, and the days behind them by the hour.
    assert.ok(left < whole - 2 * 409.5 && left > whole - 4 * 409.5, `${left}`);
    const hourly = await launchOne();
    assert.deepEqual(await refunds(hourly), [0]);
    const mixed = await cloud.refusal('InquiryPriceTerminateInstances', {
      InstanceIds: [id, hourly],
    });
    assert.equal(mixed, 'UnsupportedOperation.InstanceMixedPricingModel');
  });

  test('bandwidth costs by the GB or the hour; in advance what is added for its days', async () => {
    const access = (InternetChargeType: string, InternetMaxBandwidthOut: number) => ({
      InternetAccessible: { InternetChargeType, InternetMaxBandwidthOut },
    });
    const asked = (id: string, mbps: number, more: object = {}) => ({
      InstanceIds: [id],
      InternetAccessible: { InternetMaxBandwidthOut: mbps },
      ...more,
    });
    const action = 'InquiryPriceResetInstancesInternetMaxBandwidth';
    const bandwidth = async (body: object) => (await price(action, body)).BandwidthPrice;
    const traffic = await launchOne(access('TRAFFIC_POSTPAID_BY_HOUR', 1));
    assert.equal((await bandwidth(asked(traffic, 20))).UnitPrice, 0.8);
    const hourly = await launchOne(access('BANDWIDTH_POSTPAID_BY_HOUR', 1));
    assert.equal((await bandwidth(asked(hourly, 6))).UnitPrice, 0.565);
    const ahead = await launchOne({ ...AHEAD, ...access('BANDWIDTH_PREPAID', 1) });
    const created = Date.parse(String((await one(ahead))['CreatedTime']));
    // Days of China.
    const day = (at: number) =>
      new Date(created + at * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);
    const days = { StartTime: day(1), EndTime: day(3) };
    const added = (await bandwidth(asked(ahead, 2, days))).OriginalPrice;
    assert.ok(Math.abs(added - (20 * 3 * 12) / 365) < 0.0001, `${added}`);
    assert.equal(await cloud.refusal(action, asked(ahead, 2)), 'MissingParameter');
    assert.equal(await cloud.refusal(action, asked(traffic, 2, days)), 'InvalidParameter');
  });
});

test('an order has the sum that was quoted, and what comes back as less than nothing', async () => {
  const [id, plain] = [
    await launchOne({ InstanceType: 'S5.LARGE8' }),
    { InstanceType: 'S5.LARGE8' },
  ];
  const sums = async () => {
    const rows = await cloud.server.store.read(({ db }) =>
      db.selectFrom('orders').select(['kind', 'amount_micro_yuan as sum']).orderBy('seq').execute(),
    );
    return rows.slice(-1).map(({ kind, sum }) => `${kind} ${sum}`);
  };
  await ok(id, AHEAD);
  assert.deepEqual(await sums(), ['change-charge-type 819000000']);
  const quoted = await cloud.ok('InquiryPriceTerminateInstances', { InstanceIds: [id] });
  const [{ Refunds } = { Refunds: 0 }] = quoted['InstanceRefundsSet'] as ReadonlyArray<{
    readonly Refunds: number;
  }>;
  await ok(id, HOURLY);
  assert.deepEqual(await sums(), [`change-charge-type ${-Math.round(Refunds * 1_000_000)}`]);
  const ahead = await launchOne({ ...plain, ...AHEAD });
  const change = { InstanceIds: [ahead], InstanceType: 'S5.2XLARGE16' };
  const { Price } = await cloud.ok('InquiryPriceResetInstancesType', change);
  const { DiscountPrice } = (
    Price as { readonly InstancePrice: { readonly DiscountPrice: number } }
  ).InstancePrice;
  const sum = Math.round(DiscountPrice * 1_000_000);
  cloud.server.simulator?.provoke({ effect: 'fail', verb: 'resize', times: 1 });
  await cloud.ok('ResetInstancesType', { ...change, ForceStop: true });
  assert.deepEqual(await sums(), [`change-type ${sum}`]);
  await cloud.passTime(SETTLED_MS);
  // It failed, and comes back whole.
  assert.deepEqual(await sums(), [`change-type ${-sum}`]);
});
