import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { created, DONE, expectState, finished, POLLS_MAX, runOn } from './cases-bench.ts';
import type { DriverBench, Lacks, Run } from './cases-bench.ts';
import type { DriverAnswer, DriverCall, GuestChange, MachineSpec, StopMode } from './driver.ts';
import { verbs } from './verbs.ts';

const MODES: readonly StopMode[] = ['soft', 'hard', 'soft-then-hard'];
/** One after the other. A bench's driver opens `sealed:` and the password. */
const CHANGES: readonly GuestChange[] = [
  { sealedPassword: 'sealed:Another-1' },
  { hostName: 'another' },
  { publicKeys: ['ssh-rsa AAAA one'], passwordLogin: false },
  { publicKeys: [], passwordLogin: true },
];

/** What every driver promises, tried on a driver that is healthy: nothing provoked, no failures. */
export function driverCases(name: string, open: () => Promise<DriverBench>): void {
  const run = runOn(open);
  describe(`driver ${name}`, () => {
    describe('describes itself', () => selfCases(run));
    describe('carries out', () => verbCases(run));
    describe('repeated and late', () => repetitionCases(run));
    describe('remembering', () => rememberingCases(run));
    describe('with images of its own', () => imageCases(run));
  });
}

function selfCases(run: Run): void {
  run('hosts of a zone have keys of their own and something to give', async (bench) => {
    const hosts = await bench.driver.hosts(bench.zone);
    assert.ok(hosts.length > 0);
    assert.equal(new Set(hosts.map((host) => host.key)).size, hosts.length);
    for (const host of hosts) {
      assert.equal(host.zone, bench.zone);
      assert.ok(host.cpu > 0 && host.memoryMiB > 0 && host.diskGiB > 0);
    }
    const again = await bench.driver.hosts(bench.zone);
    assert.deepEqual(
      new Set(again.map((host) => host.key)),
      new Set(hosts.map((host) => host.key)),
    );
  });

  run('it names every verb it has to have', async ({ driver }) => {
    assert.deepEqual([...driver.capabilities.verbs].sort(), [...verbs].sort());
  });

  run('limits on stock are whole numbers under names of their own', async ({ driver, zone }) => {
    const stock = driver.stock({ type: 'any.small', zone, charge: 'postpaid' });
    assert.equal(new Set(stock.map((each) => each.entry)).size, stock.length);
    for (const { limit } of stock) assert.ok(Number.isSafeInteger(limit) && limit >= 0);
  });

  run('it refuses no block that its machines have addresses of', async ({ driver, ...bench }) => {
    const { block: cidr, zone } = bench;
    assert.equal(driver.networkRefusal({ cidr, zone }), undefined);
  });
}

function verbCases(run: Run): void {
  run('a machine is made and runs', async (bench) => {
    const spec = bench.newSpec();
    assert.deepEqual(await finished(bench, (call) => bench.driver.create(spec, call)), DONE);
    await expectState(bench, spec, 'running');
  });

  for (const mode of MODES) {
    run(`a running machine is stopped (${mode}) and started again`, async (bench) => {
      const spec = await created(bench);
      const stop = { ...spec, generation: 2 };
      const start = { ...spec, generation: 3 };
      const stopped = await finished(bench, (call) => bench.driver.stop(stop, { mode }, call));
      assert.deepEqual(stopped, DONE);
      await expectState(bench, stop, 'stopped');
      assert.deepEqual(await finished(bench, (call) => bench.driver.start(start, call)), DONE);
      await expectState(bench, start, 'running');
    });

    run(`a running machine is rebooted (${mode}) and runs`, async (bench) => {
      const machine = { ...(await created(bench)), generation: 2 };
      const answer = await finished(bench, (call) => bench.driver.reboot(machine, { mode }, call));
      assert.deepEqual(answer, DONE);
      await expectState(bench, machine, 'running');
    });
  }

  run('the guest of a running machine is changed, and it runs on', async (bench) => {
    const spec = await created(bench);
    for (const [index, change] of CHANGES.entries()) {
      const machine = { ...spec, generation: 2 + index };
      assert.deepEqual(await changed(bench, machine, change), DONE);
      await expectState(bench, machine, 'running');
    }
  });

  run('the guest of a stopped machine is changed, it stays stopped and starts', async (bench) => {
    const spec = await created(bench);
    const at = (generation: number): MachineSpec => ({ ...spec, generation });
    const { driver } = bench;
    await finished(bench, (call) => driver.stop(at(2), { mode: 'hard' }, call));
    for (const [index, change] of CHANGES.entries()) {
      assert.deepEqual(await changed(bench, at(3 + index), change), DONE);
    }
    await expectState(bench, spec, 'stopped');
    const start = at(3 + CHANGES.length);
    assert.deepEqual(await finished(bench, (call) => driver.start(start, call)), DONE);
    await expectState(bench, spec, 'running');
  });

  run('a machine is destroyed and gone', async (bench) => {
    const machine = { ...(await created(bench)), generation: 2 };
    assert.deepEqual(await finished(bench, (call) => bench.driver.destroy(machine, call)), DONE);
    await expectState(bench, machine, 'absent');
  });
}

