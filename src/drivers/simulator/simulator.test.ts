import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { storageCases } from '../cases-storage.ts';
import { driverCases } from '../cases.ts';
import type { DriverBench } from '../cases-bench.ts';
import type { MachineSpec } from '../driver.ts';
import { defaultConfiguration } from './configuration.ts';
import type { SimulatorConfiguration } from './configuration.ts';
import { createSimulator } from './simulator.ts';

const ZONE = 'east-1';

function specOf(number: number): MachineSpec {
  return {
    key: `machine${number}`,
    generation: 1,
    host: `${ZONE}-0001`,
    zone: ZONE,
    cpu: 1,
    memoryMiB: 1_024,
    image: 'debian',
    disks: [{ key: `disk${number}`, role: 'system', category: 'ssd', sizeGiB: 20 }],
    privateAddress: '10.0.0.4',
    subnet: 'subnet01',
  };
}

async function open(): Promise<DriverBench> {
  const cloud = simulatedClock(1_000_000);
  let made = 0;
  return {
    driver: createSimulator(defaultConfiguration),
    zone: ZONE,
    newSpec: () => specOf((made += 1)),
    block: '10.0.0.0/20',
    now: () => cloud.now(),
    pass: async (ms) => cloud.advance(ms),
    close: async () => {},
  };
}

driverCases('simulator', open);
storageCases('simulator', open);

function simulator(change: Partial<SimulatorConfiguration> = {}) {
  return createSimulator({ ...defaultConfiguration, ...change });
}

const at = (ms: number) => ({ beganAt: 0, now: ms });

