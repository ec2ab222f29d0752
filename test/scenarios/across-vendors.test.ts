import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type AliyunClient,
  aliyunClient,
  IMAGE,
  VPC_VERSION,
} from '#apis/aliyun/cloud.test-support.ts';
import { startTestCloud, type TestCloud } from '#apis/tencent/cloud.test-support.ts';

/**
 * One cloud, two vendors: what is launched through either is seen, stopped and released through
 * the other (architecture §1, D15).
 */
const DAY = 86_400_000;
const SECOND = 1_000;

let tencent: TestCloud;
let aliyun: AliyunClient;
before(async () => {
  tencent = await startTestCloud();
  const { server } = tencent;
  aliyun = aliyunClient(server, server.rootKey, server.wall);
});
after(() => tencent.stop());

type Item = Readonly<Record<string, unknown>>;

/** The key that ends the ids of both vendors. */
const keyOf = (id: unknown) => String(id).slice(-8);

async function seenByAliyun(key: string): Promise<Item | undefined> {
  const answer = await aliyun.ok('DescribeInstances', { PageSize: 100 });
  const { Instance } = answer['Instances'] as { readonly Instance: readonly Item[] };
  return Instance.find(({ InstanceId }) => keyOf(InstanceId) === key);
}

async function seenByTencent(key: string): Promise<Item | undefined> {
  const answer = await tencent.ok('DescribeInstances', { Limit: 100 });
  const set = answer['InstanceSet'] as readonly Item[];
  return set.find(({ InstanceId }) => keyOf(InstanceId) === key);
}

/** An instance launched here, running. */
async function launchAliyun(more: Readonly<Record<string, string | number>> = {}) {
  const asked = { ImageId: IMAGE, InstanceType: 'ecs.g6.large', ZoneId: 'cn-guangzhou-a', ...more };
  const created = await aliyun.ok('CreateInstance', asked);
  await tencent.passTime(SECOND);
  await aliyun.ok('StartInstance', { InstanceId: String(created['InstanceId']) });
  await tencent.passTime(SECOND);
  return String(created['InstanceId']);
}

