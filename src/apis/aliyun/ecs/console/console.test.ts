import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { WebSocket } from 'ws';
import { startTestCloud, WINDOWS, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
let instance: string;

before(async () => {
  cloud = await startTestCloud();
  [instance = ''] = await cloud.launchRunning({ HostName: 'console-1' });
});
after(() => cloud.stop());

const named = () => ({ InstanceId: instance });

async function addressOf(id = instance): Promise<string> {
  const { VncUrl } = await cloud.ok('DescribeInstanceVncUrl', { InstanceId: id });
  return decodeURIComponent(VncUrl as string);
}

/** A client of a console, which gathers what it shows. */
async function opened(address: string) {
  const socket = new WebSocket(address);
  let text = '';
  let wake: () => void = () => undefined;
  socket.on('message', (data: Buffer) => {
    text += data.toString('utf8');
    wake();
  });
  await once(socket, 'open');
  const more = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  return {
    socket,
    text: () => text,
    type: (typed: string) => socket.send(Buffer.from(typed)),
    async shows(pattern: RegExp) {
      while (!pattern.test(text)) await more();
    },
    async ends(): Promise<string> {
      const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
      return `${code} ${reason.toString()}`;
    },
  };
}

async function statusOf(address: string): Promise<number> {
  const socket = new WebSocket(address);
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { statusCode: number; resume(): void },
  ];
  response.resume();
  return response.statusCode;
}

