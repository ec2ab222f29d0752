import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { client2017, type Client2017 } from '../../cvm-2017/client.test-support.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

const DAY_MS = 86_400_000;
const CHINA_AHEAD_MS = 8 * 3_600_000;

let cloud: TestCloud;
let legacy: LegacyClient;
let older: Client2017;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
  older = client2017(cloud.server);
});
after(() => cloud.stop());

async function launchOne(type: string, mbps: number, more: object = {}): Promise<string> {
  const internet = { InternetChargeType: type, InternetMaxBandwidthOut: mbps };
  const [id = ''] = await cloud.launchRunning({ InternetAccessible: internet, ...more });
  return id;
}
const PREPAID = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 1 } };

async function mbpsOf(id: string): Promise<unknown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return (shown['InternetAccessible'] as Record<string, unknown>)['InternetMaxBandwidthOut'];
}

function day(ahead: number): string {
  const now = cloud.server.clock.clock.now();
  return new Date(now + CHINA_AHEAD_MS + ahead * DAY_MS).toISOString().slice(0, 10);
}
const days = (from: number, until: number) => ({ startTime: day(from), endTime: day(until) });

test('UpdateInstanceBandwidthHour is at once, up to the bound of its kind', async () => {
  const ACTION = 'UpdateInstanceBandwidthHour';
  const traffic = await launchOne('TRAFFIC_POSTPAID_BY_HOUR', 1);
  for (const bandwidth of [100, 8, 0]) {
    await legacy.ok(ACTION, { instanceId: traffic, bandwidth });
    assert.equal(await mbpsOf(traffic), bandwidth);
  }
  const over = await legacy.refusal(ACTION, { instanceId: traffic, bandwidth: 101 });
  assert.match(over, /^4000 InvalidParameter/);
  const hourly = await launchOne('BANDWIDTH_POSTPAID_BY_HOUR', 1);
  await legacy.ok(ACTION, { instanceId: hourly, bandwidth: 200 });
  assert.match(
    await legacy.refusal(ACTION, { instanceId: hourly, bandwidth: 201 }),
    /^4000 InvalidParameter/,
  );
  assert.match(
    await legacy.refusal(ACTION, { instanceId: hourly, bandwidth: -1 }),
    /^4000 InvalidParameter/,
  );
  assert.match(await legacy.refusal(ACTION, { instanceId: hourly }), /^4000 InvalidParameter/);
  const ahead = await launchOne('BANDWIDTH_PREPAID', 1, PREPAID);
  const refused = await legacy.refusal(ACTION, { instanceId: ahead, bandwidth: 5 });
  assert.match(refused, /^5\d00 /);
});

test('UpdateInstanceBandwidth grows for some days, with an order', async () => {
  const ACTION = 'UpdateInstanceBandwidth';
  const id = await launchOne('BANDWIDTH_PREPAID', 2, PREPAID);
  const { dealIds } = await legacy.ok(ACTION, { instanceId: id, bandwidth: 4, ...days(0, 1) });
  assert.match(String((dealIds as readonly unknown[])[0]), /^\d+$/);
  assert.equal(await mbpsOf(id), 4);
  const shrunk = await legacy.refusal(ACTION, { instanceId: id, bandwidth: 3, ...days(0, 1) });
  assert.match(shrunk, /^4000 InvalidParameter/);
  const late = await legacy.refusal(ACTION, { instanceId: id, bandwidth: 9, ...days(0, 60) });
  assert.match(late, /^4000 InvalidParameter/);
  const missing = await legacy.refusal(ACTION, { instanceId: id, bandwidth: 9 });
  assert.match(missing, /^4000 InvalidParameter/);
  const over = await legacy.refusal(ACTION, { instanceId: id, bandwidth: 201, ...days(0, 1) });
  assert.match(over, /^4000 InvalidParameter/);
});

test('UpdateInstanceBandwidth of what is billed by traffic has no order (L55652)', async () => {
  const ACTION = 'UpdateInstanceBandwidth';
  const id = await launchOne('TRAFFIC_POSTPAID_BY_HOUR', 2, PREPAID);
  const answer = await legacy.ok(ACTION, { instanceId: id, bandwidth: 5, ...days(0, 1) });
  assert.equal('dealIds' in answer, false);
  assert.equal(await mbpsOf(id), 5);
  const byUse = await launchOne('TRAFFIC_POSTPAID_BY_HOUR', 2);
  const refused = await legacy.refusal(ACTION, { instanceId: byUse, bandwidth: 5, ...days(0, 1) });
  assert.match(refused, /^5\d00 /);
});

test('the API of 2017 changes and shows it as API 3.0 does', async () => {
  const id = await launchOne('BANDWIDTH_PREPAID', 2, PREPAID);
  await older.ok('ResetInstancesInternetMaxBandwidth', {
    'InstanceIds.1': id,
    'InternetAccessible.InternetMaxBandwidthOut': 10,
    StartTime: day(0),
    EndTime: day(2),
  });
  assert.equal(await mbpsOf(id), 10);
  const shown = await older.ok('DescribeInstanceInternetBandwidthConfigs', { InstanceId: id });
  assert.equal((shown['InternetBandwidthConfigSet'] as readonly unknown[]).length, 2);
  const reset = (more: Record<string, string | number>) =>
    older.refusal('ResetInstancesInternetMaxBandwidth', {
      'InstanceIds.1': id,
      'InternetAccessible.InternetMaxBandwidthOut': 10,
      ...more,
    });
  assert.equal(await reset({}), 'MissingParameter');
  assert.equal(await reset({ 'InternetAccessible.PublicIpAssigned': 'true' }), 'InvalidParameter');
  const other = await launchOne('BANDWIDTH_PREPAID', 2, PREPAID);
  const two = { 'InstanceIds.2': other, StartTime: day(0), EndTime: day(2) };
  assert.equal(await reset(two), 'InvalidParameterValue');
  assert.equal(
    await older.refusal('DescribeInstanceInternetBandwidthConfigs', {
      InstanceId: await launchOne('TRAFFIC_POSTPAID_BY_HOUR', 2),
    }),
    'InvalidInstance.NotSupported',
  );
});
