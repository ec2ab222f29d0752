import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const DAY_MS = 86_400_000;
const CHINA_AHEAD_MS = 8 * 3_600_000;
const BY_TRAFFIC = 'TRAFFIC_POSTPAID_BY_HOUR';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

async function launchOne(type: string, mbps: number, body: object = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning({
    InternetAccessible: { InternetChargeType: type, InternetMaxBandwidthOut: mbps },
    ...body,
  });
  return id;
}

const prepaid = (mbps: number) =>
  launchOne('BANDWIDTH_PREPAID', mbps, {
    InstanceChargeType: 'PREPAID',
    InstanceChargePrepaid: { Period: 1, RenewFlag: 'NOTIFY_AND_MANUAL_RENEW' },
  });

const request = (ids: readonly string[], mbps: number, more: object = {}) => ({
  InstanceIds: ids,
  InternetAccessible: { InternetMaxBandwidthOut: mbps },
  ...more,
});
const reset = (id: string, mbps: number, more: object = {}) =>
  cloud.ok('ResetInstancesInternetMaxBandwidth', request([id], mbps, more));
const refused = (ids: readonly string[], mbps: number, more: object = {}) =>
  cloud.refusal('ResetInstancesInternetMaxBandwidth', request(ids, mbps, more));

async function shown(id: string) {
  const [instance] = await cloud.show([id]);
  assert.ok(instance);
  const internet = instance['InternetAccessible'] as Record<string, unknown>;
  const addresses = instance['PublicIpAddresses'] as readonly string[] | null;
  return {
    mbps: internet['InternetMaxBandwidthOut'],
    assigned: internet['PublicIpAssigned'],
    addresses: addresses?.length ?? 0,
    operation: [instance['LatestOperation'], instance['LatestOperationState']],
  };
}

/** The day in China, so many days from now. */
function day(ahead: number): string {
  return new Date(cloud.server.clock.clock.now() + CHINA_AHEAD_MS + ahead * DAY_MS)
    .toISOString()
    .slice(0, 10);
}

async function configsOf(id: string) {
  const answer = await cloud.ok('DescribeInstanceInternetBandwidthConfigs', { InstanceId: id });
  return answer['InternetBandwidthConfigSet'] as ReadonlyArray<Record<string, unknown>>;
}

