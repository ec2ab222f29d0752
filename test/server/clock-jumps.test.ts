import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { jumpingTime } from '#kernel/jumping-time.test-support.ts';
import { boot, type Running } from '#server/boot.ts';
import { KEY, scratchDirectory, spawnCloud, TENCENT_LAUNCH } from '../support/spawned-cloud.ts';
import { tencentClient, type TencentClient } from '../support/tencent-client.ts';

// The wall clock is set forward or back by an hour or a month while an instance boots, while it is
// released, and between two runs of a server: nothing waits until the clock has caught up.

const HOUR = 3_600_000;
const MONTH = 30 * 24 * HOUR;
const jumps = [HOUR, -HOUR, MONTH, -MONTH];
const START = Date.UTC(2026, 0, 1);

type Call = TencentClient['call'];

async function statesOf(call: Call): Promise<readonly unknown[]> {
  const answer = await call('DescribeInstances', {});
  assert.equal(answer.Error, undefined);
  return (answer['InstanceSet'] as Array<{ InstanceState: string }>).map(
    ({ InstanceState: state }) => state,
  );
}

async function launch(call: Call): Promise<readonly string[]> {
  const answer = await call('RunInstances', TENCENT_LAUNCH);
  assert.equal(answer.Error, undefined);
  return answer['InstanceIdSet'] as readonly string[];
}

describe('a wall clock that is set while a server runs', () => {
  for (const jump of jumps) {
    test(`by ${jump / HOUR} hours leaves nothing stuck`, async () => {
      const time = jumpingTime(START);
      const server = await boot({ time });
      const client = tencentClient(server.url, { ...server.rootKey, now: () => time.wall() });
      // Half a minute is enough for any boot of the simulator.
      const pass = async (engine: Running['engine']): Promise<void> => {
        for (let second = 0; second < 30; second += 1) {
          time.pass(1_000);
          await engine.idle();
        }
      };
      const ids = await launch(client.call);
      time.pass(100);
      time.jump(jump);
      await pass(server.engine);
      assert.deepEqual(await statesOf(client.call), ['RUNNING']);
      await client.call('TerminateInstances', { InstanceIds: ids });
      time.pass(100);
      time.jump(-jump);
      await pass(server.engine);
      assert.deepEqual(await statesOf(client.call), []);
      assert.equal((await launch(client.call)).length, 1);
      await pass(server.engine);
      assert.deepEqual(await statesOf(client.call), ['RUNNING']);
      client.close();
      await server.stop();
    });
  }

  test('between two runs takes the cloud no further back', async () => {
    const data = join(scratchDirectory(), 'data');
    const time = jumpingTime(START);
    const first = await boot({ data, time });
    time.pass(5_000);
    const reached = first.clock.clock.now();
    await first.stop();
    time.jump(-MONTH);
    const second = await boot({ data, time });
    assert.equal(second.clock.clock.now(), reached);
    await second.clock.advance(HOUR);
    time.pass(1_000);
    assert.equal(second.clock.clock.now(), reached + HOUR + 1_000);
    assert.equal(second.clock.offsetMs(), MONTH + HOUR);
    await second.stop();
  });
});

test('a process whose clock is set back and forward finishes what it has begun', async () => {
  const shiftFile = join(scratchDirectory(), 'shift');
  writeFileSync(shiftFile, '0');
  const preload = new URL('../support/shifted-clock.ts', import.meta.url).href;
  const environment = { NODE_OPTIONS: `--import=${preload}`, SHIFTED_CLOCK_FILE: shiftFile };
  const cloud = await spawnCloud({ environment });
  let shift = 0;
  const now = (): number => Date.now() + shift;
  const client = tencentClient(cloud.server.url, { ...KEY, now });
  const setClock = async (ms: number): Promise<void> => {
    writeFileSync(shiftFile, String(ms));
    cloud.server.process.kill('SIGUSR2');
    shift = ms;
    const told = async () => (await cloud.admin('clock.show')) as { readonly wall: string };
    while (Math.abs(Date.parse((await told()).wall) - Date.now() - ms) > 60_000);
  };
  const until = async (wanted: readonly string[]): Promise<void> => {
    const deadline = performance.now() + 30_000;
    for (;;) {
      const states = await statesOf(client.call);
      if (JSON.stringify(states) === JSON.stringify(wanted)) return;
      assert.ok(performance.now() < deadline, `still ${states.join()}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  };
  for (const ms of jumps) {
    const ids = await launch(client.call);
    await setClock(ms);
    await until(['RUNNING']);
    await client.call('TerminateInstances', { InstanceIds: ids });
    await setClock(0);
    await until([]);
  }
  client.close();
  await cloud.closeAudited();
});
