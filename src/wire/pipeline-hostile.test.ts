import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { limits } from '#kernel/limits.ts';
import { signAcs3, signRpc } from './aliyun/sign.ts';

import { KEY, NOW_SECONDS, trial, type WholeAnswer } from './pipeline.test-support.ts';
import { formatQuery } from './query-string.ts';
import { rawRequestOf, type SignedRequest } from './signed-request.ts';
import { signTc3, signV1 } from './tencent/sign.ts';

const RUNS = 300;
const MIB = 1024 * 1024;
/** No answer to what is wrong needs more: none grows with its request, save a string to sign. */
const ANSWER_CHARACTERS_MAX = 2_000;

const asked = {
  secretId: KEY.id,
  secretKey: KEY.secret,
  host: 'cvm.tencentcloudapi.com',
  action: 'DescribeThings',
  version: '2017-03-12',
  region: 'ap-guangzhou',
  timestampSeconds: NOW_SECONDS,
};

/** A body under a signature that fits: what is wrong with it is all that can be told. */
function posted(body: string): SignedRequest {
  return signTc3({ ...asked, body });
}

const v1 = (parameters: Readonly<Record<string, string>>): SignedRequest =>
  signV1({ ...asked, method: 'POST', nonce: 7, parameters });

/** The same to the path of the older generations, in that of 2017. */
const older = (parameters: Readonly<Record<string, string>>): SignedRequest =>
  signV1({
    ...asked,
    path: '/v2/index.php',
    method: 'POST',
    nonce: 7,
    underscoresAsDots: true,
    parameters,
  });

const atAliyun = {
  accessKeyId: KEY.id,
  accessKeySecret: KEY.secret,
  host: 'ecs.aliyuncs.com',
  action: 'DescribeThings',
  version: '2014-05-26',
  timestampSeconds: NOW_SECONDS,
  nonce: 'n1',
};
type Parameters = Readonly<Record<string, string>>;

const rpc = (parameters: Parameters): SignedRequest =>
  signRpc({
    ...atAliyun,
    style: 'post-form',
    parameters: { RegionId: 'cn-guangzhou', ...parameters },
  });

const acs3 = (parameters: Parameters): SignedRequest =>
  signAcs3({ ...atAliyun, parameters: { RegionId: 'cn-guangzhou', ...parameters } });

function codeOf({ body, status, headers }: WholeAnswer): string {
  if (headers['content-type']?.startsWith('text/plain') === true) return `plain ${status}`;
  const { Response, Code } = JSON.parse(body) as {
    Response?: { Error?: { Code: string } };
    Code?: string;
  };
  return Response?.Error?.Code ?? Code ?? 'OK';
}

interface Hostile {
  readonly request: SignedRequest;
  readonly code: string;
  /** Default: nothing is carried out. */
  readonly carriedOut?: true;
}

async function answers({ request, code, carriedOut }: Hostile): Promise<void> {
  const { ask, lines, orders } = trial();
  const answer = await ask(request);
  assert.equal(codeOf(answer), code);
  assert.deepEqual(lines, [], 'a bug was logged');
  assert.equal(orders.length, carriedOut === true ? 1 : 0);
  if (carriedOut !== true) assert.ok(answer.body.length < ANSWER_CHARACTERS_MAX);
}

const nested = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + close.repeat(depth);

