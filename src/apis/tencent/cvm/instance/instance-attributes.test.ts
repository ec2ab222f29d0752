import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  launchBody,
  startTestCloud,
  type Shown,
  type TestCloud,
} from '../../cloud.test-support.ts';

const SETTLED_MS = 5_000;
const WINDOWS = { ImageId: 'img-9tzezztj' } as const;
const PREPAID = { InstanceChargeType: 'PREPAID', InstanceChargePrepaid: { Period: 1 } } as const;
const UNKNOWN = 'ins-00000000';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ configuration: { roles: ['reader'] } });
});
after(() => cloud.stop());

const launchOne = async (body: object = {}) => (await cloud.launchRunning(body))[0] ?? '';
const stopped = async (body: object = {}, more: object = {}) => {
  const id = await launchOne(body);
  await cloud.ok('StopInstances', { InstanceIds: [id], ...more });
  await cloud.passTime(SETTLED_MS);
  return id;
};

async function one(id: string): Promise<Shown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return shown;
}

const latest = async (id: string) => {
  const { InstanceState, LatestOperation, LatestOperationState } = await one(id);
  return [InstanceState, LatestOperation, LatestOperationState];
};

describe('ModifyInstancesAttribute', () => {
  const ACTION = 'ModifyInstancesAttribute';
  const modify = (id: string, change: object) => cloud.ok(ACTION, { InstanceIds: [id], ...change });
  const refused = (id: string, change: object) =>
    cloud.refusal(ACTION, { InstanceIds: [id], ...change });

  test('names all of a batch, or none, and tells it as the latest operation', async () => {
    const ids = await cloud.launchRunning({ InstanceCount: 2, InstanceName: 'before' });
    const both = [...ids, UNKNOWN];
    const change = { InstanceName: 'Mysql_Server' };
    assert.equal(await cloud.refusal(ACTION, { InstanceIds: both, ...change }), notFound);
    assert.match(String((await one(ids[0] ?? ''))['InstanceName']), /^before/);
    await cloud.ok(ACTION, { InstanceIds: ids, ...change });
    for (const id of ids) assert.equal((await one(id))['InstanceName'], 'Mysql_Server');
    assert.deepEqual(await latest(ids[0] ?? ''), ['RUNNING', ACTION, 'SUCCESS']);
  });

  test('takes a name of 60 characters and no more, and an empty one for the default', async () => {
    const id = await launchOne();
    await modify(id, { InstanceName: '名'.repeat(60) });
    assert.equal(
      await refused(id, { InstanceName: '名'.repeat(61) }),
      'InvalidInstanceName.TooLong',
    );
    await modify(id, { InstanceName: '' });
    assert.equal((await one(id))['InstanceName'], '未命名');
  });

  test('takes exactly one attribute (L15641)', async () => {
    const id = await launchOne();
    assert.equal(await refused(id, {}), 'MissingParameter');
    assert.equal(await refused(id, { AutoReboot: false }), 'MissingParameter');
    assert.equal(await refused(id, { SecurityGroups: [] }), 'MissingParameter');
    const two = { InstanceName: 'a', DisableApiTermination: false };
    assert.equal(await refused(id, two), 'InvalidParameterValue');
    assert.equal(await refused(id, { HostName: 'ab', UserData: '' }), 'InvalidParameterValue');
    assert.equal(await cloud.refusal(ACTION, { InstanceName: 'a' }), 'MissingParameter');
    const none = { InstanceIds: [], InstanceName: 'a' };
    assert.equal(await cloud.refusal(ACTION, none), 'MissingParameter');
  });

  test('protects an instance, and lets it go again', async () => {
    const id = await launchOne();
    const release = () => cloud.call('TerminateInstances', { InstanceIds: [id] });
    await modify(id, { DisableApiTermination: true });
    assert.equal((await one(id))['DisableApiTermination'], true);
    assert.equal((await release()).Error?.Code, 'UnsupportedOperation.InstancesProtected');
    await modify(id, { DisableApiTermination: false });
    assert.equal((await release()).Error, undefined);
    await cloud.passTime(SETTLED_MS);
  });

  test('protects none that has a time of release (L40396)', async () => {
    const ActionTime = '2026-02-01T00:00:00Z';
    const id = await launchOne({ ActionTimer: { TimerAction: 'TerminateInstances', ActionTime } });
    const code = 'UnsupportedOperation.InvalidInstanceNotSupportedProtectedInstance';
    assert.equal(await refused(id, { DisableApiTermination: true }), code);
    await modify(id, { DisableApiTermination: false });
  });

  test('a security group takes so many instances, at a launch and later', async () => {
    const small = await startTestCloud({ configuration: { instancesPerSecurityGroupMax: 2 } });
    const body = { GroupName: 'small', GroupDescription: 'small' };
    const made = await small.ok('CreateSecurityGroup', body, { service: 'vpc' });
    const { SecurityGroupId } = made['SecurityGroup'] as { readonly SecurityGroupId: string };
    const inGroup = { SecurityGroupIds: [SecurityGroupId] };
    const full = 'LimitExceeded.CvmsVifsPerSecGroupLimitExceeded';
    const launch = (InstanceCount: number) =>
      ['RunInstances', { ...launchBody, ...inGroup, InstanceCount }] as const;
    assert.equal(await small.refusal(...launch(3)), full);
    await small.launchRunning(inGroup);
    assert.equal(await small.refusal(...launch(2)), full);
    const outside = await small.launchRunning({ InstanceCount: 2 });
    const join = (ids: readonly string[]) =>
      [ACTION, { InstanceIds: ids, SecurityGroups: [SecurityGroupId] }] as const;
    assert.equal(await small.refusal(...join(outside)), full);
    await small.ok(...join(outside.slice(1)));
    assert.equal(await small.refusal(...join(outside)), full);
    await small.ok(...join(outside.slice(1)));
    await small.launchRunning({ InstanceCount: 3 });
    await small.stop();
  });

  test('puts an instance into other security groups, all of them at once', async () => {
    const id = await launchOne();
    const group = async (GroupName: string) => {
      const body = { GroupName, GroupDescription: GroupName };
      const made = await cloud.ok('CreateSecurityGroup', body, { service: 'vpc' });
      return (made['SecurityGroup'] as { readonly SecurityGroupId: string }).SecurityGroupId;
    };
    const groups: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) groups.push(await group(name));
    const limit = 'LimitExceeded.AssociateUSGLimitExceeded';
    assert.equal(await refused(id, { SecurityGroups: groups }), limit);
    await modify(id, { SecurityGroups: groups.slice(1) });
    assert.deepEqual((await one(id))['SecurityGroupIds'], groups.slice(1));
    const unknown = { SecurityGroups: [groups[0] ?? '', 'sg-00000000'] };
    assert.equal(await refused(id, unknown), 'InvalidSecurityGroupId.NotFound');
    const twice = { SecurityGroups: [groups[0] ?? '', groups[0] ?? ''] };
    assert.equal(await refused(id, twice), 'InvalidParameterValue');
    const filter = [{ Name: 'security-group-id', Values: [groups[1]] }];
    const found = await cloud.ok('DescribeInstances', { Filters: filter });
    assert.equal(found['TotalCount'], 1);
  });

  test('gives a host name with a reboot, or without (L15770)', async () => {
    const id = await launchOne();
    await modify(id, { HostName: 'db-1' });
    assert.deepEqual(await latest(id), ['REBOOTING', ACTION, 'OPERATING']);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['RUNNING', ACTION, 'SUCCESS']);
    assert.equal((await one(id))['HostName'], 'db-1');
    await modify(id, { HostName: 'db-2', AutoReboot: false });
    assert.deepEqual(await latest(id), ['RUNNING', ACTION, 'OPERATING']);
    const busy = 'OperationDenied.InstanceOperationInProgress';
    assert.equal(await refused(id, { InstanceName: 'x' }), busy);
    assert.equal(await cloud.refusal('StopInstances', { InstanceIds: [id] }), busy);
    await cloud.passTime(SETTLED_MS);
    assert.equal((await one(id))['HostName'], 'db-2');
  });

  test('takes host names of the systems that the instances have', async () => {
    const linux = await launchOne();
    const windows = await launchOne(WINDOWS);
    const code = 'InvalidParameterValue.IllegalHostName';
    for (const name of ['-a', 'a..b', 'a', 'a_b', 'x'.repeat(61), 'x'.repeat(129)]) {
      assert.equal(await refused(linux, { HostName: name }), code, name);
    }
    for (const name of ['x'.repeat(16), '12', 'a.b']) {
      assert.equal(await refused(windows, { HostName: name }), code, name);
    }
    const body = { InstanceIds: [linux], HostName: 'a' };
    const { Error: told } = await cloud.call('ModifyInstancesAttribute', body);
    assert.equal(told?.Message, 'The HostName is not allowed: too short.');
    await modify(linux, { HostName: `a.${'x'.repeat(58)}` });
    await modify(windows, { HostName: 'x'.repeat(15) });
    await cloud.passTime(SETTLED_MS);
  });

  test('says why a host name was not given', async () => {
    const id = await launchOne();
    const provoked = { verb: 'configure', times: 1, reason: 'no-room' } as const;
    cloud.server.simulator?.provoke({ effect: 'fail', ...provoked });
    await modify(id, { HostName: 'never' });
    await cloud.passTime(SETTLED_MS);
    const shown = await one(id);
    assert.equal(shown['LatestOperationState'], 'FAILED');
    assert.match(String(shown['LatestOperationErrorMsg']), /no-room/);
    assert.deepEqual([shown['HostName'], shown['InstanceState']], ['', 'RUNNING']);
  });

  test('keeps user data, which DescribeInstancesAttributes shows', async () => {
    const id = await launchOne({ UserData: 'YWJj' });
    const body = { InstanceIds: [id], Attributes: ['UserData'] };
    const shown = async () => (await cloud.ok('DescribeInstancesAttributes', body))['InstanceSet'];
    const holding = (UserData: string) => [{ InstanceId: id, Attributes: { UserData } }];
    assert.deepEqual(await shown(), holding('YWJj'));
    await modify(id, { UserData: 'TXlVc2VyRGF0YQo=' });
    assert.deepEqual(await shown(), holding('TXlVc2VyRGF0YQo='));
    const code = 'InvalidParameterValue.InvalidUserDataFormat';
    assert.equal(await refused(id, { UserData: '!' }), code);
    const large = Buffer.alloc(16 * 1_024 + 1).toString('base64');
    assert.equal(await refused(id, { UserData: large }), 'InvalidParameterValue');
    await modify(id, { UserData: '' });
    assert.deepEqual(await shown(), holding(''));
    const malformed = await cloud.refusal('DescribeInstancesAttributes', {
      ...body,
      InstanceIds: ['ins-1'],
    });
    assert.equal(malformed, 'InvalidParameterValue.InstanceIdMalformed');
  });

  test('gives a role that is there, and takes it away', async () => {
    const id = await launchOne();
    await modify(id, { CamRoleName: 'reader' });
    assert.equal((await one(id))['CamRoleName'], 'reader');
    await modify(id, { CamRoleName: '' });
    assert.equal((await one(id))['CamRoleName'], '');
    const unknown = 'AuthFailure.CamRoleNameAuthenticateFailed';
    assert.equal(await refused(id, { CamRoleName: 'mine', CamRoleType: 'user' }), unknown);
    const malformed = 'InvalidParameterValue.CamRoleNameMalformed';
    assert.equal(await refused(id, { CamRoleName: 'a b' }), malformed);
    const jumbo = 'UnsupportedOperation.InstanceTypeNotSupportJumboFrame';
    assert.equal(await refused(id, { EnableJumboFrame: true }), jumbo);
  });

  test('changes nothing of what is about to start, is in the bin or does not exist', async () => {
    const [pending = ''] = await cloud.launch();
    const change = { InstanceName: 'x' };
    assert.equal(await refused(pending, change), 'UnsupportedOperation.InstanceStatePending');
    await cloud.passTime(SETTLED_MS);
    const binned = await launchOne(PREPAID);
    await cloud.ok('TerminateInstances', { InstanceIds: [binned] });
    assert.equal(await refused(binned, change), 'UnsupportedOperation.InstanceStateShutdown');
    assert.equal(await refused(UNKNOWN, change), notFound);
    assert.equal(await refused('ins-1122', change), 'InvalidInstanceId.Malformed');
    const many = Array.from({ length: 101 }, () => pending);
    const asked = { InstanceIds: many, ...change };
    assert.equal(await cloud.refusal(ACTION, asked), 'InvalidParameterValue.LimitExceeded');
  });
});

