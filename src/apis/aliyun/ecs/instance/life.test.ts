import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { instanceStates } from '#resources/instance/states.ts';
import type { Store } from '#store/store.ts';
import { twice } from '#store/twice.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { hiddenStates, statesOf, statusOf, statusValues } from './words.ts';

const SECOND = 1_000;
const DAY = 86_400_000;

let cloud: TestCloud;
/** The states that the one instance of the test has been in, as the store had them. */
let seen: string[] = [];

/** Notes every state that a commit leaves the instances in. */
function watched(store: Store): Store {
  const both = twice(store);
  const write: Store['write'] = async (work) => {
    const result = await both.write(work);
    const rows = await store.read(({ db }) => db.selectFrom('instances').select('state').execute());
    for (const { state } of rows) if (seen.at(-1) !== state) seen.push(state);
    return result;
  };
  return new Proxy(both, {
    get: (target, name) => (name === 'write' ? write : Reflect.get(target, name, target)),
  });
}

before(async () => {
  cloud = await startTestCloud({ wrapStore: watched });
});
after(() => cloud.stop());

/** What Status says of the states seen since the last time. */
function statuses(): readonly string[] {
  const words = seen.map((state) => statusOf({ state: state as 'creating' }));
  seen = [];
  return words.filter((word, index) => word !== words[index - 1]);
}

const status = async (id: string) => (await cloud.showOne(id)).Status;

async function gone(id: string): Promise<void> {
  assert.deepEqual(await cloud.show([id]), []);
  const again = cloud.refusal('DeleteInstance', { InstanceId: id, Force: true });
  assert.equal(await again, '404 InvalidInstanceId.NotFound');
}

