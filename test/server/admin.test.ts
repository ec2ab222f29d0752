import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { aliyunId } from '#apis/aliyun/ids.ts';
import { simulatedClock } from '#kernel/clock.ts';
import { deliver } from '#resources/inbox/inbox.ts';
import { rootAccount } from '#resources/account/accounts.ts';
import { socketPathOf } from '#server/admin-socket.ts';
import { boot, type Running } from '#server/boot.ts';
import { administer } from '#cli/admin-client.ts';
import { tencentClient } from '../support/tencent-client.ts';

const root = mkdtempSync(join(tmpdir(), 'yuntai-admin-'));
const data = join(root, 'data');
let server: Running;
before(async () => {
  server = await boot({ data });
});
after(async () => {
  await server.stop();
  rmSync(root, { recursive: true });
});

const ask = (command: string, input: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
  administer({ data }, command, input);

async function codeFor(pair: { readonly id: string; readonly secret: string }) {
  const client = tencentClient(server.url, pair);
  const answer = await client.call('NoSuchAction', {});
  client.close();
  return answer.Error?.Code;
}

test('nothing of it is on the public port', async () => {
  for (const path of ['/status', '/root-key', '/reset']) {
    const got = await fetch(server.url + path, { method: 'POST', body: '{}' });
    assert.equal(got.status, 404);
    assert.ok(!(await got.text()).includes(server.rootKey.secret));
  }
});

test('the socket is its owner’s, with a data directory and without one', async () => {
  assert.equal(statSync(join(data, 'admin.sock')).mode & 0o777, 0o600);
  const kept = await boot({ admin: true });
  const socket = kept.admin?.socketPath ?? '';
  assert.equal(statSync(socket).mode & 0o777, 0o600);
  assert.equal(statSync(dirname(socket)).mode & 0o777, 0o700);
  const status = (await administer({ data, socket }, 'status')) as { readonly url: string };
  assert.equal(status.url, kept.url);
  await kept.stop();
  await assert.rejects(administer({ data, socket }, 'status'), /No server runs here/);
  assert.throws(() => statSync(dirname(socket)));
});

test('a data directory whose path is too long for a socket says where it is', async () => {
  const deep = join(root, 'd'.repeat(120));
  const other = await boot({ data: deep });
  assert.equal(socketPathOf(deep), other.admin?.socketPath);
  const status = (await administer({ data: deep }, 'status')) as { readonly data: string };
  assert.equal(status.data, deep);
  await other.stop();
});

test('the cloud’s clock moves, is remembered, and leaves signatures alone', async () => {
  const own = join(root, 'clock');
  let moved = await boot({ data: own });
  const before = moved.clock.clock.now();
  await administer({ data: own }, 'clock.advance', { ms: 2_592_000_000 });
  assert.ok(moved.clock.clock.now() >= before + 2_592_000_000);
  await assert.rejects(administer({ data: own }, 'clock.advance', { ms: -1 }), /0 or more/);
  await assert.rejects(administer({ data: own }, 'clock.advance', { ms: 9e15 }), /hundred years/);
  const client = tencentClient(moved.url, moved.rootKey);
  assert.equal((await client.call('NoSuchAction', {})).Error?.Code, 'InvalidAction');
  client.close();
  await moved.stop();
  moved = await boot({ data: own });
  assert.ok(moved.clock.clock.now() >= before + 2_592_000_000);
  await moved.stop();
});

test('keys are made, disabled and deleted, and the server heeds it at once', async () => {
  const made = (await ask('accounts.create', { name: 'staging' })) as {
    readonly account: string;
    readonly id: string;
    readonly secret: string;
  };
  await assert.rejects(ask('accounts.create', { name: 'two\nlines' }), /can be printed/);
  assert.equal(await codeFor(made), 'InvalidAction');
  await ask('keys.disable', { id: made.id });
  assert.equal(await codeFor(made), 'AuthFailure.SecretIdNotFound');
  await ask('keys.enable', { id: made.id });
  assert.equal(await codeFor(made), 'InvalidAction');
  await ask('keys.create', { account: made.account });
  await assert.rejects(ask('keys.create', { account: made.account }), /delete one/);
  await ask('keys.delete', { id: made.id });
  assert.equal(await codeFor(made), 'AuthFailure.SecretIdNotFound');
  const accounts = (await ask('accounts.list')) as ReadonlyArray<{
    readonly id: string;
    readonly keys: readonly object[];
  }>;
  assert.deepEqual(
    accounts.map(({ id, keys }) => [id, keys.length]),
    [
      [rootAccount, 1],
      [made.account, 1],
    ],
  );
  assert.ok(!JSON.stringify(accounts).includes(made.secret));
  await assert.rejects(ask('keys.create', { account: '999999999999' }), /no account/);
});

test('the inbox is opened for whoever may open the socket', async () => {
  await server.store.write((db) => {
    const { cloud } = server;
    const body = { instances: ['abcdefgh'], password: 'Generated#1' };
    const message = { kind: 'default-password', body };
    return deliver({ db, account: rootAccount, now: 0, cloud }, message);
  });
  await assert.rejects(ask('inbox.list', { account: '1' }), /no account 1: .*accounts list/);
  const [message] = (await ask('inbox.list')) as ReadonlyArray<{ readonly body: unknown }>;
  const ids = ['ins-abcdefgh', aliyunId('instance', 'abcdefgh')];
  assert.deepEqual(message?.body, { instances: [ids], password: 'Generated#1' });
  const stored = readFileSync(join(data, 'yuntai.db-wal'), 'latin1');
  assert.ok(!stored.includes('Generated#1') && !stored.includes(server.rootKey.secret));
});

test('the simulator is provoked and let go', async () => {
  await ask('simulator.provoke', { effect: 'fail', verb: 'create', times: 2 });
  const shown = (await ask('simulator.show')) as { readonly provocations: readonly object[] };
  assert.equal(shown.provocations.length, 1);
  assert.equal(server.simulator?.provocations().length, 1);
  await assert.rejects(ask('simulator.provoke', { effect: 'explode' }), /effect/);
  await ask('simulator.clear');
  assert.deepEqual(server.simulator?.provocations(), []);
});

test('reset empties the cloud and leaves accounts and keys', async () => {
  await ask('reset');
  assert.deepEqual(await ask('inbox.list'), []);
  assert.equal(await codeFor(server.rootKey), 'InvalidAction');
});

test('what is no command, or no input, is refused with what there is', async () => {
  await assert.rejects(ask('no-such-command'), /status.*reset/s);
  await assert.rejects(ask('clock.advance', { ms: 'soon' }), /ms must be/);
  await assert.rejects(ask('accounts.create', { name: 7 }), /name must be/);
  await assert.rejects(ask('status', { long: 'x'.repeat(100_000) }), /too large/);
});

test('in simulated time the clock is the test’s', async () => {
  const cloudClock = simulatedClock(1_000);
  const simulated = await boot({ cloudClock, wall: simulatedClock(0) });
  await simulated.clock.advance(500);
  assert.equal(cloudClock.now(), 1_500);
  await simulated.engine.idle();
  await simulated.stop();
});

test('what is no text is refused in words, and reaches no table', async () => {
  for (const broken of ['a\0', 'a\ud800']) {
    const inputs: ReadonlyArray<readonly [string, object]> = [
      ['keys.create', { account: broken }],
      ['keys.delete', { id: broken }],
      ['keys.disable', { id: broken }],
      ['inbox.list', { account: broken }],
      ['accounts.create', { name: broken }],
    ];
    for (const [command, input] of inputs) {
      await assert.rejects(
        ask(command, { ...input }),
        /must be a text of whole characters/,
        command,
      );
    }
  }
});

test('the root key is not handed out while it is disabled', async () => {
  const { id } = server.rootKey;
  await ask('keys.disable', { id });
  await assert.rejects(ask('root-key'), /is disabled .*enable-key/);
  await ask('keys.enable', { id });
  assert.equal(((await ask('root-key')) as { readonly id: string }).id, id);
});

test('the root key, which the commands hand out, cannot be deleted', async () => {
  await assert.rejects(ask('keys.delete', { id: server.rootKey.id }), /root key/);
  assert.equal(await codeFor(server.rootKey), 'InvalidAction');
});
