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
import { signAcs3, signRpc } from './sign.ts';

const HOST = 'ecs.cn-guangzhou.aliyuncs.com';
const MIB = 1024 * 1024;

interface Asking {
  readonly action?: string;
  readonly version?: string;
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly timestampSeconds?: number;
  readonly nonce?: string;
  readonly securityToken?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly format?: string;
}

function asked({ parameters = {}, format: _, ...asking }: Asking) {
  return {
    accessKeyId: KEY.id,
    accessKeySecret: KEY.secret,
    host: HOST,
    action: 'DescribeThings',
    version: '2014-05-26',
    timestampSeconds: NOW_SECONDS,
    nonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
    parameters: { RegionId: 'cn-guangzhou', ...parameters },
    ...asking,
  };
}

type Sign = (asking: Asking) => SignedRequest;

/** The ways in which clients sign and send: pop-core, the Go SDK, tea-rpc, openapi-core. */
const styles: Readonly<Record<string, Sign>> = {
  'RPC, GET': (it) => signRpc({ ...asked(it), format: it.format ?? 'JSON', style: 'get' }),
  'RPC, POST of a query': (it) =>
    signRpc({ ...asked(it), format: it.format ?? 'json', style: 'post-query' }),
  'RPC, POST of a form': (it) =>
    signRpc({ ...asked(it), format: it.format ?? 'JSON', style: 'post-form' }),
  'RPC, POST of both': (it) =>
    signRpc({ ...asked(it), format: it.format ?? 'json', style: 'post-split' }),
  'ACS3, POST of a query': (it) =>
    signAcs3({ ...asked(it), headers: { accept: accepts(it.format) } }),
  'ACS3, POST of a form': (it) => {
    const { parameters, ...others } = asked(it);
    return signAcs3({ ...others, form: parameters, headers: { accept: accepts(it.format) } });
  },
};

function accepts(format = 'json'): string {
  return `application/${format.toLowerCase()}`;
}

interface Read {
  readonly code: string;
  readonly status: number;
  readonly members: Readonly<Record<string, unknown>>;
}

