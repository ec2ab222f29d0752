import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { realClock } from '#kernel/clock.ts';
import { limits, type Limits } from '#kernel/limits.ts';
import { stderrLog } from '#kernel/log.ts';
import { createMetrics } from '#kernel/metrics.ts';
import { ByteRoom } from '#server/body.ts';
import { boot, type Running } from '#server/boot.ts';
import { createEdge, type Edge } from '#server/http.ts';
import type { RawRequest } from '#wire/raw-request.ts';
import { type RawConnection, rawConnection } from '../support/raw-connection.ts';

let server: Running;
before(async () => {
  server = await boot();
});
after(() => server.stop());

const TENCENT = 'Host: cvm\r\nX-TC-Action: DescribeZones\r\nX-TC-Version: 2017-03-12\r\n';
const CLOSE = 'Connection: close\r\n\r\n';

async function isAlive(): Promise<void> {
  assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
}

test('/healthz says 200 to GET and HEAD', async () => {
  const got = await fetch(`${server.url}/healthz`);
  assert.equal(got.status, 200);
  assert.equal(await got.text(), 'ok\n');
  const head = await fetch(`${server.url}/healthz`, { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.headers.get('content-length'), '3');
});

test('/metrics is Prometheus text and counts requests', async () => {
  await fetch(server.url, { method: 'POST', headers: { 'x-tc-action': 'DescribeZones' } });
  const got = await fetch(`${server.url}/metrics`);
  assert.match(got.headers.get('content-type') ?? '', /^text\/plain; version=/);
  assert.match(await got.text(), /^yuntai_requests_total\{dialect="tencent-3\.0",/m);
});

test('what no vendor would send gets plain text that names the endpoints', async () => {
  const got = await fetch(`${server.url}/nowhere?x=1`);
  assert.equal(got.status, 404);
  assert.match(await got.text(), /yuntai env/);
  const head = await fetch(`${server.url}/nowhere`, { method: 'HEAD' });
  assert.equal(head.status, 404);
  assert.equal(await head.text(), '');
});

test('methods other than GET and POST are refused in the vendor’s words', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const tencent = await fetch(server.url, {
      method,
      headers: { 'x-tc-action': 'DescribeZones' },
    });
    const answer = (await tencent.json()) as { Response: { Error: { Code: string } } };
    assert.equal(answer.Response.Error.Code, 'UnsupportedProtocol', method);
    const headers = { 'x-acs-action': 'DescribeZones', 'x-acs-version': '2014-05-26' };
    const aliyun = await fetch(server.url, { method, headers });
    assert.equal(aliyun.status, 405);
    assert.match(await aliyun.text(), /UnsupportedHTTPMethod/, method);
  }
});

test('a body of 10 MB and a byte is refused in the vendor’s words, declared or not', async () => {
  const bytes = Buffer.alloc(limits.bodyBytesMax + 1, 'x');
  const declared = rawConnection(server.port);
  declared.send(`POST / HTTP/1.1\r\n${TENCENT}Content-Length: ${bytes.length}\r\n\r\n`);
  declared.send(bytes);
  assert.match(await declared.closed(), /"RequestSizeLimitExceeded"/);
  const chunked = rawConnection(server.port);
  chunked.send(`POST / HTTP/1.1\r\n${TENCENT}Transfer-Encoding: chunked\r\n\r\n`);
  chunked.send(`${bytes.length.toString(16)}\r\n`);
  chunked.send(bytes);
  chunked.send('\r\n0\r\n\r\n');
  assert.match(await chunked.closed(), /"RequestSizeLimitExceeded"/);
  await isAlive();
});

test('one that never ends is answered while it is still coming in', async () => {
  const endless = rawConnection(server.port);
  endless.send(`POST / HTTP/1.1\r\n${TENCENT}Content-Length: 99999999999\r\n\r\n`);
  assert.match(await endless.until(/RequestId/), /"RequestSizeLimitExceeded"/);
  endless.cut();
  await isAlive();
});

