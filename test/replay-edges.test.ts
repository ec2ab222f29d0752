import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { aliyunVoice } from '#apis/aliyun/voice.ts';
import { namesOf2017 } from '#apis/tencent/cvm-2017/service.ts';
import { voice2017 } from '#apis/tencent/cvm-2017/voice.ts';
import { tencentVoice } from '#apis/tencent/voice.ts';
import { legacyVoice } from '#apis/tencent/legacy/voice.ts';
import { memoryNonces } from '#store/memory-nonces.ts';
import { type NonceBook, nonceMsMax } from '#store/nonces.ts';
import { startPglite } from '#store/pglite.test-support.ts';
import { openPostgres } from '#store/postgres.ts';
import { openSqliteNonces } from '#store/sqlite-nonces.ts';
import { aliyunDialect } from '#wire/aliyun/dialect.ts';
import { signAcs3, signRpc } from '#wire/aliyun/sign.ts';
import type { Call } from '#wire/dialect.ts';
import { rawRequestOf, type SignedRequest } from '#wire/signed-request.ts';
import { tencent2017Dialect } from '#wire/tencent/dialect-2017.ts';
import { legacyDialect } from '#wire/tencent/legacy-dialect.ts';
import { tencentDialect } from '#wire/tencent/dialect.ts';
import { signTc3, signV1 } from '#wire/tencent/sign.ts';
import { WireFault } from '#wire/wire-fault.ts';

// A request that counts once must be remembered for as long as it would be accepted: to the very
// millisecond, whatever happened to other nonces meanwhile. API 3.0 never refuses by nonce (D18):
// there the window is all there is.

const BEGINNING = 1_790_000_000;
/** Each request is signed an hour after the one before: the clock of a book goes on. */
const signedAt = (drawn: number): number => BEGINNING + drawn * 3_600;
const SECRET = 'secret-of-the-test';

const aliyun = aliyunDialect(aliyunVoice);
const of30 = tencentDialect(tencentVoice);
const of2017 = tencent2017Dialect(voice2017, namesOf2017);
const legacy = legacyDialect(legacyVoice);

const rpc = {
  accessKeyId: 'id',
  accessKeySecret: SECRET,
  host: 'localhost',
  action: 'DescribeRegions',
  version: '2014-05-26',
};
const v1 = {
  secretId: 'id',
  secretKey: SECRET,
  host: 'localhost',
  path: '/v2/index.php',
  action: 'DescribeInstances',
};

const of30Call = {
  host: 'cvm.tencentcloudapi.com',
  action: 'DescribeRegions',
  version: '2017-03-12',
  region: 'ap-guangzhou',
};

interface Scheme {
  readonly name: string;
  readonly windowSeconds: number;
  sign(drawn: number): SignedRequest;
  open(request: SignedRequest): Call;
}

/** What is accepted as often as it comes within its window. */
const repeatable: readonly Scheme[] = [
  {
    name: 'Tencent 3.0 with TC3',
    windowSeconds: 300,
    sign: (drawn) =>
      signTc3({
        ...of30Call,
        secretId: 'id',
        secretKey: SECRET,
        timestampSeconds: signedAt(drawn),
      }),
    open: (request) => of30.open(rawRequestOf(request)),
  },
  ...(['HmacSHA1', 'HmacSHA256'] as const).map((signatureMethod) => ({
    name: `Tencent 3.0 with ${signatureMethod}`,
    windowSeconds: 300,
    sign: (drawn: number) =>
      signV1({
        ...of30Call,
        secretId: 'id',
        secretKey: SECRET,
        nonce: drawn,
        timestampSeconds: signedAt(drawn),
        signatureMethod,
      }),
    open: (request: SignedRequest) => of30.open(rawRequestOf(request)),
  })),
];

const schemes: readonly Scheme[] = [
  {
    name: 'Alibaba V1',
    windowSeconds: 900,
    sign: (drawn) => signRpc({ ...rpc, nonce: `v1-${drawn}`, timestampSeconds: signedAt(drawn) }),
    open: (request) => aliyun.open(rawRequestOf(request)),
  },
  {
    name: 'Alibaba ACS3',
    windowSeconds: 900,
    sign: (drawn) => signAcs3({ ...rpc, nonce: `v3-${drawn}`, timestampSeconds: signedAt(drawn) }),
    open: (request) => aliyun.open(rawRequestOf(request)),
  },
  {
    name: 'Tencent 2017',
    windowSeconds: 300,
    sign: (drawn) =>
      signV1({ ...v1, nonce: drawn, timestampSeconds: signedAt(drawn), version: '2017-03-12' }),
    open: (request) => of2017.open(rawRequestOf(request)),
  },
  {
    name: 'Tencent legacy',
    windowSeconds: 300,
    sign: (drawn) => signV1({ ...v1, nonce: drawn, timestampSeconds: signedAt(drawn) }),
    open: (request) => legacy.open(rawRequestOf(request)),
  },
];

