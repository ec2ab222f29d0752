import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Call } from '../dialect.ts';
import type { RawRequest } from '../raw-request.ts';
import { rawRequestOf } from '../signed-request.ts';
import { faultOf, tencent } from '../vendors.test-support.ts';
import { tencent2017Dialect } from './dialect-2017.ts';
import { openIndexPhp } from './open-index-php.ts';
import { signV1 } from './sign.ts';
import type { V1Call } from './sign.ts';

const NOW_SECONDS = 1_465_185_768;
const SECRET = 'test-secret-key-0123456789';
const { parseId, renderId } = { ...tencent.reading.flat, ...tencent.writing };
const dialect = tencent2017Dialect(
  { parseId, renderId, say: tencent.say } as Parameters<typeof tencent2017Dialect>[0],
  { versionless: new Set(['TerminateInstances']) },
);

function request(changes: Partial<V1Call> = {}): RawRequest {
  return rawRequestOf(
    signV1({
      secretId: 'TESTSECRETID',
      secretKey: SECRET,
      host: 'cvm.api.qcloud.com',
      path: '/v2/index.php',
      method: 'GET',
      action: 'DescribeInstances',
      version: '2017-03-12',
      region: 'ap-guangzhou',
      timestampSeconds: NOW_SECONDS,
      nonce: 11_886,
      underscoresAsDots: true,
      ...changes,
    }),
  );
}

function withoutVersion(changes: Partial<V1Call> = {}): RawRequest {
  const { rawQuery, ...rest } = request(changes);
  return { ...rest, rawQuery: rawQuery.replace('Version=2017-03-12&', '') };
}

function verify(call: Call, nowSeconds = NOW_SECONDS): void {
  call.verify(SECRET, nowSeconds * 1000);
}

describe('which requests are of the generation of 2017', () => {
  test('those to /v2/index.php with a Version, be it in the query or in the form', () => {
    assert.equal(dialect.claims(request()), true);
    assert.equal(dialect.claims(request({ method: 'POST' })), true);
    assert.equal(dialect.claims(request({ path: '/' })), false);
  });

  test('without one it is legacy, unless only 2017 has the action (L43885, L45195)', () => {
    assert.equal(dialect.claims(withoutVersion()), false);
    assert.equal(dialect.claims(withoutVersion({ action: 'TerminateInstances' })), true);
  });

  test('the query of a POST says nothing (L41047-41049)', () => {
    const { rawQuery } = request();
    assert.equal(dialect.claims({ ...request(), method: 'POST', rawQuery }), false);
  });

  test('another Version than the one there is names one that is not there', () => {
    assert.equal(dialect.open(request()).version, '2017');
    assert.equal(dialect.open(request({ version: '2018-01-01' })).version, '2018-01-01');
    assert.equal(dialect.gateway('unknown-version', '2018-01-01').code, 'InvalidAction.NotFound');
  });

  test('API 3.0 does not take them, nor they its', () => {
    assert.equal(tencent.claims(request()), false);
    assert.equal(tencent.claims(request({ method: 'POST' })), false);
  });
});

describe('signatures of the older generations', () => {
  test('the layout of the string is the one of the documents (L41342-41346)', () => {
    const text =
      'GETcvm.api.qcloud.com/v2/index.php?Action=DescribeInstances&Nonce=11886&Region=gz&' +
      'SecretId=TESTSECRETID&Timestamp=1465185768&instanceIds.0=ins-09dx96dg&limit=20&offset=0';
    const signature = createHmac('sha1', SECRET).update(text).digest('base64');
    const query = text.slice(text.indexOf('?') + 1);
    const sent = {
      ...request(),
      rawQuery: `${query}&Signature=${encodeURIComponent(signature)}`,
    };
    verify(openIndexPhp(sent, 'legacy'));
  });

  test('GET and POST, HmacSHA1 and HmacSHA256, host with and without port', () => {
    for (const method of ['GET', 'POST'] as const) {
      for (const signatureMethod of ['HmacSHA1', 'HmacSHA256'] as const) {
        verify(dialect.open(request({ method, signatureMethod })));
      }
    }
    const bare = request({ host: '127.0.0.1' });
    verify(dialect.open(bare));
    const headers = new Map([...bare.headers, ['host', '127.0.0.1:8600']]);
    verify(dialect.open({ ...bare, headers }));
  });

  test('a name is signed and read with dots for its underscores (L41334)', () => {
    const call = dialect.open(request({ parameters: { Filters_1_Name: 'zone' } }));
    verify(call);
    assert.deepEqual(JSON.parse(JSON.stringify(call.parameters().raw)), {
      Filters: { 1: { Name: 'zone' } },
    });
  });

  test('what is wrong with one is told in the codes of the generation (L41885-41915)', () => {
    const call = dialect.open(request());
    const code = (refused: () => unknown): string => faultOf(refused).code;
    assert.equal(
      code(() => {
        call.verify('another', NOW_SECONDS * 1000);
      }),
      'InvalidParameter.SignatureFailure',
    );
    assert.equal(
      code(() => {
        verify(call, NOW_SECONDS + 301);
      }),
      'InvalidRequest.ReplayAttack',
    );
    verify(call, NOW_SECONDS + 300);
    const { rawQuery, ...rest } = request();
    const lacking = { ...rest, rawQuery: rawQuery.replace('Nonce=', 'Once=') };
    assert.equal(
      code(() => dialect.open(lacking)),
      'InvalidParameter',
    );
    assert.equal(
      code(() => dialect.open({ ...request(), method: 'PUT' })),
      'InvalidRequest.UnsupportedProtocol',
    );
    assert.equal(
      code(() => {
        verify(dialect.open(request({ token: 'temporary' })));
      }),
      'InvalidRequest.TokenCheckFailed',
    );
  });

  test('a signature counts once, as long as its timestamp would be taken (D18)', () => {
    const { once } = dialect.open(request());
    assert.match(once?.nonce ?? '', /^[A-Za-z0-9+/]{27}=$/);
    assert.ok((once?.expiresAt ?? 0) >= (NOW_SECONDS + 300) * 1000 + 999);
    const other = dialect.open(request({ parameters: { Limit: '1' } })).once;
    assert.notEqual(other?.nonce, once?.nonce);
  });

  test('hostile texts are refused, never thrown at', () => {
    for (const rawQuery of ['%', '&&&', 'Action', 'Version=1&Action=%FF', 'a.'.repeat(3_000)]) {
      assert.ok(faultOf(() => dialect.open({ ...request(), rawQuery })).code);
    }
  });
});