describe('hostile bodies', () => {
  const bodies: ReadonlyArray<readonly [about: string, body: string, code: string]> = [
    ['cut short', '{"Limit":', 'InvalidParameter'],
    ['cut short inside a text', '{"Ids":["thing-', 'InvalidParameter'],
    ['no JSON', 'Limit=5', 'InvalidParameter'],
    ['an array', '[]', 'InvalidParameter'],
    ['null', 'null', 'InvalidParameter'],
    ['a byte order mark', '\ufeff{}', 'InvalidParameter'],
    ['50,000 arrays', `{"Extra":${nested(50_000, '[', ']')}}`, 'InvalidParameter'],
    ['50,000 objects', `{"Extra":${nested(50_000, '{"a":', '}')}}`, 'InvalidParameter'],
    ['50,000 arrays that never end', '['.repeat(50_000), 'InvalidParameter'],
    ['a million arrays', nested(1_000_000, '[', ']'), 'InvalidParameter'],
    ['1e999', '{"Limit":1e999}', 'InvalidParameter'],
    ['a number of a million digits', `{"Limit":${'9'.repeat(1_000_000)}}`, 'InvalidParameter'],
    ['__proto__', '{"__proto__":{"Limit":1}}', 'UnknownParameter'],
    ['__proto__ inside', '{"Part":{"__proto__":{"Size":1}}}', 'UnknownParameter'],
    ['constructor', '{"constructor":{"prototype":{}}}', 'UnknownParameter'],
    ['200,000 values', `{"Ids":[${'1,'.repeat(200_000)}1]}`, 'InvalidParameter'],
    ['100,000 members', `{${'"a":1,'.repeat(100_000)}"a":1}`, 'InvalidParameter'],
    ['a list of 90,000', `{"Ids":[${'"x",'.repeat(90_000)}"x"]}`, 'InvalidParameterValue'],
    ['a name of 1 MB', `{"${'x'.repeat(MIB)}":1}`, 'UnknownParameter'],
    ['a text of 1 MB as a number', `{"Limit":"${'9'.repeat(MIB)}"}`, 'InvalidParameter'],
    ['an id of 1 MB', `{"Ids":["${'x'.repeat(MIB)}"]}`, 'InvalidParameterValue'],
    [
      'a filter of 1 MB',
      `{"Filters":[{"Name":"${'x'.repeat(MIB)}","Values":["a"]}]}`,
      'InvalidParameterValue',
    ],
    ['NUL', '{"Part":{"Note":"a\\u0000b"}}', 'InvalidParameterValue'],
    ['a bare NUL', '{"Part":{"Note":"a\u0000b"}}', 'InvalidParameter'],
    ['half a surrogate pair', '{"Part":{"Note":"\\ud800"}}', 'InvalidParameterValue'],
    ['half a surrogate pair as a name', '{"\\ud800":1}', 'UnknownParameter'],
  ];
  for (const [about, body, code] of bodies) {
    test(`${about}: ${code}`, () => answers({ request: posted(body), code }));
  }

  test('the last of equal names counts', async () => {
    const request = posted('{"Limit":"x","Limit":5}');
    await answers({ request, code: 'OK', carriedOut: true });
    await answers({ request: posted('{"Limit":5,"Limit":"x"}'), code: 'InvalidParameter' });
  });

  test('depth is allowed as far as the limit', async () => {
    const depth = limits.depthMax - 1;
    const request = posted(`{"Extra":${nested(depth, '[', ']')}}`);
    await answers({ request, code: 'OK', carriedOut: true });
    const deeper = posted(`{"Extra":${nested(depth + 1, '[', ']')}}`);
    await answers({ request: deeper, code: 'InvalidParameter' });
  });

  test('bytes that are no UTF-8', async () => {
    // The signature is that of other bytes, so it is told first: nothing unverified is read.
    const raw = rawRequestOf(posted('{"Extra":"??"}'));
    const body = Buffer.from(raw.body.toString('latin1').replace('??', '\xff\xfe'), 'latin1');
    assert.equal(codeOf(await trial().ask({ ...raw, body })), 'AuthFailure.SignatureFailure');
    const unsigned = rawRequestOf(
      signTc3({ ...asked, body: '{"Extra":"??"}', unsignedPayload: true }),
    );
    assert.equal(codeOf(await trial().ask({ ...unsigned, body })), 'InvalidParameter');
  });

  test('10 MB and a byte: neither hashed, nor parsed, nor asked for a key', async () => {
    const { ask, steps } = trial();
    const raw = rawRequestOf(posted('{}'));
    const body = Buffer.alloc(10 * MIB + 1, '[');
    assert.equal(codeOf(await ask({ ...raw, body })), 'RequestSizeLimitExceeded');
    assert.deepEqual(steps, []);
  });
});

const many = (count: number, name: (at: number) => string): Parameters =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), 'x']));