const notFound = 'InvalidInstanceId.NotFound';

describe('ResetInstancesPassword', () => {
  const ACTION = 'ResetInstancesPassword';
  const Password = 'abc123ABC!@#';
  const reset = (id: string, more: object = {}) =>
    cloud.call(ACTION, { InstanceIds: [id], Password, ...more });
  const code = async (id: string, more: object = {}) => (await reset(id, more)).Error?.Code;

  test('of a stopped instance changes it alone; a running one needs ForceStop', async () => {
    const id = await stopped();
    assert.equal(await code(id), undefined);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['STOPPED', ACTION, 'SUCCESS']);
    const running = await launchOne();
    assert.equal(await code(running), 'UnsupportedOperation.InstanceStateRunning');
    assert.equal(await code(running, { ForceStop: true }), undefined);
    assert.deepEqual(await latest(running), ['STOPPING', ACTION, 'OPERATING']);
    assert.equal(await code(running, { ForceStop: true }), 'MutexOperation.TaskRunning');
    const begin = () => cloud.refusal('StartInstances', { InstanceIds: [running] });
    assert.equal(await begin(), 'UnsupportedOperation.InstanceStateStopping');
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(running), ['RUNNING', ACTION, 'SUCCESS']);
  });

  test('is refused while the same task is under way, others while any is (L40204)', async () => {
    const id = await stopped();
    const start = () => cloud.refusal('StartInstances', { InstanceIds: [id] });
    assert.equal(await code(id), undefined);
    assert.equal(await code(id), 'MutexOperation.TaskRunning');
    assert.equal(await start(), 'OperationDenied.InstanceOperationInProgress');
    await cloud.passTime(SETTLED_MS);
    assert.equal(await code(id), undefined);
    await cloud.passTime(SETTLED_MS);
  });

  test('wants three classes, and of Windows more (L15406-15432)', async () => {
    const linux = await stopped();
    const windows = await stopped(WINDOWS);
    const malformed = 'InvalidParameterValue.InvalidPassword';
    for (const bad of ['aB3!aB3', 'abcdefg1', '/bcdEFG1', 'aB3é1234', `aB3${'x'.repeat(28)}`]) {
      assert.equal(await code(linux, { Password: bad }), malformed, bad);
    }
    assert.equal(await code(windows, { Password: 'abcdEFGH123' }), malformed);
    assert.equal(await code(windows, { Password: 'xAdministrator1' }), malformed);
    const both = { InstanceIds: [linux, windows], Password: 'abcdEF12' };
    assert.equal(await cloud.refusal(ACTION, both), malformed);
    for (const good of ['abcdEF_1', `aB3${'x'.repeat(27)}`]) {
      assert.equal(await code(linux, { Password: good }), undefined, good);
      await cloud.passTime(SETTLED_MS);
    }
    assert.equal(await code(windows, { Password: 'abcdEFGH1234' }), undefined);
    await cloud.passTime(SETTLED_MS);
    assert.equal(await code(linux, { Password: undefined }), 'MissingParameter');
  });

  test('is of a user of a name that a system can have', async () => {
    const id = await stopped();
    assert.equal(await code(id, { UserName: 'a'.repeat(65) }), 'InvalidParameterValue.TooLong');
    assert.equal(await code(id, { UserName: 'a|b' }), 'InvalidParameterValue');
    assert.equal(await code(id, { UserName: 'a'.repeat(64) }), undefined);
    await cloud.passTime(SETTLED_MS);
  });

  test('is not of what is stopped without charge', async () => {
    const id = await stopped({}, { StoppedMode: 'STOP_CHARGING' });
    assert.equal(await code(id), 'UnsupportedOperation.StoppedModeStopCharging');
  });

  test('is never answered', async () => {
    const id = await stopped();
    const answer = await reset(id, { Password: 'Zx9-Zx9-Zx9' });
    await cloud.passTime(SETTLED_MS);
    assert.doesNotMatch(JSON.stringify([answer, await one(id)]), /Zx9/);
  });
});

