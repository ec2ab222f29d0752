import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Answer, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const SECOND = 1_000;
const DAY = 86_400_000;
const UNKNOWN = 'i-000000000000000000zz';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const named = (ids: readonly string[], more: Readonly<Record<string, string | boolean>> = {}) => ({
  ...Object.fromEntries(ids.map((id, at) => [`InstanceId.${at + 1}`, id])),
  ...more,
});

const region = { RegionId: 'cn-guangzhou' };
const first = { BatchOptimization: 'SuccessFirst' };

type Response = Readonly<Record<string, string>>;

const responses = (answer: Answer): readonly Response[] =>
  (answer['InstanceResponses'] as { readonly InstanceResponse: readonly Response[] })
    .InstanceResponse;

const statuses = async (ids: readonly string[]) =>
  (await cloud.show(ids)).map(({ Status }) => Status);

describe('several instances are powered', () => {
  test('all together, and the answer tells of each', async () => {
    const ids = await cloud.launchRunning({ Amount: 2 });
    const stopped = await cloud.ok('StopInstances', { ...region, ...named(ids) });
    const done = { Code: '200', Message: 'success' };
    assert.deepEqual(
      responses(stopped),
      ids.map((InstanceId) => ({
        ...done,
        InstanceId,
        PreviousStatus: 'Running',
        CurrentStatus: 'Stopping',
      })),
    );
    await cloud.passTime(SECOND);
    assert.deepEqual(await statuses(ids), ['Stopped', 'Stopped']);
    await cloud.ok('StartInstances', { ...region, ...named(ids) });
    await cloud.passTime(SECOND);
    const [one] = responses(
      await cloud.ok('RebootInstances', { ...region, ...named(ids, { ForceReboot: true }) }),
    );
    assert.equal(one?.['CurrentStatus'], 'Starting');
    await cloud.passTime(SECOND);
  });

  test('AllTogether: where one is refused none is changed', async () => {
    const [running = '', halted = ''] = await cloud.launchRunning({ Amount: 2 });
    await cloud.ok('StopInstance', { InstanceId: halted });
    await cloud.passTime(SECOND);
    const refused = (ids: readonly string[]) =>
      cloud.refusal('StopInstances', { ...region, ...named(ids) });
    assert.equal(await refused([running, halted]), '403 IncorrectInstanceStatus');
    assert.equal(await refused([running, UNKNOWN]), '404 InvalidInstanceId.NotFound');
    assert.deepEqual(await statuses([running]), ['Running']);
    assert.equal(await refused([]), '400 MissingParameter');
    const many = Array.from({ length: 101 }, () => running);
    assert.equal(await refused(many), '400 InvalidParameter');
  });

  test('SuccessFirst: each for itself, with its own code', async () => {
    const [running = '', halted = ''] = await cloud.launchRunning({ Amount: 2 });
    await cloud.ok('StopInstance', { InstanceId: halted });
    await cloud.passTime(SECOND);
    const answer = await cloud.ok('StopInstances', {
      ...region,
      ...named([running, halted, UNKNOWN], first),
    });
    const told = responses(answer).map(
      ({ InstanceId, Code, PreviousStatus, CurrentStatus }) =>
        `${InstanceId} ${Code} ${PreviousStatus}>${CurrentStatus}`,
    );
    assert.deepEqual(told, [
      `${running} 200 Running>Stopping`,
      `${halted} IncorrectInstanceStatus Stopped>Stopped`,
      `${UNKNOWN} InvalidInstanceId.NotFound >`,
    ]);
    await cloud.passTime(SECOND);
  });

  test('a dry run changes nothing and checks what is done together', async () => {
    const ids = await cloud.launchRunning({ Amount: 2 });
    const dry = (more: Readonly<Record<string, string>>) =>
      cloud.refusal('StartInstances', { ...region, ...named(ids, { DryRun: true, ...more }) });
    assert.equal(await dry({}), '403 IncorrectInstanceStatus');
    assert.equal(await dry(first), '400 DryRunOperation');
    const stop = { ...region, ...named(ids, { DryRun: true }) };
    assert.equal(await cloud.refusal('StopInstances', stop), '400 DryRunOperation');
    assert.deepEqual(await statuses(ids), ['Running', 'Running']);
  });

  test('only in the region that is named', async () => {
    const ids = await cloud.launchRunning();
    const elsewhere = named(ids, { RegionId: 'cn-beijing' });
    const code = await cloud.refusal('StopInstances', elsewhere, { region: 'cn-beijing' });
    assert.equal(code, '404 InvalidInstanceId.NotFound');
  });
});