describe('ResetInstancesInternetMaxBandwidth', () => {
  test('by use it is changed at once, up and down, with its public address', async () => {
    const id = await launchOne(BY_TRAFFIC, 0);
    assert.equal((await shown(id)).addresses, 0);
    await reset(id, 5);
    assert.deepEqual(await shown(id), {
      mbps: 5,
      assigned: true,
      addresses: 1,
      operation: ['ResetInstancesInternetMaxBandwidth', 'SUCCESS'],
    });
    await reset(id, 2);
    assert.equal((await shown(id)).mbps, 2);
    await reset(id, 0);
    const { mbps, assigned, addresses } = await shown(id);
    assert.deepEqual({ mbps, assigned, addresses }, { mbps: 0, assigned: false, addresses: 0 });
  });

  test('one that was launched without an address gets none while it has bandwidth', async () => {
    const [id = ''] = await cloud.launchRunning({
      InternetAccessible: {
        InternetChargeType: BY_TRAFFIC,
        InternetMaxBandwidthOut: 5,
        PublicIpAssigned: false,
      },
    });
    await reset(id, 10);
    const { mbps, addresses } = await shown(id);
    assert.deepEqual({ mbps, addresses }, { mbps: 10, addresses: 0 });
  });

  test('several of a kind are changed together, of mixed kinds none is', async () => {
    const ids = [await launchOne(BY_TRAFFIC, 1), await launchOne(BY_TRAFFIC, 2)];
    await cloud.ok('ResetInstancesInternetMaxBandwidth', request([...ids, ids[0] ?? ''], 7));
    for (const id of ids) assert.equal((await shown(id)).mbps, 7);
    const hourly = await launchOne('BANDWIDTH_POSTPAID_BY_HOUR', 1);
    assert.equal(await refused([...ids, hourly], 3), 'InvalidInstance.NotSupported');
    const second = await launchOne('BANDWIDTH_POSTPAID_BY_HOUR', 1);
    assert.equal(await refused([hourly, second], 3), 'InvalidParameterValue.LimitExceeded');
    await reset(hourly, 3);
    assert.equal((await shown(hourly)).mbps, 3);
    assert.equal((await shown(second)).mbps, 1);
  });

  test('what is paid in advance grows for some days, the last one included', async () => {
    const id = await prepaid(2);
    const [first] = await configsOf(id);
    assert.deepEqual(first?.['InternetAccessible'], {
      InternetMaxBandwidthOut: 2,
      InternetChargeType: 'BANDWIDTH_PREPAID',
    });
    await reset(id, 10, { StartTime: day(0), EndTime: day(1) });
    assert.equal((await shown(id)).mbps, 10);
    await reset(id, 20, { StartTime: day(3), EndTime: day(3) });
    assert.equal((await shown(id)).mbps, 10);
    const configs = await configsOf(id);
    assert.equal(configs.length, 3);
    const [, , third] = configs;
    assert.equal(third?.['StartTime'], `${day(2)}T16:00:00Z`);
    assert.equal(third?.['EndTime'], `${day(3)}T16:00:00Z`);
    const toMidnight = DAY_MS - ((cloud.server.clock.clock.now() + CHINA_AHEAD_MS) % DAY_MS);
    await cloud.passTime(toMidnight + DAY_MS - 60_000);
    assert.equal((await shown(id)).mbps, 10);
    await cloud.passTime(120_000);
    assert.equal((await shown(id)).mbps, 2);
    await cloud.passTime(DAY_MS);
    assert.equal((await shown(id)).mbps, 20);
    await cloud.passTime(DAY_MS);
    assert.equal((await shown(id)).mbps, 2);
    assert.equal((await configsOf(id)).length, 3);
  });

  test('an address is there while any bandwidth is paid for', async () => {
    const id = await prepaid(0);
    await reset(id, 3, { StartTime: day(1), EndTime: day(1) });
    assert.deepEqual((await shown(id)).mbps, 0);
    assert.equal((await shown(id)).addresses, 1);
    await cloud.passTime(DAY_MS);
    assert.equal((await shown(id)).mbps, 3);
    await cloud.passTime(DAY_MS);
    const { mbps, addresses } = await shown(id);
    assert.deepEqual({ mbps, addresses }, { mbps: 0, addresses: 0 });
  });

  test('days are refused that are past, reversed or behind the end, and so is less', async () => {
    const id = await prepaid(2);
    const range = 'InvalidParameterValue.Range';
    const from = (start: number, end: number) => ({ StartTime: day(start), EndTime: day(end) });
    assert.equal(await refused([id], 10), 'MissingParameter');
    assert.equal(await refused([id], 10, { StartTime: day(0) }), 'MissingParameter');
    assert.equal(await refused([id], 10, from(-1, 3)), range);
    assert.equal(await refused([id], 10, from(2, 1)), range);
    assert.equal(await refused([id], 10, from(0, 40)), range);
    assert.equal(await refused([id], 1, from(0, 1)), range);
    await reset(id, 2, from(0, 0));
    const other = await prepaid(2);
    assert.equal(await refused([id, other], 10, from(0, 1)), 'InvalidParameterValue.LimitExceeded');
    await cloud.ok('TerminateInstances', { InstanceIds: [other] });
    await cloud.passTime(10_000);
  });

  test('what the page refuses besides', async () => {
    const id = await launchOne(BY_TRAFFIC, 1);
    assert.equal(await refused([id], -1), 'InvalidParameterValue.Range');
    assert.equal(await refused([id], 65_536), 'InvalidParameterValue.Range');
    await reset(id, 65_535);
    const days = { StartTime: day(0), EndTime: day(1) };
    assert.equal(await refused([id], 5, days), 'InvalidParameter');
    assert.equal(await refused(['ins-00000000'], 5), 'InvalidInstanceId.NotFound');
    assert.equal(await refused(['ins-1'], 5), 'InvalidInstanceId.Malformed');
    const accessible = (more: object) =>
      cloud.refusal('ResetInstancesInternetMaxBandwidth', {
        InstanceIds: [id],
        InternetAccessible: { InternetMaxBandwidthOut: 5, ...more },
      });
    const other = { InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR' };
    assert.equal(await accessible(other), 'InvalidParameterValue');
    assert.equal(await accessible({ PublicIpAssigned: true }), 'InvalidParameter');
    assert.equal(
      await accessible({ BandwidthPackageId: 'bwp-00000000' }),
      'UnsupportedOperation.BandwidthPackageIdNotSupported',
    );
    assert.equal(
      await accessible({ BandwidthPackageId: 'bwp' }),
      'InvalidParameterValue.BandwidthPackageIdMalformed',
    );
    await cloud.ok('StopInstances', { InstanceIds: [id] });
    assert.equal(await refused([id], 5), 'UnsupportedOperation.InstanceStateStopping');
    await cloud.passTime(10_000);
    await reset(id, 6, {
      InternetAccessible: { InternetChargeType: BY_TRAFFIC, InternetMaxBandwidthOut: 6 },
    });
    assert.equal((await shown(id)).mbps, 6);
    await cloud.ok('StartInstances', { InstanceIds: [id] });
    assert.equal(await refused([id], 5), 'UnsupportedOperation.InstanceStateStarting');
    await cloud.passTime(10_000);
    await cloud.ok('StopInstances', { InstanceIds: [id], StoppedMode: 'STOP_CHARGING' });
    await cloud.passTime(10_000);
    assert.equal(await refused([id], 5), 'UnsupportedOperation.StoppedModeStopCharging');
  });
});

describe('DescribeInstanceInternetBandwidthConfigs', () => {
  test('what is paid by use has none, and what is not there neither', async () => {
    const id = await launchOne(BY_TRAFFIC, 1);
    const of = (InstanceId: string) =>
      cloud.refusal('DescribeInstanceInternetBandwidthConfigs', { InstanceId });
    assert.equal(await of(id), 'InvalidInstance.NotSupported');
    assert.equal(await of('ins-00000000'), 'InvalidInstanceId.NotFound');
    assert.equal(await of('ins-1'), 'InvalidInstanceId.Malformed');
  });
});

describe('DescribeInternetChargeTypeConfigs', () => {
  test('the four ways, in the order of the example', async () => {
    const answer = await cloud.ok('DescribeInternetChargeTypeConfigs', {});
    assert.deepEqual(answer['InternetChargeTypeConfigSet'], [
      { InternetChargeType: 'BANDWIDTH_PREPAID', Description: '按带宽包年包月计费' },
      { InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR', Description: '按流量计费' },
      { InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR', Description: '按带宽使用时长计费' },
      { InternetChargeType: 'BANDWIDTH_PACKAGE', Description: '带宽包计费' },
    ]);
  });
});