describe('hostile parameters', () => {
  type Told = readonly [tencent: string, aliyun: string];
  const BAD: Told = ['InvalidParameter', 'InvalidParameter'];
  const VALUE: Told = ['InvalidParameterValue', 'InvalidParameter'];
  const sets: ReadonlyArray<readonly [about: string, parameters: Parameters, told: Told]> = [
    ['100,000 of them', many(100_000, (at) => `a${at}`), BAD],
    ['5,001 of one list', many(5_001, (at) => `Ids.${at}`), BAD],
    ['a list of 4,000', many(4_000, (at) => `Ids.${at}`), VALUE],
    ['a name of half a megabyte', { ['x'.repeat(MIB / 2)]: '1' }, BAD],
    ['a name of 17 parts', { [Array(17).fill('Part').join('.')]: '1' }, BAD],
    ['a name of 100 dots', { [`Part${'.'.repeat(100)}Size`]: '1' }, BAD],
    ['NUL', { 'Part.Note': 'a\0b' }, VALUE],
    ['a bad number', { Limit: '1e999' }, BAD],
    ['a number of 500,000 digits', { Limit: '9'.repeat(500_000) }, BAD],
  ];
  for (const [about, parameters, [tencent, aliyun]] of sets) {
    test(`${about}: ${tencent}, ${aliyun}`, async () => {
      await answers({ request: v1(parameters), code: tencent });
      await answers({ request: older(parameters), code: tencent });
      await answers({ request: rpc(parameters), code: aliyun });
      await answers({ request: acs3(parameters), code: aliyun });
    });
  }

  const names = { '__proto__.Size': '1', 'Part.__proto__.Size': 'x', constructor: 'y', '=': 'z' };
  test(`unknown names: UnknownParameter, or nothing`, async () => {
    for (const [name, value] of Object.entries(names)) {
      await answers({ request: v1({ [name]: value }), code: 'UnknownParameter' });
    }
    await answers({ request: older(names), code: 'OK', carriedOut: true });
    await answers({ request: rpc(names), code: 'OK', carriedOut: true });
    assert.equal(({} as Record<string, unknown>)['Size'], undefined);
  });

  const embedded: ReadonlyArray<readonly [about: string, parameters: Parameters]> = [
    ['50,000 arrays as a list', { Tags: nested(50_000, '[', ']') }],
    ['50,000 arrays as an object', { Part: `{"Size":${nested(50_000, '[', ']')}}` }],
    ['a list of 100,000', { Tags: `[${'1,'.repeat(100_000)}1]` }],
    ['a comma list of 300,000', { Names: ','.repeat(300_000) }],
    ['JSON cut short', { Part: '{"Size":1' }],
    ['a text as an object', { Part: '"Size"' }],
    ['NUL in JSON', { Part: '{"Note":"\\u0000"}' }],
    ['half a surrogate pair in JSON', { Tags: '["\\ud800"]' }],
  ];
  for (const [about, parameters] of embedded) {
    test(`within a parameter, ${about}: InvalidParameter`, () =>
      answers({ request: rpc(parameters), code: 'InvalidParameter' }));
  }

  test('the string to sign is told, but not a megabyte of it', async () => {
    const request = signRpc({
      ...atAliyun,
      accessKeySecret: 'other',
      style: 'post-form',
      parameters: { X: '中'.repeat(28_000) },
    });
    const answer = await trial().ask(request);
    assert.equal(codeOf(answer), 'SignatureDoesNotMatch');
    assert.ok(answer.body.length < 20_000);
  });
});

describe('long common parameters are not repeated', () => {
  const long = 'x'.repeat(60_000);
  for (const what of ['action', 'version', 'region'] as const) {
    test(what, async () => {
      const { body } = await trial().ask(signTc3({ ...asked, [what]: long }));
      assert.ok(body.length < ANSWER_CHARACTERS_MAX);
    });
  }
  test('a key, a region of Alibaba', async () => {
    for (const request of [
      v1({ SecretId: long }),
      older({ SecretId: long }),
      rpc({ RegionId: long }),
    ]) {
      const { body } = await trial().ask(request);
      assert.ok(body.length < ANSWER_CHARACTERS_MAX);
    }
  });
});

