import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type Shown, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';
import { client2017, type Client2017 } from '../client.test-support.ts';

const SETTLED_MS = 10_000;
const UBUNTU = 'img-487zeit5';
const Password = 'Qcloud@Api123++';

let cloud: TestCloud;
let client: Client2017;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud();
  client = client2017(cloud.server);
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

const DataDisks = [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 20 }];

async function launchOne(): Promise<string> {
  const [id = ''] = await cloud.launchRunning({ DataDisks });
  return id;
}

async function one(id: string): Promise<Shown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return shown;
}

async function latest(id: string): Promise<readonly unknown[]> {
  const shown = await one(id);
  return [shown['InstanceState'], shown['LatestOperation'], shown['LatestOperationState']];
}

test('ResetInstance of 2017 installs another image, with a password of its own kind', async () => {
  const id = await launchOne();
  const named = { InstanceId: id, ImageId: UBUNTU, 'SystemDisk.DiskSize': 60 };
  const long = { ...named, 'LoginSettings.Password': 'Qcloud@TestApi123++' };
  assert.equal(await client.refusal('ResetInstance', long), 'InvalidParameterValue');
  await client.ok('ResetInstance', { ...named, 'LoginSettings.Password': Password });
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual(await latest(id), ['RUNNING', 'ResetInstance', 'SUCCESS']);
  const shown = await one(id);
  assert.equal(shown['ImageId'], UBUNTU);
  assert.equal((shown['SystemDisk'] as { readonly DiskSize: number }).DiskSize, 60);
  for (const [body, code] of [
    [{ InstanceId: 'ins-00000000' }, 'InvalidInstanceId.NotFound'],
    [{ InstanceId: 'ins-1' }, 'InvalidInstanceId.Malformed'],
    [{ InstanceId: id, ImageId: 'img-xxxxxxxx' }, 'InvalidParameterValue'],
    [{ InstanceId: id, 'SystemDisk.DiskSize': 50 }, 'InvalidParameterValue'],
  ] as const) {
    assert.equal(await client.refusal('ResetInstance', body), code);
  }
});

test('ResizeInstanceDisks of 2017 and what it costs', async () => {
  const id = await launchOne();
  const grown = { InstanceId: id, 'DataDisks.0.DiskSize': 30 };
  const priced = await client.ok('InquiryPriceResizeInstanceDisks', grown);
  const { InstancePrice } = priced['Price'] as {
    readonly InstancePrice: Readonly<Record<string, string>>;
  };
  assert.deepEqual(Object.keys(InstancePrice), ['UnitPrice', 'ChargeUnit']);
  const refused = await client.refusal('ResizeInstanceDisks', grown);
  assert.equal(refused, 'InvalidInstance.NotSupported');
  await client.ok('ResizeInstanceDisks', { ...grown, ForceStop: 'TRUE' });
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual(await latest(id), ['RUNNING', 'ResizeInstanceDisks', 'SUCCESS']);
  const none = await client.refusal('ResizeInstanceDisks', { InstanceId: id });
  assert.equal(none, 'MissingParameter');
});

test('ResetInstances of the legacy generation is for one instance', async () => {
  const id = await launchOne();
  const named = { instanceId: id, imageType: 2, imageId: UBUNTU, rootSize: 60 };
  await legacy.ok('ResetInstances', { ...named, password: Password });
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual(await latest(id), ['RUNNING', 'ResetInstance', 'SUCCESS']);
  assert.equal((await one(id))['ImageId'], UBUNTU);
});
