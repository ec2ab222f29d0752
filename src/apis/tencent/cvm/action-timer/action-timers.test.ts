import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const inFuture = (ms: number): string =>
  new Date(cloud.server.clock.clock.now() + ms).toISOString().replace(/\.\d+Z$/, 'Z');

async function launchOne(more: object = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning(more);
  return id;
}

async function timersOf(asked: object): Promise<ReadonlyArray<Record<string, unknown>>> {
  const { ActionTimers } = await cloud.ok('DescribeInstancesActionTimer', asked);
  return ActionTimers as ReadonlyArray<Record<string, unknown>>;
}

async function statusOf(id: string): Promise<readonly unknown[]> {
  return (await timersOf({ InstanceIds: [id] })).map(({ Status }) => Status);
}

function timerAt(ActionTime: string): object {
  return { TimerAction: 'TerminateInstances', ActionTime };
}

async function importTimer(ids: readonly string[], at: string): Promise<readonly string[]> {
  const asked = { InstanceIds: ids, ActionTimer: timerAt(at) };
  return (await cloud.ok('ImportInstancesActionTimer', asked))['ActionTimerIds'] as string[];
}

function importRefused(InstanceIds: readonly string[], ActionTimer: object): Promise<string> {
  return cloud.refusal('ImportInstancesActionTimer', { InstanceIds, ActionTimer });
}

async function isThere(id: string): Promise<boolean> {
  return (await cloud.ok('DescribeInstances', { InstanceIds: [id] }))['TotalCount'] === 1;
}

describe('ImportInstancesActionTimer', () => {
  test('releases the instances at the time, and is shown on its way', async () => {
    const ids = [await launchOne(), await launchOne()];
    const at = inFuture(DAY_MS);
    const timers = await importTimer(ids, at);
    assert.equal(timers.length, 2);
    assert.deepEqual(
      await timersOf({ InstanceIds: ids }),
      ids.map((InstanceId, index) => ({
        TimerAction: 'TerminateInstances',
        ActionTime: at,
        Externals: {},
        ActionTimerId: timers[index],
        Status: 'UNDO',
        InstanceId,
      })),
    );
    await cloud.passTime(DAY_MS - MINUTE_MS);
    assert.ok(await isThere(ids[0] ?? ''));
    await cloud.passTime(2 * MINUTE_MS);
    assert.ok(!(await isThere(ids[0] ?? '')));
    assert.deepEqual(await statusOf(ids[0] ?? ''), ['DONE']);
    assert.deepEqual(await timersOf({ ActionTimerIds: timers, StatusList: ['UNDO', 'DOING'] }), []);
  });

  test('while the instance is being released the timer acts', async () => {
    const id = await launchOne();
    await importTimer([id], inFuture(6 * MINUTE_MS));
    await cloud.server.clock.advance(6 * MINUTE_MS);
    await cloud.server.engine.idle();
    const status = await statusOf(id);
    assert.ok(['DOING', 'DONE'].includes(String(status[0])), String(status));
    await cloud.passTime(MINUTE_MS);
    assert.deepEqual(await statusOf(id), ['DONE']);
  });

  test('one that is paid in advance goes to the recycle bin, and its timer is done', async () => {
    const InstanceChargePrepaid = { Period: 1, RenewFlag: 'NOTIFY_AND_MANUAL_RENEW' };
    const id = await launchOne({ InstanceChargeType: 'PREPAID', InstanceChargePrepaid });
    await importTimer([id], inFuture(6 * MINUTE_MS));
    await cloud.passTime(7 * MINUTE_MS);
    assert.deepEqual(await statusOf(id), ['DONE']);
    assert.equal((await cloud.show([id]))[0]?.['InstanceState'], 'SHUTDOWN');
  });

  test('the samples’ form of the time is read as UTC, five minutes ahead at least', async () => {
    const [id, other] = [await launchOne(), await launchOne()];
    const soon = await importRefused([id], timerAt(inFuture(5 * MINUTE_MS)));
    assert.equal(soon, 'InvalidParameterValue');
    const at = inFuture(5 * MINUTE_MS + 1_000);
    await importTimer([id], at.replace('T', ' ').replace('Z', ''));
    assert.deepEqual((await timersOf({ InstanceIds: [id] }))[0]?.['ActionTime'], at);
    const format = 'InvalidParameterValue.InvalidTimeFormat';
    assert.equal(await importRefused([other], timerAt('tomorrow')), format);
    assert.equal(await importRefused([other], timerAt('2026-02-31T00:00:00Z')), format);
  });

  test('an instance has one timer: a second is refused, and all with it', async () => {
    const [id, free] = [await launchOne(), await launchOne()];
    await importTimer([id], inFuture(DAY_MS));
    const second = await importRefused([free, id], timerAt(inFuture(DAY_MS)));
    assert.equal(second, 'FailedOperation.MutActionTimerExist');
    assert.deepEqual(await timersOf({ InstanceIds: [free] }), []);
    const launched = await launchOne({ ActionTimer: timerAt(inFuture(DAY_MS)) });
    assert.deepEqual(await statusOf(launched), ['UNDO']);
    const third = await importRefused([launched], timerAt(inFuture(DAY_MS)));
    assert.equal(third, 'FailedOperation.MutActionTimerExist');
  });

  test('what is protected or on its way out gets none', async () => {
    const code = 'UnsupportedOperation.NotSupportImportInstancesActionTimer';
    const isProtected = await launchOne({ DisableApiTermination: true });
    assert.equal(await importRefused([isProtected], timerAt(inFuture(DAY_MS))), code);
    const id = await launchOne();
    await cloud.ok('TerminateInstances', { InstanceIds: [id] });
    assert.equal(await importRefused([id], timerAt(inFuture(DAY_MS))), code);
  });

  test('what it names is checked', async () => {
    const id = await launchOne();
    const timer = timerAt(inFuture(DAY_MS));
    assert.equal(await importRefused(['ins-00000000'], timer), 'InvalidInstanceId.NotFound');
    const malformed = 'InvalidParameterValue.InstanceIdMalformed';
    assert.equal(await importRefused(['ins-1'], timer), malformed);
    const many = Array.from({ length: 101 }, () => id);
    assert.equal(await importRefused(many, timer), 'InvalidParameterValue.LimitExceeded');
    assert.equal(await importRefused([], timer), 'MissingParameter');
    assert.equal(await importRefused([id], {}), 'MissingParameter');
    const stop = { ...timer, TimerAction: 'StopInstances' };
    assert.equal(await importRefused([id], stop), 'InvalidParameterValue');
    assert.equal((await importTimer(many.slice(1), inFuture(DAY_MS))).length, 1);
  });
});