describe('projects, renewal and limits', () => {
  test('ModifyInstancesProject moves instances, which keep their groups', async () => {
    const id = await launchOne();
    const before = (await one(id))['SecurityGroupIds'];
    const ACTION = 'ModifyInstancesProject';
    await cloud.ok(ACTION, { InstanceIds: [id], ProjectId: 1_045 });
    const shown = await one(id);
    assert.equal((shown['Placement'] as { ProjectId: number }).ProjectId, 1_045);
    assert.deepEqual(shown['SecurityGroupIds'], before);
    assert.deepEqual(await latest(id), ['RUNNING', ACTION, 'SUCCESS']);
    const filter = [{ Name: 'project-id', Values: ['1045'] }];
    assert.equal((await cloud.ok('DescribeInstances', { Filters: filter }))['TotalCount'], 1);
    const negative = { InstanceIds: [id], ProjectId: -1 };
    assert.equal(await cloud.refusal(ACTION, negative), 'InvalidProjectId.NotFound');
    assert.equal(await cloud.refusal(ACTION, { InstanceIds: [id] }), 'MissingParameter');
    const unknown = { InstanceIds: [UNKNOWN], ProjectId: 0 };
    assert.equal(await cloud.refusal(ACTION, unknown), notFound);
  });

  test('ModifyInstancesRenewFlag is of instances paid in advance', async () => {
    const ACTION = 'ModifyInstancesRenewFlag';
    const set = (id: string, RenewFlag?: string) => ({ InstanceIds: [id], RenewFlag });
    const id = await launchOne(PREPAID);
    for (const flag of [
      'NOTIFY_AND_AUTO_RENEW',
      'DISABLE_NOTIFY_AND_MANUAL_RENEW',
      'NOTIFY_AND_MANUAL_RENEW',
    ]) {
      await cloud.ok(ACTION, set(id, flag));
      assert.equal((await one(id))['RenewFlag'], flag);
    }
    assert.deepEqual(await latest(id), ['RUNNING', ACTION, 'SUCCESS']);
    assert.equal(await cloud.refusal(ACTION, set(id, 'ALWAYS')), 'InvalidParameterValue');
    const hourly = await launchOne();
    const notPrepaid = 'UnsupportedOperation.InstanceChargeType';
    assert.equal(await cloud.refusal(ACTION, set(hourly, 'NOTIFY_AND_AUTO_RENEW')), notPrepaid);
  });

  test('DescribeInstancesOperationLimit counts per instance and operation', async () => {
    const id = await launchOne();
    const ACTION = 'DescribeInstancesOperationLimit';
    for (const Operation of ['INSTANCE_DEGRADE', 'INTERNET_CHARGE_TYPE_CHANGE']) {
      const { InstanceOperationLimitSet } = await cloud.ok(ACTION, {
        InstanceIds: [id],
        Operation,
      });
      const limits = { CurrentCount: 0, LimitCount: 5 };
      assert.deepEqual(InstanceOperationLimitSet, [{ Operation, InstanceId: id, ...limits }]);
    }
    const unknown = { InstanceIds: [UNKNOWN], Operation: 'INSTANCE_DEGRADE' };
    assert.equal(await cloud.refusal(ACTION, unknown), notFound);
    const malformed = { InstanceIds: ['ins-1'], Operation: 'INSTANCE_DEGRADE' };
    assert.equal(await cloud.refusal(ACTION, malformed), 'InvalidInstanceId.Malformed');
  });
});
