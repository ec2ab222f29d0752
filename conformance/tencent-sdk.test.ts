import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { cvm } from 'tencentcloud-sdk-nodejs-cvm';
import { services } from '../src/apis/manifest.ts';
import { type ConformanceCloud, startCloud } from './cloud.ts';

// Facts: client-calls.md section 1 (how the SDK is pointed elsewhere), cvm3-protocol.md.

const { Client } = cvm.v20170312;
type CvmClient = InstanceType<typeof Client>;
type Config = ConstructorParameters<typeof Client>[0];
type Profile = NonNullable<Config['profile']>;

interface Style {
  readonly signMethod: NonNullable<Profile['signMethod']>;
  readonly reqMethod: 'GET' | 'POST';
}

const styles: readonly Style[] = [
  { signMethod: 'TC3-HMAC-SHA256', reqMethod: 'POST' },
  { signMethod: 'TC3-HMAC-SHA256', reqMethod: 'GET' },
  { signMethod: 'HmacSHA1', reqMethod: 'GET' },
  { signMethod: 'HmacSHA1', reqMethod: 'POST' },
  { signMethod: 'HmacSHA256', reqMethod: 'GET' },
  { signMethod: 'HmacSHA256', reqMethod: 'POST' },
];

/** One test for each way the SDK signs. */
function inEachStyle(run: (style: Style) => Promise<void>): void {
  for (const style of styles) test(`${style.signMethod} by ${style.reqMethod}`, () => run(style));
}

const plainStyle: Style = { signMethod: 'TC3-HMAC-SHA256', reqMethod: 'POST' };
const ZONE = 'ap-guangzhou-3';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Longer than anything the simulator does takes. */
const LONG_MS = 2_000;

let cloud: ConformanceCloud;
beforeEach(async () => {
  cloud = await startCloud();
});
afterEach(() => cloud.stop());

function configOf(style: Style, changes: Partial<Config> = {}): Config {
  const httpProfile = { endpoint: cloud.host, protocol: 'http://', reqMethod: style.reqMethod };
  return {
    credential: { secretId: cloud.keyId, secretKey: cloud.secret },
    region: 'ap-guangzhou',
    profile: { signMethod: style.signMethod, httpProfile },
    ...changes,
  };
}

function cvmOf(style: Style, changes: Partial<Config> = {}): CvmClient {
  return new Client(configOf(style, changes));
}

type CommonResult = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The SDK has a client without types for services whose package one does not have. */
function vpcOf(style: Style): (action: string, request: object) => Promise<CommonResult> {
  const client = new CommonClient('vpc.tencentcloudapi.com', '2017-03-12', configOf(style));
  return async (action, request) => (await client.request(action, request)) as CommonResult;
}

interface Network {
  readonly vpc: string;
  readonly subnet: string;
  readonly group: string;
}

async function createNetwork(style: Style): Promise<Network> {
  const call = vpcOf(style);
  const name = `net of ${style.signMethod} & *(~)'!`;
  const made = await call('CreateVpc', { VpcName: name, CidrBlock: '10.8.0.0/16' });
  const vpc = String(made['Vpc']?.['VpcId']);
  assert.equal(made['Vpc']?.['VpcName'], name);
  const subnets = { VpcId: vpc, SubnetName: '子网', CidrBlock: '10.8.1.0/24', Zone: ZONE };
  const subnet = String((await call('CreateSubnet', subnets))['Subnet']?.['SubnetId']);
  const groups = { GroupName: 'web', GroupDescription: 'for the web servers' };
  const created = await call('CreateSecurityGroup', groups);
  const group = String(created['SecurityGroup']?.['SecurityGroupId']);
  return { vpc, subnet, group };
}

async function deleteNetwork(style: Style, { vpc, subnet, group }: Network): Promise<void> {
  const call = vpcOf(style);
  await call('DeleteSubnet', { SubnetId: subnet });
  await call('DeleteVpc', { VpcId: vpc });
  await call('DeleteSecurityGroup', { SecurityGroupId: group });
  for (const [action, ids] of [
    ['DescribeVpcs', { VpcIds: [vpc] }],
    ['DescribeSubnets', { SubnetIds: [subnet] }],
    ['DescribeSecurityGroups', { SecurityGroupIds: [group] }],
  ] as const) {
    await assert.rejects(call(action, ids), { code: 'ResourceNotFound' }, action);
  }
}