describe('the simulator', () => {
  test('boots in the configured time, measured from when the call began', async () => {
    const driver = simulator();
    assert.deepEqual(await driver.create(specOf(1), at(0)), { state: 'pending', pollAfterMs: 500 });
    assert.deepEqual(await driver.create(specOf(1), at(499)), { state: 'pending', pollAfterMs: 1 });
    assert.deepEqual(await driver.create(specOf(1), at(500)), { state: 'done' });
  });

  test('answers the same from a new process: it remembers nothing', async () => {
    const rates = { ...defaultConfiguration.failureRates, create: 0.5 };
    const fates = async () => {
      const driver = simulator({ failureRates: rates });
      const specs = Array.from({ length: 200 }, (_, number) => specOf(number));
      return Promise.all(specs.map(async (spec) => (await driver.create(spec, at(500))).state));
    };
    const first = await fates();
    assert.deepEqual(await fates(), first);
    const failed = first.filter((state) => state === 'failed').length;
    assert.ok(failed > 60 && failed < 140, `${failed} of 200 failed`);
  });

  test('another seed or another generation is another fate', async () => {
    const failureRates = { ...defaultConfiguration.failureRates, create: 0.5 };
    const states = async (seed: string, generation: number) => {
      const driver = simulator({ seed, failureRates });
      const specs = Array.from({ length: 64 }, (_, number) => ({ ...specOf(number), generation }));
      return Promise.all(specs.map(async (spec) => (await driver.create(spec, at(500))).state));
    };
    assert.notDeepEqual(await states('a', 1), await states('b', 1));
    assert.notDeepEqual(await states('a', 1), await states('a', 2));
  });

  test('draws delays from the whole range', async () => {
    const delaysMs = { ...defaultConfiguration.delaysMs, boot: { min: 1, max: 4 } };
    const driver = simulator({ delaysMs });
    const waits = new Set<number>();
    for (let number = 0; number < 100; number += 1) {
      const answer = await driver.create(specOf(number), at(0));
      if (answer.state === 'pending') waits.add(answer.pollAfterMs);
    }
    assert.deepEqual([...waits].sort(), [1, 2, 3, 4]);
  });

  test('a guest that does not stop: soft fails, hard works, both take twice as long', async () => {
    const driver = simulator({ failureRates: { ...defaultConfiguration.failureRates, stop: 1 } });
    const stop = (mode: 'soft' | 'hard' | 'soft-then-hard', ms: number) =>
      driver.stop(specOf(1), { mode }, at(ms));
    assert.deepEqual(await stop('soft', 200), {
      state: 'failed',
      reason: 'guest-did-not-stop',
      retryable: false,
    });
    assert.deepEqual(await stop('hard', 200), { state: 'done' });
    assert.deepEqual(await stop('soft-then-hard', 200), { state: 'pending', pollAfterMs: 200 });
    assert.deepEqual(await stop('soft-then-hard', 400), { state: 'done' });
  });

  test('what fails by its rate says which verb it was', async () => {
    const driver = simulator({ failureRates: { 'publish-image': 1 } });
    const image = { key: 'image1', generation: 1, zone: ZONE };
    const publish = (ms: number) =>
      driver.machineImages.publish(image, { machine: 'machine1' }, at(ms));
    assert.equal((await publish(499)).state, 'pending');
    const failed = { state: 'failed', reason: 'publish-image-failed', retryable: false };
    assert.deepEqual(await publish(500), failed);
  });

  test('has the hosts of its configuration, a zone as it is overridden', async () => {
    const hosts = { ...defaultConfiguration.hosts, zones: { small: { perZone: 2, cpu: 8 } } };
    const driver = simulator({ hosts });
    assert.equal((await driver.hosts('other')).length, 1_024);
    const first = { rack: 'small-rack1', networkSwitch: 'small-switch1' };
    assert.deepEqual(await driver.hosts('small'), [
      { key: 'small-0001', zone: 'small', state: 'up', cpu: 8, ...SIZE, ...first },
      { key: 'small-0002', zone: 'small', state: 'up', cpu: 8, ...SIZE, ...first },
    ]);
    assert.equal((await driver.hosts('__proto__')).length, 1_024);
  });

  test('a million of the smallest instances fit a zone', async () => {
    const hosts = await simulator().hosts(ZONE);
    const fit = hosts.reduce(
      (sum, host) =>
        sum + Math.min(host.cpu, Math.floor(host.memoryMiB / 1_024), Math.floor(host.diskGiB / 20)),
      0,
    );
    assert.ok(fit >= 1_000_000, `${fit} fit`);
  });

  test('every stock entry that matches limits a launch', () => {
    const driver = simulator({
      stock: [
        { zone: ZONE, remaining: 5 },
        { type: 'big', remaining: 'sold-out' },
        { type: 'small', charge: 'prepaid', remaining: 7 },
      ],
    });
    const stock = (type: string, charge: string) => driver.stock({ type, zone: ZONE, charge });
    assert.deepEqual(stock('small', 'postpaid'), [
      { entry: `*/${ZONE}/*`, limit: 5, limits: 'zone' },
    ]);
    assert.deepEqual(stock('small', 'prepaid'), [
      { entry: `*/${ZONE}/*`, limit: 5, limits: 'zone' },
      { entry: 'small/*/prepaid', limit: 7, limits: 'charge' },
    ]);
    assert.deepEqual(driver.stock({ type: 'big', zone: 'x', charge: 'spot' }), [
      { entry: 'big/*/*', limit: 0, limits: 'type' },
    ]);
    const ofAll = [{ entry: `*/${ZONE}/*`, limit: 5, limits: 'zone' }];
    assert.deepEqual(driver.stock({ zone: ZONE }), ofAll, 'what all launches in it share');
  });
});

const SIZE = { memoryMiB: 4_096 * 1_024, diskGiB: 102_400 };

