import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawRequestOf } from '../signed-request.ts';
import { signTc3, signV1 } from './sign.ts';

/** Seed 004 L4927: sent with the escapes as they are. */
const DOCUMENT_BODY = [
  String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"]`,
  '"Name": "instance-name"}]}',
].join(', ');

const STARS = '*'.repeat(32);

test('v3: the example of the document, seed 004 L5044-5091', () => {
  const signed = signTc3({
    secretId: `AKID${STARS}`,
    secretKey: STARS,
    host: 'cvm.tencentcloudapi.com',
    action: 'DescribeInstances',
    version: '2017-03-12',
    region: 'ap-guangzhou',
    timestampSeconds: 1551113065,
    contentType: 'application/json; charset=utf-8',
    signedHeaders: ['content-type', 'host', 'x-tc-action'],
    body: DOCUMENT_BODY,
  });
  assert.deepEqual(signed.headers, {
    Host: 'cvm.tencentcloudapi.com',
    'Content-Type': 'application/json; charset=utf-8',
    'X-TC-Action': 'DescribeInstances',
    'X-TC-Timestamp': '1551113065',
    'X-TC-Version': '2017-03-12',
    'X-TC-Region': 'ap-guangzhou',
    Authorization:
      `TC3-HMAC-SHA256 Credential=AKID${STARS}/2019-02-25/cvm/tc3_request, ` +
      'SignedHeaders=content-type;host;x-tc-action, ' +
      'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  });
  assert.equal(signed.method, 'POST');
  assert.equal(signed.target, '/');
});

test('v3: a body that is not text goes as JSON, a GET has its parameters in the query', () => {
  const call = {
    secretId: 'AKID1',
    secretKey: 'secret',
    host: '127.0.0.1:8600',
    action: 'DescribeZones',
    timestampSeconds: 1551113065,
  };
  assert.equal(signTc3({ ...call, body: { Limit: 1 } }).body, '{"Limit":1}');
  assert.equal(signTc3(call).body, '{}');
  const get = signTc3({ ...call, method: 'GET', query: { 'Ids.0': 'a b' } });
  assert.equal(get.target, '/?Ids.0=a%20b');
  assert.equal(get.body, '');
  assert.equal(get.headers['Content-Type'], 'application/x-www-form-urlencoded');
  assert.match(get.headers['Authorization']!, /\/127\/tc3_request, /);
  assert.match(
    signTc3({ ...call, service: 'cvm' }).headers['Authorization']!,
    /\/cvm\/tc3_request, /,
  );
});

const V1 = {
  secretId: `AKID${STARS}`,
  secretKey: STARS,
  host: 'cvm.tencentcloudapi.com',
  action: 'DescribeInstances',
  version: '2017-03-12',
  region: 'ap-guangzhou',
  timestampSeconds: 1465185768,
  nonce: 11886,
  parameters: { 'InstanceIds.0': 'ins-09dx96dg', Limit: '20', Offset: '0' },
};

test('v1: the example of the document, seed 004 L7113', () => {
  const get = signV1({ ...V1, method: 'GET' });
  assert.match(get.target, /^\/\?/);
  assert.match(get.target, /&Signature=7RAM2xfNMO9EiVTNmPg06MRnCvQ%3D$/);
  assert.equal(get.body, '');
  const longer = signV1({ ...V1, method: 'GET', signatureMethod: 'HmacSHA256' });
  assert.match(longer.target, /&Signature=JeJpKl2qfbiWZ3sk88EAhwAa4TIAZ3ZqEQoYJtT2OdU%3D$/);
});

test('v1: a POST has its parameters in the form', () => {
  const post = signV1({ ...V1, path: '/v2/index.php' });
  assert.equal(post.target, '/v2/index.php');
  assert.equal(post.headers['Content-Type'], 'application/x-www-form-urlencoded');
  assert.match(post.body, /^InstanceIds\.0=ins-09dx96dg&.*&Signature=/);
});

test('a signed request as the server receives it', () => {
  const raw = rawRequestOf(
    { method: 'GET', target: '/a?b=?c', headers: { 'X-Note': '中' }, body: '中' },
    '10.0.0.1',
  );
  assert.deepEqual(raw, {
    method: 'GET',
    path: '/a',
    rawQuery: 'b=?c',
    headers: new Map([['x-note', '\u00e4\u00b8\u00ad']]),
    body: Buffer.from([0xe4, 0xb8, 0xad]),
    remoteAddress: '10.0.0.1',
  });
});
