import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { rsaKeys } from '#kernel/rsa-key.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { client2017, type Client2017 } from '../../cvm-2017/client.test-support.ts';

const SETTLED_MS = 10_000;
const WINDOWS = 'img-9tzezztj';

let cloud: TestCloud;
let older: Client2017;
let names = 0;
before(async () => {
  cloud = await startTestCloud({ configuration: { keyPairsPerRegionMax: 30 } });
  older = client2017(cloud.server);
});
after(() => cloud.stop());

const newName = () => `key_${(names += 1)}`;

interface Told {
  readonly KeyId: string;
  readonly KeyName: string;
  readonly PublicKey: string;
  readonly [field: string]: unknown;
}

async function create(KeyName = newName(), more: object = {}): Promise<Told> {
  const answer = await cloud.ok('CreateKeyPair', { KeyName, ProjectId: 0, ...more });
  return answer['KeyPair'] as Told;
}

const creationRefused = (body: object) =>
  cloud.refusal('CreateKeyPair', { KeyName: newName(), ProjectId: 0, ...body });
const listRefused = (body: object) => cloud.refusal('DescribeKeyPairs', body);

async function describeOnes(body: object): Promise<readonly Told[]> {
  return (await cloud.ok('DescribeKeyPairs', body))['KeyPairSet'] as readonly Told[];
}

async function one(id: string): Promise<Told> {
  const [told] = await describeOnes({ KeyIds: [id] });
  assert.ok(told);
  return told;
}

async function launchOne(body: object = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning(body);
  return id;
}

const bind = (InstanceIds: readonly string[], KeyIds: readonly string[], more: object = {}) =>
  [{ InstanceIds, KeyIds, ...more }] as const;

async function loginOf(id: string): Promise<unknown> {
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  return (shown['LoginSettings'] as { KeyIds: unknown }).KeyIds;
}

describe('CreateKeyPair', () => {
  test('answers both halves of a key once', async () => {
    const made = await create('Tencent', { ProjectId: 12 });
    assert.match(made.KeyId, /^skey-[a-z0-9]{8}$/);
    assert.deepEqual([made['ProjectId'], made['Description']], [12, '']);
    const key = createPrivateKey(String(made['PrivateKey']));
    const { n } = createPublicKey(key).export({ format: 'jwk' });
    const [, body = ''] = made.PublicKey.split(' ');
    const modulus = Buffer.from(body, 'base64').subarray(-256).toString('base64url');
    assert.equal(n, modulus);
    const told = await one(made.KeyId);
    assert.equal(told.PublicKey, made.PublicKey);
    assert.ok(!('PrivateKey' in told));
    assert.deepEqual(told['AssociatedInstanceIds'], []);
    assert.equal(told['CreatedTime'], '2026-01-02T03:04:05Z');
  });

  const wrong: ReadonlyArray<readonly [body: object, code: string]> = [
    [{ KeyName: '' }, 'InvalidKeyPairNameEmpty'],
    [{ KeyName: 'a'.repeat(26) }, 'InvalidKeyPairNameTooLong'],
    [{ KeyName: 'a-b' }, 'InvalidKeyPairNameIncludeIllegalChar'],
    [{ KeyName: '密钥' }, 'InvalidKeyPairNameIncludeIllegalChar'],
    [{ KeyName: undefined }, 'MissingParameter'],
    [{ ProjectId: undefined }, 'MissingParameter'],
    [{ ProjectId: -1 }, 'InvalidProjectId.NotFound'],
  ];
  for (const [body, code] of wrong) {
    test(`${JSON.stringify(body)} is refused with ${code}`, async () => {
      assert.equal(await creationRefused(body), code);
    });
  }

  test('names of 25 characters are taken, once in a region', async () => {
    const name = 'Aa0_'.padEnd(25, 'z');
    await create(name);
    const again = { KeyName: name, ProjectId: 0 };
    assert.equal(await cloud.refusal('CreateKeyPair', again), 'InvalidKeyPairName.Duplicate');
    const elsewhere = { region: 'ap-shanghai' };
    await cloud.ok('CreateKeyPair', again, elsewhere);
  });

  test('tags go with it, but for those of the cloud itself', async () => {
    const tagged = (Key: string) => ({
      TagSpecification: [{ ResourceType: 'keypair', Tags: [{ Key, Value: 'v' }] }],
    });
    const { KeyId } = await create(newName(), tagged('team'));
    assert.deepEqual((await one(KeyId))['Tags'], [{ Key: 'team', Value: 'v' }]);
    const reserved = { KeyName: newName(), ProjectId: 0, ...tagged('qcs:x') };
    assert.equal(await cloud.refusal('CreateKeyPair', reserved), 'FailedOperation.TagKeyReserved');
  });
});

