import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { realClock } from '#kernel/clock.ts';
import { limits, type Limits } from '#kernel/limits.ts';
import { stderrLog } from '#kernel/log.ts';
import { createMetrics } from '#kernel/metrics.ts';
import { systemRandom } from '#kernel/random.ts';
import { ByteRoom } from '#server/body.ts';
import { boot, type Running } from '#server/boot.ts';
import { createEdge, type Edge } from '#server/http.ts';
import { ownIdentity } from '#server/tls-own.ts';
import type { RawRequest } from '#wire/raw-request.ts';
import { type EdgeClient, edgeClient } from '../support/edge-client.ts';
import type { RawConnection } from '../support/raw-connection.ts';

const TENCENT = 'Host: cvm\r\nX-TC-Action: DescribeZones\r\nX-TC-Version: 2017-03-12\r\n';
const CLOSE = 'Connection: close\r\n\r\n';

interface Asked {
  readonly requests: RawRequest[];
  readonly edge: Edge;
  readonly port: number;
}

/** Of the edges that have no cloud behind them. */
const identity = ownIdentity({
  data: ':memory:',
  names: [],
  wall: realClock(),
  random: systemRandom(),
});

for (const scheme of ['http', 'https'] as const) {
  describe(`over ${scheme}`, () => {
    let server: Running;
    let client: EdgeClient;
    before(async () => {
      server = await boot();
      const authorities = [await server.identity?.authority(), await identity.authority()];
      client = edgeClient(scheme, authorities.join(''));
    });
    after(() => server.stop());
    const connection = (port: number): RawConnection => client.connection(port);
    const get = (port: number, path: string, init?: RequestInit): Promise<Response> =>
      client.get(port, path, init);

    async function isAlive(): Promise<void> {
      assert.equal((await get(server.port, '/healthz')).status, 200);
    }

    test('/healthz says 200 to GET and HEAD', async () => {
      const got = await get(server.port, '/healthz');
      assert.equal(got.status, 200);
      assert.equal(await got.text(), 'ok\n');
      const head = await get(server.port, '/healthz', { method: 'HEAD' });
      assert.equal(head.status, 200);
      assert.equal(head.headers.get('content-length'), '3');
    });

    test('/metrics is Prometheus text and counts requests', async () => {
      await get(server.port, '/', { method: 'POST', headers: { 'x-tc-action': 'DescribeZones' } });
      const got = await get(server.port, '/metrics');
      assert.match(got.headers.get('content-type') ?? '', /^text\/plain; version=/);
      assert.match(await got.text(), /^yuntai_requests_total\{dialect="tencent-3\.0",/m);
    });

    test('what no vendor would send gets plain text that names the endpoints', async () => {
      const got = await get(server.port, '/nowhere?x=1');
      assert.equal(got.status, 404);
      assert.match(await got.text(), /yuntai env/);
      const head = await get(server.port, '/nowhere', { method: 'HEAD' });
      assert.equal(head.status, 404);
      assert.equal(await head.text(), '');
    });

    test('methods other than GET and POST are refused in the vendor’s words', async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const tencent = await get(server.port, '/', {
          method,
          headers: { 'x-tc-action': 'DescribeZones' },
        });
        const answer = (await tencent.json()) as { Response: { Error: { Code: string } } };
        assert.equal(answer.Response.Error.Code, 'UnsupportedProtocol', method);
        const headers = { 'x-acs-action': 'DescribeZones', 'x-acs-version': '2014-05-26' };
        const aliyun = await get(server.port, '/', { method, headers });
        assert.equal(aliyun.status, 405);
        assert.match(await aliyun.text(), /UnsupportedHTTPMethod/, method);
      }
    });

    test('a body of 10 MB and a byte is refused in vendors’ words, declared or not', async () => {
      const bytes = Buffer.alloc(limits.bodyBytesMax + 1, 'x');
      const declared = connection(server.port);
      declared.send(`POST / HTTP/1.1\r\n${TENCENT}Content-Length: ${bytes.length}\r\n\r\n`);
      declared.send(bytes);
      assert.match(await declared.closed(), /"RequestSizeLimitExceeded"/);
      const chunked = connection(server.port);
      chunked.send(`POST / HTTP/1.1\r\n${TENCENT}Transfer-Encoding: chunked\r\n\r\n`);
      chunked.send(`${bytes.length.toString(16)}\r\n`);
      chunked.send(bytes);
      chunked.send('\r\n0\r\n\r\n');
      assert.match(await chunked.closed(), /"RequestSizeLimitExceeded"/);
      await isAlive();
    });

    test('one that never ends is answered while it is still coming in', async () => {
      const endless = connection(server.port);
      endless.send(`POST / HTTP/1.1\r\n${TENCENT}Content-Length: 99999999999\r\n\r\n`);
      assert.match(await endless.until(/RequestId/), /"RequestSizeLimitExceeded"/);
      endless.cut();
      await isAlive();
    });

    test('Expect: 100-continue is told to go on, or refused before the body is sent', async () => {
      const small = connection(server.port);
      small.send(
        `POST / HTTP/1.1\r\n${TENCENT}Expect: 100-continue\r\nContent-Length: 2\r\n${CLOSE}`,
      );
      await small.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
      small.send('{}');
      assert.match(await small.closed(), /\r\n\r\nHTTP\/1\.1 200 OK/);
      const large = connection(server.port);
      large.send(
        `POST / HTTP/1.1\r\n${TENCENT}Expect: 100-continue\r\nContent-Length: 20000000\r\n\r\n`,
      );
      const answer = await large.closed();
      assert.match(answer, /^HTTP\/1\.1 200 OK/);
      assert.match(answer, /"RequestSizeLimitExceeded"/);
    });

    test('headers beyond the limit are 431, and what is no HTTP is 400', async () => {
      const large = connection(server.port);
      large.send(`GET / HTTP/1.1\r\nX: ${'x'.repeat(limits.headerBytesMax)}\r\n\r\n`);
      assert.match(await large.closed(), /^HTTP\/1\.1 431 /);
      const garbage = connection(server.port);
      garbage.send('\u0015\u0003\u0001 hello\r\n\r\n');
      assert.match(await garbage.closed(), /^HTTP\/1\.1 400 /);
      await isAlive();
    });

    test('pipelined requests are answered in their order', async () => {
      const raw = connection(server.port);
      raw.send(
        `POST / HTTP/1.1\r\n${TENCENT}Content-Length: 2\r\n\r\n{}` +
          'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n' +
          `GET /nowhere HTTP/1.1\r\nHost: x\r\n${CLOSE}`,
      );
      const answers = (await raw.closed()).split('HTTP/1.1 ').slice(1);
      assert.deepEqual(
        answers.map((answer) => answer.slice(0, 3)),
        ['200', '200', '404'],
      );
      assert.match(answers[0] ?? '', /"Response"/);
    });

    test('a client that goes away in the middle hurts nobody', async () => {
      for (let n = 0; n < 20; n += 1) {
        const raw = connection(server.port);
        raw.send(`POST / HTTP/1.1\r\n${TENCENT}Content-Length: 1000\r\n\r\n{"half`);
        raw.cut();
      }
      await isAlive();
    });

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
        identity,
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
      const raw = connection(port);
      raw.send(
        `POST http://cvm.example:1/a%20b?x=%41&y HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nx-a: é\r\n` +
          `Content-Length: 3\r\n${CLOSE}`,
      );
      raw.send(Buffer.from([1, 2, 3]));
      await raw.closed();
      const [request] = requests;
      assert.equal(request?.path, '/a%20b');
      assert.equal(request?.rawQuery, 'x=%41&y');
      assert.equal(request?.headers.get('x-a'), '1, Ã©');
      assert.deepEqual(request?.body, Buffer.from([1, 2, 3]));
      await edge.stop();
    });

    test('of one connection, one request at a time is carried out, for all it sends', async () => {
      const held = Promise.withResolvers<void>();
      const { requests, edge, port } = await echo({ hold: held.promise });
      const pipelined = connection(port);
      const paths = Array.from({ length: 2_000 }, (_, index) => `/${index}`);
      for (const path of paths) pipelined.send(`POST ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
      const gone = connection(port);
      gone.send('GET /gone HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100));
      while (requests.length < 2) await get(port, '/metrics');
      gone.cut();
      for (let looks = 0; looks < 20; looks += 1) await get(port, '/metrics');
      assert.deepEqual(requests.map(({ path }) => path).toSorted(), ['/0', '/gone']);
      held.resolve();
      while (pipelined.received().split('answered').length <= paths.length) {
        await get(port, '/metrics');
      }
      const served = requests.map(({ path }) => path).filter((path) => path !== '/gone');
      assert.deepEqual(served, paths);
      assert.equal(requests.length, paths.length + 1, 'whoever is gone asks for nothing more');
      pipelined.cut();
      await edge.stop();
    });

    test('a store that does not answer is 503 on /healthz', async () => {
      const { edge, port } = await echo();
      const got = await get(port, '/healthz');
      assert.equal(got.status, 503);
      assert.match(await got.text(), /no disk/);
      await edge.stop();
    });

    test('a request that takes too long to arrive is 408', async () => {
      const { edge, port } = await echo({ requestMsMax: 500 });
      const headers = connection(port);
      headers.send('POST / HTTP/1.1\r\nHost: x\r\n');
      const body = connection(port);
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
        const raw = connection(port);
        raw.send(large + 'x'.repeat(50_000));
        raw.send('x'.repeat(50_000));
        return raw;
      };
      const first = post();
      while (requests.length === 0) await get(port, '/metrics');
      const second = post();
      while (requests.length === 1) await get(port, '/metrics');
      held.resolve();
      assert.match(await first.closed(), /answered$/);
      assert.match(await second.closed(), /unavailable$/);
      assert.match(await post().closed(), /answered$/);
      await edge.stop();
    });

    test('connections beyond the limit are closed', async () => {
      const { edge, port } = await echo({ connectionsMax: 1 });
      const first = connection(port);
      first.send('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
      await first.until(/answered/);
      assert.equal(await connection(port).closed(), '');
      first.cut();
      await edge.stop();
    });

    test('stopping accepts nothing, finishes what is in flight and closes the rest', async () => {
      const held = Promise.withResolvers<void>();
      const { edge, port } = await echo({ hold: held.promise });
      const idle = connection(port);
      await idle.opened;
      const arriving = connection(port);
      arriving.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab');
      const working = connection(port);
      working.send('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
      // Both have been received when a third, sent after them, is answered.
      await get(port, '/metrics');
      const stopped = edge.stop();
      await assert.rejects(get(port, '/metrics'));
      arriving.send('cd');
      held.resolve();
      for (const one of [arriving, working]) {
        const answer = await one.closed();
        assert.match(answer, /\r\nconnection: close\r\n/i);
        assert.match(answer, /answered$/);
      }
      await idle.closed();
      await stopped;
    });
  });
}
