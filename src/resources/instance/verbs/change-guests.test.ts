import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import { openWorld, plainLaunch } from '../instance.test-support.ts';
import { passwordPurpose } from '../launch-parts.ts';
import { ownInstancesByKeys } from '../table.ts';
import { changeGuestWorkflow } from '../workflows/change-guest.ts';
import { launchWorkflow } from '../workflows/launch.ts';
import { startWorkflowOf, stopWorkflowOf } from '../workflows/power.ts';
import { changeGuests } from './change-guests.ts';
import type { GuestChangeRequest } from './change-guests.ts';
import { launchInstances } from './launch.ts';
import { rebootInstances, startInstances, stopInstances } from './power.ts';

const SETTLED_MS = 10_000;

/** A running cloud of two instances, the second of them stopped. */
async function start(stopMode: 'keep-charging' | 'stop-charging' = 'keep-charging') {
  const world = await openWorld();
  const { store, clock: cloud, services } = world;
  const workflows = [launchWorkflow, stopWorkflowOf, startWorkflowOf, changeGuestWorkflow];
  const engine = startTestEngine({ store, cloud, services, workflows });
  const pass = (ms: number) => passTime({ engine, store, cloud }, ms);
  const keys = await world.write((scope) => launchInstances(scope, plainLaunch({ count: 2 })));
  const [running = '', stopped = ''] = keys;
  await pass(SETTLED_MS);
  const stop = { keys: [stopped], region: null, mode: 'hard', stopMode } as const;
  await world.write((scope) => stopInstances(scope, stop));
  await pass(SETTLED_MS);
  const instance = async (key: string): Promise<Instance> => {
    const request = { keys: [key], account: '100000000001' };
    const row = await store.read((reader) => reader.first(ownInstancesByKeys, request));
    assert.ok(row);
    return instanceOf(row);
  };
  return {
    ...world,
    running,
    stopped,
    pass,
    instance,
    change: (keys: readonly string[], request: Partial<GuestChangeRequest> = {}) =>
      world.write((scope) =>
        changeGuests(scope, {
          keys,
          region: null,
          operation: 'reset-password',
          wish: {},
          password: 'Secret-22',
          running: 'stop-and-start',
          mode: 'soft-then-hard',
          ...request,
        }),
      ),
    async end() {
      assert.deepEqual(await auditSettled(store), []);
      await engine.stop();
      await store.close();
    },
  };
}

type Started = Awaited<ReturnType<typeof start>>;

/** A password of an instance, as its driver would read it. */
async function passwordOf(cloud: Started, key: string): Promise<string> {
  const { login } = await cloud.instance(key);
  let opened = '';
  await cloud.read(async (scope) => {
    opened = scope.cloud.sealer.open(login.password ?? '', passwordPurpose);
  });
  return opened;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Fault) return error.reason;
    throw error;
  }
  return 'done';
}