describe('whatever comes', () => {
  const NAMES = ['Ids', 'Filters', 'Tags', 'Names', 'Part', 'Extra', 'Limit', 'Size', 'Note'];
  const ODD = ['__proto__', 'constructor', '', '0', '1', 'Name', 'Values', 'Ids.0', '\0', '\ud800'];
  const name = fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...ODD), fc.string());
  const { body: json } = fc.letrec<{ body: unknown; object: object }>((tie) => ({
    object: fc.dictionary(name, tie('body'), { maxKeys: 5, noNullPrototype: true }),
    body: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom<unknown>(
        null,
        '',
        0,
        -1,
        1.5,
        2 ** 53,
        'TRUE',
        '50',
        'thing-r8hr2upy',
        '\ud800',
      ),
      fc.string(),
      fc.array(tie('body'), { maxLength: 4 }),
      tie('object'),
    ),
  }));
  const told = async (request: SignedRequest): Promise<void> => {
    const { ask, lines } = trial();
    const answer = await ask(request);
    assert.deepEqual(lines, []);
    assert.notEqual(codeOf(answer), 'InternalError');
  };

  test('as a JSON body', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (body) => {
        await told(posted(JSON.stringify(body)));
      }),
      { numRuns: RUNS },
    );
  });

  test('as bytes', async () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constant(new Uint8Array()));
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => {
        const signed = signTc3({ ...asked, body: '{}', unsignedPayload: true });
        const { ask, lines } = trial();
        const answer = await ask({ ...rawRequestOf(signed), body: Buffer.from(body) });
        assert.deepEqual(lines, []);
        assert.match(codeOf(answer), /^(OK|InvalidParameter|UnknownParameter)/);
      }),
      { numRuns: RUNS },
    );
  });

  const dotted = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
  const value = fc.oneof(
    fc.constantFrom('', '1', 'true', 'x', '[]', '{}', '{"Size":1}', '["a"]', ','),
    fc.string(),
    json.map((one) => JSON.stringify(one)),
  );
  const flat = fc
    .dictionary(dotted, value, { maxKeys: 8, noNullPrototype: true })
    .map((pairs) => Object.entries(pairs).map(([one, text]) => [one.toWellFormed(), text]))
    .map((pairs) => Object.fromEntries(pairs) as Parameters);

  test('as parameters of either vendor', async () => {
    await fc.assert(
      fc.asyncProperty(flat, async (parameters) => {
        const wellFormed = Object.fromEntries(
          Object.entries(parameters).map(([one, text]) => [one, text.toWellFormed()]),
        );
        await told(v1(wellFormed));
        await told(older(wellFormed));
        await told(rpc(wellFormed));
        await told(acs3(wellFormed));
      }),
      { numRuns: RUNS },
    );
  });

  test('as a request of any kind', async () => {
    const headerNames = ['authorization', 'x-tc-action', 'x-tc-version', 'x-acs-action', 'accept'];
    const header = fc.oneof(
      fc.constantFrom('TC3-HMAC-SHA256 ', 'ACS3-HMAC-SHA256 ', 'application/json', 'text/xml'),
      fc.string({ unit: 'binary-ascii' }),
    );
    const request = fc.record({
      method: fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', ''),
      path: fc.constantFrom('/', '', '/v2/index.php', '//', '*'),
      rawQuery: fc.oneof(fc.string({ unit: 'binary-ascii' }), flat.map(formatEntries)),
      headers: fc
        .dictionary(fc.constantFrom(...headerNames, 'host', 'content-type'), header)
        .map((entries) => new Map(Object.entries(entries))),
      body: fc.oneof(fc.uint8Array(), flat.map(formatEntries)).map((it) => Buffer.from(it)),
      remoteAddress: fc.constant('127.0.0.1'),
    });
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const { ask, lines } = trial();
        const { status, body } = await ask(one);
        assert.deepEqual(lines, []);
        assert.ok(status >= 200 && status < 500);
        assert.ok(body.length < 20_000);
      }),
      { numRuns: RUNS },
    );
  });

  function formatEntries(parameters: Parameters): string {
    const common = { SecretId: KEY.id, AccessKeyId: KEY.id, Format: 'JSON' };
    const entries = Object.entries({ ...common, ...parameters });
    return formatQuery(entries.map(([one, text]) => [one, text.toWellFormed()] as const));
  }
});
