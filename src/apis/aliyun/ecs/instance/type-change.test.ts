import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;
const DAY_MS = 86_400_000;
const PREPAID = { InstanceChargeType: 'PrePaid', Period: 2 } as const;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

async function launched(more: GivenParameters = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning({ InstanceType: 'ecs.g6.large', ...more });
  return id;
}

async function stopped(id: string): Promise<string> {
  await cloud.ok('StopInstance', { InstanceId: id });
  await cloud.passTime(SETTLED_MS);
  return id;
}

async function told(InstanceId: string): Promise<readonly unknown[]> {
  const shown = await cloud.ok('DescribeInstanceAttribute', { InstanceId });
  return [shown['Status'], shown['InstanceType'], shown['Cpu'], shown['Memory']];
}

describe('ModifyInstanceSpec', () => {
  const refused = (InstanceId: string, more: GivenParameters) =>
    cloud.refusal('ModifyInstanceSpec', { InstanceId, ...more });
  const ok = async (InstanceId: string, more: GivenParameters) => {
    await cloud.ok('ModifyInstanceSpec', { InstanceId, ...more });
    await cloud.passTime(SETTLED_MS);
  };

  test('a stopped instance becomes another type, up and down', async () => {
    const id = await stopped(await launched());
    await ok(id, { InstanceType: 'ecs.g6.xlarge' });
    assert.deepEqual(await told(id), ['Stopped', 'ecs.g6.xlarge', 4, 16_384]);
    await ok(id, { InstanceType: 'ecs.c6.large' });
    assert.deepEqual(await told(id), ['Stopped', 'ecs.c6.large', 2, 4_096]);
    await cloud.ok('StartInstance', { InstanceId: id });
    await cloud.passTime(SETTLED_MS);
    assert.equal((await told(id))[0], 'Running');
  });

  test('one that runs is refused, and so is what it cannot become', async () => {
    const running = await launched();
    const type = { InstanceType: 'ecs.g6.xlarge' };
    assert.equal(await refused(running, type), '400 InvalidInstanceStatus.NotStopped');
    const id = await stopped(running);
    for (const [code, InstanceType] of [
      ['400 DependencyViolation.InstanceType', 'ecs.g6.large'],
      ['400 DependencyViolation.InstanceType', 'ecs.g7.xlarge'],
      ['400 InvalidInstanceType.ValueNotSupported', 'ecs.none.large'],
      ['400 DependencyViolation.InstanceType', 'S5.LARGE8'],
    ] as const) {
      assert.equal(await refused(id, { InstanceType }), code, InstanceType);
    }
    const essd = { InstanceType: 'ecs.g7.large', 'SystemDisk.Category': 'cloud_essd' };
    const arm = await refused(await stopped(await launched(essd)), {
      InstanceType: 'ecs.g8y.large',
    });
    assert.equal(arm, '403 ImageNotSupportInstanceType');
    cloud.server.simulator?.provoke({ effect: 'sold-out', type: 'ecs.g6.xlarge' });
    assert.equal(await refused(id, type), '403 OperationDenied.NoStock');
    cloud.server.simulator?.clearProvocations();
    await ok(id, type);
  });

  test('what DescribeResourcesModification offers is taken', async () => {
    const id = await stopped(await launched());
    const asked = { ResourceId: id, DestinationResource: 'InstanceType', Cores: 8, Memory: 32 };
    const answer = await cloud.ok('DescribeResourcesModification', asked);
    const names = [...JSON.stringify(answer).matchAll(/"Value":"([^"]+)"/g)].map(
      (found) => found[1] ?? '',
    );
    assert.ok(names.length > 1);
    for (const InstanceType of names) await ok(id, { InstanceType });
    assert.equal((await told(id))[2], 8);
  });

  test('bandwidth changes at once, running or stopped, and not together with a type', async () => {
    const id = await launched({ InternetMaxBandwidthOut: 1 });
    await ok(id, { InternetMaxBandwidthOut: 100, InternetMaxBandwidthIn: 100 });
    const shown = await cloud.ok('DescribeInstanceAttribute', { InstanceId: id });
    assert.equal(shown['InternetMaxBandwidthOut'], 100);
    const both = { InternetMaxBandwidthOut: 5, InstanceType: 'ecs.g6.xlarge' };
    assert.equal(await refused(id, both), '400 InvalidParameter.Mismatch');
    assert.equal(await refused(id, { InternetMaxBandwidthOut: 101 }), '400 InvalidParameter');
    assert.equal(await refused(id, {}), '400 MissingParameter');
  });

  test('paid in advance or as spot it is another matter', async () => {
    const type = { InstanceType: 'ecs.g6.xlarge' };
    const prepaid = await stopped(await launched(PREPAID));
    assert.equal(await refused(prepaid, type), '403 ChargeTypeViolation');
    const spot = await stopped(await launched({ SpotStrategy: 'SpotAsPriceGo' }));
    assert.equal(await refused(spot, type), '403 ChargeTypeViolation');
    const lost = await refused('i-bp67acfmxazb4paaaa', type);
    assert.equal(lost, '404 InvalidInstanceId.NotFound');
  });

  test('a system disk changes its category where the type was not I/O optimized', async () => {
    const old = { InstanceType: 'ecs.t1.small', 'SystemDisk.Category': 'cloud' };
    const id = await stopped(await launched(old));
    const type = { InstanceType: 'ecs.g6.large' };
    assert.equal(await refused(id, type), '400 DependencyViolation.InstanceType');
    const kept = '400 InvalidParam.SystemDiskCategory';
    assert.equal(await refused(id, { ...type, 'SystemDisk.Category': 'cloud_essd' }), kept);
    await ok(id, { ...type, 'SystemDisk.Category': 'cloud_ssd' });
    const disks = await cloud.ok('DescribeDisks', { InstanceId: id });
    assert.match(JSON.stringify(disks), /"Category":"cloud_ssd"/);
    const again = { InstanceType: 'ecs.g6.xlarge', 'SystemDisk.Category': 'cloud_ssd' };
    assert.equal(await refused(id, again), kept);
  });
});

