import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { MAIN } from '../support/command.ts';
import { rawConnection } from '../support/raw-connection.ts';
import { spawnServer } from '../support/spawned.ts';
import { tencentClient } from '../support/tencent-client.ts';

const root = mkdtempSync(join(tmpdir(), 'yuntai-process-'));
after(() => rmSync(root, { recursive: true }));

const KEY = { id: 'AKIDprocessprocess', secret: 'a-secret-of-the-process-test' };
const FIXED = { keyId: KEY.id, keySecret: KEY.secret };
/** Empty is as good as not set. */
const FREE = { keyId: '', keySecret: '' };

/** Runs a command to its end. */
function yuntai(...args: string[]) {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, ...args],
    { encoding: 'utf8', timeout: 20_000 },
  );
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

const SHOWN = /YUNTAI_ACCESS_KEY_ID=(\S+)\s+YUNTAI_ACCESS_KEY_SECRET=(\S+)/;

test('what the first start makes is its owner’s alone, and shown once', async () => {
  const data = join(root, 'first');
  const server = await spawnServer({ data, ...FREE });
  const [, id = '', secret = ''] = SHOWN.exec(server.stderr()) ?? [];
  assert.equal(modeOf(data), 0o700);
  for (const file of ['key', 'credentials', 'admin.sock']) {
    assert.equal(modeOf(join(data, file)), 0o600, file);
  }
  assert.deepEqual(SHOWN.exec(readFileSync(join(data, 'credentials'), 'utf8'))?.slice(1), [
    id,
    secret,
  ]);
  const client = tencentClient(server.url, { id, secret });
  const answer = await client.call('NoSuchAction', {});
  assert.equal(answer.Error?.Code, 'InvalidAction');
  client.close();

  const second = yuntai('serve', '--port', '0', '--data', data);
  assert.equal(second.code, 1);
  assert.equal(second.stdout, '');
  assert.match(second.stderr, new RegExp(`in use by process ${server.process.pid}`));

  server.process.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  assert.equal(server.stdout(), `yuntai ready ${server.url}\n`);

  const again = await spawnServer({ data, ...FREE });
  assert.ok(!SHOWN.test(again.stderr()), 'the pair is shown once');
  again.process.kill('SIGKILL');
  assert.equal(await again.ended, 'SIGKILL');
  const afterKill = await spawnServer({ data, ...FREE });
  afterKill.process.kill('SIGTERM');
  assert.equal(await afterKill.ended, 0);
});

test('the environment fixes the root key pair at every start', async () => {
  const data = join(root, 'fixed');
  const first = await spawnServer({ data, ...FREE });
  const [, id = '', secret = ''] = SHOWN.exec(first.stderr()) ?? [];
  first.process.kill('SIGTERM');
  await first.ended;
  const second = await spawnServer({ data, ...FIXED });
  assert.ok(!second.stderr().includes(KEY.secret));
  const codeOf = async (pair: typeof KEY): Promise<string | undefined> => {
    const client = tencentClient(second.url, pair);
    const { Error: refused } = await client.call('NoSuchAction', {});
    client.close();
    return refused?.Code;
  };
  assert.equal(await codeOf(KEY), 'InvalidAction');
  assert.equal(await codeOf({ id, secret }), 'AuthFailure.SecretIdNotFound');
  assert.throws(() => statSync(join(data, 'credentials')), /ENOENT/);
  second.process.kill('SIGTERM');
  await second.ended;
  const third = await spawnServer({ data, ...FREE });
  assert.match(readFileSync(join(data, 'credentials'), 'utf8'), new RegExp(KEY.id));
  third.process.kill('SIGTERM');
  await third.ended;
});

test('a key file that does not fit is refused, and so is one that others can read', async () => {
  const data = join(root, 'keyed');
  const server = await spawnServer({ data, ...FIXED });
  server.process.kill('SIGTERM');
  await server.ended;
  const other = join(root, 'other.key');
  writeFileSync(other, `${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 });
  const wrong = yuntai('serve', '--port', '0', '--data', data, '--key-file', other);
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /not the one this data was sealed with.*--key-file/s);
  writeFileSync(other, 'no key\n');
  assert.match(yuntai('serve', '--data', data, '--key-file', other).stderr, /32 bytes in Base64/);
  const open = join(root, 'open.key');
  writeFileSync(open, `${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o644 });
  assert.match(yuntai('serve', '--data', data, '--key-file', open).stderr, /chmod 600/);
  renameSync(join(data, 'key'), join(root, 'kept.key'));
  assert.match(yuntai('serve', '--data', data).stderr, /key .* is missing. Put it back/);
  assert.ok(!existsSync(join(data, 'key')), 'no other key is in the way of the right one');
  renameSync(join(root, 'kept.key'), join(data, 'key'));
  const again = await spawnServer({ data, ...FIXED });
  again.process.kill('SIGTERM');
  assert.equal(await again.ended, 0);
});

test('SIGTERM while a request is in flight: it is answered, then exit code 0', async () => {
  const server = await spawnServer({ data: ':memory:', ...FIXED });
  const connection = rawConnection(Number(new URL(server.url).port));
  connection.send(
    'POST / HTTP/1.1\r\nHost: cvm\r\nX-TC-Action: DescribeZones\r\nContent-Length: 2\r\n\r\n{',
  );
  // Answered on another connection: so the first one's headers have been read, too.
  await fetch(`${server.url}/healthz`);
  server.process.kill('SIGTERM');
  await assert.rejects(async () => {
    for (;;) await fetch(`${server.url}/healthz`);
  });
  connection.send('}');
  assert.match(await connection.closed(), /"RequestId"/);
  assert.equal(await server.ended, 0);
});

test('what cannot be started says what to do', async () => {
  const data = join(root, 'refused');
  const server = await spawnServer({ data: ':memory:', ...FIXED });
  const { port } = new URL(server.url);
  const taken = yuntai('serve', '--data', data, '--port', port);
  assert.match(taken.stderr, /is in use.*--port/);
  server.process.kill('SIGTERM');
  await server.ended;
  assert.match(yuntai('serve', '--port', '70000').stderr, /0 to 65535/);
  assert.match(yuntai('serve', '--throttle', 'some').stderr, /off, documented/);
  const missing = join(root, 'missing.json');
  assert.match(yuntai('serve', '--data', data, '--simulator', missing).stderr, /missing\.json/);
  const file = join(root, 'simulator.json');
  writeFileSync(file, '{"hosts":{"zones":{"atlantis-1":{"cpu":4}}}}');
  assert.match(yuntai('serve', '--data', data, '--simulator', file).stderr, /atlantis-1/);
  const blocked = join(root, 'file');
  writeFileSync(blocked, '');
  assert.match(yuntai('serve', '--data', join(blocked, 'data')).stderr, /cannot be written/);
});

test('a command that is none says so', () => {
  const wrong = yuntai('nonsense');
  assert.equal(wrong.code, 1);
  assert.equal(wrong.stdout, '');
  assert.match(wrong.stderr, /unknown command/);
});
