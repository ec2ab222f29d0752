import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatQuery } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import { rawRequestOf } from '../signed-request.ts';
import { signV1 } from './sign.ts';
import type { V1Call } from './sign.ts';
import { checkV1, parseV1, v1Parameters } from './v1.ts';
import type { V1CheckOptions } from './v1.ts';

const LIMITS = { parametersMax: 100 };
const STARS = '*'.repeat(32);

interface Vector {
  /** METHOD, host and path as they stand at the head of the string to sign. */
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly parameters: Record<string, string>;
  readonly secret: string;
  readonly signature: string;
}

const INSTANCES = {
  Action: 'DescribeInstances',
  'InstanceIds.0': 'ins-09dx96dg',
  Limit: '20',
  Nonce: '11886',
  Offset: '0',
  Region: 'ap-guangzhou',
  SecretId: `AKID${STARS}`,
  Timestamp: '1465185768',
  Version: '2017-03-12',
};
const LEGACY = {
  Action: 'DescribeInstances',
  Nonce: '11886',
  Region: 'gz',
  SecretId: 'TESTSECRETID',
  Timestamp: '1465185768',
  'instanceIds.0': 'ins-09dx96dg',
  limit: '20',
  offset: '0',
};
const API3 = { method: 'GET', host: 'cvm.tencentcloudapi.com', path: '/', secret: STARS };
const OLD = {
  method: 'GET',
  host: 'cvm.api.qcloud.com',
  path: '/v2/index.php',
  secret: 'test-secret-key-0123456789',
};

/** Seed 004 L7090-7113; the same with HmacSHA256; four over the older path with invented keys. */
const VECTORS: Readonly<Record<string, Vector>> = {
  document: { ...API3, parameters: INSTANCES, signature: '7RAM2xfNMO9EiVTNmPg06MRnCvQ=' },
  'document with SHA-256': {
    ...API3,
    parameters: { ...INSTANCES, SignatureMethod: 'HmacSHA256' },
    signature: 'JeJpKl2qfbiWZ3sk88EAhwAa4TIAZ3ZqEQoYJtT2OdU=',
  },
  legacy: { ...OLD, parameters: LEGACY, signature: 'p5FOeWYXOxVPfC1OC8L9HUROQPE=' },
  'legacy POST': {
    ...OLD,
    method: 'POST',
    parameters: LEGACY,
    signature: 'Q9fVVBp7sN8Xm7xK2tIfCL9sI5o=',
  },
  'legacy with SHA-256': {
    ...OLD,
    parameters: { ...LEGACY, SignatureMethod: 'HmacSHA256' },
    signature: 'rR0DqeyO6a4aiYmEtzCWlQz2eYQ+pnKFtxf6mdeobzs=',
  },
  'API 2017': {
    ...OLD,
    parameters: {
      Action: 'DescribeInstances',
      'Filters.1.Name': 'zone',
      'Filters.1.Values.1': 'ap-guangzhou-1',
      'Filters.1.Values.2': 'ap-guangzhou-2',
      Limit: '1',
      Nonce: '345122',
      Offset: '0',
      Region: 'ap-guangzhou',
      SecretId: 'TESTSECRETID',
      Timestamp: '1402992826',
      Version: '2017-03-12',
    },
    signature: 'n1FQkAv3xx4bf4Av3MiS95d1kh8=',
  },
};

/** UTF-8 values raw, '_' signed as '.', `.10` before `.2` (rules of L41266-41334). */
const UNDERSCORES: Vector = {
  ...OLD,
  host: 'image.api.qcloud.com',
  parameters: {
    Action: 'ModifyImageAttribute',
    'Filters.10': 'y',
    Filters_2: 'x',
    ImageId: 'img-6pb6lrmy',
    ImageName: '测试 a+b/=',
    Nonce: '1',
    Region: 'ap-guangzhou',
    SecretId: 'TESTSECRETID',
    Timestamp: '1465185768',
    Version: '2017-03-12',
  },
  signature: 'WB0UEaqmDYlxkAPhk1SWdU9z10Q=',
};

function requestOf(vector: Vector, changes: Record<string, string | undefined> = {}): RawRequest {
  const parameters = new Map(Object.entries({ ...vector.parameters, Signature: vector.signature }));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  const encoded = formatQuery(parameters);
  return {
    method: vector.method,
    path: vector.path,
    rawQuery: vector.method === 'GET' ? encoded : 'Ignored=1',
    headers: new Map([['host', vector.host]]),
    body: Buffer.from(vector.method === 'GET' ? '' : encoded),
    remoteAddress: '127.0.0.1',
  };
}

