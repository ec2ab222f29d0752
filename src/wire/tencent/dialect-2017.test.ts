import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Call } from '../dialect.ts';
import { KEY, NOW_SECONDS as PIPELINE_SECONDS, trial } from '../pipeline.test-support.ts';
import type { Trial } from '../pipeline.test-support.ts';
import type { RawRequest } from '../raw-request.ts';
import { rawRequestOf } from '../signed-request.ts';
import { faultOf, tencent, tencent2017 as dialect } from '../vendors.test-support.ts';
import { version2017 } from './dialect-2017.ts';
import { openIndexPhp } from './open-index-php.ts';
import { signV1 } from './sign.ts';
import type { V1Call } from './sign.ts';

const NOW_SECONDS = 1_465_185_768;
const SECRET = 'test-secret-key-0123456789';

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
    assert.equal(dialect.claims(withoutVersion({ action: 'RunThings' })), true);
  });

  test('both are read as they are signed: decoded, and the last where one stands twice', () => {
    const { rawQuery, ...rest } = request();
    const encoded = rawQuery.replace('Version=2017-03-12', '%56ersion=2017%2D03%2D12');
    for (const query of [encoded, `Version=1&${rawQuery}`]) {
      const sent = { ...rest, rawQuery: query };
      assert.equal(dialect.claims(sent), true);
      assert.equal(dialect.open(sent).version, version2017);
      verify(dialect.open(sent));
    }
    const { rawQuery: bare } = withoutVersion({ action: 'RunThings' });
    const action = bare.replace('Action=RunThings', 'Action=Run%54hings');
    assert.equal(dialect.claims({ ...rest, rawQuery: action }), true);
  });

  test('the query of a POST says nothing (L41047-41049)', () => {
    const { rawQuery } = request();
    assert.equal(dialect.claims({ ...request(), method: 'POST', rawQuery }), false);
  });

  test('its services are found by a version of their own, since 3.0 sends the same one', () => {
    assert.equal(dialect.open(request()).version, version2017);
    assert.notEqual(version2017, '2017-03-12');
  });

  test('API 3.0 does not take them, nor they its', () => {
    assert.equal(tencent.claims(request()), false);
    assert.equal(tencent.claims(request({ method: 'POST' })), false);
  });
});

describe('a request of 2017 on its way', () => {
  const ask = { action: 'DescribeThings', secretId: KEY.id, secretKey: KEY.secret };
  const at = { ...ask, timestampSeconds: PIPELINE_SECONDS };
  async function codeOf(one: Trial, changes: Partial<V1Call> = {}): Promise<string | undefined> {
    const { body } = await one.ask(request({ ...at, ...changes }));
    const { Response } = JSON.parse(body) as { Response: { Error?: { Code: string } } };
    return Response.Error?.Code;
  }

  test('it counts once; the same one later, or another, counts again (L41909)', async () => {
    const one = trial();
    assert.equal(await codeOf(one), undefined);
    assert.equal(await codeOf(one), 'InvalidRequest.ReplayAttack');
    assert.equal(await codeOf(one, { nonce: 2 }), undefined);
    assert.equal(await codeOf(one, { secretKey: 'another' }), 'InvalidParameter.SignatureFailure');
    assert.deepEqual(
      one.orders.map(({ dialect: { name } }) => name),
      ['tencent-2017', 'tencent-2017'],
    );
  });

  test('what it cannot be given is said in the common codes (L41885-41936)', async () => {
    const cases = [
      [{ secretId: 'AKIDnobody' }, 'InvalidParameter.SecretIdNotFound'],
      [{ action: 'ResetThings' }, 'InvalidAction.ActionUnavailable'],
      [{ action: 'DescribeNets' }, 'InvalidAction.NotFound'],
      [{ region: '' }, 'InvalidParameter'],
      [{ region: 'ap-nowhere' }, 'InvalidParameter'],
      [{ parameters: { 'Ids.0': 'x' } }, 'InvalidParameterValue'],
    ] as const;
    for (const [changes, code] of cases) assert.equal(await codeOf(trial(), changes), code);
    assert.equal(await codeOf(trial({ throttled: true })), 'InvalidRequest.LimitExceeded');
    assert.equal(await codeOf(trial({ keysAway: true })), 'InternalError');
  });

  test('arrays begin anywhere and have gaps; unknown names are ignored', async () => {
    const one = trial();
    const parameters = {
      'Ids.7': 'thing-r8hr2upy',
      'Ids.10': 'thing-0000000b',
      'Filters.1.Name': 'zone',
      'Filters.1.Values.1': 'a',
      Unheard: 'of',
    };
    assert.equal(await codeOf(one, { parameters }), undefined);
    const [order] = one.orders;
    assert.deepEqual(order?.input['Ids'], ['r8hr2upy', '0000000b']);
    assert.deepEqual(order?.input['Filters'], new Map([['zone', ['a']]]));
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
    verify(openIndexPhp(sent, () => 'legacy'));
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
