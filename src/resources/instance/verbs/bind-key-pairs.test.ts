import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { rsaKeys } from '#kernel/rsa-key.ts';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { keyPairsOf } from '../../key-pair/links.ts';
import { createKeyPair } from '../../key-pair/verbs/create-key-pair.ts';
import { deleteKeyPair } from '../../key-pair/verbs/delete-key-pair.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import { openWorld, plainLaunch } from '../instance.test-support.ts';
import { specOf, loadInstances } from '../machine.ts';
import { instancesByKeys } from '../table.ts';
import { changeGuestWorkflow } from '../workflows/change-guest.ts';
import { launchWorkflow } from '../workflows/launch.ts';
import { stopWorkflowOf } from '../workflows/power.ts';
import { terminateWorkflow } from '../workflows/terminate.ts';
import { bindKeyPairs, type KeyPairsBound, unbindKeyPairs } from './bind-key-pairs.ts';
import { launchInstances } from './launch.ts';
import { stopInstances } from './power.ts';
import { terminateInstances } from './terminate.ts';

const SETTLED_MS = 10_000;
const region = 'guangzhou';
/** Windows Server 2022 of the catalogue. */
const WINDOWS = '9tzezztj';
const made = await rsaKeys().make();

/** A cloud of three key pairs and two instances, the second of which is stopped. */
async function start() {
  const world = await openWorld();
  const { store, clock: cloud, services } = world;
  const workflows = [launchWorkflow, stopWorkflowOf, changeGuestWorkflow, terminateWorkflow];
  const engine = startTestEngine({ store, cloud, services, workflows });
  const pass = (ms = SETTLED_MS) => passTime({ engine, store, cloud }, ms);
  const request = { region, project: 0, resourceGroup: '', tags: [], made };
  const pairs: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    pairs.push((await world.write((scope) => createKeyPair(scope, { ...request, name }))).key);
  }
  const launch = (changes: Parameters<typeof plainLaunch>[0]) =>
    world.write((scope) => launchInstances(scope, plainLaunch(changes)));
  const [running = '', stopped = ''] = await launch({ count: 2 });
  await pass();
  const stop = { keys: [stopped], region: null, mode: 'hard', stopMode: 'keep-charging' } as const;
  await world.write((scope) => stopInstances(scope, stop));
  await pass();
  const change = (verb: typeof bindKeyPairs, part: Partial<KeyPairsBound>) =>
    world.write((scope) =>
      verb(scope, {
        instances: [running, stopped],
        keyPairs: pairs.slice(0, 1),
        region,
        running: 'stop-and-start',
        mode: 'hard',
        ...part,
      }),
    );
  return {
    ...world,
    running,
    stopped,
    pairs,
    pass,
    launch,
    bind: (part: Partial<KeyPairsBound> = {}) => change(bindKeyPairs, part),
    unbind: (part: Partial<KeyPairsBound> = {}) => change(unbindKeyPairs, part),
    async instance(key: string): Promise<Instance> {
      const row = await store.read((reader) => reader.first(instancesByKeys, { keys: [key] }));
      assert.ok(row);
      return instanceOf(row);
    },
    async boundTo(key: string): Promise<readonly string[]> {
      const links = await store.read((reader) => keyPairsOf(reader, [key]));
      return links.get(key)?.map((one) => one.key) ?? [];
    },
    async end() {
      await pass();
      assert.deepEqual(await auditSettled(store), []);
      await engine.stop();
      await store.close();
    },
  };
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