function verify(request: RawRequest, options: V1CheckOptions): unknown {
  const parameters = v1Parameters(request, LIMITS);
  assert.ok(parameters instanceof Map);
  const claim = parseV1(parameters);
  return 'refusal' in claim ? claim : checkV1(request, claim, options);
}

function verifyVector(vector: Vector, changes?: Record<string, string | undefined>): unknown {
  const nowSeconds = Number(vector.parameters['Timestamp']);
  return verify(requestOf(vector, changes), { secret: vector.secret, nowSeconds });
}

for (const [name, vector] of Object.entries(VECTORS)) {
  test(`vector: ${name}`, () => {
    assert.equal(verifyVector(vector), undefined);
  });
}

test('vector: underscores in names are signed as dots where the API says so', () => {
  const options = { secret: UNDERSCORES.secret, nowSeconds: 1465185768 };
  const request = requestOf(UNDERSCORES);
  assert.equal(verify(request, { ...options, underscoresAsDots: true }), undefined);
  assert.notEqual(verify(request, options), undefined);
});

test('the claim of the document', () => {
  const request = requestOf(VECTORS['document']!);
  const parameters = v1Parameters(request, LIMITS) as Map<string, string>;
  assert.deepEqual(parseV1(parameters), {
    scheme: 'HmacSHA1',
    secretId: `AKID${STARS}`,
    signature: '7RAM2xfNMO9EiVTNmPg06MRnCvQ=',
    nonce: '11886',
    timestampSeconds: 1465185768,
    parameters,
  });
});

test('a mismatch shows the string that the server signed, L7090', () => {
  assert.deepEqual(verifyVector({ ...VECTORS['document']!, secret: 'wrong' }), {
    refusal: 'signature-mismatch',
    stringToSign:
      'GETcvm.tencentcloudapi.com/?Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20' +
      '&Nonce=11886&Offset=0&Region=ap-guangzhou&SecretId=AKID********************************' +
      '&Timestamp=1465185768&Version=2017-03-12',
  });
});

test('what is missing is named', () => {
  const kinds = {
    SecretId: 'missing-secret-id',
    Signature: 'missing-signature',
    Timestamp: 'missing-timestamp',
    Nonce: 'missing-nonce',
  };
  for (const [field, refusal] of Object.entries(kinds)) {
    assert.deepEqual(verifyVector(VECTORS['document']!, { [field]: undefined }), {
      refusal,
      field,
    });
    assert.deepEqual(verifyVector(VECTORS['document']!, { [field]: '' }), { refusal, field });
  }
});

test('timestamp and nonce are whole numbers', () => {
  for (const value of ['abc', '1.5', '-1', ' 1', '1e9', '1'.repeat(13)]) {
    assert.deepEqual(verifyVector(VECTORS['document']!, { Timestamp: value }), {
      refusal: 'malformed-timestamp',
      field: 'Timestamp',
      expected: 'whole seconds since 1970 (UTC)',
    });
  }
  for (const value of ['abc', '1.5', '-1', ' 1', '1'.repeat(21)]) {
    assert.deepEqual(verifyVector(VECTORS['document']!, { Nonce: value }), {
      refusal: 'malformed-nonce',
      field: 'Nonce',
      expected: 'a positive integer',
    });
  }
});

const CALL: V1Call = {
  secretId: 'AKID1',
  secretKey: 'secret',
  host: 'cvm.tencentcloudapi.com',
  action: 'DescribeInstances',
  version: '2017-03-12',
  timestampSeconds: 1465185768,
  nonce: 1,
};
const OPTIONS: V1CheckOptions = { secret: 'secret', nowSeconds: 1465185768 };

function signed(parts: Partial<V1Call> = {}): RawRequest {
  return rawRequestOf(signV1({ ...CALL, ...parts }));
}

test('the official Node SDK draws the nonce 0 now and then', () => {
  assert.equal(verify(signed({ nonce: 0 }), OPTIONS), undefined);
});

test('five minutes to either side, inclusive', () => {
  for (const skew of [-300, 300]) {
    assert.equal(verify(signed(), { ...OPTIONS, nowSeconds: 1465185768 + skew }), undefined);
  }
  for (const skew of [-301, 301]) {
    const outcome = verify(signed(), { ...OPTIONS, nowSeconds: 1465185768 + skew });
    assert.equal((outcome as { refusal: string }).refusal, 'expired');
  }
});

test('only the exact word HmacSHA256 selects SHA-256, L4645-4648', () => {
  for (const method of ['HmacSha256', 'TC3-HMAC-SHA256', 'HmacSHA1', '']) {
    const parameters = { SignatureMethod: method };
    assert.equal(verify(signed({ parameters }), OPTIONS), undefined, method);
  }
});

