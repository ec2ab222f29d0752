import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RawRequest } from '../raw-request.ts';
import { rawRequestOf } from '../signed-request.ts';
import { deriveSigningKey, SigningKeys } from '../signing-keys.ts';
import { signTc3 } from './sign.ts';
import type { Tc3Call } from './sign.ts';
import { checkTc3, parseTc3 } from './tc3.ts';
import type { Tc3CheckOptions } from './tc3.ts';

/** Seed 004 L4927: sent with the escapes as they are. */
const DOCUMENT_BODY = [
  String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"]`,
  '"Name": "instance-name"}]}',
].join(', ');

const NOW = 1551113065;
const STARS = '*'.repeat(32);
const OPTIONS: Tc3CheckOptions = { secret: STARS, nowSeconds: NOW };

/** The example of seed 004 L4862-5091. */
const DOCUMENT: RawRequest = {
  method: 'POST',
  path: '/',
  rawQuery: '',
  headers: new Map([
    [
      'authorization',
      `TC3-HMAC-SHA256 Credential=AKID${STARS}/2019-02-25/cvm/tc3_request, ` +
        'SignedHeaders=content-type;host;x-tc-action, ' +
        'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
    ],
    ['content-type', 'application/json; charset=utf-8'],
    ['host', 'cvm.tencentcloudapi.com'],
    ['x-tc-action', 'DescribeInstances'],
    ['x-tc-timestamp', '1551113065'],
    ['x-tc-version', '2017-03-12'],
    ['x-tc-region', 'ap-guangzhou'],
  ]),
  body: Buffer.from(DOCUMENT_BODY),
  remoteAddress: '127.0.0.1',
};

const CALL: Tc3Call = {
  secretId: 'AKID1',
  secretKey: STARS,
  host: 'cvm.tencentcloudapi.com',
  action: 'DescribeInstances',
  version: '2017-03-12',
  region: 'ap-guangzhou',
  timestampSeconds: NOW,
  body: { Limit: 1 },
};

function verify(request: RawRequest, options = OPTIONS): unknown {
  const claim = parseTc3(request);
  return 'refusal' in claim ? claim : checkTc3(request, claim, options);
}

function refusalOf(request: RawRequest, options = OPTIONS): string | undefined {
  const outcome = verify(request, options) as { refusal: string } | undefined;
  return outcome?.refusal;
}

function signed(parts: Partial<Tc3Call> = {}): RawRequest {
  return rawRequestOf(signTc3({ ...CALL, ...parts }));
}

function withHeader(request: RawRequest, name: string, value: string | undefined): RawRequest {
  const headers = new Map(request.headers);
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
  return { ...request, headers };
}

test('the example of the document verifies', () => {
  assert.equal(verify(DOCUMENT), undefined);
  assert.deepEqual(parseTc3(DOCUMENT), {
    scheme: 'TC3-HMAC-SHA256',
    secretId: `AKID${STARS}`,
    date: '2019-02-25',
    service: 'cvm',
    signedHeaders: ['content-type', 'host', 'x-tc-action'],
    signature: '10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
    timestampSeconds: NOW,
    timestamp: '1551113065',
  });
});

test('a mismatch shows what the server signed, as in the document L4931-4979', () => {
  const outcome = verify(DOCUMENT, { ...OPTIONS, secret: 'wrong' });
  const canonicalHash = '7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84';
  assert.deepEqual(outcome, {
    refusal: 'signature-mismatch',
    stringToSign: `TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n${canonicalHash}`,
    canonicalRequest:
      'POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:cvm.tencentcloudapi.com\n' +
      'x-tc-action:describeinstances\n\ncontent-type;host;x-tc-action\n' +
      '35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064',
  });
});

test('what is refused by form, and in which words', () => {
  const missing = withHeader(DOCUMENT, 'authorization', undefined);
  assert.deepEqual(verify(missing), { refusal: 'missing-authorization' });
  const header = DOCUMENT.headers.get('authorization')!;
  const broken = [
    '',
    'SKIP',
    'Basic abc',
    header.replace('TC3-HMAC-SHA256', 'TC3-HMAC-SM3'),
    header.replace('/tc3_request', ''),
    header.replace('2019-02-25', '20190225'),
    header.replace('/cvm/', '//'),
    header.replace(`AKID${STARS}`, ''),
    header.replace('content-type;host;x-tc-action', 'Content-Type;Host'),
    header.replace('content-type;host;x-tc-action', 'content-type;host;host'),
    header.replace('content-type;host;x-tc-action', ''),
    header.replace(/, Signature=.*/, ''),
    `${header}, More=1`,
    header.replace(';x-tc-action', Array.from({ length: 70 }, (_, at) => `;a${at}`).join('')),
  ];
  for (const text of broken) {
    assert.equal(
      refusalOf(withHeader(DOCUMENT, 'authorization', text)),
      'malformed-authorization',
      text,
    );
  }
});

