import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type AliyunCall, signAcs3, signRpc } from './aliyun/sign.ts';
import type { Access, NamedResource } from './authorise.ts';
import { KEY, NOW_SECONDS, trial } from './pipeline.test-support.ts';
import type { SignedRequest } from './signed-request.ts';
import { signTc3, type Tc3Call } from './tencent/sign.ts';

function tc3(call: Partial<Tc3Call> = {}): SignedRequest {
  return signTc3({
    secretId: KEY.id,
    secretKey: KEY.secret,
    host: 'cvm.tencentcloudapi.com',
    action: 'RunThings',
    version: '2017-03-12',
    timestampSeconds: NOW_SECONDS,
    ...call,
  });
}

function rpc(call: Partial<AliyunCall> & { format?: string } = {}): SignedRequest {
  return signRpc({
    accessKeyId: KEY.id,
    accessKeySecret: KEY.secret,
    host: 'ecs.aliyuncs.com',
    action: 'RunThings',
    version: '2014-05-26',
    timestampSeconds: NOW_SECONDS,
    nonce: 'n1',
    ...call,
  });
}

function codeOf(body: string): string {
  return /"Code":"([^"]*)"/.exec(body)?.[1] ?? 'OK';
}

describe('the order of checks (D17)', () => {
  test('a request asks for its key, its nonce and its share, then is carried out', async () => {
    const atTencent = trial();
    await atTencent.ask(tc3());
    assert.deepEqual(atTencent.steps, ['key', 'throttle', 'carry out']);
    const atAliyun = trial();
    await atAliyun.ask(rpc());
    assert.deepEqual(atAliyun.steps, ['key', 'nonce', 'throttle', 'carry out']);
  });

  /** Each request is wrong in what comes after, too: the first wrong thing is what is told. */
  const body = { Other: 1 };
  const old = { timestampSeconds: NOW_SECONDS - 9_999 };
  const atTencent: ReadonlyArray<readonly [SignedRequest, string, readonly string[]]> = [
    [tc3({ ...old, secretId: 'x', action: '', body }), 'MissingParameter', []],
    [tc3({ ...old, secretId: 'x', body }), 'AuthFailure.SecretIdNotFound', ['key']],
    [tc3({ ...old, secretKey: 'x', body }), 'AuthFailure.SignatureExpire', ['key']],
    [tc3({ secretKey: 'x', version: '1999-01-01', body }), 'AuthFailure.SignatureFailure', ['key']],
    [tc3({ version: '1999-01-01', action: 'FlyAway', body }), 'NoSuchVersion', ['key']],
    [tc3({ action: 'FlyAway', body }), 'InvalidAction', ['key']],
    [tc3({ body }), 'RequestLimitExceeded', ['key', 'throttle']],
  ];
  for (const [request, code, steps] of atTencent) {
    test(`Tencent: ${code}`, async () => {
      const one = trial({ throttled: true });
      assert.equal(codeOf((await one.ask(request)).body), code);
      assert.deepEqual(one.steps, steps);
    });
  }
  test('parameters are looked at after the throttle, before anything is carried out', async () => {
    const one = trial();
    assert.equal(codeOf((await one.ask(tc3({ body }))).body), 'UnknownParameter');
    assert.deepEqual(one.steps, ['key', 'throttle']);
  });

  const parameters = { Size: 'x', DryRun: 'x' };
  const atAliyun: ReadonlyArray<readonly [SignedRequest, string, readonly string[]]> = [
    [rpc({ ...old, accessKeyId: 'x', version: '', parameters }), 'MissingVersion', []],
    [rpc({ ...old, accessKeyId: 'x', parameters }), 'InvalidAccessKeyId.NotFound', ['key']],
    [rpc({ ...old, accessKeySecret: 'x', parameters }), 'InvalidTimeStamp.Expired', ['key']],
    [rpc({ accessKeySecret: 'x', action: 'FlyAway' }), 'SignatureDoesNotMatch', ['key']],
    [rpc({ version: '1999-01-01', action: 'FlyAway' }), 'InvalidVersion', ['key', 'nonce']],
    [rpc({ action: 'FlyAway', parameters }), 'InvalidAction.NotFound', ['key', 'nonce']],
    [rpc({ parameters }), 'Throttling.User', ['key', 'nonce', 'throttle']],
  ];
  for (const [request, code, steps] of atAliyun) {
    test(`Alibaba: ${code}`, async () => {
      const one = trial({ throttled: true });
      assert.equal(codeOf((await one.ask(request)).body), code);
      assert.deepEqual(one.steps, steps);
    });
  }
});

