import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;
const DAY_MS = 86_400_000;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const DISK = { 'DataDisk.1.Category': 'cloud_efficiency', 'DataDisk.1.Size': 20 } as const;
const MONTH = { Period: 1, PeriodUnit: 'Month' } as const;
const HOURLY = { InstanceChargeType: 'PostPaid' } as const;

async function launched(more: GivenParameters = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning({ InstanceType: 'ecs.g6.large', ...more });
  return id;
}
const asked = (ids: readonly string[], more: GivenParameters) => ({
  InstanceIds: JSON.stringify(ids),
  ...more,
});
const change = (ids: readonly string[], more: GivenParameters) =>
  cloud.ok('ModifyInstanceChargeType', asked(ids, more));
const refused = (ids: readonly string[], more: GivenParameters) =>
  cloud.refusal('ModifyInstanceChargeType', asked(ids, more));
async function attribute(InstanceId: string, name: string): Promise<unknown> {
  return (await cloud.ok('DescribeInstanceAttribute', { InstanceId }))[name];
}
async function dataDisk(InstanceId: string): Promise<string> {
  const answer = await cloud.ok('DescribeDisks', { InstanceId, DiskType: 'data' });
  const { Disk } = answer['Disks'] as {
    readonly Disk: ReadonlyArray<{ readonly DiskChargeType: string; readonly Portable: boolean }>;
  };
  return `${Disk[0]?.DiskChargeType ?? ''} ${String(Disk[0]?.Portable)}`;
}

describe('ModifyInstanceChargeType', () => {
  test('to a subscription and back, each an order', async () => {
    const ids = [await launched(), await launched()];
    const ahead = await change(ids, MONTH);
    assert.match(String(ahead['OrderId']), /^\d+$/);
    assert.deepEqual(ahead['FeeOfInstances'], { FeeOfInstance: [] });
    for (const id of ids) assert.equal(await attribute(id, 'InstanceChargeType'), 'PrePaid');
    const hourly = await change(ids, { ...HOURLY, IsDetailFee: true });
    const { FeeOfInstance: fees } = hourly['FeeOfInstances'] as {
      readonly FeeOfInstance: ReadonlyArray<{ readonly Fee: string; readonly Currency: string }>;
    };
    assert.equal(fees.length, 2);
    assert.ok(fees.every(({ Fee, Currency }) => Number(Fee) > 0 && Currency === 'CNY'));
    for (const id of ids) assert.equal(await attribute(id, 'InstanceChargeType'), 'PostPaid');
  });

  test('data disks are paid with it where that is asked for, else by the hour', async () => {
    const [alone, together] = [await launched(DISK), await launched(DISK)];
    await change([alone], MONTH);
    assert.equal(await dataDisk(alone), 'PostPaid true');
    await change([together], { ...MONTH, IncludeDataDisks: true });
    assert.equal(await dataDisk(together), 'PrePaid true');
  });

  test('a trial changes nothing', async () => {
    const id = await launched();
    assert.equal(await refused([id], { ...MONTH, DryRun: true }), '400 DryRunOperation');
    assert.equal(await attribute(id, 'InstanceChargeType'), 'PostPaid');
  });

  test('refuses what is so already, has a timer or too much bandwidth', async () => {
    const id = await launched();
    const other = '400 InvalidInstanceChargeType.ValueNotSupported';
    assert.equal(await refused([id], HOURLY), other);
    assert.equal(await refused([await launched({ SpotStrategy: 'SpotAsPriceGo' })], MONTH), other);
    assert.equal(await refused([id], { Period: 10 }), '400 InvalidPeriod');
    assert.equal(await refused([id], {}), '400 InvalidPeriod');
    await change([id], { Period: 60 });
    const timed = await launched();
    const at = { InstanceId: timed, AutoReleaseTime: '2026-03-01T00:00:00Z' };
    await cloud.ok('ModifyInstanceAutoReleaseTime', at);
    assert.equal(await refused([timed], MONTH), '400 ReleaseTimeHaveBeenSet');
    const wide = await launched({
      InternetChargeType: 'PayByBandwidth',
      InternetMaxBandwidthOut: 100,
    });
    await change([wide], MONTH);
    const spec = { InstanceId: wide, InternetMaxBandwidthOut: 101 };
    await cloud.ok('ModifyInstanceNetworkSpec', spec);
    assert.equal(await refused([wide], HOURLY), '400 InvalidParameter.Bandwidth');
    await cloud.ok('ModifyInstanceNetworkSpec', { ...spec, InternetMaxBandwidthOut: 100 });
    await change([wide], HOURLY);
    await cloud.passTime(SETTLED_MS);
  });
});

describe('DescribeRenewalPrice', () => {
  const price = async (ResourceId: string, more: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeRenewalPrice', { ResourceId, ...more });
    const { Price } = answer['PriceInfo'] as {
      readonly Price: { readonly OriginalPrice: number; readonly TradePrice: number };
    };
    return [Price.OriginalPrice, Price.TradePrice];
  };
  const refusal = (ResourceId: string, more: GivenParameters = {}) =>
    cloud.refusal('DescribeRenewalPrice', { ResourceId, ...more });

  test('is that of so many months or years, to the longest that is sold', async () => {
    const id = await launched({ InstanceChargeType: 'PrePaid', Period: 1 });
    const [month = 0] = await price(id);
    const [nine = 0] = await price(id, { Period: 9 });
    assert.ok(Math.abs(nine - 9 * month) < 0.001);
    const [listed = 0, paid = 0] = await price(id, { Period: 3, PriceUnit: 'Year' });
    assert.ok(Math.abs(listed - 36 * month) < 0.01 && paid < listed);
    assert.equal(await refusal(id, { Period: 10 }), '400 InvalidPeriod');
    assert.match(await refusal(id, { Period: 4, PriceUnit: 'Year' }), /InvalidPeriod$/);
    await cloud.passTime(DAY_MS);
    const hourly = await launched();
    assert.match(await refusal(hourly), /^40/);
    assert.equal(await refusal('i-bp67acfmxazb4paaaa'), '404 InvalidInstanceId.NotFound');
  });
});