test('content-type and host must be signed, and what is signed must be there', () => {
  const listing = (names: string): RawRequest => {
    const header = DOCUMENT.headers.get('authorization')!;
    return withHeader(
      DOCUMENT,
      'authorization',
      header.replace('content-type;host;x-tc-action', names),
    );
  };
  const refusal = 'missing-signed-header';
  assert.deepEqual(verify(listing('host')), { refusal, header: 'content-type' });
  assert.deepEqual(verify(listing('content-type')), { refusal, header: 'host' });
  assert.deepEqual(verify(listing('content-type;host;x-tc-none')), {
    refusal,
    header: 'x-tc-none',
  });
  assert.deepEqual(verify(withHeader(DOCUMENT, 'host', undefined)), { refusal, header: 'host' });
});

test('the timestamp must be there and be whole seconds', () => {
  const field = 'X-TC-Timestamp';
  const stamped = (value: string | undefined): unknown =>
    verify(withHeader(DOCUMENT, 'x-tc-timestamp', value));
  assert.deepEqual(stamped(undefined), { refusal: 'missing-timestamp', field });
  assert.deepEqual(stamped(' '), { refusal: 'missing-timestamp', field });
  const expected = 'whole seconds since 1970 (UTC)';
  for (const value of ['abc', '1551113065.5', '-1', '1e9', '9999999999999', '0x10']) {
    assert.deepEqual(stamped(value), { refusal: 'malformed-timestamp', field, expected }, value);
  }
});

test('five minutes to either side, inclusive', () => {
  for (const skew of [-300, 300]) {
    assert.equal(verify(DOCUMENT, { ...OPTIONS, nowSeconds: NOW + skew }), undefined);
  }
  for (const skew of [-301, 301]) {
    assert.deepEqual(verify(DOCUMENT, { ...OPTIONS, nowSeconds: NOW + skew }), {
      refusal: 'expired',
      timestampSeconds: NOW,
      nowSeconds: NOW + skew,
      skewSecondsMax: 300,
    });
  }
  assert.equal(
    verify(DOCUMENT, { ...OPTIONS, nowSeconds: NOW + 900, skewSecondsMax: 900 }),
    undefined,
  );
});

test('the date of the scope is the UTC date of the timestamp, L4983', () => {
  const header = DOCUMENT.headers.get('authorization')!.replace('2019-02-25', '2019-02-26');
  const outcome = verify(withHeader(DOCUMENT, 'authorization', header));
  assert.deepEqual(outcome, {
    refusal: 'date-mismatch',
    date: '2019-02-26',
    expected: '2019-02-25',
  });
});

test('a signature of another length is a mismatch like any other', () => {
  const header = DOCUMENT.headers.get('authorization')!;
  for (const signature of ['0', '10b1a37a', 'f'.repeat(64), 'f'.repeat(256)]) {
    const text = header.replace(/Signature=.*/, `Signature=${signature}`);
    assert.equal(refusalOf(withHeader(DOCUMENT, 'authorization', text)), 'signature-mismatch');
  }
});

test('the service is taken from the scope, whatever it is', () => {
  for (const host of ['127.0.0.1:8600', 'localhost:8600', '[::1]:8600', 'vpc.example']) {
    const request = signed({ host });
    assert.equal(verify(request), undefined, host);
    const claim = parseTc3(request);
    assert.ok('service' in claim);
    assert.equal(claim.service, host.split('.')[0]);
  }
});

test('the official Node SDK signs the host without the port that it sends', () => {
  const request = withHeader(signed({ host: '127.0.0.1' }), 'host', '127.0.0.1:8600');
  assert.equal(verify(request), undefined);
  const otherHost = withHeader(request, 'host', '127.0.0.2:8600');
  assert.equal(refusalOf(otherHost), 'signature-mismatch');
  const otherPort = withHeader(signed({ host: '127.0.0.1:8600' }), 'host', '127.0.0.1:8601');
  assert.equal(refusalOf(otherPort), 'signature-mismatch');
});

test('headers that SDKs add besides are accepted', () => {
  const headers = { 'X-TC-TraceId': 'x', 'X-TC-RequestClient': 'SDK_NODEJS_4.1.220' };
  assert.equal(verify(signed({ headers, language: 'zh-CN' })), undefined);
});

test('a token is part of the claim', () => {
  const claim = parseTc3(signed({ token: 'temporary' }));
  assert.ok('secretId' in claim);
  assert.equal(claim.token, 'temporary');
});

test('a GET signs the query exactly as sent', () => {
  const request = signed({ method: 'GET', query: { 'Filters.0.Values.0': '未 *' } });
  assert.equal(verify(request), undefined);
  const rewritten = { ...request, rawQuery: request.rawQuery.replace('%20', '+') };
  assert.equal(refusalOf(rewritten), 'signature-mismatch');
  assert.equal(refusalOf({ ...request, body: Buffer.from('x') }), 'signature-mismatch');
});

test('a body may be left unsigned by saying so when signing, and only then', () => {
  const request = signed({ unsignedPayload: true });
  assert.equal(verify(request), undefined);
  assert.equal(verify({ ...request, body: Buffer.from('{"Limit":2}') }), undefined);
  const said = withHeader(signed(), 'x-tc-content-sha256', 'UNSIGNED-PAYLOAD');
  assert.equal(refusalOf(said), 'signature-mismatch');
  const unsaid = withHeader(request, 'x-tc-content-sha256', undefined);
  assert.equal(refusalOf(unsaid), 'signature-mismatch');
});