/** An error has the five members that the Go SDK reads as strings, and no other. */
function read({ status, headers, body }: WholeAnswer): Read {
  assert.equal(headers['content-type'], 'application/json;charset=utf-8');
  const { RequestId, Code, ...members } = JSON.parse(body) as Record<string, unknown>;
  assert.match(String(RequestId), /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  assert.equal(headers['x-acs-request-id'], RequestId);
  if (status === 200) {
    // pop-core takes any Code for an error.
    assert.equal(Code, undefined);
    return { code: 'OK', status, members };
  }
  const { HostId, Message, Recommend, ...more } = members;
  assert.deepEqual(more, {});
  assert.equal(HostId, HOST);
  assert.ok(typeof Code === 'string' && typeof Message === 'string' && Message !== '');
  const query = `q=${Code}&product=Ecs&requestId=${String(RequestId)}`;
  assert.equal(Recommend, `https://api.aliyun.com/troubleshoot?${query}`);
  return { code: Code, status, members };
}

interface Wanted {
  readonly code: string;
  readonly status: number;
  readonly request: SignedRequest | RawRequest;
  readonly options?: TrialOptions;
  readonly flaw?: Flaw;
}

async function answers({ code, status, request, options, flaw }: Wanted): Promise<void> {
  const answer = read(await trial(options).ask(request, flaw));
  assert.deepEqual([answer.code, answer.status], [code, status]);
}

/** A request with something of it put in the place of something else, after it was signed. */
function tampered(signed: SignedRequest, from: RegExp, to: string): SignedRequest {
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
    test('a request that is in order is answered', async () => {
      const parameters = { 'Ids.1': 'thing-r8hr2upy', 'Ids.5': 'nonsense', Limit: '' };
      const { code, members } = read(await trial().ask(sign({ parameters })));
      assert.equal(code, 'OK');
      assert.deepEqual(members, { Total: 2, Things: { Thing: ['thing-r8hr2upy', 'nonsense'] } });
    });

    test('unknown key, wrong secret, foreign token', async () => {
      const unknown = sign({ accessKeyId: 'LTAIother' });
      await answers({ code: 'InvalidAccessKeyId.NotFound', status: 404, request: unknown });
      const wrong = sign({ accessKeySecret: 'other' });
      await answers({ code: 'SignatureDoesNotMatch', status: 400, request: wrong });
      const token = sign({ securityToken: 'sts' });
      const code = 'InvalidSecurityToken.MismatchWithAccessKey';
      await answers({ code, status: 400, request: token });
    });

    test('a timestamp more than 15 minutes off, to either side', async () => {
      for (const off of [-901, 901]) {
        const request = sign({ timestampSeconds: NOW_SECONDS + off });
        await answers({ code: 'InvalidTimeStamp.Expired', status: 400, request });
      }
      for (const off of [-900, 900]) {
        const request = sign({ timestampSeconds: NOW_SECONDS + off });
        await answers({ code: 'OK', status: 200, request });
      }
    });

    test('a nonce is used once; a request that does not verify uses none', async () => {
      const { ask } = trial();
      assert.equal(
        read(await ask(sign({ accessKeySecret: 'other' }))).code,
        'SignatureDoesNotMatch',
      );
      assert.equal(read(await ask(sign({}))).code, 'OK');
      const again = read(await ask(sign({})));
      assert.deepEqual([again.code, again.status], ['SignatureNonceUsed', 400]);
      assert.equal(read(await ask(sign({ nonce: 'another' }))).code, 'OK');
    });

    test('what was changed after signing', async () => {
      const signed = sign({ parameters: { Limit: '55' } });
      const request = tampered(signed, /Limit=55/, 'Limit=56');
      await answers({ code: 'SignatureDoesNotMatch', status: 400, request });
    });

    test('unknown action, unknown version, published and not implemented', async () => {
      const unknown = sign({ action: 'FlyAway' });
      await answers({ code: 'InvalidAction.NotFound', status: 404, request: unknown });
      const old = sign({ version: '2013-01-10' });
      await answers({ code: 'InvalidVersion', status: 400, request: old });
      // A 404 would tell Terraform that the resource is gone (D22).
      const request = sign({ action: 'ResetThings' });
      await answers({ code: 'OperationDenied', status: 403, request });
      const { body } = await trial().ask(request);
      assert.match(body, /ResetThings.*docs\/reference\/coverage\.md/);
    });

    test('no region where one is needed, a region that is none', async () => {
      const missing = sign({ parameters: { RegionId: '' } });
      await answers({ code: 'MissingParameter', status: 400, request: missing });
      const unknown = sign({ parameters: { RegionId: 'cn-atlantis' } });
      await answers({ code: 'InvalidRegionId.NotFound', status: 404, request: unknown });
    });

    test('methods other than GET and POST', async () => {
      for (const method of ['PUT', 'DELETE', 'OPTIONS', 'FLY']) {
        const request = { ...rawRequestOf(sign({})), method };
        const wanted = { code: 'UnsupportedHTTPMethod', status: 405, request };
        await answers(wanted);
        await answers({ ...wanted, flaw: 'unsupported-method' });
      }
    });

    test('too large a request', async () => {
      const signed = rawRequestOf(sign({}));
      const wanted = { code: 'InvalidParameter', status: 413 };
      const body = Buffer.alloc(MIB + 1, signed.body.length === 0 ? 'x' : signed.body);
      await answers({ ...wanted, request: { ...signed, body } });
      await answers({ ...wanted, request: signed, flaw: 'too-large' });
    });

    test('no room for its body', async () => {
      await answers({
        code: 'ServiceUnavailable',
        status: 503,
        request: rawRequestOf(sign({})),
        flaw: 'unavailable',
      });
    });

    test('throttled', async () => {
      const options = { throttled: true } as const;
      await answers({ code: 'Throttling.User', status: 400, request: sign({}), options });
    });

    test('the store is away, before or after it is asked to change', async () => {
      const wanted = { code: 'ServiceUnavailable', status: 503 };
      await answers({ ...wanted, request: sign({}), options: { keysAway: true } });
      const parameters = { How: 'away' };
      await answers({ ...wanted, request: sign({ action: 'RunThings', parameters }) });
    });

    test('a bug of ours', async () => {
      for (const How of ['broken', 'wordless', 'unencodable']) {
        const request = sign({ action: 'RunThings', parameters: { How } });
        await answers({ code: 'InternalError', status: 500, request });
      }
    });

    test("a refusal of the domain, in the page's words", async () => {
      const request = sign({ action: 'RunThings', parameters: { How: 'refused' } });
      await answers({ code: 'Thing.Gone', status: 409, request });
    });

    test('DryRun that passes is an error of its own', async () => {
      const request = sign({ action: 'RunThings', parameters: { DryRun: 'True' } });
      await answers({ code: 'DryRunOperation', status: 400, request });
    });

    test('a parameter that is not declared is ignored; one of another type is not', async () => {
      const other = sign({ parameters: { Other: '1', '__proto__.x': '1' } });
      await answers({ code: 'OK', status: 200, request: other });
      for (const Limit of ['x', '101', '1.5']) {
        const request = sign({ parameters: { Limit } });
        await answers({ code: 'InvalidParameter', status: 400, request });
      }
    });

    test('answers in XML to who asks for it', async () => {
      const answer = await trial().ask(sign({ format: 'XML', parameters: { 'Ids.1': 'a<b' } }));
      assert.equal(answer.headers['content-type'], 'text/xml;charset=utf-8');
      const id = answer.headers['x-acs-request-id'];
      assert.equal(
        answer.body,
        '<?xml version="1.0" encoding="UTF-8"?><DescribeThingsResponse>' +
          `<RequestId>${id}</RequestId><Total>1</Total><Things><Thing>a&lt;b</Thing></Things>` +
          '</DescribeThingsResponse>',
      );
      const refused = await trial().ask(sign({ format: 'XML', action: 'FlyAway' }));
      assert.equal(refused.status, 404);
      const members = ['RequestId', 'HostId', 'Code', 'Message', 'Recommend'];
      const elements = members.map((name) => `<${name}>[^<]+</${name}>`).join('');
      assert.match(refused.body, new RegExp(`^<\\?xml[^>]*\\?><Error>${elements}</Error>$`));
    });
  });
}

