import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type Shown, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;
const DAY_MS = 86_400_000;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ configuration: { spotVcpusPerZoneMax: 4 } });
});
after(() => cloud.stop());

async function launchOne(body: object = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning(body);
  return id;
}

async function stopped(id: string, more: object = {}): Promise<string> {
  await cloud.ok('StopInstances', { InstanceIds: [id], ...more });
  await cloud.passTime(SETTLED_MS);
  return id;
}

async function one(id: string): Promise<Shown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return shown;
}

async function size(id: string): Promise<readonly unknown[]> {
  const shown = await one(id);
  return [shown['InstanceState'], shown['InstanceType'], shown['CPU'], shown['Memory']];
}

async function latest(id: string): Promise<readonly unknown[]> {
  const shown = await one(id);
  return [shown['LatestOperation'], shown['LatestOperationState']];
}

const body = (id: string, InstanceType: string, more: object = {}) => ({
  InstanceIds: [id],
  InstanceType,
  ...more,
});
const ok = async (id: string, type: string, more: object = {}) => {
  await cloud.ok('ResetInstancesType', body(id, type, more));
  await cloud.passTime(SETTLED_MS);
};
const refused = (id: string, type: string, more: object = {}) =>
  cloud.refusal('ResetInstancesType', body(id, type, more));
const priceRefused = (id: string, type: string) =>
  cloud.refusal('InquiryPriceResetInstancesType', body(id, type));

interface Item {
  readonly OriginalPrice: number;
  readonly DiscountPrice: number;
  readonly UnitPrice: number;
}
async function price(id: string, type: string): Promise<Item> {
  const { Price } = await cloud.ok('InquiryPriceResetInstancesType', body(id, type));
  return (Price as { readonly InstancePrice: Item }).InstancePrice;
}