describe('the simulator, provoked', () => {
  test('the next machines of a zone fail, each for good, the others not', async () => {
    const driver = simulator();
    driver.provoke({ effect: 'fail', verb: 'create', zone: ZONE, times: 1, reason: 'no-disk' });
    const failed = { state: 'failed', reason: 'no-disk', retryable: false };
    assert.equal((await driver.create({ ...specOf(9), zone: 'west' }, at(500))).state, 'done');
    assert.deepEqual(await driver.create(specOf(1), at(0)), failed);
    assert.deepEqual(await driver.create(specOf(1), at(500)), failed);
    assert.equal((await driver.create(specOf(2), at(500))).state, 'done');
    assert.equal((await driver.start(specOf(1), at(500))).state, 'done');
  });

  test('a retryable failure is over after so many calls', async () => {
    const driver = simulator();
    driver.provoke({ effect: 'fail', verb: 'create', times: 2, retryable: true });
    const states = [];
    for (let call = 0; call < 3; call += 1) {
      states.push((await driver.create(specOf(1), at(500))).state);
    }
    assert.deepEqual(states, ['failed', 'failed', 'done']);
    assert.equal(driver.provocations().length, 1);
  });

  test('disks, snapshots and images fail and are slow by their own verbs', async () => {
    const driver = simulator();
    driver.provoke({ effect: 'fail', verb: 'attach-disk', key: 'disk2', times: 1 });
    driver.provoke({ effect: 'slow', verb: 'create-snapshot', zone: ZONE, times: 1, addedMs: 9 });
    const disk = (key: string) =>
      ({ key, generation: 1, zone: ZONE, host: '', role: 'data', machine: 'machine1' }) as const;
    const snapshot = { key: 'snap1', generation: 1, zone: ZONE };
    assert.equal((await driver.volumes.attach(disk('disk1'), at(200))).state, 'done');
    const failed = { state: 'failed', reason: 'provoked', retryable: false };
    assert.deepEqual(await driver.volumes.attach(disk('disk2'), at(0)), failed);
    assert.deepEqual(await driver.volumes.attach(disk('disk2'), at(200)), failed);
    assert.equal((await driver.volumes.detach(disk('disk2'), at(200))).state, 'done');
    const create = (ms: number) => driver.snapshots.create(snapshot, disk('disk1'), at(ms));
    assert.deepEqual(await create(500), { state: 'pending', pollAfterMs: 9 });
    assert.equal((await create(509)).state, 'done');
  });

  test('slow machines stay slow while they are asked', async () => {
    const driver = simulator();
    driver.provoke({ effect: 'slow', verb: 'create', times: 1, addedMs: 1_000 });
    assert.deepEqual(await driver.create(specOf(1), at(0)), {
      state: 'pending',
      pollAfterMs: 1_500,
    });
    assert.deepEqual(await driver.create(specOf(1), at(500)), {
      state: 'pending',
      pollAfterMs: 1_000,
    });
    assert.equal((await driver.create(specOf(2), at(500))).state, 'done');
  });

  test('sold out, seen, and cleared', async () => {
    const driver = simulator();
    driver.provoke({ effect: 'sold-out', zone: ZONE });
    driver.provoke({ effect: 'seen', machine: 'machine1', state: 'stopped' });
    const query = { type: 'small', zone: ZONE, charge: 'postpaid' };
    assert.deepEqual(driver.stock(query), [{ entry: `*/${ZONE}/*`, limit: 0, limits: 'zone' }]);
    assert.deepEqual(await driver.inspect(specOf(1), at(0)), { state: 'stopped' });
    driver.clearProvocations();
    assert.deepEqual(driver.stock(query), []);
    assert.deepEqual(await driver.inspect(specOf(1), at(0)), { state: 'unknown' });
  });

  test('refuses what is out of bounds and more than it can hold', () => {
    const driver = simulator();
    assert.throws(() => driver.provoke({ effect: 'fail', verb: 'stop', times: 0 }), /times must/);
    for (let count = 0; count < 100; count += 1) driver.provoke({ effect: 'sold-out' });
    assert.throws(() => driver.provoke({ effect: 'sold-out' }), /clear them first/);
  });
});