describe('key pairs are bound to instances', () => {
  test('a running one is stopped for it and started again, a stopped one stays so', async () => {
    const cloud = await start();
    const { running, stopped, pairs } = cloud;
    await cloud.bind({ keyPairs: pairs.slice(0, 2) });
    assert.equal((await cloud.instance(running)).state, 'stopping');
    await cloud.pass();
    for (const [key, state] of [
      [running, 'running'],
      [stopped, 'stopped'],
    ] as const) {
      const instance = await cloud.instance(key);
      assert.equal(instance.state, state);
      const { operation, operationState } = instance;
      assert.deepEqual([operation, operationState], ['bind-key-pairs', 'success']);
      assert.deepEqual(await cloud.boundTo(key), pairs.slice(0, 2));
    }
    await cloud.end();
  });

  test('those of before open it no more', async () => {
    const cloud = await start();
    const { stopped, pairs } = cloud;
    const instances = [stopped];
    await cloud.bind({ instances });
    await cloud.pass();
    await cloud.bind({ instances, keyPairs: pairs.slice(1) });
    await cloud.pass();
    assert.deepEqual(await cloud.boundTo(stopped), pairs.slice(1));
    await cloud.end();
  });

  test('all of them or none: one that runs is refused where it is not to be stopped', async () => {
    const cloud = await start();
    assert.equal(await refusal(cloud.bind({ running: 'refuse' })), 'instance.wrongState');
    assert.deepEqual(await cloud.boundTo(cloud.stopped), []);
    const unknown = cloud.bind({ keyPairs: ['00000000'] });
    assert.equal(await refusal(unknown), 'key-pair.notFound');
    await cloud.end();
  });

  test('where the guest cannot be changed, those of before are bound again', async () => {
    const cloud = await start();
    const { running, pairs } = cloud;
    const instances = [running];
    await cloud.bind({ instances });
    await cloud.pass();
    cloud.simulator.provoke({ effect: 'fail', verb: 'configure', times: 1, reason: 'no-room' });
    await cloud.bind({ instances, keyPairs: pairs.slice(1) });
    assert.deepEqual(await cloud.boundTo(running), pairs.slice(1));
    await cloud.pass();
    assert.deepEqual(await cloud.boundTo(running), pairs.slice(0, 1));
    assert.equal((await cloud.instance(running)).operationError, 'no-room');
    await cloud.end();
  });

  test('one that is bound is not deleted, also while it is being bound', async () => {
    const cloud = await start();
    const [key = ''] = cloud.pairs;
    const remove = () => cloud.write((scope) => deleteKeyPair(scope, { key, region }));
    await cloud.bind();
    assert.equal(await refusal(remove()), 'key-pair.inUse');
    await cloud.pass();
    assert.equal(await refusal(remove()), 'key-pair.inUse');
    await cloud.unbind();
    await cloud.pass();
    assert.equal(await refusal(remove()), 'done');
    await cloud.end();
  });

  test('some are taken off an instance, and the others stay', async () => {
    const cloud = await start();
    const { running, stopped, pairs } = cloud;
    await cloud.bind({ keyPairs: pairs });
    await cloud.pass();
    await cloud.bind({ instances: [stopped], keyPairs: pairs.slice(0, 2) });
    await cloud.pass();
    assert.equal(await refusal(cloud.unbind({ keyPairs: pairs })), 'key-pair.notAttached');
    await cloud.unbind({ keyPairs: pairs.slice(0, 1) });
    await cloud.pass();
    assert.deepEqual(await cloud.boundTo(running), pairs.slice(1));
    assert.deepEqual(await cloud.boundTo(stopped), pairs.slice(1, 2));
    await cloud.end();
  });

  test('at launch, and the machine is made with them; its end frees them', async () => {
    const cloud = await start();
    const keyPairs = cloud.pairs.slice(0, 2);
    const [key = ''] = await cloud.launch({ login: { by: 'key-pairs', keyPairs } });
    assert.deepEqual(await cloud.boundTo(key), keyPairs);
    const [loaded] = await loadInstances(cloud.store, [key]);
    assert.ok(loaded);
    const { login } = specOf(loaded, { boot: true, source: undefined });
    const body = made.publicKey;
    assert.deepEqual(
      login?.publicKeys,
      keyPairs.map((pair) => `${body} skey_${pair}`),
    );
    await cloud.pass();
    const which = { keys: [key], region: null, force: true, prepaid: 'release' } as const;
    await cloud.write((scope) => terminateInstances(scope, which));
    await cloud.pass();
    await cloud.end();
  });

  test('Windows takes none, at launch or later', async () => {
    const cloud = await start();
    const by = { by: 'key-pairs', keyPairs: cloud.pairs } as const;
    const launched = cloud.launch({ image: WINDOWS, login: by });
    assert.equal(await refusal(launched), 'key-pair.notForWindows');
    const [windows = ''] = await cloud.launch({ image: WINDOWS });
    await cloud.pass();
    const bound = cloud.bind({ instances: [windows] });
    assert.equal(await refusal(bound), 'key-pair.notForWindows');
    await cloud.end();
  });
});
