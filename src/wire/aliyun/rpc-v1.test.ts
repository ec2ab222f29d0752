import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatQuery, parseQueryAndForm } from '../query-string.ts';
import type { RawRequest } from '../raw-request.ts';
import type { CheckOptions } from '../signature-check.ts';
import { rawRequestOf } from '../signed-request.ts';
import { checkRpc, parseRpc } from './rpc-v1.ts';
import { signRpc } from './sign.ts';
import type { RpcCall, RpcStyle } from './sign.ts';

const LIMITS = { parametersMax: 100 };
const NOW = 1456231584;
const OPTIONS: CheckOptions = { secret: 'testsecret', nowSeconds: NOW };

/** The example of the vendor's signature page. */
const DOCUMENT = {
  Timestamp: '2016-02-23T12:46:24Z',
  Format: 'XML',
  AccessKeyId: 'testid',
  Action: 'DescribeRegions',
  SignatureMethod: 'HMAC-SHA1',
  SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
  Version: '2014-05-26',
  SignatureVersion: '1.0',
  Signature: 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=',
};
const CALL: RpcCall = {
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  host: 'ecs.aliyuncs.com',
  action: 'RunInstances',
  version: '2014-05-26',
  timestampSeconds: NOW,
  nonce: 'nonce-1',
};

function get(changes: Record<string, string | undefined> = {}): RawRequest {
  const parameters = new Map<string, string>(Object.entries(DOCUMENT));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  return {
    method: 'GET',
    path: '/',
    rawQuery: formatQuery(parameters),
    headers: new Map([['host', 'ecs.aliyuncs.com']]),
    body: Buffer.alloc(0),
    remoteAddress: '127.0.0.1',
  };
}

function verify(request: RawRequest, options = OPTIONS): unknown {
  const parameters = parseQueryAndForm(request, LIMITS);
  assert.ok(parameters instanceof Map);
  const claim = parseRpc(request, parameters);
  return 'refusal' in claim ? claim : checkRpc(request, claim, options);
}

function signed(parts: Partial<RpcCall> = {}): RawRequest {
  return rawRequestOf(signRpc({ ...CALL, ...parts }));
}

test('the example of the document verifies', () => {
  assert.equal(verify(get()), undefined);
  const parameters = new Map(Object.entries(DOCUMENT));
  assert.deepEqual(parseRpc(get(), parameters), {
    scheme: 'HMAC-SHA1',
    secretId: 'testid',
    signature: 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=',
    nonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
    timestampSeconds: NOW,
    parameters,
  });
});

test('a mismatch carries the string to sign, which the Go SDK compares with its own', () => {
  assert.deepEqual(verify(get(), { ...OPTIONS, secret: 'wrong' }), {
    refusal: 'signature-mismatch',
    stringToSign:
      'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML' +
      '%26SignatureMethod%3DHMAC-SHA1' +
      '%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0' +
      '%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26',
  });
});

test('what is missing is named', () => {
  const kinds = {
    AccessKeyId: 'missing-secret-id',
    Signature: 'missing-signature',
    Timestamp: 'missing-timestamp',
    SignatureNonce: 'missing-nonce',
  };
  for (const [field, refusal] of Object.entries(kinds)) {
    assert.deepEqual(verify(get({ [field]: undefined })), { refusal, field });
    assert.deepEqual(verify(get({ [field]: '' })), { refusal, field });
  }
});

test('another signature method, version or type is refused; the type alone may be missing', () => {
  const supported = { SignatureMethod: 'HMAC-SHA1', SignatureVersion: '1.0', SignatureType: '' };
  const other = {
    SignatureMethod: 'HMAC-SHA256',
    SignatureVersion: '2.0',
    SignatureType: 'BEARERTOKEN',
  };
  for (const [field, value] of Object.entries(other)) {
    assert.deepEqual(verify(get({ [field]: value })), {
      refusal: 'unsupported-signature-method',
      field,
      sent: value,
      supported: supported[field as keyof typeof supported],
    });
    const outcome = verify(get({ [field]: undefined })) as { refusal: string } | undefined;
    const isMandatory = field !== 'SignatureType';
    assert.equal(outcome?.refusal === 'missing-signature-method', isMandatory, field);
  }
});

test('a timestamp or nonce out of form is refused', () => {
  assert.deepEqual(verify(get({ Timestamp: '2016-02-23 12:46:24' })), {
    refusal: 'malformed-timestamp',
    field: 'Timestamp',
    expected: 'yyyy-MM-ddTHH:mm:ssZ',
  });
  assert.deepEqual(verify(get({ SignatureNonce: 'x'.repeat(257) })), {
    refusal: 'malformed-nonce',
    field: 'SignatureNonce',
    expected: 'at most 256 characters',
  });
});