describe('ResetInstancesType', () => {
  test('a stopped instance becomes larger and stays stopped, or smaller again', async () => {
    const id = await stopped(await launchOne());
    await cloud.ok('ResetInstancesType', body(id, 'S5.LARGE8'));
    assert.deepEqual(await latest(id), ['ResetInstancesType', 'OPERATING']);
    assert.deepEqual(await size(id), ['STOPPED', 'S5.MEDIUM2', 2, 2]);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await size(id), ['STOPPED', 'S5.LARGE8', 4, 8]);
    assert.deepEqual(await latest(id), ['ResetInstancesType', 'SUCCESS']);
    await ok(id, 'S5.SMALL1');
    assert.deepEqual(await size(id), ['STOPPED', 'S5.SMALL1', 1, 1]);
  });

  test('one that runs is stopped for it by ForceStop, and refused without', async () => {
    const id = await launchOne();
    const running = 'UnsupportedOperation.InstanceStateRunning';
    assert.equal(await refused(id, 'S5.LARGE8'), running);
    assert.equal(await refused(id, 'S5.LARGE8', { ForceStop: false }), running);
    await cloud.ok('ResetInstancesType', body(id, 'S5.LARGE8', { ForceStop: true }));
    assert.equal((await size(id))[0], 'STOPPING');
    assert.equal(
      await refused(id, 'S5.LARGE16', { ForceStop: true }),
      'OperationDenied.InstanceOperationInProgress',
    );
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await size(id), ['RUNNING', 'S5.LARGE8', 4, 8]);
  });

  test('where its machine does not change, it runs on as what it was', async () => {
    const id = await launchOne();
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'resize', times: 1 });
    await ok(id, 'S5.LARGE8', { ForceStop: true });
    assert.deepEqual(await size(id), ['RUNNING', 'S5.MEDIUM2', 2, 2]);
    assert.deepEqual(await latest(id), ['ResetInstancesType', 'FAILED']);
  });

  test('families that go together do, and the others say why they do not', async () => {
    const id = await stopped(await launchOne());
    await ok(id, 'SA2.MEDIUM4');
    assert.equal((await size(id))[1], 'SA2.MEDIUM4');
    const gpu = 'InvalidParameterValue.GPUInstanceFamily';
    assert.equal(await refused(id, 'GN10X.2XLARGE40'), gpu);
    assert.equal(
      await refused(id, 'IT5.4XLARGE64'),
      'UnsupportedOperation.UnsupportedChangeInstanceToThisInstanceFamily',
    );
    assert.equal(await refused(id, 'SA2.MEDIUM4'), 'InvalidParameterValue');
    assert.equal(await refused(id, 'SA2.NONE1'), 'InvalidParameterValue');
    assert.equal(await refused(id, 'SA2'), 'InvalidInstanceType.Malformed');
  });

  test('a local system disk keeps an instance, and local data disks its family', async () => {
    const local = { DiskType: 'LOCAL_BASIC', DiskSize: 50 };
    const rooted = await stopped(await launchOne({ SystemDisk: local }));
    assert.equal(await refused(rooted, 'S5.LARGE8'), 'UnsupportedOperation.SystemDiskType');
    const DataDisks = [{ DiskType: 'LOCAL_BASIC', DiskSize: 50 }];
    const id = await stopped(await launchOne({ InstanceType: 'S2.SMALL1', DataDisks }));
    const code = 'UnsupportedOperation.LocalDataDiskChangeInstanceFamily';
    assert.equal(await refused(id, 'S5.LARGE8'), code);
    await ok(id, 'S2.MEDIUM4');
  });

  test('one that is stopped without charge keeps its room as it is', async () => {
    const mode = { StoppedMode: 'STOP_CHARGING' };
    const id = await stopped(await launchOne(), mode);
    const prefix = 'UnsupportedOperation.StoppedModeStopCharging';
    assert.equal(await refused(id, 'S5.LARGE8'), `${prefix}SameFamily`);
    assert.equal(await refused(id, 'SA2.MEDIUM4'), prefix);
  });

  test('what the type has no room for is refused', async () => {
    const more = { InternetAccessible: { InternetMaxBandwidthOut: 1_501 } };
    const id = await stopped(await launchOne({ InstanceType: 'S5.2XLARGE16', ...more }));
    assert.equal(await refused(id, 'S5.SMALL1'), 'LimitExceeded.InstanceTypeBandwidth');
    await ok(id, 'S5.2XLARGE32');
    const few = { InternetAccessible: { InternetMaxBandwidthOut: 1_500 } };
    await ok(await stopped(await launchOne({ InstanceType: 'S5.2XLARGE16', ...few })), 'S5.SMALL1');
  });

  test('stock, zone and quota are those of a launch', async () => {
    const id = await stopped(await launchOne());
    cloud.server.simulator?.provoke({ effect: 'sold-out', type: 'S5.LARGE8' });
    assert.equal(await refused(id, 'S5.LARGE8'), 'ResourcesSoldOut.SpecifiedInstanceType');
    assert.equal(await priceRefused(id, 'S5.LARGE8'), 'ResourcesSoldOut.SpecifiedInstanceType');
    cloud.server.simulator?.clearProvocations();
    const spot = await stopped(await launchOne({ InstanceChargeType: 'SPOTPAID' }));
    assert.equal(await refused(spot, 'S5.2XLARGE16'), 'LimitExceeded.SpotQuota');
    await ok(spot, 'S5.LARGE8');
  });

  test('one instance at a time, which is there', async () => {
    const [id, other] = [await stopped(await launchOne()), await launchOne()];
    const both = { InstanceIds: [id, other], InstanceType: 'S5.LARGE8' };
    const tooMany = 'InvalidParameterValue.LimitExceeded';
    assert.equal(await cloud.refusal('ResetInstancesType', both), tooMany);
    assert.equal(await refused('ins-00000000', 'S5.LARGE8'), 'InvalidInstanceId.NotFound');
    assert.equal(await refused('ins-1122', 'S5.LARGE8'), 'InvalidInstanceId.Malformed');
  });
});