test('Expect: 100-continue is told to go on, or refused before the body is sent', async () => {
  const small = rawConnection(server.port);
  small.send(`POST / HTTP/1.1\r\n${TENCENT}Expect: 100-continue\r\nContent-Length: 2\r\n${CLOSE}`);
  await small.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
  small.send('{}');
  assert.match(await small.closed(), /\r\n\r\nHTTP\/1\.1 200 OK/);
  const large = rawConnection(server.port);
  large.send(
    `POST / HTTP/1.1\r\n${TENCENT}Expect: 100-continue\r\nContent-Length: 20000000\r\n\r\n`,
  );
  const answer = await large.closed();
  assert.match(answer, /^HTTP\/1\.1 200 OK/);
  assert.match(answer, /"RequestSizeLimitExceeded"/);
});

test('headers beyond the limit are 431, and what is no HTTP is 400', async () => {
  const large = rawConnection(server.port);
  large.send(`GET / HTTP/1.1\r\nX: ${'x'.repeat(limits.headerBytesMax)}\r\n\r\n`);
  assert.match(await large.closed(), /^HTTP\/1\.1 431 /);
  const garbage = rawConnection(server.port);
  garbage.send('\u0016\u0003\u0001 hello\r\n\r\n');
  assert.match(await garbage.closed(), /^HTTP\/1\.1 400 /);
  await isAlive();
});

test('pipelined requests are answered in their order', async () => {
  const connection = rawConnection(server.port);
  connection.send(
    `POST / HTTP/1.1\r\n${TENCENT}Content-Length: 2\r\n\r\n{}` +
      'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n' +
      `GET /nowhere HTTP/1.1\r\nHost: x\r\n${CLOSE}`,
  );
  const answers = (await connection.closed()).split('HTTP/1.1 ').slice(1);
  assert.deepEqual(
    answers.map((answer) => answer.slice(0, 3)),
    ['200', '200', '404'],
  );
  assert.match(answers[0] ?? '', /"Response"/);
});

test('a client that goes away in the middle hurts nobody', async () => {
  for (let n = 0; n < 20; n += 1) {
    const connection = rawConnection(server.port);
    connection.send(`POST / HTTP/1.1\r\n${TENCENT}Content-Length: 1000\r\n\r\n{"half`);
    connection.cut();
  }
  await isAlive();
});

interface Asked {
  readonly requests: RawRequest[];
  readonly edge: Edge;
  readonly port: number;
}

async function echo(
  overrides: Partial<Record<keyof Limits, number>> & { readonly hold?: Promise<void> } = {},
): Promise<Asked> {
  const { hold, ...changed } = overrides;
  const requests: RawRequest[] = [];
  const edge = createEdge({
    limits: { ...limits, ...changed } as Limits,
    log: stderrLog('silent'),
    metrics: createMetrics(),
    timer: realClock(),
    answers: new ByteRoom(limits.answersBytesMax),
    ping: () => Promise.reject(new Error('no disk')),
    async pipeline(request, flaw) {
      requests.push(request);
      await hold;
      return { status: 200, headers: {}, body: flaw ?? 'answered' };
    },
  });
  edges.push(edge);
  return { requests, edge, port: await edge.listen({ host: '127.0.0.1', port: 0 }) };
}

/** Closed also where an assertion failed, or this process would never end. */
const edges: Edge[] = [];
after(() => Promise.all(edges.map((edge) => edge.stop())));

test('the wire is given what was sent: duplicates joined, the target as it is', async () => {
  const { requests, edge, port } = await echo();
  const connection = rawConnection(port);
  connection.send(
    `POST http://cvm.example:1/a%20b?x=%41&y HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nx-a: é\r\n` +
      `Content-Length: 3\r\n${CLOSE}`,
  );
  connection.send(Buffer.from([1, 2, 3]));
  await connection.closed();
  const [request] = requests;
  assert.equal(request?.path, '/a%20b');
  assert.equal(request?.rawQuery, 'x=%41&y');
  assert.equal(request?.headers.get('x-a'), '1, Ã©');
  assert.deepEqual(request?.body, Buffer.from([1, 2, 3]));
  await edge.stop();
});