describe('ModifyPrepayInstanceSpec', () => {
  const refused = (InstanceId: string, more: GivenParameters) =>
    cloud.refusal('ModifyPrepayInstanceSpec', { InstanceId, ...more });
  const ok = async (InstanceId: string, more: GivenParameters) => {
    const answer = await cloud.ok('ModifyPrepayInstanceSpec', { InstanceId, ...more });
    assert.match(String(answer['OrderId']), /^\d+$/);
    await cloud.passTime(SETTLED_MS);
  };

  test('what runs grows while it runs, and is rebooted where that is asked for', async () => {
    const id = await launched(PREPAID);
    await ok(id, { InstanceType: 'ecs.g6.xlarge', OperatorType: 'upgrade' });
    assert.deepEqual(await told(id), ['Running', 'ecs.g6.xlarge', 4, 16_384]);
    const reboot = { InstanceType: 'ecs.g6.2xlarge', RebootWhenFinished: true };
    await cloud.ok('ModifyPrepayInstanceSpec', { InstanceId: id, ...reboot });
    assert.notEqual((await told(id))[0], 'Running');
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await told(id), ['Running', 'ecs.g6.2xlarge', 8, 32_768]);
  });

  test('only what is stopped shrinks, and it is called what it is', async () => {
    const id = await launched(PREPAID);
    const smaller = { InstanceType: 'ecs.c6.large' };
    assert.equal(await refused(id, smaller), '400 InvalidStatus.NotStopped');
    await stopped(id);
    const upgrade = { ...smaller, OperatorType: 'upgrade' };
    assert.equal(await refused(id, upgrade), '400 InvalidInstanceType.NotSupported');
    await ok(id, { ...smaller, OperatorType: 'downgrade' });
    const larger = { InstanceType: 'ecs.g6.large', OperatorType: 'downgrade' };
    assert.equal(await refused(id, larger), '400 InvalidInstanceType.NotSupported');
    await ok(id, { InstanceType: 'ecs.g6.large' });
  });

  test('refuses what is not paid in advance, has expired, or is for a time', async () => {
    const type = { InstanceType: 'ecs.g6.xlarge' };
    const hourly = await launched();
    assert.equal(await refused(hourly, type), '400 InvalidBillingMethod.ValueNotSupported');
    const id = await launched({ InstanceChargeType: 'PrePaid', Period: 1 });
    const reboot = { ...type, RebootTime: '2026-03-01T00:00Z' };
    assert.equal(await refused(id, reboot), '400 InvalidRebootTime.ValueNotSupported');
    assert.match(await refused(id, { ...type, EndTime: '2026-03-01T00Z' }), /OperationDenied$/);
    await cloud.passTime(32 * DAY_MS);
    assert.equal(await refused(id, type), '403 InvalidInstance.PreInstanceExpired');
  });
});

describe('DescribeInstanceModificationPrice', () => {
  const asked = (InstanceId: string, more: GivenParameters) => ({ InstanceId, ...more });
  const refused = (id: string, more: GivenParameters) =>
    cloud.refusal('DescribeInstanceModificationPrice', asked(id, more));
  interface Priced {
    readonly Price: {
      readonly OriginalPrice: number;
      readonly DetailInfos: {
        readonly DetailInfo: ReadonlyArray<{ readonly Resource: string }>;
      };
    };
  }
  const price = async (id: string, more: GivenParameters) => {
    const answer = await cloud.ok('DescribeInstanceModificationPrice', asked(id, more));
    return (answer['PriceInfo'] as Priced).Price;
  };

  test('is the difference for the rest of the time, of the type and of new disks', async () => {
    const id = await launched(PREPAID);
    const type = { InstanceType: 'ecs.g6.xlarge' };
    const larger = await price(id, type);
    assert.ok(larger.OriginalPrice > 0);
    const disk = { 'DataDisk.1.Category': 'cloud_essd', 'DataDisk.1.Size': 100 };
    const both = await price(id, { ...type, ...disk });
    const resources = both.DetailInfos.DetailInfo.map(({ Resource }) => Resource);
    assert.deepEqual(resources, ['instanceType', 'dataDisk']);
    const alone = (await price(id, disk)).OriginalPrice;
    assert.ok(Math.abs(both.OriginalPrice - larger.OriginalPrice - alone) < 0.001);
    await cloud.passTime(20 * DAY_MS);
    assert.ok((await price(id, type)).OriginalPrice < larger.OriginalPrice);
  });

  test('is of what grows, and is paid in advance', async () => {
    const id = await launched(PREPAID);
    assert.equal(
      await refused(id, { InstanceType: 'ecs.c6.large' }),
      '403 InvalidInstanceType.NotSupportUpgrade',
    );
    assert.equal(await refused(id, {}), '400 MissingParameter.InstanceTypeOrDataDisk');
    const hourly = await launched();
    assert.equal(
      await refused(hourly, { InstanceType: 'ecs.g6.xlarge' }),
      '403 ChargeTypeViolation',
    );
    const tape = { 'DataDisk.1.Category': 'tape', 'DataDisk.1.Size': 100 };
    assert.equal(await refused(id, tape), '400 InvalidDataDiskCategory.ValueNotSupported');
  });
});
