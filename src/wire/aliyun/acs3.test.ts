import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseQuery } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import type { CheckOptions } from '../signature-check.ts';
import { rawRequestOf } from '../signed-request.ts';
import { checkAcs3, parseAcs3 } from './acs3.ts';
import { signAcs3 } from './sign.ts';
import type { Acs3Call } from './sign.ts';

const LIMITS = { parametersMax: 100 };
const NOW = 1698315752;
const OPTIONS: CheckOptions = { secret: 'YourAccessKeySecret', nowSeconds: NOW };
const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const NAMES =
  'host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version';

/** The example of the vendor's V3 signature page. */
const DOCUMENT: RawRequest = {
  method: 'POST',
  path: '/',
  rawQuery: 'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
  headers: new Map([
    [
      'authorization',
      `ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=${NAMES},` +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    ],
    ['host', 'ecs.cn-shanghai.aliyuncs.com'],
    ['x-acs-action', 'RunInstances'],
    ['x-acs-content-sha256', EMPTY_HASH],
    ['x-acs-date', '2023-10-26T10:22:32Z'],
    ['x-acs-signature-nonce', '3156853299f313e23d1673dc12e1703d'],
    ['x-acs-version', '2014-05-26'],
  ]),
  body: Buffer.alloc(0),
  remoteAddress: '127.0.0.1',
};

const CALL: Acs3Call = {
  accessKeyId: 'YourAccessKeyId',
  accessKeySecret: 'YourAccessKeySecret',
  host: '127.0.0.1:18080',
  action: 'RunInstances',
  version: '2014-05-26',
  timestampSeconds: NOW,
  nonce: 'nonce-1',
};

function verify(request: RawRequest, options = OPTIONS): unknown {
  const query = parseQuery(request.rawQuery, LIMITS);
  assert.ok(query instanceof Map);
  const claim = parseAcs3(request, query);
  return 'refusal' in claim ? claim : checkAcs3(request, claim, options);
}

function refusalOf(request: RawRequest, options = OPTIONS): string | undefined {
  return (verify(request, options) as { refusal: string } | undefined)?.refusal;
}

function signed(parts: Partial<Acs3Call> = {}): RawRequest {
  return rawRequestOf(signAcs3({ ...CALL, ...parts }));
}

function withHeader(request: RawRequest, name: string, value: string | undefined): RawRequest {
  const headers = new Map(request.headers);
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
  return { ...request, headers };
}

test('the example of the document verifies', () => {
  assert.equal(verify(DOCUMENT), undefined);
  assert.deepEqual(parseAcs3(DOCUMENT, new Map()), {
    scheme: 'ACS3-HMAC-SHA256',
    secretId: 'YourAccessKeyId',
    signature: '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    signedHeaders: NAMES.split(';'),
    nonce: '3156853299f313e23d1673dc12e1703d',
    timestampSeconds: NOW,
    query: new Map(),
  });
});

test('the order of the query does not matter, it is signed sorted', () => {
  const rawQuery = DOCUMENT.rawQuery.split('&').reverse().join('&');
  assert.equal(verify({ ...DOCUMENT, rawQuery }), undefined);
});

test('the last step of a signature captured from the Node SDK: the bare secret is the key', () => {
  const hash = 'b55eb7133ce7113b9709634bbb49d75099897ff218c0f8ba8d07c2f0b4300e71';
  const stringToSign = `ACS3-HMAC-SHA256\n${hash}`;
  assert.equal(
    createHmac('sha256', 'SECRET').update(stringToSign).digest('hex'),
    'be9044e5f2d3de9f6d829f1de1e53bdc3980f6ecbde5c645c377a7638a4f084b',
  );
});

test('a mismatch shows what the server signed', () => {
  const outcome = verify(DOCUMENT, { ...OPTIONS, secret: 'wrong' }) as Record<string, string>;
  assert.equal(outcome['refusal'], 'signature-mismatch');
  assert.match(outcome['stringToSign']!, /^ACS3-HMAC-SHA256\n[0-9a-f]{64}$/);
  assert.equal(
    outcome['canonicalRequest'],
    `POST\n/\n${DOCUMENT.rawQuery}\nhost:ecs.cn-shanghai.aliyuncs.com\nx-acs-action:RunInstances\n` +
      `x-acs-content-sha256:${EMPTY_HASH}\nx-acs-date:2023-10-26T10:22:32Z\n` +
      'x-acs-signature-nonce:3156853299f313e23d1673dc12e1703d\nx-acs-version:2014-05-26\n\n' +
      `${NAMES}\n${EMPTY_HASH}`,
  );
});

test('what is refused by form, and in which words', () => {
  const missing = withHeader(DOCUMENT, 'authorization', undefined);
  assert.deepEqual(verify(missing), { refusal: 'missing-authorization' });
  const header = DOCUMENT.headers.get('authorization')!;
  const broken = [
    '',
    'ACS3-HMAC-SHA256',
    header.replace('ACS3-', 'ACS4-'),
    header.replace('YourAccessKeyId', ''),
    header.replace('host;', 'Host;'),
    header.replace('host;', 'host;host;'),
    header.replace(/,Signature=.*/, ''),
    header.replace('host;', Array.from({ length: 70 }, (_, at) => `a${at};`).join('')),
  ];
  for (const text of broken) {
    assert.equal(
      refusalOf(withHeader(DOCUMENT, 'authorization', text)),
      'malformed-authorization',
      text,
    );
  }
});