test('of one connection, one request at a time is carried out, however many are sent', async () => {
  const held = Promise.withResolvers<void>();
  const { requests, edge, port } = await echo({ hold: held.promise });
  const pipelined = rawConnection(port);
  const paths = Array.from({ length: 2_000 }, (_, index) => `/${index}`);
  for (const path of paths) pipelined.send(`POST ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const gone = rawConnection(port);
  gone.send('GET /gone HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100));
  while (requests.length < 2) await fetch(`http://127.0.0.1:${port}/metrics`);
  gone.cut();
  for (let looks = 0; looks < 20; looks += 1) await fetch(`http://127.0.0.1:${port}/metrics`);
  assert.deepEqual(requests.map(({ path }) => path).toSorted(), ['/0', '/gone']);
  held.resolve();
  while (pipelined.received().split('answered').length <= paths.length) {
    await fetch(`http://127.0.0.1:${port}/metrics`);
  }
  const served = requests.map(({ path }) => path).filter((path) => path !== '/gone');
  assert.deepEqual(served, paths);
  assert.equal(requests.length, paths.length + 1, 'whoever is gone asks for nothing more');
  pipelined.cut();
  await edge.stop();
});

test('a store that does not answer is 503 on /healthz', async () => {
  const { edge, port } = await echo();
  const got = await fetch(`http://127.0.0.1:${port}/healthz`);
  assert.equal(got.status, 503);
  assert.match(await got.text(), /no disk/);
  await edge.stop();
});

test('a request that takes too long to arrive is 408', async () => {
  const { edge, port } = await echo({ requestMsMax: 500 });
  const headers = rawConnection(port);
  headers.send('POST / HTTP/1.1\r\nHost: x\r\n');
  const body = rawConnection(port);
  body.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
  assert.match(await headers.closed(), /^HTTP\/1\.1 408 /);
  assert.match(await body.closed(), /^HTTP\/1\.1 408 /);
  await edge.stop();
});

test('large bodies find room again when those before them are answered', async () => {
  const held = Promise.withResolvers<void>();
  const { edge, port, requests } = await echo({ bodiesBytesMax: 250_000, hold: held.promise });
  const large = `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n${CLOSE}`;
  const post = (): RawConnection => {
    const connection = rawConnection(port);
    connection.send(large + 'x'.repeat(50_000));
    connection.send('x'.repeat(50_000));
    return connection;
  };
  const first = post();
  while (requests.length === 0) await fetch(`http://127.0.0.1:${port}/metrics`);
  const second = post();
  while (requests.length === 1) await fetch(`http://127.0.0.1:${port}/metrics`);
  held.resolve();
  assert.match(await first.closed(), /answered$/);
  assert.match(await second.closed(), /unavailable$/);
  assert.match(await post().closed(), /answered$/);
  await edge.stop();
});

test('connections beyond the limit are closed', async () => {
  const { edge, port } = await echo({ connectionsMax: 1 });
  const first = rawConnection(port);
  first.send('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await first.until(/answered/);
  assert.equal(await rawConnection(port).closed(), '');
  first.cut();
  await edge.stop();
});

test('stopping accepts nothing more, finishes what is in flight and closes the rest', async () => {
  const held = Promise.withResolvers<void>();
  const { edge, port } = await echo({ hold: held.promise });
  const idle = rawConnection(port);
  await once(idle.socket, 'connect');
  const arriving = rawConnection(port);
  arriving.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab');
  const working = rawConnection(port);
  working.send('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  // Both have been received when a third, sent after them, is answered.
  await fetch(`http://127.0.0.1:${port}/metrics`);
  const stopped = edge.stop();
  await assert.rejects(fetch(`http://127.0.0.1:${port}/metrics`));
  arriving.send('cd');
  held.resolve();
  for (const connection of [arriving, working]) {
    const answer = await connection.closed();
    assert.match(answer, /\r\nconnection: close\r\n/i);
    assert.match(answer, /answered$/);
  }
  await idle.closed();
  await stopped;
});
