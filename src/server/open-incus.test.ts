import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { boot } from './boot.ts';
import { firstLook } from './open-incus.ts';

test('a server of machines that is not named, not there or mapped wrong is told', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'yuntai-incus-'));
  const file = join(directory, 'incus.json');
  const refusalOf = async (text: string, server?: string): Promise<string> => {
    await writeFile(file, text);
    const incus = { file, ...(server !== undefined && { server }) };
    const failure = await boot({ driver: 'incus', incus }).then(
      () => 'started',
      (error: unknown) => (error as Error).message,
    );
    return failure.replaceAll(directory, '');
  };
  assert.match(await refusalOf('{}'), /incus\.json: .*write unix:\/path\/unix\.socket or https:/);
  assert.match(await refusalOf('{'), /incus\.json: It is no JSON/);
  assert.match(
    await refusalOf('{"zones": {"atlantis": "*"}}', 'unix:/x'),
    /incus\.json: .*atlantis/,
  );
  assert.match(await refusalOf('{}', `unix:${directory}/nobody`), /nobody/);
  const missing = boot({ driver: 'incus', incus: { file: join(directory, 'none.json') } });
  await assert.rejects(missing, /none\.json cannot be read/);
  await rm(directory, { recursive: true });
});

test('a server that hangs does not hold the start back', async () => {
  const wall = simulatedClock(0);
  let started = false;
  const start = firstLook({ inspectAll: () => Promise.withResolvers<never>().promise }, wall);
  void start.then(() => (started = true));
  wall.advance(9_999);
  await new Promise(setImmediate);
  assert.equal(started, false);
  wall.advance(1);
  await start;
});

test('what fails at the first look is left to the next one, and no timer stays', async () => {
  const wall = simulatedClock(0);
  await firstLook({ inspectAll: () => Promise.reject(new Error('away')) }, wall);
  await firstLook({}, wall);
});
