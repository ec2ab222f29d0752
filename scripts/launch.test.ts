import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const LAUNCH = pathToFileURL(join(import.meta.dirname, '../bin/launch.mjs')).href;

/** Starts a launcher that runs `program` in the pinned Node. */
function start(program: string, { underNpm = false } = {}): ChildProcess {
  const launcher = `import { launch } from ${JSON.stringify(LAUNCH)};
    launch(['--eval', ${JSON.stringify(program)}], { YUNTAI_TEST: 'said' });`;
  const args = ['--input-type=module', '--eval', launcher];
  const stdio = ['pipe', 'pipe', 'inherit'] as const;
  if (!underNpm) return spawn(process.execPath, args, { stdio: [...stdio] });
  // npm runs a script in a shell, and so stands between whoever ends npm and the script.
  return spawn('sh', ['-c', '"$0" "$@"; exit $?', process.execPath, ...args], {
    stdio: [...stdio],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  assert.ok(child.stdout);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return line;
}

/** Says that it is there, and stays until it is told to end, or a test that failed is over. */
const STAYS = `setTimeout(() => process.exit(9), 20_000);
  process.on('SIGTERM', () => process.exit(7));
  console.log('here');`;

test('the exit code, the streams and the environment are the child’s', async () => {
  const child = start(`
    console.log(process.env.YUNTAI_TEST, process.versions.node.split('.')[0]);
    process.stdin.once('data', (data) => process.exit(Number(data)));`);
  const exit = once(child, 'exit');
  assert.equal(await firstLine(child), 'said 24');
  child.stdin?.end('3');
  assert.deepEqual(await exit, [3, null]);
});

test('a signal reaches the child, whose answer to it counts', async () => {
  const child = start(STAYS);
  const exit = once(child, 'exit');
  await firstLine(child);
  child.kill('SIGTERM');
  assert.deepEqual(await exit, [7, null]);
});

test('a child that dies of a signal gives the exit code shells give', async () => {
  const child = start(`process.kill(process.pid, 'SIGKILL');`);
  assert.deepEqual(await once(child, 'exit'), [128 + 9, null]);
});

test('killing the launcher leaves no child behind', { timeout: 10_000 }, async () => {
  const child = start(STAYS);
  await firstLine(child);
  child.kill('SIGKILL');
  // The child holds the other end of the streams: they close when it is gone, and not before.
  await once(child, 'close');
});

test('ending npm alone ends what it ran', { timeout: 10_000 }, async () => {
  const child = start(STAYS, { underNpm: true });
  await firstLine(child);
  child.kill('SIGKILL');
  await once(child, 'close');
});
