import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestCloud as startAliyun } from '#apis/aliyun/cloud.test-support.ts';
import { startTestCloud as startTencent } from '#apis/tencent/cloud.test-support.ts';
import { indexPhpOf } from '#apis/tencent/index-php.test-support.ts';
import type { Access, NamedResource } from '#wire/authorise.ts';

/** Reading is allowed; of what changes things, stopping what is on the list is not. */
const guarded = new Set<string>();
const asked: Array<{ readonly operation: string; readonly resources: readonly NamedResource[] }> =
  [];

function authorise({ service, action, resources, principal }: Access): boolean {
  if (principal.principal === '') return false;
  if (!action.name.startsWith('Stop')) return true;
  const named = resources();
  asked.push({ operation: `${service.service}:${action.name}`, resources: named });
  return !named.some(({ kind, key }) => kind === 'instance' && guarded.has(key));
}

test('Tencent: what is not allowed is refused in the words of each generation', async () => {
  const cloud = await startTencent({ authorise });
  after(() => cloud.stop());
  const [kept = '', free = ''] = await cloud.launchRunning({ InstanceCount: 2 });
  const key = kept.slice('ins-'.length);
  guarded.add(key);

  const refused = await cloud.call('StopInstances', { InstanceIds: [free, kept] });
  assert.equal(refused.Error?.Code, 'AuthFailure.UnauthorizedOperation');
  assert.match(refused.Error.Message, /cvm:StopInstances/);
  const resources = [free.slice('ins-'.length), key].map((one) => ({
    kind: 'instance',
    key: one,
  }));
  assert.deepEqual(asked.at(-1), { operation: 'cvm:StopInstances', resources });

  const { send } = indexPhpOf(cloud.server);
  const of2017 = await send({
    action: 'StopInstances',
    nonce: 1,
    region: 'ap-guangzhou',
    version: '2017-03-12',
    parameters: { 'InstanceIds.0': kept },
  });
  const { Response } = of2017 as { readonly Response: { Error: { Code: string } } };
  assert.equal(Response.Error.Code, 'UnauthorizedOperation');

  const parameters = { 'instanceIds.1': kept };
  const legacy = await send({ action: 'StopInstances', nonce: 2, region: 'gz', parameters });
  assert.partialDeepStrictEqual(legacy, { code: 4101, codeDesc: 'UnauthorizedOperation' });

  assert.equal((await cloud.show([kept]))[0]?.['InstanceState'], 'RUNNING');
  await cloud.ok('StopInstances', { InstanceIds: [free] });
  await cloud.passTime(60_000);
});

test('Alibaba: what is not allowed is Forbidden.RAM, with either signature', async () => {
  const cloud = await startAliyun({ authorise });
  after(() => cloud.stop());
  const [kept = '', free = ''] = await cloud.launchRunning({ Amount: 2 });
  await cloud.ok('StopInstance', { InstanceId: free });
  const [named] = asked.at(-1)?.resources ?? [];
  assert.equal(named?.kind, 'instance');
  await cloud.passTime(60_000);
  await cloud.ok('StartInstance', { InstanceId: free });
  await cloud.passTime(60_000);
  guarded.add(named.key);
  for (const signature of ['V1', 'V3'] as const) {
    const { status, text } = await cloud.send('StopInstance', { InstanceId: free }, { signature });
    assert.equal(status, 403);
    assert.match(text, /"Code":"Forbidden\.RAM"/);
  }
  await cloud.ok('StopInstance', { InstanceId: kept });
  await cloud.passTime(60_000);
});
