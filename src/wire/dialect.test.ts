import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { trial } from './pipeline.test-support.ts';
import type { RawRequest } from './raw-request.ts';
import { aliyun, tencent } from './vendors.test-support.ts';

interface Sketch {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly form?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function sketched({ method, path = '/', query = '', form, headers = {} }: Sketch): RawRequest {
  const all = { host: '127.0.0.1:8600', ...(form === undefined ? {} : FORM), ...headers };
  return {
    method: method ?? (form === undefined ? 'GET' : 'POST'),
    path,
    rawQuery: query,
    headers: new Map(Object.entries(all).filter(([, value]) => value !== '')),
    body: Buffer.from(form ?? ''),
    remoteAddress: '127.0.0.1',
  };
}

function claimant(sketch: Sketch): string {
  const request = sketched(sketch);
  return [tencent, aliyun].find((one) => one.claims(request))?.vendor ?? 'nobody';
}

const authorization = (scheme: string) => ({ authorization: `${scheme} Credential=x` });
const RPC = 'Action=RunInstances&AccessKeyId=x&Signature=y';

/** Told by scheme, then header, then Version and parameters (D23). */
const claims: ReadonlyArray<readonly [about: string, sketch: Sketch, vendor: string]> = [
  ['the scheme TC3', { headers: authorization('TC3-HMAC-SHA256') }, 'tencent'],
  ['a TC3 not known', { headers: authorization('TC3-HMAC-SM3') }, 'tencent'],
  ['the scheme ACS3', { headers: authorization('ACS3-HMAC-SHA256') }, 'aliyun'],
  ['an ACS3 not known', { headers: authorization('ACS3-RSA-SHA256') }, 'aliyun'],
  ['X-TC-Action', { headers: { 'x-tc-action': 'RunInstances' } }, 'tencent'],
  ['X-TC-Version', { headers: { 'x-tc-version': '2017-03-12' } }, 'tencent'],
  ['x-acs-action', { headers: { 'x-acs-action': 'RunInstances' } }, 'aliyun'],
  ['x-acs-version', { headers: { 'x-acs-version': '2014-05-26' } }, 'aliyun'],
  [
    "the scheme before another vendor's header",
    { headers: { ...authorization('ACS3-HMAC-SHA256'), 'x-tc-action': 'x' } },
    'aliyun',
  ],
  [
    "the scheme before another vendor's header, the other way",
    { headers: { ...authorization('TC3-HMAC-SHA256'), 'x-acs-action': 'x' } },
    'tencent',
  ],
  [
    "a header before another vendor's parameters",
    { headers: { 'x-acs-action': 'x' }, query: 'SecretId=x&Version=2017-03-12' },
    'aliyun',
  ],
  [
    "a header before another vendor's parameters, the other way",
    { headers: { 'x-tc-action': 'x' }, query: RPC },
    'tencent',
  ],
  ['a SecretId in the query', { query: 'Action=RunInstances&SecretId=x' }, 'tencent'],
  ['a SecretId in the form', { form: 'Action=RunInstances&SecretId=x' }, 'tencent'],
  ['the Version of cvm', { query: 'Action=x&Version=2017-03-12' }, 'tencent'],
  ['an AccessKeyId in the query', { query: RPC }, 'aliyun'],
  ['an AccessKeyId in the form', { form: RPC }, 'aliyun'],
  ['common parameters in the query of a POST', { query: RPC, form: 'ImageId=x' }, 'aliyun'],
  ['the Version of ecs', { query: 'Action=x&Version=2014-05-26' }, 'aliyun'],
  ['a SignatureNonce', { query: 'SignatureNonce=x' }, 'aliyun'],
  [
    'a content type in other case, with a character set',
    {
      method: 'POST',
      form: RPC,
      headers: { 'content-type': 'Application/X-WWW-Form-Urlencoded; charset=utf-8' },
    },
    'aliyun',
  ],
  ['a form without a content type', { form: RPC, headers: { 'content-type': '' } }, 'aliyun'],
  ['another content type', { form: RPC, headers: { 'content-type': 'text/plain' } }, 'nobody'],
  ['a name that only ends so', { query: 'MySecretId=x&MyAccessKeyId=y' }, 'nobody'],
  ['a value that looks so', { query: 'a=SecretId&b=AccessKeyId' }, 'nobody'],
  ['parameters of another path', { path: '/v2/index.php', query: RPC }, 'nobody'],
  ['a browser', { headers: { accept: 'text/html' } }, 'nobody'],
  ['an action alone', { query: 'Action=RunInstances' }, 'nobody'],
  ['another scheme', { headers: authorization('AWS4-HMAC-SHA256') }, 'nobody'],
  ['a service’s host alone', { headers: { host: 'cvm.tencentcloudapi.com' } }, 'nobody'],
];

describe('who claims a request', () => {
  for (const [about, sketch, vendor] of claims) {
    test(`${about}: ${vendor}`, () => assert.equal(claimant(sketch), vendor));
  }
});

describe('what nobody claims', () => {
  test('is not found, in plain text that names the endpoints', async () => {
    const { ask, steps } = trial();
    const { status, headers, body } = await ask(sketched({ path: '/index.html' }));
    assert.equal(status, 404);
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
    for (const name of ['Tencent', 'cvm', 'Alibaba', 'ecs', 'vpc', 'yuntai env', '/healthz']) {
      assert.ok(body.includes(name), name);
    }
    assert.deepEqual(steps, []);
  });
  test('has no body for HEAD', async () => {
    const { status, body } = await trial().ask(sketched({ method: 'HEAD' }));
    assert.deepEqual([status, body], [404, '']);
  });
  test('is told that it is too large where what it was cannot be told', async () => {
    const { status, headers } = await trial().ask(sketched({ form: '' }), 'too-large');
    assert.equal(status, 413);
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
    const form = `${'Filler=x&'.repeat(120_000)}Version=2014-05-26`;
    assert.equal((await trial().ask(sketched({ form }))).status, 413);
  });
  test('is told to come again where there was no room for it', async () => {
    const { status } = await trial().ask(sketched({ form: '' }), 'unavailable');
    assert.equal(status, 503);
  });
});
