import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../../legacy/client.test-support.ts';

const SETTLED_MS = 10_000;
const AHEAD = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 2 } } as const;

let cloud: TestCloud;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

async function launched(body: object = {}): Promise<string> {
  const DataDisks = [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 20 }];
  const [id = ''] = await cloud.launchRunning({ InstanceType: 'S1.SMALL1', DataDisks, ...body });
  return id;
}
async function stopped(id: string): Promise<string> {
  await cloud.ok('StopInstances', { InstanceIds: [id] });
  await cloud.passTime(SETTLED_MS);
  return id;
}
async function told(id: string): Promise<readonly unknown[]> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  const [disk] = shown['DataDisks'] as ReadonlyArray<{ readonly DiskSize: number }>;
  return [shown['CPU'], shown['Memory'], disk?.DiskSize];
}
type Parameters = Readonly<Record<string, string | number>>;

test('vCPUs, memory and the data disk of what is paid by the hour, together or alone', async () => {
  const resize = async (instanceId: string, more: Parameters) => {
    await legacy.ok('ResizeInstanceHour', { instanceId, ...more });
    await cloud.passTime(SETTLED_MS);
  };
  const refused = (instanceId: string, more: Parameters) =>
    legacy.refusal('ResizeInstanceHour', { instanceId, ...more });
  const id = await launched();
  await refused(id, { mem: 2 });
  await stopped(id);
  await resize(id, { mem: 2 });
  assert.deepEqual(await told(id), [1, 2, 20]);
  await resize(id, { cpu: 2, mem: 4, storageSize: 40 });
  assert.deepEqual(await told(id), [2, 4, 40]);
  await resize(id, { storageSize: 50 });
  assert.deepEqual(await told(id), [2, 4, 50]);
  await refused(id, { cpu: 1, mem: 1 });
  await refused(id, { cpu: 3 });
  await refused(id, { storageSize: 50 });
  await refused(id, { storageSize: 65 });
  const ahead = await stopped(await launched(AHEAD));
  await refused(ahead, { mem: 2 });
});

test('a change that fails leaves the type and the disk as they were', async () => {
  const id = await stopped(await launched());
  cloud.server.simulator?.provoke({ effect: 'fail', verb: 'resize', times: 1 });
  await legacy.ok('ResizeInstanceHour', { instanceId: id, mem: 2, storageSize: 40 });
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual(await told(id), [1, 1, 20]);
});

test('each change of what is paid in advance is an order', async () => {
  const access = {
    InternetAccessible: { InternetChargeType: 'BANDWIDTH_PREPAID', InternetMaxBandwidthOut: 1 },
  };
  const id = await stopped(await launched({ ...AHEAD, ...access }));
  const bandwidth = {
    bandwidth: 5,
    bandwidthUpgradeStartTime: '2026-02-01',
    bandwidthUpgradeEndTime: '2026-02-03',
  };
  const resize = (more: Parameters) => legacy.ok('ResizeInstance', { instanceId: id, ...more });
  const refused = (more: Parameters) =>
    legacy.refusal('ResizeInstance', { instanceId: id, ...more });
  await refused({ bandwidth: 5 });
  const { dealIds: both } = await resize({ cpu: 2, mem: 4, ...bandwidth });
  assert.equal((both as readonly number[]).length, 2);
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual(await told(id), [2, 4, 20]);
  const { dealIds: none } = await resize({});
  assert.deepEqual(none, []);
  assert.match(await refused({ cpu: 1, mem: 1 }), /NotSupport\.InstanceConfig$/);
  const hourly = await stopped(await launched());
  const other = legacy.refusal('ResizeInstance', { instanceId: hourly, mem: 2 });
  assert.match(await other, /NotSupport\.NotPrepaidUser$/);
});