function repetitionCases(run: Run): void {
  run('a call that is done is done again', async (bench) => {
    const spec = await created(bench);
    assert.deepEqual(await finished(bench, (call) => bench.driver.create(spec, call)), DONE);
    await expectState(bench, spec, 'running');
  });

  run('a call asked twice at the same time makes one machine', async (bench) => {
    const spec = bench.newSpec();
    const both = [1, 2].map(() => finished(bench, (call) => bench.driver.create(spec, call)));
    assert.deepEqual(await Promise.all(both), [DONE, DONE]);
    await expectState(bench, spec, 'running');
  });

  run('a call repeated long after it began is done', async (bench) => {
    const spec = bench.newSpec();
    const beganAt = bench.now();
    await bench.driver.create(spec, { beganAt, now: beganAt });
    await bench.pass(60_000);
    const answer = await finished(bench, (call) => bench.driver.create(spec, call), beganAt);
    assert.deepEqual(answer, DONE);
  });

  run('stopping what is stopped and starting what runs is done', async (bench) => {
    const spec = await created(bench);
    const call = async (generation: number, verb: 'start' | 'stop'): Promise<void> => {
      const machine = { ...spec, generation };
      const answer = await finished(bench, (at) =>
        verb === 'start'
          ? bench.driver.start(machine, at)
          : bench.driver.stop(machine, { mode: 'hard' }, at),
      );
      assert.deepEqual(answer, DONE);
    };
    await call(2, 'start');
    await call(3, 'stop');
    await call(4, 'stop');
  });

  run('a change of a guest that is done is done again, also asked twice at once', async (bench) => {
    const machine = { ...(await created(bench)), generation: 2 };
    const change = { hostName: 'again' };
    const both = [1, 2].map(() => changed(bench, machine, change));
    assert.deepEqual(await Promise.all(both), [DONE, DONE]);
    assert.deepEqual(await changed(bench, machine, change), DONE);
    await expectState(bench, machine, 'running');
  });

  run('destroying twice, and what was never made, is done', async (bench) => {
    const machine = { ...(await created(bench)), generation: 2 };
    for (const each of [machine, machine, { ...machine, generation: 3 }, bench.newSpec()]) {
      assert.deepEqual(await finished(bench, (call) => bench.driver.destroy(each, call)), DONE);
    }
  });

  run('a machine nobody made is inspected absent', async (bench) => {
    await expectState(bench, bench.newSpec(), 'absent');
  });
}

/** What a driver that knows machines by itself promises besides. */
function rememberingCases(run: Run): void {
  const lacks: Lacks = ({ capabilities }) =>
    capabilities.remembers ? undefined : 'it remembers no machines';
  const hardStop = async (bench: DriverBench, spec: MachineSpec): Promise<void> => {
    const stop = { ...spec, generation: 3 };
    const ask = (call: DriverCall) => bench.driver.stop(stop, { mode: 'hard' }, call);
    assert.deepEqual(await finished(bench, ask), DONE);
  };

  run(
    'a machine nobody made is started in vain',
    async (bench) => {
      const spec = bench.newSpec();
      const answer = await finished(bench, (call) => bench.driver.start(spec, call));
      assert.equal(answer.state, 'failed');
    },
    lacks,
  );

  run(
    'the guest of a machine nobody made is changed in vain',
    async (bench) => {
      const answer = await changed(bench, bench.newSpec(), { hostName: 'nobody' });
      assert.equal(answer.state, 'failed');
    },
    lacks,
  );

  run(
    'all its machines are listed, and those that are gone are not',
    async (bench) => {
      const { driver } = bench;
      const [kept, lost] = [await created(bench), await created(bench)];
      const destroyed = { ...lost, generation: 2 };
      assert.deepEqual(await finished(bench, (call) => driver.destroy(destroyed, call)), DONE);
      const seen = await driver.inspectAll?.();
      assert.equal(seen?.machines.get(kept.key)?.state, 'running');
      assert.equal(seen.machines.has(lost.key), false);
      assert.deepEqual([seen.away.size, seen.isWhole], [0, true]);
    },
    lacks,
  );

  run(
    'a call of an older generation than was asked since changes nothing',
    async (bench) => {
      const spec = await created(bench);
      await hardStop(bench, spec);
      const again = await finished(bench, (call) => bench.driver.create(spec, call));
      assert.deepEqual(again, DONE);
      await expectState(bench, spec, 'stopped');
    },
    lacks,
  );

  run(
    'what happens to a machine is told of',
    async (bench) => {
      const spec = await created(bench);
      const changed: Array<string | undefined> = [];
      const end = bench.driver.watch?.((key) => changed.push(key));
      await hardStop(bench, spec);
      const isTold = () => changed.includes(spec.key) || changed.includes(undefined);
      for (let poll = 0; poll < POLLS_MAX && !isTold(); poll += 1) await bench.pass(WATCH_POLL_MS);
      assert.ok(isTold());
      end?.();
    },
    lacks,
  );
}

/** What a driver promises that has images itself, rather than taking any of the catalogue. */
function imageCases(run: Run): void {
  const lacks: Lacks = ({ images }) =>
    images === undefined ? 'it takes any image of the catalogue' : undefined;

  run(
    'an image is taken in once, and taken away',
    async ({ driver: { images }, newImage }) => {
      assert.ok(images !== undefined && newImage !== undefined);
      const path = newImage();
      const told: number[] = [];
      const { name, bytes } = await images.import(path, (sent, total) => told.push(sent / total));
      assert.equal(told.at(-1), 1);
      assert.ok(bytes > 0);
      assert.equal((await images.import(path, () => {})).name, name);
      const names = async () => (await images.list()).map((each) => each.name);
      assert.equal((await names()).filter((each) => each === name).length, 1);
      await images.remove(name);
      await images.remove(name);
      assert.equal((await names()).includes(name), false);
    },
    lacks,
  );
}

const WATCH_POLL_MS = 100;

function changed(
  bench: DriverBench,
  machine: MachineSpec,
  change: GuestChange,
): Promise<DriverAnswer> {
  return finished(bench, (call) => bench.driver.configure(machine, change, call));
}