describe('ImportKeyPair', () => {
  test('takes a key of RSA once', async () => {
    const { publicKey: PublicKey } = await rsaKeys().make();
    const given = { KeyName: newName(), ProjectId: 0, PublicKey: `${PublicKey} me` };
    const { KeyId } = await cloud.ok('ImportKeyPair', given);
    assert.equal((await one(String(KeyId))).PublicKey, `${PublicKey} me`);
    const again = { ...given, KeyName: newName(), PublicKey };
    assert.equal(await cloud.refusal('ImportKeyPair', again), 'InvalidPublicKey.Duplicate');
    const wrong = { ...again, PublicKey: 'ssh-rsa XXXXXXXXXXXX== skey_45071' };
    assert.equal(await cloud.refusal('ImportKeyPair', wrong), 'InvalidPublicKey.Malformed');
    const named = { ...wrong, PublicKey, KeyName: given.KeyName };
    assert.equal(await cloud.refusal('ImportKeyPair', named), 'InvalidKeyPairName.Duplicate');
  });
});

describe('DescribeKeyPairs', () => {
  test('finds by ids or by filters, a page at a time', async () => {
    const tags = [{ Key: 'found', Value: 'yes' }];
    const spec = { ProjectId: 77, TagSpecification: [{ ResourceType: 'keypair', Tags: tags }] };
    const first = await create(newName(), spec);
    const second = await create(newName(), { ProjectId: 77 });
    const by = async (Name: string, ...Values: string[]) =>
      (await describeOnes({ Filters: [{ Name, Values }] })).map(({ KeyId }) => KeyId);
    assert.deepEqual(await by('project-id', '77'), [second.KeyId, first.KeyId]);
    assert.deepEqual(await by('key-name', first.KeyName), [first.KeyId]);
    assert.deepEqual(await by('tag-key', 'found'), [first.KeyId]);
    assert.deepEqual(await by('tag-value', 'yes'), [first.KeyId]);
    assert.deepEqual(await by('tag:found', 'yes'), [first.KeyId]);
    assert.deepEqual(await by('tag:found', 'no'), []);
    assert.deepEqual(await describeOnes({ KeyIds: ['skey-00000000'] }), []);
    const page = { Filters: [{ Name: 'project-id', Values: ['77'] }], Offset: 1, Limit: 1 };
    const paged = await cloud.ok('DescribeKeyPairs', page);
    assert.equal(paged['TotalCount'], 2);
    assert.deepEqual((paged['KeyPairSet'] as readonly Told[])[0]?.KeyId, first.KeyId);
  });

  const wrong: ReadonlyArray<readonly [body: object, code: string]> = [
    [{ KeyIds: ['skey-1122'] }, 'InvalidKeyPairId.Malformed'],
    [{ KeyIds: Array(101).fill('skey-00000000') }, 'InvalidKeyPair.LimitExceeded'],
    [
      { KeyIds: ['skey-00000000'], Filters: [{ Name: 'key-name', Values: ['a'] }] },
      'InvalidParameter',
    ],
    [{ Filters: [{ Name: 'zone', Values: ['a'] }] }, 'InvalidFilter'],
    [
      { Filters: [{ Name: 'key-name', Values: ['a', 'b', 'c', 'd', 'e', 'f'] }] },
      'InvalidFilterValue.LimitExceeded',
    ],
    [{ Offset: -1 }, 'InvalidParameterValueOffset'],
    [{ Limit: 101 }, 'InvalidParameterValueLimit'],
    [{ Limit: 0 }, 'InvalidParameterValueLimit'],
  ];
  for (const [body, code] of wrong) {
    test(`${JSON.stringify(body).slice(0, 60)} is refused with ${code}`, async () => {
      assert.equal(await listRefused(body), code);
    });
  }
});

