import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;
const Password = 'hello123456789';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

async function launchOne(body: object = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning(body);
  return id;
}

async function latest(id: string): Promise<readonly unknown[]> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return [shown['InstanceState'], shown['LatestOperation'], shown['LatestOperationState']];
}

const enter = (InstanceId: string, more: object = {}) =>
  cloud.ok('EnterRescueMode', { InstanceId, Password, ...more });
const notEntered = (InstanceId: string, more: object = {}) =>
  cloud.refusal('EnterRescueMode', { InstanceId, Password, ...more });
const leave = (InstanceId: string) => cloud.ok('ExitRescueMode', { InstanceId });
const notLeft = (InstanceId: string) => cloud.refusal('ExitRescueMode', { InstanceId });

describe('rescue mode', () => {
  test('an instance goes into it and comes out of it stopped', async () => {
    const id = await launchOne();
    await enter(id, { StopType: 'SOFT_FIRST', Username: 'root' });
    assert.deepEqual(await latest(id), ['ENTER_RESCUE_MODE', 'EnterRescueMode', 'OPERATING']);
    assert.equal(await notEntered(id), 'UnsupportedOperation.InstanceStateEnterRescueMode');
    assert.equal(await notLeft(id), 'UnsupportedOperation.InstanceStateEnterRescueMode');
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['RESCUE_MODE', 'EnterRescueMode', 'SUCCESS']);
    assert.equal(await notEntered(id), 'UnsupportedOperation.InstanceStateRescueMode');
    const named = { InstanceIds: [id] };
    assert.equal(
      await cloud.refusal('StopInstances', named),
      'UnsupportedOperation.InstanceStateRescueMode',
    );
    assert.equal(
      await cloud.refusal('ResetInstance', { InstanceId: id }),
      'UnsupportedOperation.InstanceStateRescueMode',
    );
    await leave(id);
    assert.deepEqual(await latest(id), ['EXIT_RESCUE_MODE', 'ExitRescueMode', 'OPERATING']);
    assert.equal(await notLeft(id), 'UnsupportedOperation.InstanceStateExitRescueMode');
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['STOPPED', 'ExitRescueMode', 'SUCCESS']);
    assert.equal(await notLeft(id), 'UnsupportedOperation.InstanceStateStopped');
    await cloud.ok('StartInstances', named);
    await cloud.passTime(SETTLED_MS);
    assert.equal(await notLeft(id), 'UnsupportedOperation.InstanceStateRunning');
  });

  test('one that does not stop runs on, and so does one without a rescue system', async () => {
    const id = await launchOne();
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'stop', times: 1 });
    await enter(id);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['RUNNING', 'EnterRescueMode', 'FAILED']);
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'rescue', times: 1 });
    await enter(id);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['RUNNING', 'EnterRescueMode', 'FAILED']);
    await enter(id);
    await cloud.passTime(SETTLED_MS);
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'leave-rescue', times: 1 });
    await leave(id);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['RESCUE_MODE', 'ExitRescueMode', 'FAILED']);
  });

  test('a stopped one goes into it as well, and is released out of it', async () => {
    const id = await launchOne();
    await cloud.ok('StopInstances', { InstanceIds: [id] });
    await cloud.passTime(SETTLED_MS);
    await enter(id);
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await latest(id), ['RESCUE_MODE', 'EnterRescueMode', 'SUCCESS']);
    const rescued = { Filters: [{ Name: 'instance-state', Values: ['RESCUE_MODE'] }] };
    const listed = await cloud.ok('DescribeInstances', rescued);
    assert.ok(Number(listed['TotalCount']) >= 1);
    await cloud.ok('TerminateInstances', { InstanceIds: [id] });
    await cloud.passTime(SETTLED_MS);
    const gone = await cloud.ok('DescribeInstances', { InstanceIds: [id] });
    assert.equal(gone['TotalCount'], 0);
  });

  test('what is refused, in the codes of the page', async () => {
    const id = await launchOne();
    assert.equal(
      await notEntered(id, { Password: 'onlylower' }),
      'InvalidParameterValue.InvalidPassword',
    );
    assert.equal(await notEntered('ins-00000000'), 'InvalidInstanceId.NotFound');
    assert.equal(await notEntered('ins-1'), 'InvalidInstanceId.Malformed');
    await cloud.ok('StopInstances', { InstanceIds: [id], StoppedMode: 'STOP_CHARGING' });
    await cloud.passTime(SETTLED_MS);
    assert.equal(await notEntered(id), 'UnsupportedOperation.StoppedModeStopCharging');
    assert.equal(await notLeft('ins-00000000'), 'InvalidInstanceId.NotFound');
  });
});