test('header values are signed trimmed and in lower case, beyond ASCII too', () => {
  const signedHeaders = ['content-type', 'host', 'x-tc-note'];
  const request = signed({ headers: { 'X-TC-Note': '  ÉCOLE 中 ' }, signedHeaders });
  assert.equal(verify(request), undefined);
  const lowered = Buffer.from('école 中').toString('latin1');
  assert.equal(verify(withHeader(request, 'x-tc-note', lowered)), undefined);
});

test('a key is kept once it has proved right, and used until the secret changes', () => {
  const signingKeys = new SigningKeys();
  const options = { ...OPTIONS, signingKeys };
  assert.equal(refusalOf(signed(), { ...options, secret: 'wrong' }), 'signature-mismatch');
  assert.equal(signingKeys.size, 0);
  assert.equal(verify(signed(), options), undefined);
  assert.equal(signingKeys.size, 1);
  assert.equal(verify(signed(), options), undefined);
  assert.equal(refusalOf(signed(), { ...options, secret: 'changed' }), 'signature-mismatch');
  assert.equal(
    verify(signed({ secretKey: 'changed' }), { ...options, secret: 'changed' }),
    undefined,
  );
  assert.equal(signingKeys.size, 1);
});

test('a key at hand is used as it is', () => {
  const scope = { secretId: 'AKID1', secret: STARS, date: '2019-02-25', service: 'cvm' };
  const options = { secret: 'not looked at', nowSeconds: NOW, signingKey: deriveSigningKey(scope) };
  assert.equal(verify(signed(), options), undefined);
});

const text = fc.string({ unit: 'binary', maxLength: 30 });

test('what is signed verifies', () => {
  const call = fc.record({
    secretKey: text,
    host: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}(:[0-9]{1,5})?$/),
    action: fc.stringMatching(/^[A-Za-z]{1,20}$/),
    timestampSeconds: fc.integer({ min: 0, max: 4_000_000_000 }),
    method: fc.constantFrom('GET' as const, 'POST' as const),
    query: fc.dictionary(fc.string(), fc.string()),
    body: fc.oneof(text, fc.jsonValue()),
    token: fc.stringMatching(/^[!-~]{1,20}$/),
    unsignedPayload: fc.boolean(),
  });
  fc.assert(
    fc.property(call, fc.integer({ min: -300, max: 300 }), (parts, skew) => {
      const request = signed({ ...parts, body: parts.body === undefined ? '' : parts.body });
      const nowSeconds = parts.timestampSeconds + skew;
      assert.equal(verify(request, { secret: parts.secretKey, nowSeconds }), undefined);
    }),
  );
});

/** `text` with the character at a place changed for another printable one. */
function altered(text: string, place: number, by: number): string {
  const at = place % text.length;
  const code = 33 + ((text.charCodeAt(at) - 33 + 1 + (by % 93)) % 94);
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
}

test('any changed byte of body, query, path, method or signed header is refused', () => {
  const post = signed({ signedHeaders: ['content-type', 'host', 'x-tc-action', 'x-tc-timestamp'] });
  const get = signed({ method: 'GET', query: { 'InstanceIds.0': 'ins-12345678', Limit: '20' } });
  const change: Record<string, (place: number, by: number) => RawRequest> = {
    body: (place, by) => ({ ...post, body: Buffer.from(altered(post.body.toString(), place, by)) }),
    query: (place, by) => ({ ...get, rawQuery: altered(get.rawQuery, place, by) }),
    method: (place, by) => ({ ...post, method: altered('POST', place, by) }),
    path: (place, by) => ({ ...post, path: altered('/', place, by) }),
  };
  for (const name of ['content-type', 'host', 'x-tc-action', 'x-tc-timestamp']) {
    change[name] = (place, by) => {
      const sent = post.headers.get(name)!;
      const other = altered(sent, place, by);
      const same = other.toLowerCase() === sent.toLowerCase();
      return withHeader(post, name, same ? altered(sent, place, by + 1) : other);
    };
  }
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(change)),
      fc.nat(200),
      fc.nat(90),
      (make, place, by) => {
        assert.notEqual(verify(make(place, by)), undefined);
      },
    ),
    { numRuns: 500 },
  );
});

test('hostile headers are refused, never thrown at', () => {
  const piece = fc.constantFrom(
    'TC3-HMAC-SHA256 ',
    'Credential=',
    'a/2019-02-25/cvm/tc3_request',
    ', ',
    'SignedHeaders=',
    'content-type;host',
    ';',
    'Signature=',
    'ff',
    '/',
    ' ',
    '\u00ff',
  );
  const authorization = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(authorization, fc.string(), fc.string(), (header, timestamp, rawQuery) => {
      const withTime = withHeader(DOCUMENT, 'x-tc-timestamp', timestamp);
      const request = { ...withHeader(withTime, 'authorization', header), rawQuery };
      assert.notEqual(verify(request), undefined);
    }),
  );
});