test('the host is accepted with its port or without', () => {
  assert.equal(verify(signed({ host: '127.0.0.1:8600' }), OPTIONS), undefined);
  const bare = signed({ host: '127.0.0.1' });
  const withPort = { ...bare, headers: new Map([...bare.headers, ['host', '127.0.0.1:8600']]) };
  assert.equal(verify(withPort, OPTIONS), undefined);
  const other = { ...bare, headers: new Map([...bare.headers, ['host', '127.0.0.2:8600']]) };
  assert.notEqual(verify(other, OPTIONS), undefined);
});

test('a signature whose plus signs were left unencoded is accepted', () => {
  const request = requestOf(VECTORS['legacy with SHA-256']!);
  const bare = { ...request, rawQuery: request.rawQuery.replaceAll('%2B', '+') };
  assert.notEqual(bare.rawQuery, request.rawQuery);
  assert.equal(verify(bare, { secret: OLD.secret, nowSeconds: 1465185768 }), undefined);
});

test('a token and further parameters are signed, the token is part of the claim', () => {
  const request = signed({ token: 'tok+/=', parameters: { RequestClient: 'SDK_NODEJS_4' } });
  assert.equal(verify(request, OPTIONS), undefined);
  const claim = parseV1(v1Parameters(request, LIMITS) as Map<string, string>);
  assert.ok('secretId' in claim);
  assert.equal(claim.token, 'tok+/=');
});

test('a POST takes its parameters from the form and not from the query', () => {
  const request = signed({ method: 'POST' });
  assert.equal(verify({ ...request, rawQuery: 'SecretId=other' }, OPTIONS), undefined);
  const inQuery = { ...request, rawQuery: request.body.toString(), body: Buffer.alloc(0) };
  const missing = { refusal: 'missing-secret-id', field: 'SecretId' };
  assert.deepEqual(verify(inQuery, OPTIONS), missing);
});

test('what is signed verifies', () => {
  const name = fc.string({ maxLength: 12 }).filter((text) => text !== 'Signature' && text !== '');
  const call = fc.record({
    secretKey: fc.string({ unit: 'binary' }),
    parameters: fc.dictionary(name, fc.string({ unit: 'binary' }), { maxKeys: 8 }),
    method: fc.constantFrom('GET' as const, 'POST' as const),
    signatureMethod: fc.constantFrom('HmacSHA1' as const, 'HmacSHA256' as const),
    path: fc.constantFrom('/', '/v2/index.php'),
    nonce: fc.nat(),
    underscoresAsDots: fc.boolean(),
  });
  fc.assert(
    fc.property(call, (parts) => {
      const { secretKey: secret, underscoresAsDots } = parts;
      assert.equal(verify(signed(parts), { ...OPTIONS, secret, underscoresAsDots }), undefined);
    }),
  );
});

test('any changed byte of a parameter, the path or the method is refused', () => {
  const request = signed({ method: 'GET', parameters: { 'InstanceIds.0': 'ins-12345678' } });
  const sent = v1Parameters(request, LIMITS) as Map<string, string>;
  const letters = fc.constantFrom(...'aZ09-._~=&%+'.split(''));
  fc.assert(
    fc.property(fc.nat(request.rawQuery.length - 1), letters, (at, letter) => {
      const rawQuery = request.rawQuery.slice(0, at) + letter + request.rawQuery.slice(at + 1);
      const read = v1Parameters({ ...request, rawQuery }, LIMITS);
      if (!(read instanceof Map)) return;
      const same = formatQuery([...read].sort()) === formatQuery([...sent].sort());
      const claim = parseV1(read);
      const outcome = 'refusal' in claim ? claim : checkV1(request, claim, OPTIONS);
      assert.equal(outcome === undefined, same, rawQuery);
    }),
    { numRuns: 500 },
  );
  assert.notEqual(verify({ ...request, path: '/v2' }, OPTIONS), undefined);
  assert.notEqual(verify({ ...request, method: 'PUT' }, OPTIONS), undefined);
});

test('hostile parameters are refused, never thrown at', () => {
  const names = fc.constantFrom(
    'SecretId',
    'Signature',
    'Timestamp',
    'Nonce',
    'Token',
    '__proto__',
  );
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('1465185768'));
  fc.assert(
    fc.property(fc.array(fc.tuple(names, value)), (list) => {
      const request = { ...signed({ method: 'GET' }), rawQuery: formatQuery(list) };
      assert.notEqual(verify(request, OPTIONS), undefined);
    }),
  );
});