describe('parameters of RPC', () => {
  const signed = styles['RPC, GET']?.({}) as SignedRequest;
  test('missing', async () => {
    const named = ['AccessKeyId', 'Signature', 'Timestamp', 'SignatureNonce', 'Version'];
    for (const name of named) {
      const request = tampered(signed, new RegExp(`([?&])${name}=[^&]*`), '$1');
      await answers({ code: `Missing${name}`, status: 400, request });
    }
    const request = tampered(signed, /([?&])Action=[^&]*/, '$1');
    await answers({ code: 'InvalidAction.NotFound', status: 404, request });
  });
  test('malformed', async () => {
    const wrong = [
      [/Timestamp=[^&]*/, 'Timestamp=soon', 'InvalidTimeStamp.Format'],
      [/SignatureNonce=[^&]*/, `SignatureNonce=${'x'.repeat(257)}`, 'IncompleteSignature'],
      [/HMAC-SHA1/, 'HMAC-MD5', 'IncompleteSignature'],
      [/SignatureVersion=1.0/, 'SignatureVersion=2.0', 'IncompleteSignature'],
      [/Timestamp=/, 'SignatureType=BEARERTOKEN&Timestamp=', 'IncompleteSignature'],
      [/RegionId=/, 'RegionId=%zz', 'InvalidParameter'],
      [/RegionId=/, 'RegionId=%ff', 'InvalidParameter'],
    ] as const;
    for (const [from, to, code] of wrong) {
      await answers({ code, status: 400, request: tampered(signed, from, to) });
    }
  });
  test('a wrong signature tells what the server signed, as the Go SDK expects', async () => {
    const answer = await trial().ask(tampered(signed, /RegionId=[^&]*/, 'RegionId=x'));
    const { Message } = JSON.parse(answer.body) as { Message: string };
    const [, toSign = ''] = Message.split('server string to sign is:');
    assert.match(toSign, /^GET&%2F&AccessKeyId%3DAKIDtest%26Action%3D.*RegionId%3Dx/);
  });
});

describe('headers of ACS3', () => {
  const signed = styles['ACS3, POST of a query']?.({}) as SignedRequest;
  test('missing', async () => {
    const named = ['host', 'x-acs-action', 'x-acs-date', 'x-acs-version', 'x-acs-content-sha256'];
    for (const name of named) {
      const { body, status } = await trial().ask(without(signed, name));
      assert.equal(status, 400);
      assert.match(body, new RegExp(`"Code":"IncompleteSignature".*${name}`));
    }
    const request = without(signed, 'authorization');
    await answers({ code: 'MissingAccessKeyId', status: 400, request });
  });
  test('malformed', async () => {
    const wrong = [
      [/,Signature=.*/, '', 'IncompleteSignature'],
      [/^ACS3-HMAC-SHA256/, 'ACS3-HMAC-SM3', 'IncompleteSignature'],
      [/;x-acs-version/, '', 'IncompleteSignature'],
      [/^2026-01-02T03:04:05Z$/, 'soon', 'InvalidTimeStamp.Format'],
    ] as const;
    for (const [from, to, code] of wrong) {
      await answers({ code, status: 400, request: tampered(signed, from, to) });
    }
  });
  test('a body that was changed after signing', async () => {
    const request = { ...signed, body: 'x=1' };
    await answers({ code: 'SignatureDoesNotMatch', status: 400, request });
  });
});