function isAccepted(call: Call, nowMs: number): boolean {
  try {
    call.verify(SECRET, nowMs);
    return true;
  } catch (error) {
    assert.ok(error instanceof WireFault, String(error));
    return false;
  }
}

/** Milliseconds from a timestamp: around both edges of its window, and inside. */
function moments({ windowSeconds }: Scheme): fc.Arbitrary<number> {
  const window = windowSeconds * 1_000;
  const near = fc.integer({ min: -1_500, max: 1_500 });
  const inside = fc.integer({ min: -window, max: window + 999 });
  const late = near.map((ms) => window + ms);
  const edges = [late, near.map((ms) => ms - window), late.map((ms) => ms + 1_000), inside];
  return fc.oneof(...edges);
}

const root = mkdtempSync(join(tmpdir(), 'yuntai-replay-'));
const sqlite = openSqliteNonces(join(root, 'nonces.db'));
const pglite = startPglite();
after(async () => {
  sqlite.close();
  await (await pglite).close();
  rmSync(root, { recursive: true });
});

const books: ReadonlyArray<readonly [string, number, () => Promise<NonceBook>]> = [
  ['memory', 200, async () => memoryNonces()],
  ['SQLite', 100, async () => sqlite],
  [
    'PostgreSQL',
    15,
    async () => (await openPostgres({ pool: await (await pglite).emptied() })).nonces,
  ],
];

let requests = 0;

/** A number for a request, which none before it had. */
function nextRequest(): number {
  requests += 1;
  return requests;
}

/** Opens a request and looks at both edges of its window; whether it counts once, and its time. */
function acceptedWithin(scheme: Scheme): Pick<Call, 'once'> & { readonly signedAt: number } {
  const drawn = nextRequest();
  const call = scheme.open(scheme.sign(drawn));
  const edge = scheme.windowSeconds * 1_000;
  const accepted = (ms: number) => isAccepted(call, signedAt(drawn) * 1_000 + ms);
  const edges = [-edge - 1, -edge, edge, edge + 999, edge + 1_000];
  assert.deepEqual(edges.map(accepted), [false, true, true, true, false]);
  return { once: call.once, signedAt: signedAt(drawn) };
}

describe('a request that counts once', () => {
  for (const scheme of schemes) {
    for (const [kind, numRuns, open] of books) {
      it(`of ${scheme.name} is remembered in ${kind} as long as it is accepted`, async () => {
        const book = await open();
        const times = fc.tuple(moments(scheme), moments(scheme), moments(scheme));
        const property = fc.asyncProperty(
          times,
          fc.integer({ min: 0, max: 70 }),
          async (at, others) => {
            const drawn = nextRequest();
            const call = scheme.open(scheme.sign(drawn));
            const { once } = call;
            assert.ok(once);
            const [first = 0, between = 0, last = 0] = at
              .toSorted((a, b) => a - b)
              .map((ms) => signedAt(drawn) * 1_000 + ms);
            if (!isAccepted(call, first)) return;
            const use = { principal: 'id', nonce: once.nonce, expiresAt: once.expiresAt };
            assert.equal(await book.claim(use, first), true);
            for (let other = 0; other < others; other += 1) {
              const nonce = `${drawn}-${other}`;
              await book.claim({ principal: 'id', nonce, expiresAt: between + 1_000 }, between);
            }
            if (isAccepted(call, last)) assert.equal(await book.claim(use, last), false);
          },
        );
        await fc.assert(property, { numRuns, seed: 7 });
      });
    }

    it(`of ${scheme.name} is accepted from the first millisecond of its window to the last`, () => {
      const call = acceptedWithin(scheme);
      const beginning = (call.signedAt - scheme.windowSeconds) * 1_000;
      const lifetime = (call.once?.expiresAt ?? Infinity) - beginning;
      assert.ok(lifetime <= nonceMsMax, `${lifetime} ms`);
    });
  }
});

describe('a request that may come again', () => {
  for (const scheme of repeatable) {
    it(`of ${scheme.name} is accepted from the first millisecond of its window to the last`, () => {
      assert.equal(acceptedWithin(scheme).once, undefined);
    });
  }
});