describe('what goes wrong here', () => {
  const password = 'hunter2-Hunter2';
  const requests = (How: string): readonly SignedRequest[] => [
    tc3({ body: { How, Password: password } }),
    rpc({ parameters: { How, Password: password } }),
  ];
  test('is one line of the log, with the RequestId answered and the chain of causes', async () => {
    for (const request of requests('broken')) {
      const { ask, lines } = trial();
      const { body } = await ask(request);
      assert.equal(lines.length, 1);
      const { requestId, action, causes } = { ...lines[0]?.fields } as Record<string, unknown>;
      assert.ok(body.includes(`"RequestId":"${String(requestId)}"`));
      assert.equal(action, 'RunThings');
      assert.match(JSON.stringify(causes), /Outer\..*Inner\./s);
      assert.doesNotMatch(body, /Outer|Inner|pipeline/);
    }
  });
  test('is no line where it is a refusal', async () => {
    const { ask, lines } = trial();
    for (const request of requests('refused')) {
      assert.equal(codeOf((await ask(request)).body), 'Thing.Gone');
    }
    await ask(tc3({ secretKey: 'x' }));
    await ask(rpc({ parameters: { DryRun: 'x' }, nonce: 'n2' }));
    assert.deepEqual(lines, []);
  });
  test('never shows what the client sent: nothing logs an input', async () => {
    for (const How of ['broken', 'wordless', 'unencodable', 'away']) {
      for (const request of requests(How)) {
        const { ask, lines } = trial();
        const { body } = await ask(request);
        assert.equal(lines.length, 1, How);
        assert.doesNotMatch(JSON.stringify(lines) + body, /hunter2/i, How);
      }
    }
  });
});

describe('who may do what', () => {
  const ids = ['r8hr2upy', 'm6a3k9qt'];
  const describing = tc3({
    action: 'DescribeThings',
    region: 'ap-guangzhou',
    body: { Ids: [`thing-${ids[0]}`, `thing-${ids[1]}`, `thing-${ids[0]}`] },
  });

  test('is asked of what is found, and what it denies goes no further', async () => {
    const one = trial({ denies: () => true, throttled: true });
    const { body } = await one.ask(tc3({ body: { Other: 1 } }));
    assert.equal(codeOf(body), 'AuthFailure.UnauthorizedOperation');
    assert.match(body, /cvm:RunThings/);
    assert.deepEqual(one.steps, ['key', 'authorise']);
    const unknown = trial({ denies: () => true });
    assert.equal(codeOf((await unknown.ask(tc3({ action: 'FlyAway' }))).body), 'InvalidAction');
    assert.deepEqual(unknown.steps, ['key']);
  });

  test('knows the principal, the action, and each resource named, once', async () => {
    const asked: Access[] = [];
    const named: NamedResource[] = [];
    const denies = (access: Access): boolean => {
      asked.push(access);
      named.push(...access.resources());
      return false;
    };
    const one = trial({ denies });
    assert.equal(codeOf((await one.ask(describing)).body), 'OK');
    const [access] = asked;
    assert.deepEqual(access?.principal, { account: '100000000001', principal: 'root' });
    assert.deepEqual([access?.service.service, access?.action.name], ['cvm', 'DescribeThings']);
    assert.deepEqual(
      named,
      ids.map((key) => ({ kind: 'thing', key })),
    );
    assert.deepEqual(one.steps, ['key', 'authorise', 'throttle', 'carry out']);
  });

  test('is told what is wrong with parameters only where it asks what they name', async () => {
    const wrong = tc3({ action: 'DescribeThings', body: { Ids: 7 } });
    const looks = trial({ denies: ({ resources }) => resources().length > 0 });
    assert.equal(codeOf((await looks.ask(wrong)).body), 'InvalidParameter');
    assert.deepEqual(looks.steps, ['key', 'authorise']);
    const denies = trial({ denies: () => true });
    assert.equal(codeOf((await denies.ask(wrong)).body), 'AuthFailure.UnauthorizedOperation');
  });
});

describe('what is carried out', () => {
  test('knows who asked, for what and with which decoded parameters', async () => {
    const { ask, orders } = trial();
    const { body } = await ask(tc3({ region: 'ap-guangzhou', body: { DryRun: 'FALSE' } }));
    const [order] = orders;
    assert.deepEqual(order?.principal, { account: '100000000001', principal: 'root' });
    assert.deepEqual(
      [order?.service.service, order?.action.name, order?.call.region, order?.dialect.vendor],
      ['cvm', 'RunThings', 'ap-guangzhou', 'tencent'],
    );
    assert.equal(order?.input['DryRun'], false);
    assert.ok(body.includes(order?.requestId ?? '?'));
  });
  test('is given no secret of the key', async () => {
    const { ask, orders } = trial();
    await ask(signAcs3({ ...acs3, action: 'RunThings' }));
    assert.equal(orders.length, 1);
    const { principal, input, requestId } = orders[0] ?? {};
    assert.ok(!JSON.stringify([principal, input, requestId]).includes(KEY.secret));
  });
  const acs3 = {
    accessKeyId: KEY.id,
    accessKeySecret: KEY.secret,
    host: 'ecs.aliyuncs.com',
    version: '2014-05-26',
    timestampSeconds: NOW_SECONDS,
    nonce: 'n1',
  };
});

test('requests are counted by names we publish, never by what a client sent', async () => {
  const { ask, metrics } = trial();
  await ask(tc3());
  await ask(tc3({ action: 'evil"}', version: 'evil' }));
  await ask(rpc({ action: 'FlyAway' }));
  const text = await metrics.registry.metrics();
  assert.match(text, /dialect="tencent-3.0",service="cvm",action="RunThings",code="OK"\} 1/);
  assert.match(text, /dialect="tencent-3.0",service="",action="",code="NoSuchVersion"\} 1/);
  assert.match(text, /dialect="aliyun-rpc",service="",action="",code="InvalidAction.NotFound"\} 1/);
  assert.doesNotMatch(text, /evil|FlyAway/);
});
