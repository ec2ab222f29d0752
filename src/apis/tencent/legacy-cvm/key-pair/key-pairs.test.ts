import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rsaKeys } from '#kernel/rsa-key.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

const SETTLED_MS = 10_000;
let cloud: TestCloud;
let client: LegacyClient;
before(async () => {
  cloud = await startTestCloud();
  client = legacyClient(cloud.server);
});
after(() => cloud.stop());

interface Told {
  readonly keyId: string;
  readonly [field: string]: unknown;
}

async function create(keyName: string): Promise<Told> {
  return (await client.ok('CreateKeyPair', { keyName }))['data'] as Told;
}

async function shown(parameters: Readonly<Record<string, string>>): Promise<readonly Told[]> {
  const { data } = await client.ok('DescribeKeyPairs', parameters);
  return (data as { sshSet: readonly Told[] }).sshSet;
}

test('a key pair is made, named anew, shown and deleted', async () => {
  const { keyId, secretkey, pubkey } = await create('first');
  assert.match(String(secretkey), /^-----BEGIN RSA PRIVATE KEY-----/);
  assert.deepEqual((await client.ok('ModifyKeyPair', { keyId, keyName: 'renamed' }))['data'], []);
  const [told] = await shown({ keyName: 'renamed' });
  assert.deepEqual(told, {
    keyId,
    keyName: 'renamed',
    pubkey,
    status: 0,
    bindUnInstanceIds: [],
    bindIps: [],
    createTime: '2026-01-02 11:04:05',
  });
  assert.deepEqual(await shown({ projectId: '7' }), []);
  const { detail } = await client.ok('DeleteKeyPair', { 'keyIds.0': keyId });
  assert.deepEqual(detail, { deleteKeySet: [{ code: 0, message: 'success', keyId }] });
});

test('a public key is taken in, once', async () => {
  const { publicKey } = await rsaKeys().make();
  const { keyId } = await client.ok('ImportKeyPair', { keyName: 'brought', pubKey: publicKey });
  assert.equal((await shown({ 'keyIds.0': String(keyId) }))[0]?.['pubkey'], publicKey);
  const again = { keyName: 'again', pubKey: publicKey };
  assert.match(await client.refusal('ImportKeyPair', again), /^4000 /);
});

test('stopped instances are bound, and a key pair stays while it opens one', async () => {
  const { keyId } = await create('bound');
  const { keyId: free } = await create('free');
  const [id = ''] = await cloud.launchRunning();
  const bound = { 'instanceIds.0': id, keyId };
  assert.match(await client.refusal('BindInstanceKey', bound), /^\d+ /);
  await client.ok('StopInstances', { 'instanceIds.0': id });
  await cloud.passTime(SETTLED_MS);
  await client.ok('BindInstanceKey', bound);
  await cloud.passTime(SETTLED_MS);
  const [told] = await shown({ 'keyIds.0': keyId });
  assert.deepEqual(told?.['bindUnInstanceIds'], [id]);
  const [instance] = await cloud.show([id]);
  assert.deepEqual(told['bindIps'], instance?.['PrivateIpAddresses']);
  const keys = { 'keyIds.0': keyId, 'keyIds.1': free };
  const { detail } = await client.ok('DeleteKeyPair', keys);
  const { deleteKeySet } = detail as { deleteKeySet: ReadonlyArray<{ code: number }> };
  assert.deepEqual(
    deleteKeySet.map(({ code }) => code === 0),
    [false, true],
  );
  await client.ok('UnBindInstanceKey', bound);
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual((await shown({ 'keyIds.0': keyId }))[0]?.['bindUnInstanceIds'], []);
});

test('a launch is opened by the key pair it names', async () => {
  const { keyId } = await create('launch');
  const least = { cpu: 1, mem: 1, imageId: 'img-9qabwvbn', zoneId: 100003, keyId };
  const { unInstanceIds } = await client.ok('RunInstancesHour', least);
  await cloud.passTime(SETTLED_MS);
  const [told] = await shown({ 'keyIds.0': keyId });
  assert.deepEqual(told?.['bindUnInstanceIds'], unInstanceIds);
});