describe('ModifyKeyPairAttribute', () => {
  test('changes the name, the description, or both', async () => {
    const { KeyId, KeyName } = await create();
    await cloud.ok('ModifyKeyPairAttribute', { KeyId, Description: '钥'.repeat(60) });
    const renamed = newName();
    await cloud.ok('ModifyKeyPairAttribute', { KeyId, KeyName: renamed });
    const told = await one(KeyId);
    assert.deepEqual([told.KeyName, told['Description']], [renamed, '钥'.repeat(60)]);
    await create(KeyName);
  });

  test('refuses what the page refuses', async () => {
    const { KeyId, KeyName } = await create();
    const { KeyId: other } = await create();
    const refused = (body: object) => cloud.refusal('ModifyKeyPairAttribute', { KeyId, ...body });
    assert.equal(await refused({}), 'MissingParameter');
    assert.equal(await refused({ Description: 'd'.repeat(61) }), 'InvalidParameterValue');
    assert.equal(await refused({ KeyName: 'a b' }), 'InvalidParameterValue');
    assert.equal(await refused({ KeyId: other, KeyName }), 'InvalidKeyPairName.Duplicate');
    const absent = { KeyId: 'skey-00000000', KeyName: newName() };
    assert.equal(await refused(absent), 'InvalidKeyPairId.NotFound');
    assert.equal(await refused({ ...absent, KeyId: 'skey-1' }), 'InvalidKeyPairId.Malformed');
    const older61 = { KeyId, Description: 'd'.repeat(61) };
    const code = await older.refusal('ModifyKeyPairAttribute', older61);
    assert.equal(code, 'InvalidKeyPairDescriptionTooLong');
  });
});

describe('key pairs and instances', () => {
  test('at launch a key pair opens an instance, and is not deleted while it does', async () => {
    const { KeyId } = await create();
    const { KeyId: free } = await create();
    const id = await launchOne({ LoginSettings: { KeyIds: [KeyId] } });
    assert.deepEqual(await loginOf(id), [KeyId]);
    assert.deepEqual((await one(KeyId))['AssociatedInstanceIds'], [id]);
    // One of them goes, the other stays, and the answer does not tell which (L29493).
    await cloud.ok('DeleteKeyPairs', { KeyIds: [KeyId, free] });
    assert.equal((await describeOnes({ KeyIds: [KeyId, free] })).length, 1);
    const used = await cloud.refusal('DeleteKeyPairs', { KeyIds: [KeyId] });
    assert.equal(used, 'InvalidParameterValue.KeyPairNotSupported');
    const gone = await cloud.refusal('DeleteKeyPairs', { KeyIds: [free] });
    assert.equal(gone, 'InvalidKeyPairId.NotFound');
    await cloud.ok('TerminateInstances', { InstanceIds: [id] });
    await cloud.passTime(SETTLED_MS);
    await cloud.ok('DeleteKeyPairs', { KeyIds: [KeyId] });
  });

  test('a launch refuses key pairs that are not there, and Windows all of them', async () => {
    const { KeyId } = await create();
    const launch = (KeyIds: readonly string[], more: object = {}) =>
      cloud.refusal('RunInstances', {
        Placement: { Zone: 'ap-guangzhou-3' },
        ImageId: 'img-9qabwvbn',
        InstanceType: 'S5.MEDIUM2',
        LoginSettings: { KeyIds },
        ...more,
      });
    const absent = 'InvalidParameterValue.KeyPairNotFound';
    assert.equal(await launch(['skey-00000000']), absent);
    assert.equal(await launch(['skey-1']), 'InvalidKeyPairId.Malformed');
    const windows = { ImageId: WINDOWS };
    const code = 'UnsupportedOperation.KeyPairUnsupportedWindows';
    assert.equal(await launch([KeyId], windows), code);
  });

  test('a stopped instance is bound, one that runs with ForceStop alone', async () => {
    const { KeyId } = await create();
    const id = await launchOne();
    const running = await cloud.refusal('AssociateInstancesKeyPairs', ...bind([id], [KeyId]));
    assert.equal(running, 'UnsupportedOperation.InstanceStateRunning');
    await cloud.ok('AssociateInstancesKeyPairs', ...bind([id], [KeyId], { ForceStop: true }));
    const [during] = await cloud.show([id]);
    assert.equal(during?.['InstanceState'], 'STOPPING');
    assert.equal(during['LatestOperation'], 'AssociateInstancesKeyPairs');
    await cloud.passTime(SETTLED_MS);
    assert.equal((await cloud.show([id]))[0]?.['InstanceState'], 'RUNNING');
    assert.deepEqual(await loginOf(id), [KeyId]);
    await cloud.ok('DisassociateInstancesKeyPairs', ...bind([id], [KeyId], { ForceStop: true }));
    await cloud.passTime(SETTLED_MS);
    assert.equal(await loginOf(id), null);
    const again = bind([id], [KeyId], { ForceStop: true });
    const code = await cloud.refusal('DisassociateInstancesKeyPairs', ...again);
    assert.equal(code, 'InvalidParameterValue');
  });

  test('both refuse what the page refuses', async () => {
    const { KeyId } = await create();
    const id = await launchOne();
    const windows = await launchOne({ ImageId: WINDOWS });
    await cloud.ok('StopInstances', { InstanceIds: [id] });
    await cloud.passTime(SETTLED_MS);
    const many = Array(101).fill('skey-00000000') as string[];
    const cases: ReadonlyArray<readonly [ids: string[], keys: string[], code: string]> = [
      [[id], ['skey-00000000'], 'InvalidKeyPairId.NotFound'],
      [[id], ['skey-1'], 'InvalidKeyPairId.Malformed'],
      [['ins-00000000'], [KeyId], 'InvalidInstanceId.NotFound'],
      [['ins-1122'], [KeyId], 'InvalidInstanceId.Malformed'],
      [[windows], [KeyId], 'UnsupportedOperation.InstanceOsWindows'],
      [[id], many, 'InvalidParameterValue.LimitExceeded'],
      [[], [KeyId], 'MissingParameter'],
      [[id], [], 'MissingParameter'],
    ];
    for (const verb of ['Associate', 'Disassociate']) {
      for (const [ids, keys, code] of cases) {
        assert.equal(await cloud.refusal(`${verb}InstancesKeyPairs`, ...bind(ids, keys)), code);
      }
    }
    await cloud.ok('AssociateInstancesKeyPairs', ...bind([id], [KeyId]));
    const again = await cloud.refusal('AssociateInstancesKeyPairs', ...bind([id], [KeyId]));
    assert.equal(again, 'MutexOperation.TaskRunning');
    const busy = await cloud.refusal('DisassociateInstancesKeyPairs', ...bind([id], [KeyId]));
    assert.equal(busy, 'OperationDenied.InstanceOperationInProgress');
    await cloud.passTime(SETTLED_MS);
  });
});

