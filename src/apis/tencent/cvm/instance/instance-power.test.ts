import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type Shown, type TestCloud } from '../../cloud.test-support.ts';

const SETTLED_MS = 2_000;
const DAY_MS = 86_400_000;
const PREPAID = {
  InstanceChargeType: 'PREPAID',
  InstanceChargePrepaid: { Period: 1 },
} as const;
const renewal = { InstanceChargePrepaid: { Period: 1 } } as const;
const verbs = ['Start', 'Stop', 'Reboot', 'Terminate', 'Renew'] as const;
type Verb = (typeof verbs)[number];

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

function named(verb: Verb, InstanceIds: readonly string[] | undefined, more: object = {}) {
  const body = { InstanceIds, ...(verb === 'Renew' && renewal), ...more };
  return [`${verb}Instances`, body] as const;
}

const ok = (verb: Verb, ids: readonly string[], more?: object) =>
  cloud.ok(...named(verb, ids, more));
const refusal = (verb: Verb, ids: readonly string[] | undefined, more?: object) =>
  cloud.refusal(...named(verb, ids, more));

async function launchOne(body: object = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning(body);
  return id;
}

async function one(id: string): Promise<Shown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return shown;
}

const stateOf = async (id: string) => (await one(id))['InstanceState'];

/** What DescribeInstances says of the latest operation. */
async function latest(id: string): Promise<readonly unknown[]> {
  const shown = await one(id);
  return [shown['InstanceState'], shown['LatestOperation'], shown['LatestOperationState']];
}

async function isGone(id: string): Promise<boolean> {
  return (await cloud.ok('DescribeInstances', { InstanceIds: [id] }))['TotalCount'] === 0;
}

describe('Start, Stop and Reboot', () => {
  test('each goes through its state and ends with SUCCESS', async () => {
    const id = await launchOne();
    const steps = [
      ['Stop', 'STOPPING', 'STOPPED'],
      ['Start', 'STARTING', 'RUNNING'],
      ['Reboot', 'REBOOTING', 'RUNNING'],
    ] as const;
    for (const [verb, during, afterwards] of steps) {
      const { RequestId } = await ok(verb, [id]);
      assert.deepEqual(await latest(id), [during, `${verb}Instances`, 'OPERATING']);
      assert.equal((await one(id))['LatestOperationRequestId'], RequestId);
      await cloud.passTime(SETTLED_MS);
      assert.deepEqual(await latest(id), [afterwards, `${verb}Instances`, 'SUCCESS']);
    }
  });

  test('a batch is done as a whole or not at all', async () => {
    const [running, stopped] = [await launchOne(), await launchOne()];
    await ok('Stop', [stopped]);
    await cloud.passTime(SETTLED_MS);
    const code = await refusal('Stop', [running, stopped]);
    assert.equal(code, 'UnsupportedOperation.InstanceStateStopped');
    assert.equal(await stateOf(running), 'RUNNING');
    assert.equal(await refusal('Reboot', [running, 'ins-00000000']), 'InvalidInstanceId.NotFound');
    assert.equal(await stateOf(running), 'RUNNING');
    await ok('Start', [stopped, stopped]);
    assert.equal(await stateOf(stopped), 'STARTING');
    await cloud.passTime(SETTLED_MS);
  });

  test('of two at once one is refused', async () => {
    const id = await launchOne();
    const answers = await Promise.all([1, 2].map(() => cloud.call(...named('Stop', [id]))));
    const codes = answers.map(({ Error: refused }) => refused?.Code).toSorted();
    assert.equal(codes[1], undefined);
    assert.match(String(codes[0]), /InstanceStateStopping|InstanceOperationInProgress/);
    await cloud.passTime(SETTLED_MS);
  });

  test('stopped without charge, where that is possible', async () => {
    const [hourly, prepaid] = [await launchOne(), await launchOne(PREPAID)];
    const modeOf = async (id: string) => (await one(id))['StopChargingMode'];
    assert.equal(await modeOf(hourly), 'NOT_APPLICABLE');
    await ok('Stop', [hourly, prepaid], { StoppedMode: 'STOP_CHARGING' });
    await cloud.passTime(SETTLED_MS);
    assert.equal(await modeOf(hourly), 'STOP_CHARGING');
    assert.equal(await modeOf(prepaid), 'NOT_APPLICABLE');
    await ok('Start', [hourly]);
    await cloud.passTime(SETTLED_MS);
    await ok('Stop', [hourly]);
    await cloud.passTime(SETTLED_MS);
    assert.equal(await modeOf(hourly), 'KEEP_CHARGING');
  });

  test('refuse what is malformed or too much', async () => {
    const id = await launchOne();
    const many = Array.from({ length: 101 }, () => id);
    for (const verb of verbs) {
      assert.equal(await refusal(verb, undefined), 'MissingParameter');
      assert.equal(await refusal(verb, []), 'MissingParameter');
      assert.equal(await refusal(verb, many), 'InvalidParameterValue.LimitExceeded');
      assert.equal(await refusal(verb, ['ins-1122']), 'InvalidInstanceId.Malformed');
      assert.equal(await refusal(verb, ['ins-00000000']), 'InvalidInstanceId.NotFound');
      const elsewhere = { region: 'ap-shanghai' };
      const code = await cloud.refusal(...named(verb, [id]), elsewhere);
      assert.equal(code, 'InvalidInstanceId.NotFound');
    }
    assert.equal(await refusal('Stop', [id], { StopType: 'GENTLE' }), 'InvalidParameterValue');
    assert.equal(await refusal('Reboot', [id], { StopType: 'GENTLE' }), 'InvalidParameterValue');
    assert.equal(await refusal('Stop', [id], { StoppedMode: 'FREE' }), 'InvalidParameterValue');
    const both = 'InvalidParameterCombination';
    assert.equal(await refusal('Stop', [id], { StopType: 'SOFT', ForceStop: true }), both);
    assert.equal(await refusal('Reboot', [id], { StopType: 'SOFT', ForceReboot: true }), both);
  });
});