describe('launched through Tencent', () => {
  test('is listed by Alibaba in its own words, with its type and image as they are', async () => {
    const [id = ''] = await tencent.launchRunning({
      Placement: { Zone: 'ap-guangzhou-3' },
      InternetAccessible: {
        InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
        InternetMaxBandwidthOut: 5,
        PublicIpAssigned: true,
      },
      TagSpecification: [{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'blue' }] }],
    });
    const shown = (await seenByAliyun(keyOf(id))) ?? {};
    const [own = {} as Item] = await tencent.show([id]);
    const instanceId = String(shown['InstanceId']);
    assert.match(instanceId, /^i-[a-z0-9]{20}$/);
    const expected = {
      Status: 'Running',
      RegionId: 'cn-guangzhou',
      ZoneId: 'cn-guangzhou-a',
      InstanceName: instanceId,
      InstanceType: 'S5.MEDIUM2',
      InstanceTypeFamily: 'S5',
      Cpu: own['CPU'],
      Memory: Number(own['Memory']) * 1024,
      InstanceChargeType: 'PostPaid',
      InternetChargeType: 'PayByTraffic',
      InternetMaxBandwidthOut: 5,
      PublicIpAddress: { IpAddress: own['PublicIpAddresses'] },
      Tags: { Tag: [{ TagKey: 'team', TagValue: 'blue' }] },
      SpotStrategy: 'NoSpot',
    };
    assert.deepEqual({ ...shown, ...expected }, shown);
    assert.match(String(shown['ImageId']), /^m-/);
    const vpc = shown['VpcAttributes'] as Item;
    assert.deepEqual(vpc['PrivateIpAddress'], { IpAddress: own['PrivateIpAddresses'] });
    const family = await aliyun.ok('DescribeInstances', { InstanceTypeFamily: 'S5' });
    assert.equal(family['TotalCount'], 1);
    const byTag = await aliyun.ok('DescribeInstances', { 'Tag.1.Key': 'team' });
    assert.equal(byTag['TotalCount'], 1);
    const named = await aliyun.ok('DescribeInstances', { InstanceName: instanceId });
    assert.equal(named['TotalCount'], 1, 'a name nobody gave is each vendor’s own default');
  });

  test('is stopped, started and released through Alibaba', async () => {
    const [id = ''] = await tencent.launchRunning();
    const InstanceId = String((await seenByAliyun(keyOf(id)))?.['InstanceId']);
    const stateOf = async () => (await tencent.show([id]))[0]?.['InstanceState'];
    await aliyun.ok('StopInstance', { InstanceId, StoppedMode: 'StopCharging' });
    assert.equal(await stateOf(), 'STOPPING');
    await tencent.passTime(SECOND);
    assert.equal(await stateOf(), 'STOPPED');
    const [stopped] = await tencent.show([id]);
    assert.equal(stopped?.['LatestOperation'], 'StopInstances');
    assert.equal(stopped['StopChargingMode'], 'STOP_CHARGING');
    await aliyun.ok('StartInstance', { InstanceId });
    await tencent.passTime(SECOND);
    assert.equal(await stateOf(), 'RUNNING');
    await aliyun.ok('RebootInstance', { InstanceId });
    assert.equal(await stateOf(), 'REBOOTING');
    await tencent.passTime(SECOND);
    const early = aliyun.refusal('DeleteInstance', { InstanceId });
    assert.equal(await early, '403 IncorrectInstanceStatus');
    await aliyun.ok('DeleteInstance', { InstanceId, Force: true });
    await tencent.passTime(SECOND);
    assert.equal(await seenByTencent(keyOf(id)), undefined);
    assert.equal(await seenByAliyun(keyOf(id)), undefined);
  });

  test('in the recycle bin it is Stopped with a lock, and Alibaba can empty the bin', async () => {
    const [id = ''] = await tencent.launchRunning({
      InstanceChargeType: 'PREPAID',
      InstanceChargePrepaid: { Period: 1 },
    });
    await tencent.ok('TerminateInstances', { InstanceIds: [id] });
    const shown = (await seenByAliyun(keyOf(id))) ?? {};
    assert.equal(shown['Status'], 'Stopped');
    assert.deepEqual(shown['OperationLocks'], {
      LockReason: [{ LockReason: 'Recycling', LockMsg: '' }],
    });
    const locked = await aliyun.ok('DescribeInstances', { LockReason: 'Recycling' });
    assert.equal(locked['TotalCount'], 1);
    const InstanceId = String(shown['InstanceId']);
    const start = aliyun.refusal('StartInstance', { InstanceId });
    assert.equal(await start, '403 IncorrectInstanceStatus');
    const unsaid = aliyun.refusal('DeleteInstance', { InstanceId });
    assert.equal(await unsaid, '403 ChargeTypeViolation');
    await aliyun.ok('DeleteInstance', { InstanceId, TerminateSubscription: true });
    await tencent.passTime(SECOND);
    assert.equal(await seenByTencent(keyOf(id)), undefined);
  });

  test('a launch that failed is shown by Tencent for a while, and gone for Alibaba', async () => {
    tencent.server.simulator?.provoke({ effect: 'fail', verb: 'create', times: 1 });
    const [id = ''] = await tencent.launch();
    const before = await seenByAliyun(keyOf(id));
    await tencent.passTime(5 * SECOND);
    assert.equal((await tencent.show([id]))[0]?.['InstanceState'], 'LAUNCH_FAILED');
    assert.equal(await seenByAliyun(keyOf(id)), undefined);
    const InstanceId = String(before?.['InstanceId']);
    const deletion = aliyun.refusal('DeleteInstance', { InstanceId, Force: true });
    assert.equal(await deletion, '404 InvalidInstanceId.NotFound');
    await tencent.passTime(2 * DAY);
    assert.equal(await seenByTencent(keyOf(id)), undefined);
  });

  test('in a zone that Alibaba has no name for it is not there', async () => {
    const only = { Placement: { Zone: 'ap-guangzhou-6' } };
    const [id = ''] = await tencent.launchRunning(only);
    assert.equal(await seenByAliyun(keyOf(id)), undefined);
    const total = await aliyun.ok('DescribeInstanceStatus', { PageSize: 50 });
    const { InstanceStatus } = total['InstanceStatuses'] as { InstanceStatus: readonly Item[] };
    assert.equal(total['TotalCount'], InstanceStatus.length, 'nor is it counted');
    await tencent.ok('TerminateInstances', { InstanceIds: [id] });
    await tencent.passTime(SECOND);
  });
});

