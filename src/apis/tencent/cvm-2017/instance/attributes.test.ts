import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type Shown, type TestCloud } from '../../cloud.test-support.ts';
import { client2017, type Client2017 } from '../client.test-support.ts';

const SETTLED_MS = 5_000;
const NOT_SUPPORTED = 'InvalidInstance.NotSupported';
const WINDOWS = { ImageId: 'img-9tzezztj' } as const;
const PREPAID = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 1 } } as const;

let cloud: TestCloud;
let client: Client2017;
before(async () => {
  cloud = await startTestCloud();
  client = client2017(cloud.server);
});
after(() => cloud.stop());

const launchOne = async (body: object = {}) => (await cloud.launchRunning(body))[0] ?? '';

async function one(id: string): Promise<Shown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return shown;
}

test('ModifyInstancesAttribute names instances and changes nothing else', async () => {
  const id = await launchOne();
  const ACTION = 'ModifyInstancesAttribute';
  const ids = { 'InstanceIds.1': id };
  await client.ok(ACTION, { ...ids, InstanceName: 'Mysql_Server' });
  assert.equal((await one(id))['InstanceName'], 'Mysql_Server');
  const refusal = (more: Readonly<Record<string, string>>) =>
    client.refusal(ACTION, { ...ids, ...more });
  assert.equal(await refusal({}), 'MissingParameter');
  assert.equal(await refusal({ InstanceName: 'x'.repeat(61) }), 'InvalidInstanceName.TooLong');
  const unknown = { 'InstanceIds.1': 'ins-00000000', InstanceName: 'x' };
  assert.equal(await client.refusal(ACTION, unknown), 'InvalidInstanceId.NotFound');
  const [pending = ''] = await cloud.launch();
  const early = { 'InstanceIds.1': pending, InstanceName: 'x' };
  assert.equal(await client.refusal(ACTION, early), NOT_SUPPORTED);
  await cloud.passTime(SETTLED_MS);
});

test('ModifyInstancesProject takes instances out of their security groups (L46511)', async () => {
  const id = await launchOne();
  assert.equal(((await one(id))['SecurityGroupIds'] as readonly string[]).length, 1);
  const ACTION = 'ModifyInstancesProject';
  await client.ok(ACTION, { 'InstanceIds.1': id, ProjectId: 1_045 });
  const shown = await one(id);
  assert.deepEqual(shown['SecurityGroupIds'], []);
  assert.equal((shown['Placement'] as { ProjectId: number }).ProjectId, 1_045);
  const negative = { 'InstanceIds.1': id, ProjectId: -1 };
  assert.equal(await client.refusal(ACTION, negative), 'InvalidParameterValue');
});

test('ModifyInstancesRenewFlag is of instances paid in advance', async () => {
  const id = await launchOne(PREPAID);
  const ACTION = 'ModifyInstancesRenewFlag';
  const flag = { RenewFlag: 'NOTIFY_AND_AUTO_RENEW' } as const;
  await client.ok(ACTION, { 'InstanceIds.1': id, ...flag });
  assert.equal((await one(id))['RenewFlag'], 'NOTIFY_AND_AUTO_RENEW');
  const hourly = await launchOne();
  const refused = await client.refusal(ACTION, { 'InstanceIds.1': hourly, ...flag });
  assert.equal(refused, NOT_SUPPORTED);
  const wrong = { 'InstanceIds.1': id, RenewFlag: 'ALWAYS' };
  assert.equal(await client.refusal(ACTION, wrong), 'InvalidParameterValue');
});

test('ResetInstancesPassword wants two classes, and ForceStop of what runs (L46711)', async () => {
  const linux = await launchOne();
  const windows = await launchOne(WINDOWS);
  const ACTION = 'ResetInstancesPassword';
  const reset = (id: string, Password: string, more: Readonly<Record<string, string>> = {}) =>
    client.call(ACTION, { 'InstanceIds.1': id, Password, ForceStop: 'TRUE', ...more });
  for (const bad of ['abcdefgh', 'Abcdefgh', 'abc1', '/bcdefg1', 'a1'.repeat(9)]) {
    assert.equal((await reset(linux, bad)).Error?.Code, 'InvalidPassword', bad);
  }
  assert.equal((await reset(windows, 'abcdefgh1234')).Error?.Code, 'InvalidPassword');
  const both = { 'InstanceIds.1': linux, 'InstanceIds.2': windows, Password: 'abcdefg1' };
  assert.equal(await client.refusal(ACTION, both), 'InvalidPassword');
  const running = await reset(linux, 'abcdefg1', { ForceStop: 'FALSE' });
  assert.equal(running.Error?.Code, NOT_SUPPORTED);
  assert.equal((await reset(linux, 'abcdef_1')).Error, undefined);
  assert.equal((await reset(windows, 'abcdEFGH1234')).Error, undefined);
  await cloud.passTime(SETTLED_MS);
  assert.equal((await one(linux))['InstanceState'], 'RUNNING');
  const long = { 'InstanceIds.1': linux, Password: 'abcdefg1', UserName: 'a'.repeat(65) };
  assert.equal(await client.refusal(ACTION, long), 'InvalidParameterValue.TooLong');
});
