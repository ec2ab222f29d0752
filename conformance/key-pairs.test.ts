import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { after, before, test } from 'node:test';
import ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { cvm } from 'tencentcloud-sdk-nodejs-cvm';
import { type ConformanceCloud, startCloud } from './cloud.ts';

// Key pairs and attributes, as the vendors' own SDKs speak of the same ones.

const LONG_MS = 10_000;
const regionId = 'cn-guangzhou';

let cloud: ConformanceCloud;
let tencent: InstanceType<typeof cvm.v20170312.Client>;
let aliyun: InstanceType<typeof ecs.default>;
before(async () => {
  cloud = await startCloud();
  tencent = new cvm.v20170312.Client({
    credential: { secretId: cloud.keyId, secretKey: cloud.secret },
    region: 'ap-guangzhou',
    profile: { httpProfile: { endpoint: cloud.host, protocol: 'http://' } },
  });
  aliyun = new ecs.default(
    new $OpenApiUtil.Config({
      accessKeyId: cloud.keyId,
      accessKeySecret: cloud.secret,
      endpoint: cloud.host,
      protocol: 'http',
      regionId,
    }),
  );
});
after(() => cloud.stop());

async function launch(): Promise<string> {
  const { InstanceIdSet = [] } = await tencent.RunInstances({
    Placement: { Zone: 'ap-guangzhou-3' },
    ImageId: 'img-9qabwvbn',
    InstanceType: 'S5.MEDIUM2',
  });
  await cloud.passTime(LONG_MS);
  return InstanceIdSet[0] ?? '';
}

async function tencentShows(id: string) {
  const { InstanceSet = [] } = await tencent.DescribeInstances({ InstanceIds: [id] });
  return InstanceSet[0];
}

/** The instance as the other vendor knows it: ids end alike. */
async function aliyunShows(id: string) {
  const { body } = await aliyun.describeInstances(new ecs.DescribeInstancesRequest({ regionId }));
  const all = body?.instances?.instance ?? [];
  const found = all.find(({ instanceId }) => instanceId?.endsWith(id.slice('ins-'.length)));
  assert.ok(found);
  return found;
}

test('a key pair of one vendor opens an instance through the other', async () => {
  const { KeyPair } = await tencent.CreateKeyPair({ KeyName: 'both', ProjectId: 0 });
  const key = createPrivateKey(KeyPair?.PrivateKey ?? '');
  assert.equal(createPublicKey(key).asymmetricKeyType, 'rsa');
  const listed = await aliyun.describeKeyPairs(
    new ecs.DescribeKeyPairsRequest({ regionId, includePublicKey: true }),
  );
  const [told] = listed.body?.keyPairs?.keyPair ?? [];
  assert.deepEqual([told?.keyPairName, told?.publicKey], ['both', KeyPair?.PublicKey]);

  const id = await launch();
  const { instanceId = '' } = await aliyunShows(id);
  const instanceIds = JSON.stringify([instanceId]);
  const keyPairName = 'both';
  const attached = await aliyun.attachKeyPair(
    new ecs.AttachKeyPairRequest({ regionId, keyPairName, instanceIds }),
  );
  assert.equal(attached.body?.failCount, '0');
  await aliyun.rebootInstance(new ecs.RebootInstanceRequest({ instanceId, forceStop: true }));
  await cloud.passTime(LONG_MS);
  const KeyIds = [KeyPair?.KeyId ?? ''];
  assert.deepEqual((await tencentShows(id))?.LoginSettings?.KeyIds, KeyIds);
  const { KeyPairSet = [] } = await tencent.DescribeKeyPairs({ KeyIds });
  assert.deepEqual(KeyPairSet[0]?.AssociatedInstanceIds, [id]);
  await assert.rejects(tencent.DeleteKeyPairs({ KeyIds }), {
    code: 'InvalidParameterValue.KeyPairNotSupported',
  });
  await tencent.DisassociateInstancesKeyPairs({ InstanceIds: [id], KeyIds, ForceStop: true });
  await cloud.passTime(LONG_MS);
  assert.equal((await aliyunShows(id)).keyPairName, '');
  const keyPairNames = JSON.stringify([keyPairName]);
  await aliyun.deleteKeyPairs(new ecs.DeleteKeyPairsRequest({ regionId, keyPairNames }));
  assert.equal((await tencent.DescribeKeyPairs({})).TotalCount, 0);
});

test('attributes that one vendor changes are those that the other shows', async () => {
  const id = await launch();
  await tencent.ModifyInstancesAttribute({ InstanceIds: [id], InstanceName: 'renamed' });
  await tencent.ModifyInstancesAttribute({ InstanceIds: [id], DisableApiTermination: true });
  const { instanceId = '', instanceName, deletionProtection } = await aliyunShows(id);
  assert.deepEqual([instanceName, deletionProtection], ['renamed', true]);
  await assert.rejects(
    aliyun.deleteInstance(new ecs.DeleteInstanceRequest({ instanceId, force: true })),
    { code: 'InvalidOperation.DeletionProtection' },
  );
  const change = { instanceId, deletionProtection: false, userData: 'aGVsbG8=' };
  await aliyun.modifyInstanceAttribute(new ecs.ModifyInstanceAttributeRequest(change));
  const Attributes = ['UserData'];
  const { InstanceSet = [] } = await tencent.DescribeInstancesAttributes({
    InstanceIds: [id],
    Attributes,
  });
  assert.equal(InstanceSet[0]?.Attributes?.UserData, 'aGVsbG8=');
  const told = await aliyun.describeUserData(
    new ecs.DescribeUserDataRequest({ regionId, instanceId }),
  );
  assert.equal(told.body?.userData, 'aGVsbG8=');
  await tencent.TerminateInstances({ InstanceIds: [id] });
  await cloud.passTime(LONG_MS);
});