describe('launched through Alibaba', () => {
  test('its disks are shown by Tencent as the nearest of its kinds (seed 004 L39174)', async () => {
    const id = await launchAliyun({
      'SystemDisk.Category': 'cloud_essd',
      'DataDisk.1.Category': 'cloud_efficiency',
      'DataDisk.1.Size': 40,
    });
    const shown = (await seenByTencent(keyOf(id))) ?? {};
    assert.equal((shown['SystemDisk'] as Item)['DiskType'], 'CLOUD_HSSD');
    const [data = {}] = shown['DataDisks'] as readonly Item[];
    assert.equal(data['DiskType'], 'CLOUD_PREMIUM');
  });

  test('is listed by Tencent, stopped and released there', async () => {
    const InstanceId = await launchAliyun({ InstanceName: 'web-1', 'Tag.1.Key': 'team' });
    const key = keyOf(InstanceId);
    const shown = (await seenByTencent(key)) ?? {};
    const id = String(shown['InstanceId']);
    assert.equal(id, `ins-${key}`);
    const expected = {
      InstanceName: 'web-1',
      InstanceState: 'RUNNING',
      InstanceType: 'ecs.g6.large',
      CPU: 2,
      Memory: 8,
      InstanceChargeType: 'POSTPAID_BY_HOUR',
      Tags: [{ Key: 'team', Value: '' }],
      LatestOperation: 'StartInstances',
    };
    assert.deepEqual({ ...shown, ...expected }, shown);
    assert.equal((shown['Placement'] as Item)['Zone'], 'ap-guangzhou-3');
    const statusOf = async () => (await seenByAliyun(key))?.['Status'];
    await tencent.ok('StopInstances', { InstanceIds: [id] });
    assert.equal(await statusOf(), 'Stopping');
    await tencent.passTime(SECOND);
    assert.equal(await statusOf(), 'Stopped');
    await tencent.ok('TerminateInstances', { InstanceIds: [id] });
    await tencent.passTime(SECOND);
    assert.equal(await seenByAliyun(key), undefined);
    assert.equal(await seenByTencent(key), undefined);
  });

  test('bandwidth of what is paid in advance is paid in advance for Tencent too', async () => {
    const launch = { InstanceChargeType: 'PrePaid', Period: 1, InternetMaxBandwidthOut: 5 };
    const id = await launchAliyun({ ...launch, InternetChargeType: 'PayByBandwidth' });
    const { InternetAccessible } = (await seenByTencent(keyOf(id))) ?? {};
    assert.equal((InternetAccessible as Item)['InternetChargeType'], 'BANDWIDTH_PREPAID');
  });

  test('protection against release holds for both', async () => {
    const InstanceId = await launchAliyun({ DeletionProtection: 'true' });
    const id = `ins-${keyOf(InstanceId)}`;
    const refused = await tencent.refusal('TerminateInstances', { InstanceIds: [id] });
    assert.match(refused, /^UnsupportedOperation/);
    const here = aliyun.refusal('DeleteInstance', { InstanceId, Force: true });
    assert.equal(await here, '403 InvalidOperation.DeletionProtection');
  });
});

test('both launch into the same default network, and share its addresses', async () => {
  const [id = ''] = await tencent.launchRunning();
  const other = await launchAliyun();
  const one = (await seenByAliyun(keyOf(id)))?.['VpcAttributes'] as Item;
  const two = (await seenByAliyun(keyOf(other)))?.['VpcAttributes'] as Item;
  assert.equal(one['VpcId'], two['VpcId']);
  assert.equal(one['VSwitchId'], two['VSwitchId']);
  assert.notDeepEqual(one['PrivateIpAddress'], two['PrivateIpAddress']);
  const vpcs = await aliyun.ok('DescribeVpcs', {}, { version: VPC_VERSION });
  assert.equal(vpcs['TotalCount'], 1);
});

describe('a key pair', () => {
  test('is one of both vendors, by its id or its name, and opens instances of both', async () => {
    const RegionId = 'cn-guangzhou';
    const { KeyPair } = await tencent.ok('CreateKeyPair', { KeyName: 'shared', ProjectId: 0 });
    const { KeyId, PublicKey } = KeyPair as Item;
    const asked = { RegionId, KeyPairName: 'shared', IncludePublicKey: true };
    const { KeyPairs } = await aliyun.ok('DescribeKeyPairs', asked);
    const [seen] = (KeyPairs as { readonly KeyPair: readonly Item[] }).KeyPair;
    assert.equal(seen?.['PublicKey'], PublicKey);
    const id = await launchAliyun({ KeyPairName: 'shared' });
    const shown = (await seenByTencent(keyOf(id))) ?? {};
    assert.deepEqual(shown['LoginSettings'], { KeyIds: [KeyId] });
    const InstanceIds = JSON.stringify([id]);
    const bound = { KeyIds: [KeyId] };
    assert.equal(
      await tencent.refusal('DeleteKeyPairs', bound),
      'InvalidParameterValue.KeyPairNotSupported',
    );
    await aliyun.ok('DetachKeyPair', { RegionId, KeyPairName: 'shared', InstanceIds });
    await tencent.passTime(10 * SECOND);
    await tencent.ok('DeleteKeyPairs', bound);
  });
});
