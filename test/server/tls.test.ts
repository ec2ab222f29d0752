import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createSecureContext } from 'node:tls';
import { realClock, simulatedClock } from '#kernel/clock.ts';
import { limits } from '#kernel/limits.ts';
import { stderrLog } from '#kernel/log.ts';
import { createMetrics } from '#kernel/metrics.ts';
import { systemRandom } from '#kernel/random.ts';
import { ByteRoom } from '#server/body.ts';
import { boot, type BootOptions, type Running } from '#server/boot.ts';
import { createEdge, type Edge } from '#server/http.ts';
import { makeCertificate } from '#server/tls-certificate.ts';
import { givenIdentity } from '#server/tls-given.ts';
import type { TlsIdentity } from '#server/tls-identity.ts';
import { ownIdentity } from '#server/tls-own.ts';
import { fetchTrusting } from '../support/edge-client.ts';
import { rawConnection } from '../support/raw-connection.ts';

const DAY_MS = 86_400_000;
const random = systemRandom();
const directory = mkdtempSync(join(tmpdir(), 'yuntai-tls-'));
const running = new Set<Running>();
const edges: Edge[] = [];
after(async () => {
  await Promise.all([...running].map((server) => server.stop()));
  await Promise.all(edges.map((edge) => edge.stop()));
  rmSync(directory, { recursive: true });
});

/** One server at a time on the data directory. */
async function onDisk<Result>(
  options: BootOptions,
  use: (server: Running, authority: string) => Promise<Result>,
): Promise<Result> {
  const server = await boot({ data: join(directory, 'data'), admin: false, ...options });
  running.add(server);
  try {
    return await use(server, (await server.identity?.authority()) ?? '');
  } finally {
    running.delete(server);
    await server.stop();
  }
}

async function portOf(identity?: TlsIdentity, requestMsMax = 500): Promise<number> {
  const edge = createEdge({
    limits: { ...limits, requestMsMax } as unknown as typeof limits,
    log: stderrLog('silent'),
    metrics: createMetrics(),
    timer: realClock(),
    answers: new ByteRoom(limits.answersBytesMax),
    ...(identity !== undefined && { identity }),
    ping: () => Promise.resolve(),
    pipeline: () => Promise.resolve({ status: 200, headers: {}, body: 'answered' }),
  });
  edges.push(edge);
  return edge.listen({ host: '127.0.0.1', port: 0 });
}

function inMemory(names: readonly string[] = []): TlsIdentity {
  return ownIdentity({ data: ':memory:', names, wall: realClock(), random });
}

const healthOver = async (port: number, ca: string, host = 'localhost'): Promise<string> =>
  (await fetchTrusting(ca, `https://${host}:${port}/healthz`)).text();

test('a first start makes a certificate that later ones show, in a file of its owner', async () => {
  const first = await onDisk({}, async (server, authority) => {
    for (const host of ['localhost', '127.0.0.1']) {
      assert.equal(await healthOver(server.port, authority, host), 'ok\n');
    }
    return authority;
  });
  const path = join(directory, 'data/tls.pem');
  assert.equal(statSync(path).mode & 0o777, 0o600);
  await onDisk({}, async (server, authority) => {
    assert.equal(authority, first);
    assert.equal(await healthOver(server.port, first), 'ok\n');
  });
  chmodSync(path, 0o640);
  await assert.rejects(
    onDisk({}, () => Promise.resolve()),
    /chmod 600 /,
  );
  chmodSync(path, 0o600);
});

test('it names the vendors’ hosts, with their regions, and what is added', async () => {
  await onDisk({ tls: { names: ['*.cloud.example', '10.1.2.3'] } }, async (server) => {
    const pair = await server.identity?.current();
    const shown = new X509Certificate(pair?.cert ?? '');
    for (const host of [
      'cvm.tencentcloudapi.com',
      'cvm.ap-guangzhou.tencentcloudapi.com',
      'ecs.aliyuncs.com',
      'ecs-cn-hangzhou.aliyuncs.com',
      'ecs.cn-hangzhou.aliyuncs.com',
      'cvm.api.qcloud.com',
      'vpc.localhost',
      'any.cloud.example',
    ]) {
      assert.notEqual(shown.checkHost(host), undefined, host);
    }
    for (const address of ['127.0.0.1', '::1', '10.1.2.3']) {
      assert.notEqual(shown.checkIP(address), undefined, address);
    }
    assert.equal(shown.checkHost('example.com'), undefined);
    assert.equal(shown.checkHost('cloud.example'), undefined);
  });
});

test('other names, or an end that is near, make another certificate', async () => {
  const wall = simulatedClock(Date.now());
  const made = (names: readonly string[]): Promise<string | undefined> =>
    ownIdentity({ data: directory, names, wall, random }).authority();
  const first = await made([]);
  assert.notEqual(await made(['cloud.example']), first);
  const second = await made([]);
  assert.notEqual(second, first);
  const kept = ownIdentity({ data: directory, names: [], wall, random });
  wall.advance((820 - 30) * DAY_MS - 1_000);
  assert.equal(await kept.authority(), second);
  wall.advance(1_000);
  const third = await kept.authority();
  assert.notEqual(third, second);
  const { validTo } = new X509Certificate(third ?? '');
  assert.ok(Date.parse(validTo) > wall.now() + 800 * DAY_MS);
});

