import assert from 'node:assert/strict';
import { createHash, createPrivateKey } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { rsaKeys } from '#kernel/rsa-key.ts';
import { makeGroup, startTestCloud, type TestCloud, WINDOWS } from '../../cloud.test-support.ts';

const SETTLED_MS = 10_000;
const RegionId = 'cn-guangzhou';
let cloud: TestCloud;
let names = 0;
before(async () => {
  cloud = await startTestCloud({ configuration: { keyPairsPerRegionMax: 20 } });
});
after(() => cloud.stop());

const newName = () => `key-${(names += 1)}`;
type More = Readonly<Record<string, string | number | boolean>>;
const create = (KeyPairName: string, more: More = {}) =>
  cloud.ok('CreateKeyPair', { RegionId, KeyPairName, ...more });
const creationRefused = (more: More) =>
  cloud.refusal('CreateKeyPair', { RegionId, KeyPairName: newName(), ...more });
const attached = (ids: readonly string[], KeyPairName: string) => ({
  RegionId,
  KeyPairName,
  InstanceIds: JSON.stringify(ids),
});

interface Told {
  readonly KeyPairName: string;
  readonly [field: string]: unknown;
}

async function describeOnes(more: More): Promise<readonly Told[]> {
  const answer = await cloud.ok('DescribeKeyPairs', { RegionId, ...more });
  return (answer['KeyPairs'] as { readonly KeyPair: readonly Told[] }).KeyPair;
}

async function keyPairOf(id: string): Promise<unknown> {
  return (await cloud.showOne(id))['KeyPairName'];
}

interface Results {
  readonly Result: ReadonlyArray<Readonly<Record<string, string>>>;
}

describe('a key pair', () => {
  test('is made, and told by name and fingerprint', async () => {
    const name = newName();
    const tag = { 'Tag.1.Key': 'team', 'Tag.1.Value': 'a' };
    const group = await makeGroup(cloud, 'own');
    const made = await create(name, { ResourceGroupId: group, ...tag });
    createPrivateKey(String(made['PrivateKeyBody']));
    assert.match(String(made['KeyPairId']), /^ssh-/);
    const print = String(made['KeyPairFingerPrint']);
    assert.match(print, /^(?:[0-9a-f]{2}:){15}[0-9a-f]{2}$/);
    const [told] = await describeOnes({ KeyPairFingerPrint: print, IncludePublicKey: true });
    const [, body = ''] = String(told?.['PublicKey']).split(' ');
    const md5 = createHash('md5').update(Buffer.from(body, 'base64')).digest('hex');
    assert.equal(print.replaceAll(':', ''), md5);
    assert.equal(told?.['CreationTime'], '2026-01-02T03:04:05Z');
    assert.deepEqual(told['Tags'], { Tag: [{ TagKey: 'team', TagValue: 'a' }] });
    const found = async (more: More) => (await describeOnes(more)).map((one) => one.KeyPairName);
    assert.deepEqual(await found({ KeyPairName: name }), [name]);
    assert.deepEqual(await found({ KeyPairName: `${name.slice(0, 3)}*` }), [name]);
    assert.deepEqual(await found({ ResourceGroupId: group }), [name]);
    assert.deepEqual(await found({ 'Tag.1.Key': 'team' }), [name]);
    assert.deepEqual(await found({ 'Tag.1.Key': 'other' }), []);
    assert.ok(!('PublicKey' in ((await describeOnes({ KeyPairName: name }))[0] ?? {})));
  });

  test('is brought, under as many names as its owner likes', async () => {
    const { publicKey: PublicKeyBody } = await rsaKeys().make();
    const bring = (KeyPairName: string, more: More = {}) =>
      ['ImportKeyPair', { RegionId, KeyPairName, PublicKeyBody, ...more }] as const;
    const first = newName();
    const told = await cloud.ok(...bring(first));
    const again = await cloud.ok(...bring(newName()));
    assert.equal(again['KeyPairFingerPrint'], told['KeyPairFingerPrint']);
    assert.equal(await cloud.refusal(...bring(first)), '400 KeyPair.AlreadyExist');
    const wrong = bring(newName(), { PublicKeyBody: 'ABC1234567' });
    assert.equal(await cloud.refusal(...wrong), '400 InvalidPublicKeyBody.Malformed');
    const example = { PublicKeyBody: 'ssh-rsa AAAAB3Nza12345678qwertyuudsfsg' };
    await cloud.ok(...bring(newName(), example));
    const none = bring(newName(), { PublicKeyBody: '' });
    assert.equal(await cloud.refusal(...none), '400 MissingParameter');
  });

  const wrong: ReadonlyArray<readonly [more: More, code: string]> = [
    [{ KeyPairName: 'a' }, '400 InvalidKeyPairName.Malformed'],
    [{ KeyPairName: 'a'.repeat(129) }, '400 InvalidKeyPairName.Malformed'],
    [{ KeyPairName: '1a' }, '400 InvalidKeyPairName.Malformed'],
    [{ KeyPairName: 'http://a' }, '400 InvalidKeyPairName.Malformed'],
    [{ KeyPairName: '' }, '400 MissingParameter'],
    [{ 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }, '400 Duplicate.TagKey'],
    [{ 'Tag.1.Key': 'acs:a' }, '400 InvalidTagKey.Malformed'],
    [{ 'Tag.1.Key': 'a', 'Tag.1.Value': 'v'.repeat(129) }, '400 InvalidTagValue.Malformed'],
  ];
  for (const [more, code] of wrong) {
    test(`${JSON.stringify(more).slice(0, 50)} is refused with ${code}`, async () => {
      assert.equal(await creationRefused(more), code);
    });
  }

  test('has a name of its own', async () => {
    const KeyPairName = 'z'.repeat(128);
    await create(KeyPairName);
    const code = await cloud.refusal('CreateKeyPair', { RegionId, KeyPairName });
    assert.equal(code, '400 KeyPair.AlreadyExist');
  });
});