describe('DeleteInstances', () => {
  test('releases all or none, a running one by force alone', async () => {
    const ids = await cloud.launchRunning({ Amount: 2 });
    await cloud.ok('StopInstance', { InstanceId: ids[0] ?? '' });
    await cloud.passTime(SECOND);
    const asked = { ...region, ...named(ids) };
    assert.equal(await cloud.refusal('DeleteInstances', asked), '403 IncorrectInstanceStatus');
    const dry = { ...asked, Force: true, DryRun: true };
    assert.equal(await cloud.refusal('DeleteInstances', dry), '400 DryRunOperation');
    assert.deepEqual(await statuses(ids), ['Stopped', 'Running']);
    const token = { ...asked, Force: true, ClientToken: 'delete-once' };
    await cloud.ok('DeleteInstances', token);
    await cloud.passTime(SECOND);
    assert.deepEqual(await cloud.show(ids), []);
    await cloud.ok('DeleteInstances', token);
  });

  test('keeps what was paid for until it is over', async () => {
    const prepaid = { InstanceChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Week' };
    const ids = await cloud.launchRunning(prepaid);
    const asked = { ...region, ...named(ids), Force: true };
    assert.equal(await cloud.refusal('DeleteInstances', asked), '403 ChargeTypeViolation');
    const terminating = { ...asked, TerminateSubscription: true };
    assert.equal(await cloud.refusal('DeleteInstances', terminating), '403 ChargeTypeViolation');
    await cloud.passTime(7 * DAY);
    await cloud.ok('DeleteInstances', terminating);
    await cloud.passTime(SECOND);
    assert.deepEqual(await cloud.show(ids), []);
  });
});

describe('RenewInstance', () => {
  test('brings back one that has expired', async () => {
    const [id = ''] = await cloud.launchRunning({ InstanceChargeType: 'PrePaid', Period: 1 });
    const before = (await cloud.showOne(id))['ExpiredTime'] as string;
    await cloud.passTime(32 * DAY);
    assert.equal(await cloud.refusal('StartInstance', { InstanceId: id }), '403 InstanceExpired');
    const answer = await cloud.ok('RenewInstance', { InstanceId: id, Period: 2 });
    assert.deepEqual(Object.keys(answer), ['RequestId', 'OrderId']);
    assert.ok(((await cloud.showOne(id))['ExpiredTime'] as string) > before);
    await cloud.ok('StartInstance', { InstanceId: id });
    await cloud.passTime(SECOND);
    assert.deepEqual(await statuses([id]), ['Running']);
  });

  test('adds to what is left, in weeks too, once for a token', async () => {
    const [id = ''] = await cloud.launchRunning({ InstanceChargeType: 'PrePaid', Period: 1 });
    const ends = async () => Date.parse((await cloud.showOne(id))['ExpiredTime'] as string);
    const before = await ends();
    const week = { InstanceId: id, Period: 1, PeriodUnit: 'Week', ClientToken: 'renew-once' };
    await cloud.ok('RenewInstance', week);
    await cloud.ok('RenewInstance', week);
    assert.equal(await ends(), before + 7 * DAY);
  });

  test('refuses what is not sold and what is paid by use', async () => {
    const [hourly = ''] = await cloud.launchRunning();
    const refused = (more: Readonly<Record<string, string | number>>) =>
      cloud.refusal('RenewInstance', { InstanceId: hourly, ...more });
    assert.equal(await refused({}), '400 MissingParameter');
    assert.equal(await refused({ Period: 10 }), '400 InvalidPeriod');
    assert.equal(await refused({ Period: 6, PeriodUnit: 'Week' }), '400 InvalidPeriod');
    assert.equal(await refused({ ExpectedRenewDay: 5 }), '400 InvalidParameter');
    assert.equal(await refused({ Period: 1 }), '403 ChargeTypeViolation');
    const unknown = { InstanceId: UNKNOWN, Period: 1 };
    assert.equal(await cloud.refusal('RenewInstance', unknown), '404 InvalidInstanceId.NotFound');
  });
});