describe('networks', () => {
  inEachStyle(async (style) => {
    const network = await createNetwork(style);
    const call = vpcOf(style);
    const filters = [
      { Name: 'vpc-id', Values: [network.vpc] },
      { Name: 'zone', Values: [ZONE] },
    ];
    const listed = await call('DescribeSubnets', { Filters: filters, Limit: '10', Offset: '0' });
    const [subnet] = listed['SubnetSet'] as unknown as ReadonlyArray<Record<string, unknown>>;
    assert.equal(subnet?.['SubnetName'], '子网');
    assert.equal(subnet['CidrBlock'], '10.8.1.0/24');
    assert.equal(typeof subnet['AvailableIpAddressCount'], 'number');
    await assert.rejects(call('DeleteVpc', { VpcId: network.vpc }), { code: 'ResourceInUse' });
    await deleteNetwork(style, network);
  });
});

/** Two instances of their own network, one of them in the answer of the tests below. */
async function launchTwo(client: CvmClient, network: Network): Promise<string[]> {
  const launched = await client.RunInstances({
    InstanceChargeType: 'POSTPAID_BY_HOUR',
    Placement: { Zone: ZONE },
    InstanceType: 'S5.MEDIUM4',
    ImageId: 'img-l8og963d',
    SystemDisk: { DiskType: 'CLOUD_PREMIUM', DiskSize: 60 },
    DataDisks: [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 100 }],
    VirtualPrivateCloud: { VpcId: network.vpc, SubnetId: network.subnet },
    InternetAccessible: { InternetMaxBandwidthOut: 5, PublicIpAssigned: true },
    InstanceCount: 2,
    InstanceName: 'web-{R:3}',
    LoginSettings: { Password: 'Qcloud@TestApi123++' },
    SecurityGroupIds: [network.group],
    ClientToken: 'token-1',
    HostName: 'web',
    TagSpecification: [{ ResourceType: 'instance', Tags: [{ Key: '城市', Value: '深圳 +=@' }] }],
  });
  assert.match(launched.RequestId ?? '', UUID);
  assert.equal(launched.InstanceIdSet?.length, 2);
  return launched.InstanceIdSet ?? [];
}

async function states(client: CvmClient, ids: string[]): Promise<unknown[]> {
  const { InstanceStatusSet = [], TotalCount } = await client.DescribeInstancesStatus({
    InstanceIds: ids,
  });
  assert.equal(TotalCount, InstanceStatusSet.length);
  return InstanceStatusSet.map(({ InstanceState }) => InstanceState);
}

async function describeOne(client: CvmClient, id: string) {
  const { InstanceSet = [] } = await client.DescribeInstances({ InstanceIds: [id] });
  const [instance] = InstanceSet;
  assert.ok(instance !== undefined, `${id} is listed`);
  return instance;
}

describe('an instance from launch to release', () => {
  inEachStyle(async (style) => {
    const client = cvmOf(style);
    const network = await createNetwork(style);
    const ids = await launchTwo(client, network);
    const [first = '', second = ''] = ids;
    assert.deepEqual(await states(client, ids), ['PENDING', 'PENDING']);
    await cloud.passTime(LONG_MS);
    assert.deepEqual(await states(client, ids), ['RUNNING', 'RUNNING']);

    await client.StopInstances({ InstanceIds: ids, StopType: 'SOFT' });
    const stopping = await describeOne(client, first);
    assert.equal(stopping.LatestOperation, 'StopInstances');
    assert.equal(stopping.LatestOperationState, 'OPERATING');
    await cloud.passTime(LONG_MS);
    assert.deepEqual(await states(client, ids), ['STOPPED', 'STOPPED']);

    await client.StartInstances({ InstanceIds: [first] });
    assert.equal((await describeOne(client, first)).InstanceState, 'STARTING');
    await cloud.passTime(LONG_MS);
    assert.equal((await describeOne(client, first)).InstanceState, 'RUNNING');

    await client.RebootInstances({ InstanceIds: [first], StopType: 'SOFT_FIRST' });
    assert.equal((await describeOne(client, first)).InstanceState, 'REBOOTING');
    await cloud.passTime(LONG_MS);
    const rebooted = await describeOne(client, first);
    assert.equal(rebooted.InstanceState, 'RUNNING');
    assert.equal(rebooted.LatestOperation, 'RebootInstances');
    assert.equal(rebooted.LatestOperationState, 'SUCCESS');

    await client.TerminateInstances({ InstanceIds: [first, second] });
    await cloud.passTime(LONG_MS);
    const { TotalCount } = await client.DescribeInstances({ InstanceIds: ids });
    assert.equal(TotalCount, 0);
    await deleteNetwork(style, network);
  });
});