describe('DescribeInstanceVncUrl', () => {
  test('the address opens a console that says what it is', async () => {
    const address = await addressOf();
    assert.match(address, new RegExp(`^ws://127\\.0\\.0\\.1:${cloud.server.port}/console/`));
    const { socket, shows, type, ends, text } = await opened(address);
    await shows(/simulated@console-1:~\$ $/);
    assert.match(text(), /Simulated machine: no kernel runs here/);
    type('uname -ax\u007f\r');
    await shows(/uname: not run, since this instance is simulated/);
    const ended = ends();
    type('exit\r');
    assert.equal(await ended, '1000 The console has ended.');
    socket.terminate();
  });

  test('it opens one, once, of two that try at the same time', async () => {
    const address = await addressOf();
    const tried = await Promise.allSettled([opened(address), opened(address)]);
    const good = tried.filter(({ status }) => status === 'fulfilled');
    assert.equal(good.length, 1);
    for (const one of tried) if (one.status === 'fulfilled') one.value.socket.terminate();
    assert.equal(await statusOf(address), 404);
  });

  test('it is good for fifteen seconds', async () => {
    const [early, late] = [await addressOf(), await addressOf()];
    await cloud.passTime(14_999);
    const { socket } = await opened(early);
    socket.terminate();
    await cloud.passTime(1);
    assert.equal(await statusOf(late), 404);
  });

  test('thirty of an instance are used in a minute', async () => {
    const [other = ''] = await cloud.launchRunning();
    for (let count = 0; count < 30; count += 1) {
      const { socket } = await opened(await addressOf(other));
      socket.terminate();
    }
    assert.equal(await statusOf(await addressOf(other)), 429);
    await cloud.passTime(60_000);
    const { socket } = await opened(await addressOf(other));
    socket.terminate();
  });

  test('no token is kept, and one that is made up opens nothing', async () => {
    const address = await addressOf();
    const token = address.split('/').at(-1) ?? '';
    const rows = await cloud.server.store.read(({ db }) =>
      db.selectFrom('console_sessions').selectAll().execute(),
    );
    assert.ok(rows.length > 0);
    assert.ok(rows.every((row) => !JSON.stringify(row).includes(token)));
    const other = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    assert.equal(await statusOf(address.replace(token, other)), 404);
    assert.equal(await statusOf(address.replace(token, 'short')), 404);
  });

  test('frames are bounded in size and number', async () => {
    const large = await opened(await addressOf());
    const tooLarge = large.ends();
    large.type('x'.repeat(4_097));
    assert.match(await tooLarge, /^1009/);
    const quick = await opened(await addressOf());
    const tooQuick = quick.ends();
    for (let count = 0; count < 101; count += 1) quick.type('x');
    assert.equal(await tooQuick, '1008 Too much is sent.');
  });

  test('the page is served there, and closed to other servers', async () => {
    const address = (await addressOf()).replace('ws:', 'http:');
    const page = await fetch(address);
    assert.equal(page.status, 200);
    assert.match(
      page.headers.get('content-security-policy') ?? '',
      /^default-src 'none'; script-src/,
    );
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
    const { socket } = await opened(address.replace('http:', 'ws:'));
    socket.terminate();
    const named = new URL('/console/?vncUrl=x', address);
    assert.equal((await fetch(named)).status, 200);
    assert.equal((await fetch(new URL('/console/nothing', address))).status, 404);
  });

  test('an upgrade to something else is answered as no upgrade', async () => {
    const { request } = await import('node:http');
    const { port } = cloud.server;
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' };
    const status = await new Promise((resolve) => {
      request({ port, path: '/healthz', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    assert.equal(status, 200);
  });

  test('the refusals of its page', async () => {
    const { refusal } = cloud;
    assert.equal(
      await refusal('DescribeInstanceVncUrl', { InstanceId: 'i-none' }),
      '404 InvalidInstanceId.NotFound',
    );
    const elsewhere = { region: 'cn-hangzhou' };
    assert.equal(
      await refusal('DescribeInstanceVncUrl', named(), elsewhere),
      '400 InvalidRegionInstance',
    );
    const [stopped = ''] = await cloud.launchRunning();
    await cloud.ok('StopInstance', { InstanceId: stopped });
    await cloud.passTime(60_000);
    assert.equal(
      await refusal('DescribeInstanceVncUrl', { InstanceId: stopped }),
      '403 IncorrectInstanceStatus',
    );
  });
});

describe('ModifyInstanceVncPasswd', () => {
  test('the password is asked for, three times at most', async () => {
    const set = { ...named(), VncPassword: 'Ecs123' };
    assert.deepEqual(Object.keys(await cloud.ok('ModifyInstanceVncPasswd', set)), ['RequestId']);
    const known = await opened(await addressOf());
    await known.shows(/Password: $/);
    known.type('Ecs124\rEcs123\r');
    await known.shows(/simulated@console-1/);
    assert.doesNotMatch(known.text(), /Ecs12/);
    known.socket.terminate();
    const unknown = await opened(await addressOf());
    const ended = unknown.ends();
    unknown.type('a\rb\rc\rEcs123\r');
    assert.equal(await ended, '1008 Wrong.');
    assert.doesNotMatch(unknown.text(), /simulated/);
  });

  test('the refusals of its page', async () => {
    const { refusal } = cloud;
    for (const VncPassword of ['Ecs12', 'Ecs1234', 'Ecs12!', '']) {
      assert.equal(
        await refusal('ModifyInstanceVncPasswd', { ...named(), VncPassword }),
        '400 IncorrectVncPassword.Malformed',
      );
    }
    const set = { InstanceId: 'i-none', VncPassword: 'Ecs123' };
    assert.equal(await refusal('ModifyInstanceVncPasswd', set), '404 InvalidInstanceId.NotFound');
    const [starting = ''] = await cloud.launch();
    assert.equal(
      await refusal('ModifyInstanceVncPasswd', { ...set, InstanceId: starting }),
      '403 IncorrectInstanceStatus',
    );
    await cloud.passTime(60_000);
  });
});

describe('GetInstanceConsoleOutput', () => {
  test('what was written on the console, in Base64', async () => {
    const got = await cloud.ok('GetInstanceConsoleOutput', named());
    const text = Buffer.from(got['ConsoleOutput'] as string, 'base64').toString('utf8');
    assert.match(text, /console-1 ttyS0 \(simulated\)/);
    assert.equal(got['InstanceId'], instance);
    assert.match(got['LastUpdateTime'] as string, /^2026-01-02T\d\d:\d\d:\d\dZ$/);
    const plain = await cloud.ok('GetInstanceConsoleOutput', { ...named(), RemoveSymbols: true });
    assert.equal(plain['ConsoleOutput'], got['ConsoleOutput']);
  });

  test('the refusals of its page', async () => {
    const { refusal } = cloud;
    assert.equal(
      await refusal('GetInstanceConsoleOutput', { InstanceId: 'i-none' }),
      '404 InvalidParameter',
    );
    const [windows = ''] = await cloud.launchRunning({ ImageId: WINDOWS });
    assert.equal(
      await refusal('GetInstanceConsoleOutput', { InstanceId: windows }),
      '405 NotSupported',
    );
    const [starting = ''] = await cloud.launch();
    assert.equal(
      await refusal('GetInstanceConsoleOutput', { InstanceId: starting }),
      '405 IncorrectInstanceStatus',
    );
    await cloud.passTime(60_000);
  });
});