describe('InquiryPriceResetInstancesType', () => {
  test('by the hour it is all of the instance, with its disks', async () => {
    const id = await launchOne();
    // 4 vCPUs and 8 GiB, and 50 GiB of a premium disk.
    assert.equal((await price(id, 'S5.LARGE8')).UnitPrice, 0.73);
  });

  test('paid in advance it is the difference for the rest of the time', async () => {
    const prepaid = (Period: number) => ({
      InstanceChargeType: 'PREPAID',
      InstanceChargePrepaid: { Period },
      InstanceType: 'S5.LARGE8',
    });
    const id = await launchOne(prepaid(2));
    const up = (await price(id, 'S5.2XLARGE16')).OriginalPrice;
    // Twice as much of everything, so 4 vCPUs at 58 and 8 GiB at 20 more, for
    // 59 of the 365 / 12 days of a month.
    assert.ok(Math.abs(up - (392 * 59 * 12) / 365) < 0.01, `${up}`);
    await cloud.passTime(30 * DAY_MS);
    const later = (await price(id, 'S5.2XLARGE16')).OriginalPrice;
    assert.ok(Math.abs(up - later - (392 * 30 * 12) / 365) < 0.01, `${later}`);
    const down = (await price(id, 'S5.MEDIUM4')).OriginalPrice;
    assert.ok(Math.abs(later + 2 * down) < 0.01, `${down}`);
    await ok(await stopped(id), 'S5.2XLARGE16');
    assert.equal((await size(id))[1], 'S5.2XLARGE16');
  });
});

describe('DescribeInstancesModification', () => {
  interface Offer {
    readonly Status: string;
    readonly Message: string;
    readonly InstanceTypeConfig: { readonly InstanceType: string; readonly Zone: string };
  }
  async function offers(ids: readonly string[], more: object = {}): Promise<readonly Offer[]> {
    const answer = await cloud.ok('DescribeInstancesModification', { InstanceIds: ids, ...more });
    const set = answer['InstanceTypeConfigStatusSet'] as readonly Offer[];
    assert.equal(answer['TotalCount'], set.length);
    return set;
  }
  const status = (...Values: readonly string[]) => ({ Filters: [{ Name: 'status', Values }] });

  test('what is said to be sold can be had, and what is not cannot', async () => {
    const id = await stopped(await launchOne());
    const all = await offers([id]);
    const of = (type: string) =>
      all.find(({ InstanceTypeConfig: config }) => config.InstanceType === type);
    assert.equal(of('S5.LARGE8')?.Status, 'SELL');
    assert.equal(of('S5.LARGE8')?.Message, '');
    assert.equal(of('S5.MEDIUM2'), undefined);
    const gpu = of('GN10X.2XLARGE40');
    const sentence = 'The instance does not support tuning to GN10X instance family.';
    assert.deepEqual([gpu?.Status, gpu?.Message], ['UNAVAILABLE', sentence]);
    assert.ok(all.every(({ InstanceTypeConfig: { Zone } }) => Zone === 'ap-guangzhou-3'));
    const counts = [await offers([id], status('SELL')), await offers([id], status('UNAVAILABLE'))];
    assert.equal(counts[0]!.length + counts[1]!.length, all.length);
    assert.equal((await offers([id], status('SELL', 'UNAVAILABLE'))).length, all.length);
  });

  test('of several instances it is what all of them can become', async () => {
    const plain = await launchOne();
    const local = await launchOne({ SystemDisk: { DiskType: 'LOCAL_BASIC', DiskSize: 50 } });
    assert.ok((await offers([plain], status('SELL'))).length > 0);
    assert.deepEqual(await offers([plain, local], status('SELL')), []);
    const elsewhere = await launchOne({ Placement: { Zone: 'ap-guangzhou-4' } });
    const refusal = (body: object) => cloud.refusal('DescribeInstancesModification', body);
    const ids = { InstanceIds: [plain, elsewhere] };
    assert.equal(await refusal(ids), 'FailedOperation.ZoneInconsistent');
    const many = { InstanceIds: Array.from({ length: 21 }, () => plain) };
    assert.equal(await refusal(many), 'InvalidParameterValue.LimitExceeded');
    await offers(Array.from({ length: 20 }, () => plain));
    assert.equal(
      await refusal({ InstanceIds: [plain], ...status('SOLD') }),
      'InvalidParameterValue',
    );
  });
});