describe('what was asked for is what is shown', () => {
  inEachStyle(async (style) => {
    const client = cvmOf(style);
    const network = await createNetwork(style);
    const ids = await launchTwo(client, network);
    await cloud.passTime(LONG_MS);
    const { InstanceSet = [], TotalCount } = await client.DescribeInstances({
      Filters: [
        { Name: 'tag:城市', Values: ['深圳 +=@', 'no other'] },
        { Name: 'zone', Values: [ZONE] },
      ],
      Offset: 0,
      Limit: 1,
    });
    assert.equal(TotalCount, 2);
    assert.equal(InstanceSet.length, 1);
    const [instance] = InstanceSet;
    assert.ok(instance !== undefined && ids.includes(instance.InstanceId ?? ''));
    assert.match(instance.InstanceName ?? '', /^web-[34]$/);
    assert.equal(instance.CPU, 2);
    assert.equal(instance.Memory, 4);
    assert.equal(instance.Placement?.Zone, ZONE);
    assert.equal(instance.SystemDisk?.DiskSize, 60);
    assert.equal(instance.DataDisks?.[0]?.DiskSize, 100);
    assert.equal(instance.VirtualPrivateCloud?.SubnetId, network.subnet);
    assert.match(instance.PrivateIpAddresses?.[0] ?? '', /^10\.8\.1\.\d+$/);
    assert.equal(instance.PublicIpAddresses?.length, 1);
    assert.deepEqual(instance.SecurityGroupIds, [network.group]);
    assert.deepEqual(instance.Tags, [{ Key: '城市', Value: '深圳 +=@' }]);
    assert.equal(instance.InternetAccessible?.InternetMaxBandwidthOut, 5);
    assert.match(instance.CreatedTime ?? '', /^2026-01-02T03:04:05Z$/);
  });
});

describe('what is on offer', () => {
  inEachStyle(async (style) => {
    const client = cvmOf(style);
    const { RegionSet = [] } = await client.DescribeRegions();
    assert.ok(RegionSet.some(({ Region }) => Region === 'ap-guangzhou'));
    const { ZoneSet = [] } = await client.DescribeZones();
    assert.ok(ZoneSet.some(({ Zone, ZoneState }) => Zone === ZONE && ZoneState === 'AVAILABLE'));
    const zones = [{ Name: 'zone', Values: [ZONE] }];
    const types = await client.DescribeInstanceTypeConfigs({ Filters: zones });
    const type = types.InstanceTypeConfigSet?.find((it) => it.InstanceType === 'S5.MEDIUM4');
    assert.deepEqual([type?.CPU, type?.Memory, type?.Zone], [2, 4, ZONE]);
    const images = await client.DescribeImages({ ImageIds: ['img-l8og963d'] });
    assert.equal(images.TotalCount, 1);
    assert.equal(images.ImageSet?.[0]?.ImageState, 'NORMAL');
  });

  test('zones are named in the language of the profile', async () => {
    const { profile } = configOf(plainStyle);
    const names = async (language: 'zh-CN' | 'en-US') => {
      const client = cvmOf(plainStyle, { profile: { ...profile, language } });
      const { ZoneSet = [] } = await client.DescribeZones();
      return ZoneSet.map(({ ZoneName }) => ZoneName);
    };
    assert.ok((await names('zh-CN')).includes('广州三区'));
    assert.ok((await names('en-US')).includes('Guangzhou Zone 3'));
  });
});

interface Refused {
  readonly code?: string;
  readonly message: string;
  readonly requestId: string;
  readonly httpCode?: number;
}

/** What the SDK throws for a refusal: code, message and request id, and no HTTP status. */
async function refusal(call: Promise<unknown>): Promise<Refused> {
  const error = await call.then(
    () => assert.fail('the call should have been refused'),
    (thrown: unknown) => thrown as Refused & { httpCode?: number },
  );
  assert.equal(error.httpCode, undefined, 'refusals come with HTTP 200');
  assert.match(error.requestId, UUID);
  assert.ok(error.message.length > 0);
  return error;
}

describe('keys that are refused', () => {
  inEachStyle(async (style) => {
    const wrong = cvmOf(style, { credential: { secretId: cloud.keyId, secretKey: 'wrong' } });
    assert.equal((await refusal(wrong.DescribeZones())).code, 'AuthFailure.SignatureFailure');
    const unknown = cvmOf(style, { credential: { secretId: 'AKIDnobody', secretKey: 'x' } });
    assert.equal((await refusal(unknown.DescribeZones())).code, 'AuthFailure.SecretIdNotFound');
  });
});