test('the other algorithms of the family are refused by name', () => {
  for (const scheme of ['ACS3-HMAC-SM3', 'ACS3-RSA-SHA256']) {
    const header = DOCUMENT.headers.get('authorization')!.replace('ACS3-HMAC-SHA256', scheme);
    assert.deepEqual(verify(withHeader(DOCUMENT, 'authorization', header)), {
      refusal: 'unsupported-signature-method',
      field: 'Authorization',
      sent: scheme,
      supported: 'ACS3-HMAC-SHA256',
    });
  }
});

test('what makes a request this one must be signed, and be there', () => {
  const header = DOCUMENT.headers.get('authorization')!;
  for (const name of NAMES.split(';')) {
    const names = NAMES.split(';').filter((other) => other !== name);
    const unsigned = withHeader(DOCUMENT, 'authorization', header.replace(NAMES, names.join(';')));
    const refusal = { refusal: 'missing-signed-header', header: name };
    assert.deepEqual(verify(unsigned), refusal);
    assert.deepEqual(verify(withHeader(DOCUMENT, name, undefined)), refusal);
  }
});

test('a date or nonce out of form is refused', () => {
  assert.deepEqual(verify(withHeader(DOCUMENT, 'x-acs-date', 'Thu, 26 Oct 2023 10:22:32 GMT')), {
    refusal: 'malformed-timestamp',
    field: 'x-acs-date',
    expected: 'yyyy-MM-ddTHH:mm:ssZ',
  });
  for (const nonce of ['', 'x'.repeat(257)]) {
    assert.deepEqual(verify(withHeader(DOCUMENT, 'x-acs-signature-nonce', nonce)), {
      refusal: 'malformed-nonce',
      field: 'x-acs-signature-nonce',
      expected: '1 to 256 characters',
    });
  }
});

test('fifteen minutes to either side, inclusive', () => {
  for (const skew of [-900, 900]) {
    assert.equal(verify(DOCUMENT, { ...OPTIONS, nowSeconds: NOW + skew }), undefined);
  }
  for (const skew of [-901, 901]) {
    assert.equal(refusalOf(DOCUMENT, { ...OPTIONS, nowSeconds: NOW + skew }), 'expired');
  }
});

test('the hash of the body is computed from the body that arrived', () => {
  assert.deepEqual(verify({ ...DOCUMENT, body: Buffer.from('abc') }), {
    refusal: 'body-hash-mismatch',
    computed: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
  assert.equal(verify(signed({ form: { a: '1' } })), undefined);
  const other = { ...signed({ form: { a: '1' } }), body: Buffer.from('a=2') };
  assert.equal(refusalOf(other), 'body-hash-mismatch');
});

test('every x-acs header that the SDK adds is signed and accepted', () => {
  const headers = { 'x-acs-credentials-provider': 'static_ak', 'x-acs-retry-attempts': '1' };
  const request = signed({ headers, securityToken: 'sts-token' });
  assert.equal(verify(request), undefined);
  const claim = parseAcs3(request, new Map());
  assert.ok('secretId' in claim);
  assert.equal(claim.token, 'sts-token');
  assert.equal(
    refusalOf(withHeader(request, 'x-acs-security-token', 'other')),
    'signature-mismatch',
  );
});

test('a query parameter called Signature is one like any other here', () => {
  const request = signed({ parameters: { Signature: 'a' } });
  assert.equal(verify(request), undefined);
  assert.equal(refusalOf({ ...request, rawQuery: 'Signature=b' }), 'signature-mismatch');
});

test('what is signed verifies', () => {
  const parameters = fc.dictionary(
    fc.string({ maxLength: 12 }).filter((name) => name !== ''),
    fc.string({ unit: 'binary' }),
    { maxKeys: 8 },
  );
  const call = fc.record(
    { parameters, form: parameters, method: fc.constantFrom('GET' as const, 'POST' as const) },
    { requiredKeys: ['parameters'] },
  );
  fc.assert(
    fc.property(call, fc.string(), (parts, secret) => {
      const request = signed({ ...parts, accessKeySecret: secret });
      assert.equal(verify(request, { ...OPTIONS, secret }), undefined);
    }),
  );
});

/** `text` with the character at a place changed for another letter or digit. */
function altered(text: string, place: number, by: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const at = place % text.length;
  const code = (letters.indexOf(text[at]!) + 1 + (by % (letters.length - 1))) % letters.length;
  return text.slice(0, at) + letters[code] + text.slice(at + 1);
}

test('any changed byte of body, query, path, method or signed header is refused', () => {
  const request = signed({ parameters: { RegionId: 'cn-hangzhou' }, form: { a: 'b' } });
  const change: Record<string, (place: number, by: number) => RawRequest> = {
    body: (place, by) => ({ ...request, body: Buffer.from(altered('a=b', place, by)) }),
    query: (place, by) => ({ ...request, rawQuery: altered(request.rawQuery, place, by) }),
    path: (place, by) => ({ ...request, path: altered('/', place, by) }),
    method: (place, by) => ({ ...request, method: altered('POST', place, by) }),
  };
  for (const name of [...NAMES.split(';'), 'content-type']) {
    change[name] = (place, by) =>
      withHeader(request, name, altered(request.headers.get(name)!, place, by));
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
  const names = [...NAMES.split(';'), 'authorization', 'content-type', 'x-acs-security-token'];
  const bytes = fc.uint8Array({ maxLength: 30 }).map((all) => Buffer.from(all).toString('latin1'));
  fc.assert(
    fc.property(fc.constantFrom(...names), bytes, bytes, (name, value, body) => {
      const changed = { ...withHeader(DOCUMENT, name, value), body: Buffer.from(body, 'latin1') };
      const harmless = !names.slice(0, 7).includes(name) && body === '';
      assert.equal(verify(changed) === undefined, harmless);
    }),
  );
});