describe('the format of an answer', () => {
  const rpc = styles['RPC, POST of a form'] as Sign;
  const acs3 = styles['ACS3, POST of a query'] as Sign;
  const formatOf = async (request: SignedRequest | RawRequest): Promise<string> => {
    const { headers } = await trial().ask(request);
    return headers['content-type']?.replace(/\/(json|xml);.*/, ' $1').split(' ')[1] ?? '';
  };
  test('of V1 is XML unless Format says JSON, in any case', async () => {
    const wanted = { JSON: 'json', json: 'json', Json: 'json', XML: 'xml', YAML: 'xml', '': 'xml' };
    for (const [format, written] of Object.entries(wanted)) {
      assert.equal(await formatOf(rpc({ format })), written);
    }
  });
  test('of V3 is JSON to who accepts JSON or anything', async () => {
    const accepting = (accept: string): SignedRequest => {
      const { headers, ...others } = acs3({});
      return { ...others, headers: { ...headers, accept } };
    };
    for (const accept of ['application/json', '*/*', '', 'text/xml, application/json;q=0.1']) {
      assert.equal(await formatOf(accepting(accept)), 'json', accept);
    }
    assert.equal(await formatOf(accepting('text/xml')), 'xml');
    const both = acs3({ parameters: { Format: 'XML' } });
    assert.equal(await formatOf(both), 'json');
  });
  test('is written for what was signed: V1 does not sign its x-acs-action', async () => {
    const { headers, ...others } = rpc({ format: 'XML' });
    const forged = { ...others, headers: { ...headers, 'x-acs-action': 'a><script' } };
    const { body } = await trial().ask(forged);
    assert.match(body, /<DescribeThingsResponse>.*<\/DescribeThingsResponse>$/);
  });
  test('is the client’s even where its request cannot be read', async () => {
    const { body, ...others } = rawRequestOf(rpc({ format: 'JSON' }));
    const broken = [
      Buffer.concat([Buffer.from('X=%zz&'), body]),
      Buffer.concat([Buffer.from(`X=${'%E4%B8%AD'.repeat(20_000)}&`), body]),
      Buffer.concat([Buffer.from('a&'.repeat(6_000)), body]),
      Buffer.concat([Buffer.from([0xff, 0x26]), body]),
    ];
    for (const one of broken) assert.equal(await formatOf({ ...others, body: one }), 'json');
  });
});

test('a format that there is none of is refused, not taken for another', async () => {
  const { status, body } = await trial().ask(signRpc({ ...asked({}), format: 'yaml' }));
  assert.equal(status, 400);
  assert.match(body, /InvalidParameter.*Format/s);
});

test('what is not served, or not at this host, is told so and never as gone', async () => {
  const products = [
    ['127.0.0.1:8600', '2015-04-01', 403, /OperationDenied.*sts 2015-04-01/s],
    ['sts.aliyuncs.com', '2015-04-01', 403, /OperationDenied.*sts 2015-04-01/s],
    [HOST, '2016-04-28', 400, /InvalidVersion/],
    ['127.0.0.1:8600', '1999-01-01', 400, /InvalidVersion/],
  ] as const;
  for (const [host, version, expected, words] of products) {
    const request = signRpc({ ...asked({ version }), host, format: 'JSON' });
    const { status, body } = await trial().ask(request);
    assert.equal(status, expected, host);
    assert.match(body, words);
  }
});

test('who changes the content type of a form on the way is refused (ACS3)', async () => {
  const form = { DryRun: 'true' };
  const { headers, ...request } = signAcs3({ ...asked({}), form });
  const resigned = signAcs3({ ...asked({}), form, unsignedType: true });
  assert.match((await trial().ask(resigned)).body, /IncompleteSignature.*content-type/);
  const changed = { ...headers, 'content-type': 'text/plain' };
  assert.match((await trial().ask({ ...request, headers: changed })).body, /SignatureDoesNotMatch/);
});
