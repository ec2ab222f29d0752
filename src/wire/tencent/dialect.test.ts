import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { Flaw } from '../pipeline.ts';
import {
  KEY,
  NOW_SECONDS,
  trial,
  type TrialOptions,
  type WholeAnswer,
} from '../pipeline.test-support.ts';
import type { RawRequest } from '../raw-request.ts';
import { rawRequestOf, type SignedRequest } from '../signed-request.ts';
import { signTc3, signV1 } from './sign.ts';

const MIB = 1024 * 1024;

interface Asking {
  readonly action?: string;
  readonly version?: string;
  readonly region?: string | undefined;
  readonly secretId?: string;
  readonly secretKey?: string;
  readonly timestampSeconds?: number;
  readonly token?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

function asked({ parameters: _, region = 'ap-guangzhou', ...asking }: Asking) {
  return {
    secretId: KEY.id,
    secretKey: KEY.secret,
    host: 'cvm.tencentcloudapi.com',
    action: 'DescribeThings',
    version: '2017-03-12',
    timestampSeconds: NOW_SECONDS,
    ...(region === '' ? {} : { region }),
    ...asking,
  };
}

/** The ways in which clients of API 3.0 sign and send (seed 004 L4428-4450). */
const styles: Readonly<Record<string, (asking: Asking) => SignedRequest>> = {
  'TC3, POST of JSON': (it) => signTc3({ ...asked(it), body: it.parameters ?? {} }),
  'TC3, GET': (it) => signTc3({ ...asked(it), method: 'GET', query: it.parameters ?? {} }),
  'HmacSHA1, GET': (it) =>
    signV1({ ...asked(it), method: 'GET', nonce: 7, parameters: it.parameters ?? {} }),
  'HmacSHA256, POST of a form': (it) =>
    signV1({
      ...asked(it),
      method: 'POST',
      nonce: 7,
      signatureMethod: 'HmacSHA256',
      parameters: it.parameters ?? {},
    }),
};

/** The status is 200 and the body an envelope, whatever happened (seed 004 L7892, L7912). */
function read({ status, headers, body }: WholeAnswer): { code: string; response: object } {
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'application/json');
  const { Response, ...others } = JSON.parse(body) as Record<string, Record<string, unknown>>;
  assert.deepEqual(others, {});
  const { RequestId, Error: error, ...response } = Response ?? {};
  assert.match(String(RequestId), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  if (error === undefined) return { code: 'OK', response };
  const { Code, Message, ...more } = error as Record<string, unknown>;
  assert.ok(typeof Message === 'string' && Message !== '');
  assert.deepEqual([more, response], [{}, {}]);
  return { code: String(Code), response };
}

interface Wanted {
  readonly code: string;
  readonly request: SignedRequest | RawRequest;
  readonly options?: TrialOptions;
  readonly flaw?: Flaw;
}

async function answers({ code, request, options, flaw }: Wanted): Promise<void> {
  assert.equal(read(await trial(options).ask(request, flaw)).code, code);
}

/** A request with something of it put in the place of something else, after it was signed. */
function tampered(signed: SignedRequest, from: string | RegExp, to: string): SignedRequest {
  const edit = (text: string): string => text.replace(from, to);
  const headers = Object.entries(signed.headers).map(([name, value]) => [name, edit(value)]);
  const changed = {
    ...signed,
    target: edit(signed.target),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: edit(signed.body),
  };
  assert.notDeepEqual(changed, signed, 'nothing was tampered with');
  return changed;
}

function without({ headers, ...signed }: SignedRequest, name: string): SignedRequest {
  const { [name]: removed, ...others } = headers;
  assert.ok(removed !== undefined, `${name} was not there`);
  return { ...signed, headers: others };
}

for (const [style, sign] of Object.entries(styles)) {
  describe(style, () => {
    const isPost = style.includes('POST');
    const isV3 = style.startsWith('TC3');

    test('a request that is in order is answered', async () => {
      const parameters = isPost && isV3 ? { Limit: '5' } : { 'Ids.0': 'thing-r8hr2upy' };
      const { code, response } = read(await trial().ask(sign({ parameters })));
      assert.equal(code, 'OK');
      const Things = isPost && isV3 ? [] : ['thing-r8hr2upy'];
      assert.deepEqual(response, { Total: Things.length, Things });
    });

    test('unknown key, wrong secret, foreign token', async () => {
      const request = sign({ secretId: 'AKIDother' });
      await answers({ code: 'AuthFailure.SecretIdNotFound', request });
      const wrong = sign({ secretKey: 'other' });
      await answers({ code: 'AuthFailure.SignatureFailure', request: wrong });
      await answers({ code: 'AuthFailure.TokenFailure', request: sign({ token: 'sts' }) });
    });

    test('a timestamp more than 300 s off, to either side (L39549)', async () => {
      for (const off of [-301, 301]) {
        const request = sign({ timestampSeconds: NOW_SECONDS + off });
        await answers({ code: 'AuthFailure.SignatureExpire', request });
      }
      for (const off of [-300, 300]) {
        await answers({ code: 'OK', request: sign({ timestampSeconds: NOW_SECONDS + off }) });
      }
    });

    test('the same request twice is answered twice: its Nonce rejects nothing (D18)', async () => {
      const { ask, steps } = trial();
      const request = sign({});
      for (const _ of [1, 2]) assert.equal(read(await ask(request)).code, 'OK');
      assert.ok(!steps.includes('nonce'));
    });

    test('what was changed after signing', async () => {
      const request = tampered(sign({ parameters: { Limit: '55' } }), /(Limit(?:=|":"))55/, '$156');
      await answers({ code: 'AuthFailure.SignatureFailure', request });
    });

    test('unknown action, unknown version, published and not implemented', async () => {
      await answers({ code: 'InvalidAction', request: sign({ action: 'FlyAway' }) });
      await answers({ code: 'NoSuchVersion', request: sign({ version: '2018-08-13' }) });
      const request = sign({ action: 'ResetThings' });
      await answers({ code: 'UnsupportedOperation', request });
      const { body } = await trial().ask(request);
      assert.match(body, /ResetThings.*docs\/reference\/coverage\.md/);
    });

    test('no region where one is needed, a region that is none', async () => {
      await answers({ code: 'MissingParameter', request: sign({ region: '' }) });
      await answers({ code: 'UnsupportedRegion', request: sign({ region: 'ap-atlantis' }) });
      await answers({ code: 'OK', request: sign({ action: 'RunThings', region: '' }) });
    });

    test('methods other than GET and POST (L39628)', async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'FLY']) {
        const request = { ...rawRequestOf(sign({})), method };
        await answers({ code: 'UnsupportedProtocol', request });
        await answers({ code: 'UnsupportedProtocol', request, flaw: 'unsupported-method' });
      }
    });