describe('a guest that does not stop when asked', () => {
  let stubborn: TestCloud;
  before(async () => {
    const failureRates = { create: 0, start: 0, stop: 1, reboot: 1, configure: 0, destroy: 0 };
    stubborn = await startTestCloud({ simulation: { failureRates } });
  });
  after(() => stubborn.stop());

  const cases: ReadonlyArray<readonly [Verb, object, string, string]> = [
    ['Stop', {}, 'RUNNING', 'FAILED'],
    ['Stop', { StopType: 'SOFT' }, 'RUNNING', 'FAILED'],
    ['Stop', { ForceStop: false }, 'RUNNING', 'FAILED'],
    ['Stop', { ForceStop: true }, 'STOPPED', 'SUCCESS'],
    ['Stop', { StopType: 'SOFT_FIRST' }, 'STOPPED', 'SUCCESS'],
    ['Stop', { StopType: 'HARD' }, 'STOPPED', 'SUCCESS'],
    ['Reboot', {}, 'RUNNING', 'FAILED'],
    ['Reboot', { ForceReboot: 'true' }, 'RUNNING', 'SUCCESS'],
    ['Reboot', { StopType: 'HARD' }, 'RUNNING', 'SUCCESS'],
  ];
  const ends =
    ([verb, options, state, outcome]: (typeof cases)[number]) =>
    async () => {
      const ids = await stubborn.launchRunning();
      await stubborn.ok(...named(verb, ids, options));
      await stubborn.passTime(5_000);
      const [shown] = await stubborn.show(ids);
      assert.equal(shown?.['InstanceState'], state);
      assert.equal(shown['LatestOperationState'], outcome);
      assert.equal(shown['LatestOperationErrorMsg'] === null, outcome === 'SUCCESS');
    };

  for (const one of cases) {
    const [verb, options, state, outcome] = one;
    test(`${verb} with ${JSON.stringify(options)} ends ${state}, ${outcome}`, ends(one));
  }
});

describe('the state of an instance', () => {
  /**
   * What each verb meets in each state: `.` is allowed, `busy` is InstanceOperationInProgress, else
   * InstanceState<X>. Clients of the cloud see `busy` where the operation under way, and not the
   * state, is what forbids a release or a renewal: the same call works a little later.
   */
  const matrix: Readonly<Record<string, readonly string[]>> = {
    PENDING: ['Pending', 'Pending', 'Pending', 'Pending', 'Pending'],
    RUNNING: ['Running', '.', '.', '.', '.'],
    STOPPING: ['Stopping', 'Stopping', 'Stopping', 'busy', 'busy'],
    STOPPED: ['.', 'Stopped', 'Stopped', '.', '.'],
    STARTING: ['Starting', 'Starting', 'Starting', 'busy', 'busy'],
    REBOOTING: ['Rebooting', 'Rebooting', 'Rebooting', 'busy', 'busy'],
    SHUTDOWN: ['Shutdown', 'Shutdown', 'Shutdown', '.', '.'],
    TERMINATING: ['Terminating', 'Terminating', 'Terminating', 'Terminating', 'Terminating'],
    LAUNCH_FAILED: Array.from({ length: 5 }, () => 'LaunchFailed'),
  };

  /** Brings a prepaid instance into a state; the clock stands still in between. */
  async function bringTo(state: string): Promise<string> {
    if (state === 'LAUNCH_FAILED') {
      cloud.server.simulator?.provoke({ effect: 'fail', verb: 'create', times: 1 });
    }
    const [id = ''] = await cloud.launch(PREPAID);
    if (state === 'PENDING') return id;
    await cloud.passTime(SETTLED_MS);
    const path: Readonly<Record<string, readonly Verb[]>> = {
      STOPPING: ['Stop'],
      STOPPED: ['Stop'],
      STARTING: ['Stop', 'Start'],
      REBOOTING: ['Reboot'],
      SHUTDOWN: ['Terminate'],
      TERMINATING: ['Terminate', 'Terminate'],
    };
    const steps = path[state] ?? [];
    for (const [index, verb] of steps.entries()) {
      await ok(verb, [id]);
      const last = index === steps.length - 1;
      if (!last || state === 'STOPPED') await cloud.passTime(SETTLED_MS);
    }
    return id;
  }

  function wantedOf(code: string | undefined): string | undefined {
    if (code === '.') return undefined;
    if (code === 'busy') return 'OperationDenied.InstanceOperationInProgress';
    return `UnsupportedOperation.InstanceState${code}`;
  }

  const allows = (state: string, expected: readonly string[]) => async () => {
    for (const [index, verb] of verbs.entries()) {
      const id = await bringTo(state);
      assert.equal(await stateOf(id), state);
      const { Error: refused } = await cloud.call(...named(verb, [id]));
      const code = expected[index];
      assert.equal(refused?.Code, wantedOf(code), verb);
      await cloud.passTime(SETTLED_MS);
    }
  };

  for (const [state, expected] of Object.entries(matrix)) {
    test(`${state} allows what the pages allow`, allows(state, expected));
  }
});