describe('DescribeInstancesActionTimer', () => {
  test('narrows by timer, instance, time and status', async () => {
    const [early, late] = [await launchOne(), await launchOne()];
    const [first, second] = [inFuture(2 * DAY_MS), inFuture(3 * DAY_MS)];
    const [earlyTimer = ''] = await importTimer([early], first);
    await importTimer([late], second);
    const found = async (asked: object) =>
      (await timersOf({ InstanceIds: [early, late], ...asked })).map(
        (timer) => timer['InstanceId'],
      );
    assert.deepEqual(await found({}), [early, late]);
    assert.deepEqual(await found({ ActionTimerIds: [earlyTimer] }), [early]);
    assert.deepEqual(await found({ EndActionTime: first }), [early]);
    assert.deepEqual(await found({ StartActionTime: first, EndActionTime: second }), [early, late]);
    const after = second.replace('T', ' ').replace('Z', '');
    assert.deepEqual(await found({ StartActionTime: after }), [late]);
    assert.deepEqual(await found({ StatusList: ['UNDO'] }), [early, late]);
    assert.deepEqual(await found({ StatusList: ['DOING', 'DONE'] }), []);
    assert.deepEqual(await found({ TimerAction: 'TerminateInstances' }), [early, late]);
    assert.deepEqual(await timersOf({ InstanceIds: ['ins-00000000'] }), []);
    const elsewhere = { region: 'ap-beijing' };
    const there = await cloud.ok('DescribeInstancesActionTimer', {}, elsewhere);
    assert.deepEqual(there['ActionTimers'], []);
  });

  test('what it is asked for is checked', async () => {
    const refused = (asked: object) => cloud.refusal('DescribeInstancesActionTimer', asked);
    const format = 'InvalidParameterValue.InvalidTimeFormat';
    assert.equal(await refused({ StartActionTime: 'x' }), format);
    assert.equal(await refused({ EndActionTime: '2018-05-01' }), format);
    const many = Array.from({ length: 101 }, () => UNKNOWN);
    const limit = 'InvalidParameterValue.LimitExceeded';
    assert.equal(await refused({ ActionTimerIds: many }), limit);
    assert.deepEqual(await timersOf({ ActionTimerIds: many.slice(1) }), []);
    assert.equal(await refused({ StatusList: ['SOON'] }), 'InvalidParameterValue');
    assert.equal(await refused({ TimerAction: 'StopInstances' }), 'InvalidParameterValue');
  });
});

describe('DeleteInstancesActionTimer', () => {
  const remove = (...ActionTimerIds: string[]) =>
    cloud.ok('DeleteInstancesActionTimer', { ActionTimerIds });
  const refused = (...ActionTimerIds: string[]) =>
    cloud.refusal('DeleteInstancesActionTimer', { ActionTimerIds });

  test('the instance stays, may be protected again, and may get another timer', async () => {
    const id = await launchOne({ ActionTimer: timerAt(inFuture(DAY_MS)) });
    const [timer] = await timersOf({ InstanceIds: [id] });
    const timerId = String(timer?.['ActionTimerId']);
    assert.equal(await refused(timerId, UNKNOWN), 'InvalidParameterValue');
    assert.deepEqual(await statusOf(id), ['UNDO']);
    await remove(timerId, timerId);
    assert.deepEqual(await timersOf({ InstanceIds: [id] }), []);
    await cloud.passTime(DAY_MS + MINUTE_MS);
    assert.ok(await isThere(id));
    assert.equal(await refused(timerId), 'InvalidParameterValue');
    const protect = { InstanceIds: [id], DisableApiTermination: true };
    await cloud.ok('ModifyInstancesAttribute', protect);
    await cloud.ok('ModifyInstancesAttribute', { ...protect, DisableApiTermination: false });
    const [again = ''] = await importTimer([id], inFuture(6 * MINUTE_MS));
    await cloud.passTime(7 * MINUTE_MS);
    assert.ok(!(await isThere(id)));
    assert.equal(await refused(again), 'UnsupportedOperation');
  });

  test('a release by hand takes the timer with it', async () => {
    const id = await launchOne();
    await importTimer([id], inFuture(DAY_MS));
    await cloud.ok('TerminateInstances', { InstanceIds: [id] });
    assert.deepEqual(await timersOf({ InstanceIds: [id] }), []);
    await cloud.passTime(MINUTE_MS);
    assert.deepEqual(await timersOf({ InstanceIds: [id] }), []);
  });

  test('some have to be named', async () => {
    assert.equal(await refused(), 'MissingParameter');
    assert.equal(await cloud.refusal('DeleteInstancesActionTimer', {}), 'MissingParameter');
  });
});