    test('too large a request (L4440-4450)', async () => {
      const posted = isV3 ? 10 * MIB : MIB;
      const allowed = isPost ? posted : 32 * 1024;
      const signed = rawRequestOf(sign({}));
      const body = isPost ? Buffer.alloc(allowed + 1, signed.body) : signed.body;
      const rawQuery = isPost ? '' : `${signed.rawQuery}&${'x'.repeat(allowed)}`;
      const request = { ...signed, body, rawQuery };
      await answers({ code: 'RequestSizeLimitExceeded', request });
      const cutShort = { ...signed, body: signed.body.subarray(0, 500) };
      await answers({ code: 'RequestSizeLimitExceeded', request: cutShort, flaw: 'too-large' });
    });

    test('no room for its body', async () => {
      await answers({
        code: 'ServiceUnavailable',
        request: rawRequestOf(sign({})),
        flaw: 'unavailable',
      });
    });

    test('throttled', async () => {
      const options = { throttled: true } as const;
      await answers({ code: 'RequestLimitExceeded', request: sign({}), options });
    });

    test('the store is away, before or after it is asked to change', async () => {
      const options = { keysAway: true } as const;
      await answers({ code: 'ServiceUnavailable', request: sign({}), options });
      const request = sign({ action: 'RunThings', parameters: { How: 'away' } });
      await answers({ code: 'ServiceUnavailable', request });
    });

    test('a bug of ours', async () => {
      for (const How of ['broken', 'wordless', 'unencodable']) {
        const request = sign({ action: 'RunThings', parameters: { How } });
        await answers({ code: 'InternalError', request });
      }
    });

    test("a refusal of the domain, in the page's words", async () => {
      const request = sign({ action: 'RunThings', parameters: { How: 'refused' } });
      await answers({ code: 'Thing.Gone', request });
    });

    test('DryRun that passes answers a RequestId and nothing more (L8872)', async () => {
      const request = sign({ action: 'RunThings', parameters: { DryRun: 'true' } });
      const { code, response } = read(await trial().ask(request));
      assert.deepEqual([code, response], ['OK', {}]);
    });

    test('a parameter that is not declared (L39624), or of another type', async () => {
      await answers({ code: 'UnknownParameter', request: sign({ parameters: { Other: '1' } }) });
      await answers({ code: 'InvalidParameter', request: sign({ parameters: { Limit: 'x' } }) });
      const request = sign({ parameters: { Limit: '101' } });
      await answers({ code: 'InvalidParameterValue', request });
    });
  });
}