describe('key pairs and instances', () => {
  test('a launch names one, and Windows ignores it', async () => {
    const name = newName();
    await create(name);
    const [id = ''] = await cloud.launchRunning({ KeyPairName: name });
    assert.equal(await keyPairOf(id), name);
    const [windows = ''] = await cloud.launchRunning({
      ImageId: WINDOWS,
      KeyPairName: name,
      'SystemDisk.Size': '40',
    });
    assert.equal(await keyPairOf(windows), '');
    const found = await cloud.ok('DescribeInstances', { RegionId, KeyPairName: name });
    assert.equal(found['TotalCount'], 1);
    const used = { RegionId, KeyPairNames: JSON.stringify([name]) };
    const code = '400 InvalidParameter.KeypairAlreadyAttachedInstance';
    assert.equal(await cloud.refusal('DeleteKeyPairs', used), code);
  });

  test('one takes the place of another on a running instance, and is taken off', async () => {
    const [first, second] = [newName(), newName()];
    await create(first);
    await create(second);
    const ids = await cloud.launchRunning({ Amount: 2 });
    const [id = ''] = ids;
    for (const name of [first, second]) {
      const answer = await cloud.ok('AttachKeyPair', attached(ids, name));
      assert.deepEqual([answer['TotalCount'], answer['FailCount']], ['2', '0']);
      assert.equal(answer['KeyPairName'], name);
      const { Result } = answer['Results'] as Results;
      const done = { Success: 'true', Code: '200', Message: 'successful' };
      assert.deepEqual(
        Result,
        ids.map((InstanceId) => ({ InstanceId, ...done })),
      );
      await cloud.passTime(SETTLED_MS);
      assert.equal(await keyPairOf(id), name);
      assert.equal((await cloud.showOne(id)).Status, 'Running');
    }
    await cloud.ok('DetachKeyPair', attached(ids, second));
    await cloud.passTime(SETTLED_MS);
    assert.equal(await keyPairOf(id), '');
    const again = await cloud.ok('DetachKeyPair', attached([id], second));
    assert.equal(again['FailCount'], '1');
    const { Result } = again['Results'] as Results;
    assert.equal(Result[0]?.['Code'], 'InvalidInstanceIds.ValueNotSupported');
    const both = { RegionId, KeyPairNames: JSON.stringify([first, second]) };
    await cloud.ok('DeleteKeyPairs', both);
    const gone = await cloud.refusal('DeleteKeyPairs', both);
    assert.equal(gone, '400 InvalidKeyPairNames.ValueNotSupported');
  });

  test('a reboot may follow at once, as Terraform has it', async () => {
    const name = newName();
    await create(name);
    const ids = await cloud.launchRunning({ Amount: 2 });
    const [id = '', other = ''] = ids;
    await cloud.ok('AttachKeyPair', attached(ids, name));
    await cloud.ok('RebootInstance', { InstanceId: id, ForceStop: true });
    await cloud.ok('RebootInstances', { RegionId, 'InstanceId.1': other });
    assert.equal((await cloud.showOne(id)).Status, 'Starting');
    await cloud.passTime(SETTLED_MS);
    for (const one of ids) {
      assert.deepEqual(
        [await keyPairOf(one), (await cloud.showOne(one)).Status],
        [name, 'Running'],
      );
    }
  });

  test('a release may follow at once, as Packer has it', async () => {
    const name = newName();
    await create(name);
    const [id = ''] = await cloud.launchRunning();
    await cloud.ok('AttachKeyPair', attached([id], name));
    await cloud.ok('DeleteInstance', { InstanceId: id, Force: true });
    await cloud.passTime(SETTLED_MS);
    const ids = JSON.stringify([id]);
    const { TotalCount } = await cloud.ok('DescribeInstances', { InstanceIds: ids });
    assert.equal(TotalCount, 0);
    await cloud.ok('DeleteKeyPairs', { RegionId, KeyPairNames: JSON.stringify([name]) });
  });

  test('both refuse a key pair that is not there, and Windows each for itself', async () => {
    const name = newName();
    await create(name);
    const windows = { ImageId: WINDOWS, 'SystemDisk.Size': '40' };
    const ids = [...(await cloud.launchRunning(windows)), ...(await cloud.launchRunning())];
    for (const verb of ['AttachKeyPair', 'DetachKeyPair']) {
      const absent = await cloud.refusal(verb, attached(ids, 'absent'));
      assert.equal(absent, '400 InvalidKeyPairName.NotFound');
      assert.match(await cloud.refusal(verb, { ...attached([], name), InstanceIds: '[]' }), /^400/);
    }
    const { FailCount, Results } = await cloud.ok('AttachKeyPair', attached(ids, name));
    assert.equal(FailCount, '1');
    const codes = (Results as Results).Result.map(({ Code }) => Code);
    assert.deepEqual(codes, ['DependencyViolation.WindowsInstance', '200']);
    await cloud.passTime(SETTLED_MS);
  });

  test('no key pair is made over the quota', async () => {
    let code = '';
    for (let made = 0; made < 30 && code === ''; made += 1) {
      const answer = await cloud.call('CreateKeyPair', { RegionId, KeyPairName: newName() });
      code = answer.Code ?? '';
    }
    assert.equal(code, 'QuotaExceed.KeyPair');
  });
});