describe('TerminateInstances', () => {
  test('destroys what is paid by the hour at once, running or not', async () => {
    const id = await launchOne();
    await ok('Terminate', [id], { ReleasePrepaidDataDisks: true });
    assert.deepEqual(await latest(id), ['TERMINATING', 'TerminateInstances', 'OPERATING']);
    await cloud.passTime(SETTLED_MS);
    assert.equal(await isGone(id), true);
    assert.equal(await refusal('Terminate', [id]), 'InvalidInstanceId.NotFound');
  });

  test('puts what is paid in advance into the recycle bin; the second call destroys', async () => {
    const id = await launchOne(PREPAID);
    await ok('Terminate', [id]);
    const binned = await one(id);
    assert.equal(binned['InstanceState'], 'SHUTDOWN');
    assert.equal(binned['IsolatedSource'], 'MANMADE');
    assert.equal(binned['LatestOperationState'], 'SUCCESS');
    await ok('Terminate', [id]);
    await cloud.passTime(SETTLED_MS);
    assert.equal(await isGone(id), true);
  });

  test('the bin is emptied after seven days by the clock of the cloud', async () => {
    const id = await launchOne(PREPAID);
    await ok('Terminate', [id]);
    await cloud.passTime(7 * DAY_MS - 60_000);
    assert.equal(await stateOf(id), 'SHUTDOWN');
    await cloud.passTime(120_000);
    assert.equal(await isGone(id), true);
  });

  test('refuses mixed charge types and protected instances, as a whole', async () => {
    const [hourly, prepaid] = [await launchOne(), await launchOne(PREPAID)];
    const mixed = 'UnsupportedOperation.InstanceMixedPricingModel';
    assert.equal(await refusal('Terminate', [hourly, prepaid]), mixed);
    const guarded = await launchOne({ DisableApiTermination: true });
    const code = await refusal('Terminate', [hourly, guarded]);
    assert.equal(code, 'UnsupportedOperation.InstancesProtected');
    assert.equal(await stateOf(hourly), 'RUNNING');
  });
});

describe('RenewInstances', () => {
  test('pays for longer, from the end of what is paid', async () => {
    const id = await launchOne(PREPAID);
    const before = String((await one(id))['ExpiredTime']);
    const RenewFlag = 'DISABLE_NOTIFY_AND_MANUAL_RENEW';
    await ok('Renew', [id], { InstanceChargePrepaid: { Period: '3', RenewFlag } });
    const shown = await one(id);
    const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
    assert.equal(months(String(shown['ExpiredTime'])), months(before) + 3);
    assert.equal(shown['RenewFlag'], RenewFlag);
    assert.deepEqual(await latest(id), ['RUNNING', 'RenewInstances', 'SUCCESS']);
  });

  test('is the way out of the recycle bin, to STOPPED', async () => {
    const id = await launchOne(PREPAID);
    await ok('Terminate', [id]);
    await cloud.passTime(6 * DAY_MS);
    await ok('Renew', [id], { RenewPortableDataDisk: false });
    assert.equal(await stateOf(id), 'STOPPED');
    assert.equal((await one(id))['IsolatedSource'], 'NOTISOLATED');
    await cloud.passTime(8 * DAY_MS);
    await ok('Start', [id]);
    await cloud.passTime(SETTLED_MS);
    assert.equal(await stateOf(id), 'RUNNING');
  });

  test('refuses what is not paid in advance, and periods that are none', async () => {
    const [hourly, prepaid] = [await launchOne(), await launchOne(PREPAID)];
    assert.equal(await refusal('Renew', [hourly]), 'UnsupportedOperation.InstanceChargeType');
    const mixed = 'InvalidParameterValue.InstanceNotSupportedMixPricingModel';
    assert.equal(await refusal('Renew', [prepaid, hourly]), mixed);
    const none = { InstanceChargePrepaid: undefined };
    assert.equal(await refusal('Renew', [prepaid], none), 'MissingParameter');
    const odd = { InstanceChargePrepaid: { Period: 13 } };
    assert.equal(await refusal('Renew', [prepaid], odd), 'InvalidPeriod');
    const renewed = { InstanceChargePrepaid: { Period: 1, RenewFlag: 'MAYBE' } };
    assert.equal(await refusal('Renew', [prepaid], renewed), 'InvalidParameterValue');
  });
});