test('the authority can vouch for no other name', async () => {
  for (const names of [['example.com'], ['10.0.0.1', 'localhost'], ['evil-localhost']]) {
    const made = makeCertificate({
      authorityName: 'Test',
      names,
      domains: ['localhost', '127.0.0.1', '::1'],
      now: Date.now(),
      random,
    });
    const { key, certificate: cert, authority } = made;
    const identity = {
      current: () => Promise.resolve({ key, cert }),
      authority: () => Promise.resolve(authority),
    };
    const port = await portOf(identity);
    await assert.rejects(healthOver(port, authority), /permitted subtree/, names.join(' '));
  }
});

test('without TLS, a handshake is no HTTP', async () => {
  const connection = rawConnection(await portOf());
  connection.send('\u0016\u0003\u0001 hello\r\n\r\n');
  assert.match(await connection.closed(), /^HTTP\/1\.1 400 /);
  await onDisk({ tls: false }, async (server, authority) => {
    assert.equal(authority, '');
    assert.equal(server.identity, undefined);
    const plain = await fetch(`${server.url}/healthz`);
    assert.equal(plain.status, 200);
  });
});

test('a certificate of the operator is read again when its files change', async () => {
  const wall = simulatedClock(0);
  const [certFile, keyFile] = [join(directory, 'cert.pem'), join(directory, 'key.pem')];
  const make = () =>
    makeCertificate({
      authorityName: 'Test',
      names: ['localhost'],
      domains: ['localhost'],
      now: Date.now(),
      random,
    });
  const [first, second] = [make(), make()];
  const options = { certFile, keyFile, wall, log: stderrLog('silent') };
  assert.throws(() => givenIdentity(options), /--tls-cert .*cert\.pem cannot be read/);
  writeFileSync(certFile, first.certificate);
  writeFileSync(keyFile, second.key);
  assert.throws(() => givenIdentity(options), /are no certificate and its key/);
  writeFileSync(keyFile, first.key);
  const identity = givenIdentity(options);
  assert.equal(await identity.authority(), undefined);
  const port = await portOf(identity);
  assert.equal(await healthOver(port, first.authority), 'ok\n');
  // Halfway: the certificate is new, its key is not there yet.
  writeFileSync(certFile, second.certificate);
  wall.advance(1_000);
  assert.equal(await healthOver(port, first.authority), 'ok\n');
  writeFileSync(keyFile, second.key);
  wall.advance(1_000);
  assert.equal(await healthOver(port, second.authority), 'ok\n');
  await assert.rejects(healthOver(port, first.authority));
});

test('what never begins is told 408, and what never ends a handshake is closed', async () => {
  const port = await portOf(inMemory());
  const silent = rawConnection(port);
  const halfway = rawConnection(port);
  halfway.send('\u0016');
  const trickling = rawConnection(port);
  trickling.send(Buffer.from([0x16, 3, 1, 2, 0]));
  const trickle = setInterval(() => trickling.send('\u0001'), 50);
  assert.match(await silent.closed(), /^HTTP\/1\.1 408 /);
  assert.equal(await halfway.closed(), '');
  assert.ok((await trickling.closed()).length < 10);
  clearInterval(trickle);
});

test('stopping ends handshakes, too', async () => {
  const port = await portOf(inMemory(), 30_000);
  const halfway = rawConnection(port);
  halfway.send('\u0016\u0003');
  await halfway.opened;
  await fetch(`http://127.0.0.1:${port}/metrics`);
  await edges.at(-1)?.stop();
  await halfway.closed();
});

test('a thousand handshakes at the same time are all done, and others are answered', async () => {
  const identity = inMemory();
  const port = await portOf(identity, 600_000);
  const trusting = createSecureContext({ ca: await identity.authority() });
  const connections = Array.from({ length: 1_000 }, () => rawConnection(port, trusting));
  const plain = rawConnection(port);
  plain.send('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await plain.until(/answered/);
  await Promise.all(connections.map(({ opened }) => opened));
  const last = connections.at(-1);
  last?.send('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await last?.until(/answered/);
  for (const connection of [plain, ...connections]) connection.cut();
});

test('the key is in one file with its certificate; what is no such file is refused', async () => {
  const path = join(directory, 'data/tls.pem');
  const text = readFileSync(path, 'utf8');
  assert.match(text, /^# names: localhost 127\.0\.0\.1 ::1 /);
  assert.equal(text.match(/PRIVATE KEY/g)?.length, 2, 'the key of the authority is not kept');
  writeFileSync(path, 'nonsense', { mode: 0o600 });
  await assert.rejects(
    onDisk({}, () => Promise.resolve()),
    /remove it to get new ones/,
  );
});
