import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { rootAccount } from '#resources/account/accounts.ts';
import { listMessages } from '#resources/inbox/inbox.ts';
import { startTestCloud, type Shown, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;
const UBUNTU = 'img-487zeit5';
const WINDOWS = 'img-mmy6qctz';
const password = { Password: 'Qcloud@TestApi123++' };

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

const reset = (InstanceId: string, more: object = {}) =>
  cloud.ok('ResetInstance', { InstanceId, ...more });
const refused = (InstanceId: string, more: object = {}) =>
  cloud.refusal('ResetInstance', { InstanceId, ...more });

const latestOf = (shown: Shown) => [
  shown['InstanceState'],
  shown['LatestOperation'],
  shown['LatestOperationState'],
];
async function messages() {
  const { store, cloud: inside } = cloud.server;
  const page = { account: rootAccount };
  return store.read((reader) => listMessages(reader, inside.sealer, page));
}
const diskOf = (shown: Shown) => shown['SystemDisk'] as Readonly<Record<string, unknown>>;

async function stopped(id: string): Promise<string> {
  await cloud.ok('StopInstances', { InstanceIds: [id] });
  await cloud.passTime(SETTLED_MS);
  return id;
}

describe('ResetInstance', () => {
  test('one that runs is stopped, made anew and started; the rest of it stays', async () => {
    const id = await launchOne({
      DataDisks: [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 20 }],
      LoginSettings: password,
      HostName: 'before',
    });
    const before = await one(id);
    await reset(id, {
      ImageId: UBUNTU,
      SystemDisk: { DiskSize: 60 },
      LoginSettings: password,
      EnhancedService: { SecurityService: { Enabled: true }, MonitorService: { Enabled: true } },
      HostName: 'after',
      UserData: 'bmV3',
    });
    assert.deepEqual(latestOf(await one(id)), ['STOPPING', 'ResetInstance', 'OPERATING']);
    assert.equal((await one(id))['ImageId'], 'img-9qabwvbn');
    assert.equal(
      await cloud.refusal('StartInstances', { InstanceIds: [id] }),
      'UnsupportedOperation.InstanceStateStopping',
    );
    await cloud.passTime(SETTLED_MS);
    const shown = await one(id);
    assert.deepEqual(latestOf(shown), ['RUNNING', 'ResetInstance', 'SUCCESS']);
    assert.equal(shown['ImageId'], UBUNTU);
    assert.match(String(shown['OsName']), /Ubuntu/);
    assert.deepEqual(diskOf(shown), { ...diskOf(before), DiskSize: 60 });
    assert.deepEqual(shown['DataDisks'], before['DataDisks']);
    assert.deepEqual(shown['PrivateIpAddresses'], before['PrivateIpAddresses']);
    const attributes = await cloud.ok('DescribeInstancesAttributes', {
      InstanceIds: [id],
      Attributes: ['UserData'],
    });
    assert.match(JSON.stringify(attributes), /bmV3/);
  });

  test('a stopped one stays stopped; without an image it has the one it had', async () => {
    const id = await stopped(await launchOne());
    await reset(id, { LoginSettings: password });
    assert.deepEqual(latestOf(await one(id)), ['STOPPED', 'ResetInstance', 'OPERATING']);
    assert.equal(await refused(id), 'MutexOperation.TaskRunning');
    const busy = await cloud.refusal('StartInstances', { InstanceIds: [id] });
    assert.equal(busy, 'OperationDenied.InstanceOperationInProgress');
    await cloud.passTime(SETTLED_MS);
    const shown = await one(id);
    assert.deepEqual(latestOf(shown), ['STOPPED', 'ResetInstance', 'SUCCESS']);
    assert.equal(shown['ImageId'], 'img-9qabwvbn');
  });

  test('without a login a password is made up and sent', async () => {
    const id = await launchOne({ LoginSettings: password });
    const before = (await messages()).length;
    await reset(id);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(latestOf(await one(id)), ['RUNNING', 'ResetInstance', 'SUCCESS']);
    const [message, ...others] = (await messages()).slice(before);
    assert.deepEqual([message?.kind, others], ['default-password', []]);
  });

  test('key pairs open it in place of those before, or a password in their place', async () => {
    const pair = await cloud.ok('CreateKeyPair', { KeyName: 'reset_pair', ProjectId: 0 });
    const { KeyId } = pair['KeyPair'] as { readonly KeyId: string };
    const id = await launchOne({ LoginSettings: password });
    await reset(id, { LoginSettings: { KeyIds: [KeyId] } });
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual((await one(id))['LoginSettings'], { KeyIds: [KeyId] });
    await reset(id, { LoginSettings: password });
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual((await one(id))['LoginSettings'], { KeyIds: null });
  });

  test('the system disk is another one where Linux becomes Windows', async () => {
    const id = await launchOne();
    const before = diskOf(await one(id))['DiskId'];
    await reset(id, { ImageId: WINDOWS });
    assert.equal(diskOf(await one(id))['DiskId'], before);
    await cloud.passTime(SETTLED_MS);
    const shown = await one(id);
    assert.deepEqual(latestOf(shown), ['RUNNING', 'ResetInstance', 'SUCCESS']);
    assert.notEqual(diskOf(shown)['DiskId'], before);
    assert.equal(shown['DefaultLoginUser'], 'Administrator');
    await reset(id, { ImageId: WINDOWS, HostName: 'win-host' });
    await cloud.passTime(SETTLED_MS);
    assert.equal(diskOf(await one(id))['DiskId'], diskOf(shown)['DiskId']);
  });

  test('one that could not be made anew is stopped, and only that can be done again', async () => {
    const id = await launchOne();
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'rebuild', times: 1 });
    await reset(id, { ImageId: UBUNTU, SystemDisk: { DiskSize: 60 } });
    await cloud.passTime(SETTLED_MS);
    const shown = await one(id);
    assert.deepEqual(latestOf(shown), ['STOPPED', 'ResetInstance', 'FAILED']);
    assert.equal(shown['ImageId'], 'img-9qabwvbn');
    assert.equal(diskOf(shown)['DiskSize'], 50);
    assert.equal(
      await cloud.refusal('StartInstances', { InstanceIds: [id] }),
      'UnsupportedOperation.InstanceReinstallFailed',
    );
    await reset(id, { ImageId: UBUNTU });
    await cloud.passTime(SETTLED_MS);
    await cloud.ok('StartInstances', { InstanceIds: [id] });
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(latestOf(await one(id)), ['RUNNING', 'StartInstances', 'SUCCESS']);
  });

  test('one that could not be stopped runs on as it was', async () => {
    const id = await launchOne();
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'stop', times: 1 });
    await reset(id, { ImageId: UBUNTU });
    await cloud.passTime(SETTLED_MS);
    const shown = await one(id);
    assert.deepEqual(latestOf(shown), ['RUNNING', 'ResetInstance', 'FAILED']);
    assert.equal(shown['ImageId'], 'img-9qabwvbn');
  });

  test('what is refused, in the codes of its page', async () => {
    const id = await launchOne();
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{ ImageId: 'img-xxxxxxxx' }, 'InvalidImageId.NotFound'],
      [{ ImageId: 'img-1' }, 'InvalidImageId.Malformed'],
      [{ SystemDisk: { DiskSize: 49 } }, 'InvalidParameterValue'],
      [{ SystemDisk: { DiskSize: 2049 } }, 'InvalidParameterValue'],
      [{ ImageId: UBUNTU, SystemDisk: { DiskSize: 40 } }, 'InvalidParameterValue'],
      [{ SystemDisk: { DiskType: 'CLOUD_SSD', DiskSize: 60 } }, 'InvalidParameterValue'],
      [{ SystemDisk: { Encrypt: true } }, 'UnsupportedOperation.ModifyEncryptionNotSupported'],
      [{ LoginSettings: { Password: 'short' } }, 'InvalidParameterValue.InvalidPassword'],
      [{ LoginSettings: { KeepImageLogin: 'TRUE' } }, 'InvalidParameterValue'],
      [
        { LoginSettings: { KeepImageLogin: 'TRUE', KeyIds: ['skey-xxxxxxxx'] } },
        'InvalidParameter.ParameterConflict',
      ],
      [{ LoginSettings: { KeyIds: ['skey-xxxxxxxx'] } }, 'InvalidParameterValue.KeyPairNotFound'],
      [
        { ImageId: WINDOWS, LoginSettings: { KeyIds: ['skey-xxxxxxxx'] } },
        'UnsupportedOperation.KeyPairUnsupportedWindows',
      ],
      [{ HostName: '-x' }, 'InvalidParameterValue.IllegalHostName'],
      [{ UserData: '%' }, 'InvalidParameterValue.InvalidUserDataFormat'],
    ];
    for (const [more, code] of cases) assert.equal(await refused(id, more), code, code);
    assert.equal(await refused('ins-00000000'), 'InvalidInstanceId.NotFound');
    assert.equal(await refused('ins-1'), 'InvalidInstanceId.Malformed');
    assert.deepEqual(latestOf(await one(id)), ['RUNNING', 'RunInstances', 'SUCCESS']);
    await reset(id, { SystemDisk: { DiskType: 'CLOUD_PREMIUM', DiskSize: 50 } });
    await cloud.passTime(SETTLED_MS);
  });

  test('neither one that is being made nor one that is kept without charge', async () => {
    const [pending = ''] = await cloud.launch();
    assert.equal(await refused(pending), 'UnsupportedOperation.InstanceStatePending');
    await cloud.passTime(SETTLED_MS);
    await cloud.ok('StopInstances', { InstanceIds: [pending], StoppedMode: 'STOP_CHARGING' });
    await cloud.passTime(SETTLED_MS);
    assert.equal(await refused(pending), 'UnsupportedOperation.StoppedModeStopCharging');
  });
});