describe('states', () => {
  test('each one is either shown by one Status or not at all', () => {
    const shown = statusValues.flatMap(statesOf);
    assert.deepEqual([...shown, ...hiddenStates].toSorted(), [...instanceStates].toSorted());
    assert.deepEqual(hiddenStates, ['launch-failed']);
  });

  test('a life through every operation, and never Stopping on the way to Running', async () => {
    seen = [];
    const [id = ''] = await cloud.launchRunning();
    assert.deepEqual(statuses(), ['Pending', 'Starting', 'Running']);
    await cloud.ok('StopInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    assert.deepEqual(statuses(), ['Stopping', 'Stopped']);
    await cloud.ok('StartInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    assert.deepEqual(statuses(), ['Starting', 'Running']);
    await cloud.ok('RebootInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    assert.deepEqual(statuses(), ['Starting', 'Running']);
    await cloud.ok('DeleteInstance', { InstanceId: id, Force: true });
    assert.equal(await status(id), 'Stopping');
    await cloud.passTime(SECOND);
    await gone(id);
  });

  test('a created one is Pending, then Stopped', async () => {
    seen = [];
    const asked = { ImageId: 'debian_12_8_x64_20G_alibase_20241216.vhd' };
    const made = await cloud.ok('CreateInstance', { ...asked, InstanceType: 'ecs.g6.large' });
    await cloud.passTime(SECOND);
    assert.deepEqual(statuses(), ['Pending', 'Stopped']);
    await cloud.ok('DeleteInstance', { InstanceId: String(made['InstanceId']) });
    await cloud.passTime(SECOND);
  });
});

describe('StartInstance, StopInstance, RebootInstance', () => {
  test('refuse ids that nobody has, whatever their form', async () => {
    for (const action of ['StartInstance', 'StopInstance', 'RebootInstance', 'DeleteInstance']) {
      for (const InstanceId of ['i-bp67acfmxazb4p000001', 'x', '../..']) {
        const met = await cloud.refusal(action, { InstanceId });
        assert.equal(met, '404 InvalidInstanceId.NotFound', `${action} ${InstanceId}`);
      }
      assert.equal(await cloud.refusal(action), '400 MissingParameter');
    }
  });

  test('refuse instances in other states', async () => {
    const [id = ''] = await cloud.launch();
    const refused = (action: string) => cloud.refusal(action, { InstanceId: id });
    for (const action of ['StartInstance', 'StopInstance', 'RebootInstance']) {
      assert.equal(await refused(action), '403 IncorrectInstanceStatus', action);
    }
    await cloud.passTime(SECOND);
    assert.equal(await refused('StartInstance'), '403 IncorrectInstanceStatus');
    await cloud.ok('StopInstance', { InstanceId: id });
    for (const action of ['StartInstance', 'StopInstance', 'RebootInstance', 'DeleteInstance']) {
      assert.equal(await refused(action), '403 IncorrectInstanceStatus', action);
    }
    await cloud.passTime(SECOND);
    assert.equal(await refused('StopInstance'), '403 IncorrectInstanceStatus');
    assert.equal(await refused('RebootInstance'), '403 IncorrectInstanceStatus');
  });

  test('a dry run passes every check, says so and changes nothing', async () => {
    const [id = ''] = await cloud.launchRunning();
    const dry = { InstanceId: id, DryRun: true };
    assert.equal(await cloud.refusal('StopInstance', dry), '400 DryRunOperation');
    assert.equal(await cloud.refusal('RebootInstance', dry), '400 DryRunOperation');
    assert.equal(await cloud.refusal('StartInstance', dry), '403 IncorrectInstanceStatus');
    const deletion = cloud.refusal('DeleteInstance', { ...dry, Force: true });
    assert.equal(await deletion, '400 DryRunOperation');
    assert.equal(await status(id), 'Running');
  });

  test('StoppedMode is shown while stopped; who cannot stop its charge stops too', async () => {
    const [id = ''] = await cloud.launchRunning();
    const modeOf = async (one: string) => (await cloud.showOne(one))['StoppedMode'];
    assert.equal(await modeOf(id), 'Not-applicable');
    await cloud.ok('StopInstance', {
      InstanceId: id,
      StoppedMode: 'StopCharging',
      ForceStop: true,
    });
    await cloud.passTime(SECOND);
    assert.equal(await modeOf(id), 'StopCharging');
    await cloud.ok('StartInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    const shown = await modeOf(id);
    assert.equal(shown, 'Not-applicable');
    await cloud.ok('StopInstance', { InstanceId: id, StoppedMode: shown });
    await cloud.passTime(SECOND);
    assert.equal(await modeOf(id), 'KeepCharging');
    const [paid = ''] = await cloud.launchRunning({ InstanceChargeType: 'PrePaid', Period: 1 });
    const sleep = cloud.refusal('StopInstance', { InstanceId: paid, Hibernate: true });
    assert.equal(await sleep, '403 HibernationConfigured.NotEnabled');
    await cloud.ok('StopInstance', { InstanceId: paid, StoppedMode: 'StopCharging' });
    await cloud.passTime(SECOND);
    assert.equal(await modeOf(paid), 'KeepCharging');
    const wrong = cloud.refusal('StopInstance', { InstanceId: paid, StoppedMode: 'x' });
    assert.equal(await wrong, '400 InvalidParameter');
  });

  test('a guest that does not stop is left running, and ForceStop cuts its power', async () => {
    const [id = ''] = await cloud.launchRunning();
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'stop', times: 1 });
    await cloud.ok('StopInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    assert.equal(await status(id), 'Running');
    await cloud.ok('StopInstance', { InstanceId: id, ForceStop: true });
    await cloud.passTime(SECOND);
    assert.equal(await status(id), 'Stopped');
  });
});

describe('DeleteInstance', () => {
  const refused = (id: string, more = {}) =>
    cloud.refusal('DeleteInstance', { InstanceId: id, ...more });

  test('does not take one that is still being made', async () => {
    const asked = { ImageId: 'debian_12_8_x64_20G_alibase_20241216.vhd' };
    const made = await cloud.ok('CreateInstance', { ...asked, InstanceType: 'ecs.g6.large' });
    const id = String(made['InstanceId']);
    assert.equal(await status(id), 'Pending');
    const early = await refused(id, { Force: true });
    assert.equal(early, '403 IncorrectInstanceStatus.Initializing');
    await cloud.passTime(SECOND);
    await cloud.ok('DeleteInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    await gone(id);
  });

  test('wants Force for a running one', async () => {
    const [id = ''] = await cloud.launchRunning();
    assert.equal(await refused(id), '403 IncorrectInstanceStatus');
    await cloud.ok('DeleteInstance', { InstanceId: id, Force: true, ForceStop: false });
    assert.equal(await refused(id, { Force: true }), '403 IncorrectInstanceStatus');
    await cloud.passTime(SECOND);
    await gone(id);
  });

  test('is stopped by DeletionProtection, which a release time is not', async () => {
    const [id = ''] = await cloud.launchRunning({
      DeletionProtection: true,
      AutoReleaseTime: '2026-01-02T04:00:00Z',
    });
    assert.equal(await refused(id, { Force: true }), '403 InvalidOperation.DeletionProtection');
    await cloud.passTime(DAY);
    await gone(id);
  });

  test('releases the expired alone of those paid in advance, and on their word', async () => {
    const week = { InstanceChargeType: 'PrePaid', PeriodUnit: 'Week', Period: 1 };
    const [id = ''] = await cloud.launchRunning(week);
    const both = { Force: true, TerminateSubscription: true };
    assert.equal(await refused(id, { Force: true }), '403 ChargeTypeViolation');
    assert.equal(await refused(id, both), '403 ChargeTypeViolation');
    await cloud.passTime(8 * DAY);
    assert.equal(await refused(id, { Force: true }), '403 ChargeTypeViolation');
    const stop = cloud.refusal('StopInstance', { InstanceId: id });
    assert.equal(await stop, '403 InstanceExpiredOrInArrears');
    const reboot = cloud.refusal('RebootInstance', { InstanceId: id });
    assert.equal(await reboot, '403 InstanceExpiredOrInArrears');
    const start = cloud.refusal('StartInstance', { InstanceId: id });
    assert.equal(await start, '403 InstanceExpired');
    const { OperationLocks, Status } = await cloud.showOne(id);
    assert.equal(Status, 'Stopped', 'what has expired is stopped by itself');
    assert.deepEqual(OperationLocks, { LockReason: [{ LockReason: 'financial', LockMsg: '' }] });
    const locked = await cloud.ok('DescribeInstances', { LockReason: 'financial' });
    assert.equal(locked['TotalCount'], 1);
    const binned = await cloud.ok('DescribeInstances', { LockReason: 'Recycling' });
    assert.equal(binned['TotalCount'], 0);
    await cloud.ok('DeleteInstance', { InstanceId: id, ...both });
    await cloud.passTime(SECOND);
    await gone(id);
  });
});
