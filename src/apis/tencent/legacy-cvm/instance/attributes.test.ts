import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type Shown, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

const SETTLED_MS = 5_000;
const STATUS = '5100 OperationConstraints.InvaildInstanceStatus';

let cloud: TestCloud;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

const launchOne = async (body: object = {}) => (await cloud.launchRunning(body))[0] ?? '';

async function one(id: string): Promise<Shown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return shown;
}

test('ModifyInstanceAttributes names an instance, also as in its example (L53583)', async () => {
  const id = await launchOne();
  const ACTION = 'ModifyInstanceAttributes';
  await legacy.ok(ACTION, { instanceId: id, instanceName: '三号' });
  assert.equal((await one(id))['InstanceName'], '三号');
  await legacy.ok(ACTION, { instanceId: id, instancesName: 'Tencent' });
  assert.equal((await one(id))['InstanceName'], 'Tencent');
  const unknown = { instanceId: 'ins-00000000', instanceName: 'x' };
  assert.equal(await legacy.refusal(ACTION, unknown), STATUS);
  const [pending = ''] = await cloud.launch();
  assert.equal(await legacy.refusal(ACTION, { instanceId: pending, instanceName: 'x' }), STATUS);
  await cloud.passTime(SETTLED_MS);
  const long = { instanceId: id, instanceName: 'x'.repeat(61) };
  assert.match(await legacy.refusal(ACTION, long), /^4000 InvalidParameter/);
});

test('ModifyInstanceProject moves an instance', async () => {
  const id = await launchOne();
  const ACTION = 'ModifyInstanceProject';
  await legacy.ok(ACTION, { instanceId: id, projectId: 7 });
  assert.equal(((await one(id))['Placement'] as { ProjectId: number }).ProjectId, 7);
  const negative = { instanceId: id, projectId: -1 };
  assert.match(await legacy.refusal(ACTION, negative), / InvalidParameter\.ProjectIdNotFound$/);
});

test('ResetInstancePassword is of what is shut down, each for itself (L53618)', async () => {
  const ids = await cloud.launchRunning({ InstanceCount: 2 });
  const [stopped = '', running = ''] = ids;
  await cloud.ok('StopInstances', { InstanceIds: [stopped] });
  await cloud.passTime(SETTLED_MS);
  const ACTION = 'ResetInstancePassword';
  const reset = (password: string) =>
    legacy.call(ACTION, { 'instanceIds.0': stopped, 'instanceIds.1': running, password });
  type Detail = Readonly<Record<string, { readonly code: number; readonly message: string }>>;
  const some = await reset('abce1234');
  const detail = some['detail'] as Detail;
  assert.deepEqual([some['code'], detail[stopped]?.code, detail[running]?.code], [5400, 0, 5100]);
  assert.match(detail[running]?.message ?? '', /InvaildInstanceStatus/);
  await cloud.passTime(SETTLED_MS);
  assert.equal((await one(stopped))['LatestOperation'], 'ResetInstancesPassword');
  const weak = (await reset('abcdefgh'))['detail'] as Detail;
  assert.match(weak[stopped]?.message ?? '', /password/);
  assert.doesNotMatch(JSON.stringify(weak), /abcdefgh/);
});
