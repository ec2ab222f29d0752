import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Driver, DriverAnswer, MachineRemoval, MachineSpec } from '#drivers/driver.ts';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
import { dyingTransport } from '../../support/dying-transport.ts';
import { openLxdDriver, specOf } from '../../support/lxd-driver.ts';
import { startLxd, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

const CALL = { beganAt: 0, now: 0 };
const CALLS_MAX = 60;
const RETRY_MS = 200;

/** A machine that goes with all its disks. */
function removalOf(spec: MachineSpec, generation: number): MachineSpec & MachineRemoval {
  return { ...spec, generation, removedDisks: spec.disks.slice(1).map(({ key }) => key) };
}

type Ask = (driver: Driver, spec: MachineSpec) => Promise<DriverAnswer>;

describe('a server that is killed while it makes machines', { skip: withoutLxd() }, () => {
  test('has made them all once it is back', async () => {
    const server = await startLxd();
    const directory = mkdtempSync(join(tmpdir(), 'yt-image-'));
    const driver = await openLxdDriver(server);
    const { name: image } = await driver.images.import(writeBusyboxImage(directory), () => {});
    for (const [round, afterMs] of [60, 110, 160, 210].entries()) {
      const specs = [1, 2, 3].map((at) =>
        specOf({ prefix: server.prefix, image, number: 10 * round + 10 + at }),
      );
      const made = specs.map((spec) => finish(driver, spec, (by) => by.create(spec, CALL)));
      await delay(afterMs);
      await server.kill();
      await server.startAgain();
      await Promise.all(made);
      for (const spec of specs) {
        assert.equal((await driver.inspect(spec, CALL)).state, 'running');
        await finish(driver, spec, (by) => by.destroy({ ...spec, generation: 9 }, CALL));
      }
      assert.equal(await server.lxc('list', '--format=csv'), '');
    }
    await driver.close();
    rmSync(directory, { recursive: true });
    await server.close();
  });
});

/** Asks until it is done, by a process of its own where the last one has died. */
async function finish(driver: Driver, spec: MachineSpec, ask: Ask): Promise<void> {
  for (;;) {
    const answer = await ask(driver, spec);
    if (answer.state === 'pending') await delay(answer.pollAfterMs);
    else if (answer.state === 'done') return;
    else {
      assert.ok(answer.retryable, `${answer.reason}: ${answer.detail}`);
      await delay(RETRY_MS);
    }
  }
}

for (const when of ['before', 'after'] as const) {
  describe(`a process that dies ${when} the server has a call`, { skip: withoutLxd() }, () => {
    let server: LxdServer;
    let image: string;
    let number = 1;
    const directory = mkdtempSync(join(tmpdir(), 'yt-image-'));
    before(async () => {
      server = await startLxd();
      const driver = await openLxdDriver(server);
      image = (await driver.images.import(writeBusyboxImage(directory), () => {})).name;
      await driver.close();
    });
    after(async () => {
      await server?.close();
      rmSync(directory, { recursive: true });
    });

    const newSpec = (): MachineSpec => {
      number = (number % 250) + 2;
      const spec = specOf({ prefix: server.prefix, image, number });
      const data = { key: `${spec.key}e`, role: 'data', category: 'ssd', sizeGiB: 1 } as const;
      return { ...spec, hostName: 'named', disks: [...spec.disks, data] };
    };

    /** Dies at each call of a verb in turn, and has the next process end what was begun. */
    const interrupt = async (
      prepare: (driver: Driver, spec: MachineSpec) => Promise<void>,
      { ask, check }: { ask: Ask; check: (driver: Driver, spec: MachineSpec) => Promise<void> },
    ): Promise<number> => {
      const driver = await openLxdDriver(server);
      for (let call = 1; call < CALLS_MAX; call += 1) {
        const spec = newSpec();
        await prepare(driver, spec);
        const { transport, arm, isDead } = dyingTransport(server.socket, { call, when });
        const first = await openLxdDriver(server, { opening: { transport } });
        arm();
        const begun = ask(first, spec);
        while (!isDead() && (await Promise.race([begun, delay(20)])) === undefined);
        await first.close();
        if (!isDead()) {
          await check(driver, spec);
          await driver.close();
          return call - 1;
        }

        await finish(driver, spec, ask);
        await check(driver, spec);
      }
      throw new Error(`More than ${CALLS_MAX} calls`);
    };

    const nothing = async (): Promise<void> => {};
    const make = (driver: Driver, spec: MachineSpec): Promise<void> =>
      finish(driver, spec, (by) => by.create(spec, CALL));
    const leavesNothing = async (driver: Driver, spec: MachineSpec): Promise<void> => {
      await finish(driver, spec, (by) => by.destroy(removalOf(spec, 9), CALL));
      assert.equal(await server.lxc('list', '--format=csv'), '');
      const volumes = await server.lxc('storage', 'volume', 'list', 'default', '--format=csv');
      assert.doesNotMatch(volumes, /yt-/);
    };
    const isState = (state: 'running' | 'stopped') => async (driver: Driver, spec: MachineSpec) => {
      const all = await driver.inspectAll?.();
      assert.deepEqual(
        [...(all?.machines ?? [])].map(([key, { state: seen }]) => [key, seen]),
        [[spec.key, state]],
      );
      await leavesNothing(driver, spec);
    };

    test('one machine is made', async () => {
      const calls = await interrupt(nothing, {
        ask: (driver, spec) => driver.create(spec, CALL),
        check: isState('running'),
      });
      assert.ok(calls >= 6, `only ${calls} calls`);
    });

    test('it is stopped', async () => {
      await interrupt(make, {
        ask: (driver, spec) => driver.stop({ ...spec, generation: 2 }, { mode: 'hard' }, CALL),
        check: isState('stopped'),
      });
    });

    test('it is rebooted', async () => {
      await interrupt(make, {
        ask: (driver, spec) => driver.reboot({ ...spec, generation: 2 }, { mode: 'hard' }, CALL),
        check: isState('running'),
      });
    });

    test('it is destroyed', async () => {
      await interrupt(make, {
        ask: (driver, spec) => driver.destroy(removalOf(spec, 2), CALL),
        check: leavesNothing,
      });
    });
  });
}
