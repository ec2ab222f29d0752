import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { MAIN } from '../support/command.ts';
import { spawnServer } from '../support/spawned.ts';

const TMPDIR = mkdtempSync(join(tmpdir(), 'yt-'));
after(() => rmSync(TMPDIR, { recursive: true }));

const key = { keyId: 'AKIDmemory', keySecret: 'secret-of-the-tests' };
const start = () => spawnServer({ data: ':memory:', ...key, environment: { TMPDIR } });

function status(...args: readonly string[]) {
  const given = ['--disable-warning=ExperimentalWarning', MAIN, 'status', ...args];
  const env = { ...process.env, TMPDIR };
  return spawnSync(process.execPath, given, { encoding: 'utf8', timeout: 20_000, env });
}

test('a server that keeps nothing is found without its socket, among several by it', async () => {
  mkdirSync(join(TMPDIR, 'yuntai-memory-of-a-killed-server'));
  assert.match(status('--data', ':memory:').stderr, /No server that keeps nothing runs here/);
  const first = await start();
  const pid = new RegExp(`"pid": ${first.process.pid}`);
  assert.match(status('--data', ':memory:').stdout, pid);
  const second = await start();
  const { stderr } = status('--data', ':memory:');
  const sockets = stderr.match(/--socket \S+/g) ?? [];
  assert.equal(sockets.length, 2, stderr);
  const shown = sockets.map((socket) => status(...socket.split(' ')).stdout).join('');
  assert.match(shown, pid);
  assert.match(shown, new RegExp(`"pid": ${second.process.pid}`));
  for (const server of [first, second]) {
    server.process.kill('SIGTERM');
    await server.ended;
  }
});