describe('parameters that are refused', () => {
  inEachStyle(async (style) => {
    const client = cvmOf(style);
    const run = { Placement: { Zone: ZONE }, ImageId: 'img-99999999' };
    assert.equal((await refusal(client.RunInstances(run))).code, 'InvalidImageId.NotFound');
    const malformed = refusal(client.StartInstances({ InstanceIds: ['ins-1122'] }));
    assert.equal((await malformed).code, 'InvalidInstanceId.Malformed');
    const absent = refusal(client.StartInstances({ InstanceIds: ['ins-00000000'] }));
    assert.equal((await absent).code, 'InvalidInstanceId.NotFound');
    const extra = { Limit: 1, NoSuchThing: 'x' };
    assert.equal((await refusal(client.DescribeInstances(extra))).code, 'UnknownParameter');
    const { TotalCount } = await client.DescribeInstances({ InstanceIds: ['ins-00000000'] });
    assert.equal(TotalCount, 0);
  });
});

describe('refusals', () => {
  test('of actions: unknown, published but not there, and without a region', async () => {
    const config = configOf(plainStyle);
    const client = new CommonClient('cvm.tencentcloudapi.com', '2017-03-12', config);
    assert.equal((await refusal(client.request('FlyInstances', {}))).code, 'InvalidAction');
    const published = services.find(
      ({ vendor, service }) => vendor === 'tencent' && service === 'cvm',
    );
    const done = new Set(published?.actions.map(({ name }) => name));
    const missing =
      published?.published.find((name) => !done.has(name)) ?? assert.fail('all is there');
    const { code, message } = await refusal(client.request(missing, {}));
    assert.equal(code, 'UnsupportedOperation');
    assert.ok(message.includes(missing), message);
    const nowhere = new CommonClient('cvm.tencentcloudapi.com', '2017-03-12', {
      ...config,
      region: '',
    });
    assert.equal((await refusal(nowhere.request('DescribeZones', {}))).code, 'MissingParameter');
    const old = new CommonClient('cvm.tencentcloudapi.com', '2016-01-01', config);
    assert.equal((await refusal(old.request('DescribeZones', {}))).code, 'NoSuchVersion');
  });

  test('of states: what runs is not started, what is released is not there', async () => {
    const client = cvmOf(plainStyle);
    const { InstanceIdSet: ids = [] } = await client.RunInstances({
      Placement: { Zone: ZONE },
      ImageId: 'img-l8og963d',
    });
    const early = await refusal(client.StopInstances({ InstanceIds: ids }));
    assert.equal(early.code, 'UnsupportedOperation.InstanceStatePending');
    await cloud.passTime(LONG_MS);
    const running = await refusal(client.StartInstances({ InstanceIds: ids }));
    assert.equal(running.code, 'UnsupportedOperation.InstanceStateRunning');
    await client.TerminateInstances({ InstanceIds: ids });
    await cloud.passTime(LONG_MS);
    const gone = await refusal(client.TerminateInstances({ InstanceIds: ids }));
    assert.equal(gone.code, 'InvalidInstanceId.NotFound');
  });
});

test('a token sent twice launches once, and a dry run launches nothing', async () => {
  const client = cvmOf(plainStyle);
  const launch = { Placement: { Zone: ZONE }, ImageId: 'img-l8og963d', ClientToken: 'again' };
  const first = await client.RunInstances(launch);
  const again = await client.RunInstances(launch);
  assert.deepEqual(again.InstanceIdSet, first.InstanceIdSet);
  assert.notEqual(again.RequestId, first.RequestId);
  const tried = await client.RunInstances({ ...launch, ClientToken: 'try', DryRun: true });
  assert.equal(tried.InstanceIdSet, undefined);
  assert.equal((await client.DescribeInstances({})).TotalCount, 1);
});

test('paid in advance: released to the recycle bin, and back by being renewed', async () => {
  const client = cvmOf(plainStyle);
  const { InstanceIdSet: ids = [] } = await client.RunInstances({
    Placement: { Zone: ZONE },
    ImageId: 'img-l8og963d',
    InstanceChargeType: 'PREPAID',
    InstanceChargePrepaid: { Period: 1, RenewFlag: 'NOTIFY_AND_MANUAL_RENEW' },
  });
  const [id = ''] = ids;
  await cloud.passTime(LONG_MS);
  const { ExpiredTime: before } = await describeOne(client, id);
  await client.TerminateInstances({ InstanceIds: ids });
  await cloud.passTime(LONG_MS);
  assert.equal((await describeOne(client, id)).InstanceState, 'SHUTDOWN');
  await client.RenewInstances({ InstanceIds: ids, InstanceChargePrepaid: { Period: 2 } });
  await cloud.passTime(LONG_MS);
  const renewed = await describeOne(client, id);
  assert.notEqual(renewed.InstanceState, 'SHUTDOWN');
  assert.ok((renewed.ExpiredTime ?? '') > (before ?? ''));
});
