import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { signTc3 } from '#wire/tencent/sign.ts';
import { rawConnection } from '../support/raw-connection.ts';
import {
  runConcurrent,
  idsIn,
  KEY,
  okay,
  type SpawnedCloud,
  spawnCloud,
  tally,
  TENCENT_LAUNCH,
} from '../support/spawned-cloud.ts';

// Requests that no SDK sends, and more of them than anybody needs: each has an answer, none costs
// the others much, and the process is as well afterwards as before.

/** A signed DescribeZones: its headers as they are sent, each in a line. */
function signedHeaders({ server }: SpawnedCloud): string {
  const { headers } = signTc3({
    secretId: KEY.id,
    secretKey: KEY.secret,
    host: new URL(server.url).host,
    service: 'cvm',
    action: 'DescribeZones',
    version: '2017-03-12',
    region: 'ap-guangzhou',
    timestampSeconds: Math.floor(Date.now() / 1_000),
    body: {},
  });
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}

const BODY = 'Content-Length: 2\r\nConnection: close\r\n\r\n{}';
const CHUNKED = 'Transfer-Encoding: chunked\r\n';
const CLOSE = 'Connection: close\r\n\r\n';
const ZONES = /^HTTP\/1\.1 200 .*"ZoneSet":/s;
/** Of TLS, on a record that is whole and says nothing that begins a connection. */
const alert = new RegExp(`^${String.fromCharCode(0x15, 3)}`);
const BAD = /^HTTP\/1\.1 400 /;

type Odd = readonly [what: string, request: (headers: string) => string, answer: RegExp];

const oddities: readonly Odd[] = [
  ['HTTP/1.0', (headers) => `POST / HTTP/1.0\r\n${headers}${BODY}`, ZONES],
  ['an absolute address', (headers) => `POST http://cvm.x/ HTTP/1.1\r\n${headers}${BODY}`, ZONES],
  ['empty lines in front', (headers) => `\r\n\r\nPOST / HTTP/1.1\r\n${headers}${BODY}`, ZONES],
  [
    'chunks with a trailer',
    (headers) =>
      `POST / HTTP/1.1\r\n${headers}${CHUNKED}${CLOSE}1\r\n{\r\n1;x=y\r\n}\r\n0\r\nX: y\r\n\r\n`,
    ZONES,
  ],
  [
    'bytes that are no text',
    (headers) => `POST / HTTP/1.1\r\nX: ÿþ\x80\r\n${headers}${BODY}`,
    ZONES,
  ],
  ['an upgrade', (headers) => `POST / HTTP/1.1\r\nUpgrade: h2c\r\n${headers}${BODY}`, ZONES],
  ['two lengths', (headers) => `POST / HTTP/1.1\r\nContent-Length: 3\r\n${headers}${BODY}`, BAD],
  ['length and chunks', (headers) => `POST / HTTP/1.1\r\n${CHUNKED}${headers}${BODY}`, BAD],
  [
    'a length below zero',
    (headers) => `POST / HTTP/1.1\r\n${headers}Content-Length: -2\r\n\r\n`,
    BAD,
  ],
  ['a chunk of no size', (headers) => `POST / HTTP/1.1\r\n${headers}${CHUNKED}\r\nzz\r\n{}`, BAD],
  ['a zero in a header', (headers) => `POST / HTTP/1.1\r\nX: a\0b\r\n${headers}${BODY}`, BAD],
  ['lines without returns', (headers) => `POST / HTTP/1.1\n${headers}\n`, BAD],
  ['HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', BAD],
  ['TLS that is none', () => '\x16\x03\x01\x00\x04\x01\x00\x00\x00', alert],
  ['no host', () => 'GET / HTTP/1.1\r\n\r\n', BAD],
  ['an unknown method', () => 'FOO / HTTP/1.1\r\nHost: x\r\n\r\n', BAD],
  ['HEAD', () => `HEAD / HTTP/1.1\r\nHost: x\r\n${CLOSE}`, /^HTTP\/1\.1 404 .*\r\n\r\n$/s],
  ['OPTIONS', () => `OPTIONS * HTTP/1.1\r\nHost: x\r\n${CLOSE}`, /^HTTP\/1\.1 404 .*yuntai env/s],
  ['CONNECT', () => 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n', /^$/],
  [
    'an action twice',
    (headers) => `POST / HTTP/1.1\r\nX-TC-Action: RunInstances\r\n${headers}${BODY}`,
    /"InvalidAction"/,
  ],
  [
    'an authorization twice',
    (headers) => `POST / HTTP/1.1\r\nAuthorization: TC3-x\r\n${headers}${BODY}`,
    /"AuthFailure\.InvalidAuthorization"/,
  ],
  [
    'another host beside the signed one',
    (headers) => `POST / HTTP/1.1\r\nHost: other\r\n${headers}${BODY}`,
    /"AuthFailure\.SignatureFailure"/,
  ],
  [
    'a query that was not signed',
    (headers) => `POST /?Limit=1 HTTP/1.1\r\n${headers}${BODY}`,
    /"AuthFailure\.SignatureFailure"/,
  ],
];

function memoryMiB({ server }: SpawnedCloud): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}

test('what no SDK would send has an answer, and the next one is served', async (t) => {
  const cloud = await spawnCloud();
  const port = Number(new URL(cloud.server.url).port);
  for (const [what, request, answer] of oddities) {
    await t.test(what, async () => {
      const connection = rawConnection(port);
      connection.send(Buffer.from(request(signedHeaders(cloud)), 'latin1'));
      // What would go on, such as a connection kept alive for an upgrade, is cut once answered.
      if (what === 'an upgrade') await connection.until(ZONES).then(() => connection.cut());
      assert.match(await connection.closed(), answer);
    });
  }
  await okay(cloud.tencent('DescribeZones', {}));
  await cloud.closeAudited();
});

test('the largest launches in a row, lists and releases, in bounded memory', async () => {
  const cloud = await spawnCloud();
  const { tencent } = cloud;
  const largest = {
    ...TENCENT_LAUNCH,
    InstanceCount: 500,
    DataDisks: Array.from({ length: 20 }, () => ({ DiskType: 'CLOUD_PREMIUM', DiskSize: 20 })),
    InternetAccessible: { InternetMaxBandwidthOut: 1 },
  };
  const launched = await runConcurrent(4, () => okay(tencent('RunInstances', largest)));
  const ids = launched.flatMap(idsIn);
  assert.equal(new Set(ids).size, 2_000);
  await cloud.settled();
  const hundreds = Array.from({ length: 20 }, (_, index) =>
    ids.slice(100 * index, 100 * index + 100),
  );
  const pages = await runConcurrent(20, (index) =>
    okay(tencent('DescribeInstances', { InstanceIds: hundreds[index], Limit: 100 })),
  );
  assert.ok(pages.every((page) => page['TotalCount'] === 100));
  const ended = await runConcurrent(20, (index) =>
    tencent('TerminateInstances', { InstanceIds: hundreds[index] }),
  );
  assert.deepEqual(tally(ended), { ok: 20 });
  while ((await cloud.settled()).size > 0);
  if (process.platform === 'linux') assert.ok(memoryMiB(cloud) < 600, `${memoryMiB(cloud)} MiB`);
  await cloud.closeAudited();
});