test('fifteen minutes to either side, inclusive; another bound may be given', () => {
  for (const skew of [-900, 900]) {
    assert.equal(verify(get(), { ...OPTIONS, nowSeconds: NOW + skew }), undefined);
  }
  for (const skew of [-901, 901]) {
    assert.deepEqual(verify(get(), { ...OPTIONS, nowSeconds: NOW + skew }), {
      refusal: 'expired',
      timestampSeconds: NOW,
      nowSeconds: NOW + skew,
      skewSecondsMax: 900,
    });
  }
  const late = { ...OPTIONS, nowSeconds: NOW + 1860, skewSecondsMax: 1860 };
  assert.equal(verify(get(), late), undefined);
});

const PARAMETERS = {
  RegionId: 'cn-hangzhou',
  InstanceName: "中 a*b'(~)!",
  'Tag.1.Value': '',
  SignatureType: '',
  'DataDisk.10.Size': '20',
  'DataDisk.2.Size': '30',
};
const STYLES: RpcStyle[] = ['get', 'post-query', 'post-form', 'post-split'];

for (const style of STYLES) {
  test(`parameters where the clients put them: ${style}`, () => {
    const request = signed({ style, parameters: PARAMETERS, securityToken: 'sts+/=' });
    assert.equal(verify(request), undefined);
    const read = parseQueryAndForm(request, LIMITS) as Map<string, string>;
    for (const [name, value] of Object.entries(PARAMETERS)) assert.equal(read.get(name), value);
    const claim = parseRpc(request, read);
    assert.ok('secretId' in claim);
    assert.equal(claim.token, 'sts+/=');
  });
}

test('values are decoded and encoded afresh: what a client leaves bare does not matter', () => {
  const request = signed({ parameters: PARAMETERS });
  const bare = request.rawQuery
    .replaceAll('%2A', '*')
    .replaceAll('%28', '(')
    .replaceAll('%29', ')')
    .replaceAll('%21', '!');
  assert.notEqual(bare, request.rawQuery);
  assert.equal(verify({ ...request, rawQuery: bare }), undefined);
  const plus = request.rawQuery.replaceAll('%20', '+');
  assert.equal(verify({ ...request, rawQuery: plus }), undefined);
});

test('the method is the real one', () => {
  const request = signed({ style: 'post-query' });
  assert.notEqual(verify({ ...request, method: 'GET' }), undefined);
});

const own = fc.dictionary(
  fc.string({ maxLength: 12 }).filter((name) => name !== ''),
  fc.string({ unit: 'binary' }),
  { maxKeys: 8 },
);

test('what is signed verifies', () => {
  fc.assert(
    fc.property(own, fc.constantFrom(...STYLES), fc.string(), (parameters, style, secret) => {
      const request = signed({ parameters, style, accessKeySecret: secret });
      assert.equal(verify(request, { ...OPTIONS, secret }), undefined);
    }),
  );
});

test('any changed byte of query or form that means something else is refused', () => {
  const request = signed({ style: 'post-split', parameters: PARAMETERS });
  const sent = parseQueryAndForm(request, LIMITS) as Map<string, string>;
  const form = request.body.toString();
  const whole = request.rawQuery.length + form.length;
  const letters = fc.constantFrom(...'aZ09-._~=&%+'.split(''));
  fc.assert(
    fc.property(fc.nat(whole - 1), letters, (at, letter) => {
      const both = request.rawQuery + form;
      const changed = both.slice(0, at) + letter + both.slice(at + 1);
      const rawQuery = changed.slice(0, request.rawQuery.length);
      const body = Buffer.from(changed.slice(request.rawQuery.length));
      const other = { ...request, rawQuery, body };
      const read = parseQueryAndForm(other, LIMITS);
      if (!(read instanceof Map)) return;
      const same = formatQuery([...read].sort()) === formatQuery([...sent].sort());
      assert.equal(verify(other) === undefined, same, changed);
    }),
    { numRuns: 500 },
  );
});

test('hostile parameters are refused, never thrown at', () => {
  const names = fc.constantFrom(...Object.keys(DOCUMENT), '__proto__', 'SecurityToken');
  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...Object.values(DOCUMENT)),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values), { maxLength: 12 }), (list) => {
      assert.notEqual(verify({ ...get(), rawQuery: formatQuery(list) }), undefined);
    }),
  );
});