describe('guests are changed', () => {
  test('a running one is stopped for it and started again, a stopped one stays so', async () => {
    const cloud = await start();
    const { running, stopped } = cloud;
    await cloud.change([running, stopped]);
    assert.equal((await cloud.instance(running)).state, 'stopping');
    assert.equal((await cloud.instance(stopped)).state, 'stopped');
    await cloud.pass(250);
    assert.equal((await cloud.instance(running)).state, 'starting');
    await cloud.pass(SETTLED_MS);
    for (const [key, state] of [
      [running, 'running'],
      [stopped, 'stopped'],
    ] as const) {
      const instance = await cloud.instance(key);
      assert.equal(instance.state, state);
      assert.deepEqual(
        [instance.operation, instance.operationState],
        ['reset-password', 'success'],
      );
      assert.equal(await passwordOf(cloud, key), 'Secret-22');
    }
    await cloud.end();
  });

  test('one that runs is refused where it would have to be stopped, and so are all', async () => {
    const cloud = await start();
    const { running, stopped } = cloud;
    const request = { running: 'refuse' } as const;
    assert.equal(await refusal(cloud.change([stopped, running], request)), 'instance.wrongState');
    assert.equal((await cloud.instance(stopped)).operation, 'stop');
    assert.equal(await refusal(cloud.change([stopped], request)), 'done');
    await cloud.pass(SETTLED_MS);
    await cloud.end();
  });

  test('a reboot may come while a running guest is changed, and both are done', async () => {
    const cloud = await start();
    const { running } = cloud;
    const reboot = (joinsChange: boolean) =>
      cloud.write((scope) =>
        rebootInstances(scope, { keys: [running], region: null, mode: 'hard', joinsChange }),
      );
    await cloud.change([running], { running: 'as-it-is' });
    assert.equal(await refusal(reboot(false)), 'instance.inProgress');
    await reboot(true);
    assert.equal((await cloud.instance(running)).state, 'rebooting');
    assert.equal(await refusal(reboot(true)), 'instance.wrongState');
    await cloud.pass(SETTLED_MS);
    const { state, operation, operationState } = await cloud.instance(running);
    assert.deepEqual([state, operation, operationState], ['running', 'reboot', 'success']);
    assert.equal(await passwordOf(cloud, running), 'Secret-22');
    await cloud.end();
  });

  test('so may a start, which is done also where the guest could not be changed', async () => {
    const cloud = await start();
    const { stopped } = cloud;
    const boot = () =>
      cloud.write((scope) =>
        startInstances(scope, { keys: [stopped], region: null, joinsChange: true }),
      );
    await cloud.change([stopped]);
    await boot();
    assert.equal((await cloud.instance(stopped)).state, 'starting');
    await cloud.pass(SETTLED_MS);
    assert.equal((await cloud.instance(stopped)).state, 'running');
    assert.equal(await passwordOf(cloud, stopped), 'Secret-22');

    const stop = {
      keys: [stopped],
      region: null,
      mode: 'hard',
      stopMode: 'keep-charging',
    } as const;
    for (const [verb, state] of [
      ['configure', 'running'],
      ['start', 'stopped'],
    ] as const) {
      await cloud.write((scope) => stopInstances(scope, stop));
      await cloud.pass(SETTLED_MS);
      cloud.simulator.provoke({ effect: 'fail', verb, times: 1, reason: 'no-room' });
      await cloud.change([stopped], { password: 'Never-333' });
      await boot();
      await cloud.pass(SETTLED_MS);
      const instance = await cloud.instance(stopped);
      assert.deepEqual([instance.state, instance.operationError], [state, 'no-room'], verb);
    }
    await cloud.end();
  });

  test('a host name is known when the guest has it, with a reboot or without', async () => {
    const cloud = await start();
    const { running } = cloud;
    const rename = (hostName: string, power: 'reboot' | 'as-it-is') =>
      cloud.change([running], {
        wish: { hostName },
        running: power,
        operation: 'change-attributes',
      });
    await rename('first', 'reboot');
    assert.equal((await cloud.instance(running)).state, 'rebooting');
    assert.equal((await cloud.instance(running)).hostName, null);
    await cloud.pass(SETTLED_MS);
    assert.equal((await cloud.instance(running)).hostName, 'first');
    await rename('second', 'as-it-is');
    assert.equal((await cloud.instance(running)).state, 'running');
    await cloud.pass(SETTLED_MS);
    assert.equal((await cloud.instance(running)).hostName, 'second');
    await cloud.end();
  });

  test('while it is under way another operation is refused', async () => {
    const cloud = await start();
    const { stopped } = cloud;
    await cloud.change([stopped]);
    const which = { keys: [stopped], region: null };
    const begun = () => refusal(cloud.write((scope) => startInstances(scope, which)));
    assert.equal(await begun(), 'instance.inProgress');
    assert.equal(await refusal(cloud.change([stopped])), 'instance.inProgress');
    await cloud.pass(SETTLED_MS);
    assert.equal(await begun(), 'done');
    await cloud.pass(SETTLED_MS);
    await cloud.end();
  });

  for (const [verb, state] of [
    ['stop', 'running'],
    ['configure', 'running'],
    ['start', 'stopped'],
  ] as const) {
    test(`where the ${verb} fails it says why, and is left ${state}`, async () => {
      const cloud = await start();
      const { running } = cloud;
      cloud.simulator.provoke({ effect: 'fail', verb, times: 1, reason: `no-${verb}` });
      await cloud.change([running], { wish: { hostName: 'new' }, password: 'Other-33' });
      await cloud.pass(SETTLED_MS);
      const instance = await cloud.instance(running);
      assert.equal(instance.state, state);
      assert.equal(instance.operationState, 'failed');
      assert.equal(instance.operationError, `no-${verb}`);
      assert.equal(instance.hostName, verb === 'start' ? 'new' : null);
      await cloud.end();
    });
  }

  test('one stopped without charge is refused where that is asked for', async () => {
    const cloud = await start('stop-charging');
    const { stopped } = cloud;
    const refused = cloud.change([stopped], { refusesWithoutCharge: true });
    assert.equal(await refusal(refused), 'instance.stoppedWithoutCharge');
    assert.equal(await refusal(cloud.change([stopped])), 'done');
    await cloud.pass(SETTLED_MS);
    await cloud.end();
  });

  test('no password is kept in clear', async () => {
    const cloud = await start();
    await cloud.change([cloud.running]);
    const rows = await cloud.store.read(({ db }) =>
      db.selectFrom('workflows').selectAll().execute(),
    );
    assert.ok(rows.length > 0);
    assert.doesNotMatch(JSON.stringify(rows), /Secret-22/);
    await cloud.pass(SETTLED_MS);
    const instance = await cloud.instance(cloud.running);
    assert.doesNotMatch(JSON.stringify(instance), /Secret-22/);
    await cloud.end();
  });
});