describe('headers of TC3', () => {
  const signed = styles['TC3, POST of JSON']?.({}) as SignedRequest;
  test('missing', async () => {
    for (const name of ['Authorization', 'X-TC-Action', 'X-TC-Version', 'X-TC-Timestamp']) {
      await answers({ code: 'MissingParameter', request: without(signed, name) });
    }
    for (const name of ['Host', 'Content-Type']) {
      const request = without(signed, name);
      await answers({ code: 'AuthFailure.InvalidAuthorization', request });
    }
  });
  test('malformed', async () => {
    const cut = tampered(signed, /Signature=.*/, '');
    await answers({ code: 'AuthFailure.InvalidAuthorization', request: cut });
    const foreign = tampered(signed, 'tc3_request', 'tc4_request');
    await answers({ code: 'AuthFailure.InvalidAuthorization', request: foreign });
    const unsigned = tampered(signed, 'SignedHeaders=content-type;host', 'SignedHeaders=host');
    await answers({ code: 'AuthFailure.InvalidAuthorization', request: unsigned });
    const soon = { ...signed, headers: { ...signed.headers, 'X-TC-Timestamp': 'soon' } };
    await answers({ code: 'InvalidParameter', request: soon });
    const yesterday = tampered(signed, '2026-01-02', '2026-01-01');
    await answers({ code: 'AuthFailure.SignatureFailure', request: yesterday });
  });
  test('a body of another format', async () => {
    for (const contentType of ['multipart/form-data; boundary=x', 'text/plain']) {
      const request = signTc3({ ...asked({}), contentType });
      await answers({ code: 'InvalidRequest', request });
    }
  });
  test('at a bare address, the service of the scope is what the client made of it', async () => {
    for (const service of ['cvm', '127', 'localhost:8600', 'vpc']) {
      await answers({ code: 'OK', request: signTc3({ ...asked({}), host: BARE, service }) });
    }
  });
  test("at the host of a service, the scope has to be that service's (L4968)", async () => {
    for (const service of ['127', 'localhost:8600', 'vpc', 'nosuch', 'CVM']) {
      const request = signTc3({ ...asked({}), host: 'cvm.tencentcloudapi.com', service });
      await answers({ code: 'AuthFailure.SignatureFailure', request });
    }
  });
});

const BARE = '127.0.0.1:8600';

describe('parameters of v1', () => {
  const signed = styles['HmacSHA1, GET']?.({}) as SignedRequest;
  test('missing', async () => {
    for (const name of ['SecretId', 'Signature', 'Timestamp', 'Nonce', 'Action', 'Version']) {
      const request = tampered(signed, new RegExp(`([?&])${name}=[^&]*`), '$1');
      const { body } = await trial().ask(request);
      assert.match(body, new RegExp(`"MissingParameter".*\`${name}\``));
    }
  });
  test('malformed', async () => {
    for (const name of ['Timestamp', 'Nonce']) {
      const request = tampered(signed, new RegExp(`${name}=[^&]*`), `${name}=soon`);
      await answers({ code: 'InvalidParameter', request });
    }
    const broken = tampered(signed, 'Region=', 'Region=%zz');
    await answers({ code: 'InvalidParameter', request: broken });
  });
  test("the SDKs' RequestClient is no parameter of the action (D23)", async () => {
    const parameters = { RequestClient: 'SDK_NET_2.1.0' };
    const sign = styles['HmacSHA1, GET'] as (it: Asking) => SignedRequest;
    await answers({ code: 'OK', request: sign({ parameters }) });
  });
});

test('at a bare address an action is found by its name, at a host only that host has', async () => {
  const found: ReadonlyArray<readonly [string, readonly string[]]> = [
    ['cvm.tencentcloudapi.com', ['cvm', 'cvm']],
    ['vpc.ap-guangzhou.tencentcloudapi.com', ['vpc', 'vpc']],
    [BARE, ['cvm', 'cvm', 'vpc', 'vpc']],
  ];
  for (const [host, services] of found) {
    const { ask, orders } = trial();
    for (const action of ['DescribeThings', 'DescribeNets']) {
      await ask(signTc3({ ...asked({ action }), host }));
      await ask(signV1({ ...asked({ action }), host, nonce: 1 }));
    }
    assert.deepEqual(
      orders.map(({ service }) => service.service),
      services,
      host,
    );
  }
});

test('a product that is not served is told so by its name', async () => {
  const request = signTc3({ ...asked({}), host: BARE, service: 'clb', version: '2018-03-17' });
  const { body } = await trial().ask(request);
  assert.match(body, /"NoSuchProduct".*clb 2018-03-17/);
});

test("the SDKs' extras are let through: a trace id, a body left unsigned (D23)", async () => {
  const headers = { 'X-TC-TraceId': '0e1f', 'X-TC-RequestClient': 'SDK_GO_1.3.130' };
  await answers({ code: 'OK', request: signTc3({ ...asked({}), headers }) });
  const body = { Limit: 5 };
  await answers({ code: 'OK', request: signTc3({ ...asked({}), body, unsignedPayload: true }) });
});

test('the language is asked for by header or parameter', async () => {
  for (const language of ['zh-CN', 'en-US']) {
    const { ask, orders } = trial();
    await ask(signTc3({ ...asked({}), language }));
    await ask(signV1({ ...asked({}), language, nonce: 1 }));
    assert.deepEqual(
      orders.map(({ call }) => call.language),
      [language, language],
    );
  }
});