describe('the API of 2017 has the same key pairs', () => {
  test('and neither tags nor filters by them', async () => {
    const KeyName = newName();
    const { KeyPair } = await older.ok('CreateKeyPair', { KeyName, ProjectId: 0 });
    const { KeyId } = KeyPair as Told;
    assert.equal((await one(KeyId)).KeyName, KeyName);
    const filter = { 'Filters.1.Name': 'key-name', 'Filters.1.Values.1': KeyName };
    const { KeyPairSet } = await older.ok('DescribeKeyPairs', filter);
    const [told] = KeyPairSet as readonly Told[];
    assert.equal(told?.KeyId, KeyId);
    assert.ok(!('Tags' in told));
    const tagged = { 'Filters.1.Name': 'tag-key', 'Filters.1.Values.1': 'a' };
    assert.equal(await older.refusal('DescribeKeyPairs', tagged), 'InvalidFilter');
    const id = await launchOne();
    const bound = { 'InstanceIds.1': id, 'KeyIds.1': KeyId };
    const running = await older.refusal('AssociateInstancesKeyPairs', bound);
    assert.equal(running, 'InvalidInstance.NotSupported');
    await older.ok('AssociateInstancesKeyPairs', { ...bound, ForceStop: 'TRUE' });
    await cloud.passTime(SETTLED_MS);
    assert.deepEqual(await loginOf(id), [KeyId]);
  });
});

test('no key pair is made over the quota', async () => {
  let code = '';
  for (let made = 0; made < 40 && code === ''; made += 1) {
    const { Error: error } = await cloud.call('CreateKeyPair', {
      KeyName: newName(),
      ProjectId: 0,
    });
    code = error?.Code ?? '';
  }
  assert.equal(code, 'InvalidKeyPair.LimitExceeded');
});
