import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import RpcClient from '@alicloud/pop-core';
import vpc from '@alicloud/vpc20160428';
import { type RpcStyle, signRpc } from '../src/wire/aliyun/sign.ts';
import { type ConformanceCloud, startCloud } from './cloud.ts';

// Facts: ecs-protocol.md section 1 (who sends what) and section 6 (what SDKs make of answers).

const REGION = 'cn-guangzhou';
const ZONE = 'cn-guangzhou-a';
const IMAGE = 'aliyun_3_x64_20G_alibase_20230727.vhd';
const TYPE = 'ecs.g6.large';
const UUID = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
/** Longer than anything the simulator does takes. */
const LONG_MS = 2_000;
const VERSIONS = { ecs: '2014-05-26', vpc: '2016-04-28' } as const;

let cloud: ConformanceCloud;
beforeEach(async () => {
  cloud = await startCloud();
});
afterEach(() => cloud.stop());

/** ACS3-HMAC-SHA256 where nothing is said, V1 (HMAC-SHA1) for 'v2'. */
type Algorithm = 'ACS3-HMAC-SHA256' | 'v2';

interface Keys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

function keys(): Keys {
  return { accessKeyId: cloud.keyId, accessKeySecret: cloud.secret };
}

function configOf(algorithm: Algorithm, changes: Partial<Keys> = {}): $OpenApiUtil.Config {
  return new $OpenApiUtil.Config({
    ...keys(),
    endpoint: cloud.host,
    protocol: 'http',
    regionId: REGION,
    ...(algorithm === 'v2' && { signatureAlgorithm: 'v2' }),
    ...changes,
  });
}

/** The clients of the two services, as a user of the SDK makes them. */
function clientsOf(algorithm: Algorithm) {
  return {
    ecs: new ecs.default(configOf(algorithm)),
    vpc: new vpc.default(configOf(algorithm)),
  };
}

type Clients = ReturnType<typeof clientsOf>;

/** One test for each way the generated SDKs sign. */
function withEachAlgorithm(run: (clients: Clients, algorithm: Algorithm) => Promise<void>): void {
  for (const algorithm of ['ACS3-HMAC-SHA256', 'v2'] as const) {
    test(`openapi-core, ${algorithm}`, () => run(clientsOf(algorithm), algorithm));
  }
}

interface Network {
  readonly vpcId: string;
  readonly vSwitchId: string;
  readonly securityGroupId: string;
}

async function createNetwork(clients: Clients): Promise<Network> {
  const regionId = REGION;
  const vpcRequest = { regionId, vpcName: '网络 a*b~(c)', cidrBlock: '10.0.0.0/8' };
  const made = await clients.vpc.createVpc(new vpc.CreateVpcRequest(vpcRequest));
  const vpcId = made.body?.vpcId ?? '';
  const { body: found } = await clients.vpc.describeVpcAttribute(
    new vpc.DescribeVpcAttributeRequest({ regionId, vpcId }),
  );
  assert.equal(found?.vpcName, vpcRequest.vpcName);
  assert.equal(found?.status, 'Available');
  const { body: cut } = await clients.vpc.createVSwitch(
    new vpc.CreateVSwitchRequest({ regionId, vpcId, zoneId: ZONE, cidrBlock: '10.1.0.0/24' }),
  );
  const { body: group } = await clients.ecs.createSecurityGroup(
    new ecs.CreateSecurityGroupRequest({ regionId, vpcId, securityGroupName: 'web' }),
  );
  const vSwitchId = cut?.vSwitchId ?? '';
  return { vpcId, vSwitchId, securityGroupId: group?.securityGroupId ?? '' };
}

async function deleteNetwork(clients: Clients, network: Network): Promise<void> {
  const { vpcId, vSwitchId, securityGroupId } = network;
  const regionId = REGION;
  await clients.ecs.deleteSecurityGroup(
    new ecs.DeleteSecurityGroupRequest({ regionId, securityGroupId }),
  );
  await clients.vpc.deleteVSwitch(new vpc.DeleteVSwitchRequest({ regionId, vSwitchId }));
  await clients.vpc.deleteVpc(new vpc.DeleteVpcRequest({ regionId, vpcId }));
  const { body } = await clients.vpc.describeVpcs(new vpc.DescribeVpcsRequest({ regionId, vpcId }));
  assert.equal(body?.totalCount, 0);
  assert.deepEqual(body?.vpcs?.vpc, []);
  const gone = clients.vpc.describeVpcAttribute(
    new vpc.DescribeVpcAttributeRequest({ regionId, vpcId }),
  );
  await assert.rejects(gone, { code: 'InvalidVpcId.NotFound', statusCode: 404 });
}

async function runTwo(clients: Clients, network: Network): Promise<string[]> {
  const { body } = await clients.ecs.runInstances(
    new ecs.RunInstancesRequest({
      regionId: REGION,
      imageId: IMAGE,
      instanceType: TYPE,
      vSwitchId: network.vSwitchId,
      securityGroupId: network.securityGroupId,
      instanceName: 'web-[1,3]',
      amount: 2,
      minAmount: 2,
      password: 'Sesame-open-1',
      internetMaxBandwidthOut: 10,
      systemDisk: new ecs.RunInstancesRequestSystemDisk({ category: 'cloud_essd', size: '40' }),
      dataDisk: [
        new ecs.RunInstancesRequestDataDisk({ category: 'cloud_essd', size: 100 }),
        new ecs.RunInstancesRequestDataDisk({ category: 'cloud_essd', size: 200, description: '' }),
      ],
      tag: [
        new ecs.RunInstancesRequestTag({ key: '城市', value: '深圳 &+=' }),
        new ecs.RunInstancesRequestTag({ key: 'empty', value: '' }),
      ],
      clientToken: 'token-1',
    }),
  );
  assert.match(body?.requestId ?? '', UUID);
  const ids = body?.instanceIdSets?.instanceIdSet ?? [];
  assert.equal(ids.length, 2);
  return ids;
}

async function statuses(clients: Clients, ids: readonly string[]): Promise<unknown[]> {
  const request = { regionId: REGION, instanceId: [...ids] };
  const { body } = await clients.ecs.describeInstanceStatus(
    new ecs.DescribeInstanceStatusRequest(request),
  );
  assert.equal(body?.totalCount, ids.length);
  return (body?.instanceStatuses?.instanceStatus ?? []).map(({ status }) => status);
}

async function describeInstances(clients: Clients, ids: readonly string[]) {
  const request = { regionId: REGION, instanceIds: JSON.stringify(ids) };
  const { body } = await clients.ecs.describeInstances(new ecs.DescribeInstancesRequest(request));
  return body?.instances?.instance ?? [];
}

describe('instances from launch to release', () => {
  withEachAlgorithm(async (clients) => {
    const network = await createNetwork(clients);
    const ids = await runTwo(clients, network);
    const [instanceId = '', other = ''] = ids;
    for (const status of await statuses(clients, ids)) {
      assert.ok(['Pending', 'Starting'].includes(String(status)), String(status));
    }
    await cloud.passTime(LONG_MS);
    assert.deepEqual(await statuses(clients, ids), ['Running', 'Running']);

    const running = await describeInstances(clients, ids);
    const instance = running.find((it) => it.instanceName === 'web-001');
    assert.equal(instance?.instanceType, TYPE);
    assert.equal(instance.zoneId, ZONE);
    assert.equal(instance.cpu, 2);
    assert.equal(instance.memory, 8192);
    assert.deepEqual(instance.vpcAttributes?.vSwitchId, network.vSwitchId);
    assert.match(instance.vpcAttributes?.privateIpAddress?.ipAddress?.[0] ?? '', /^10\.1\.0\.\d+$/);
    assert.equal(instance.publicIpAddress?.ipAddress?.length, 1);
    assert.deepEqual(instance.securityGroupIds?.securityGroupId, [network.securityGroupId]);
    const tags = (instance.tags?.tag ?? []).map(({ tagKey, tagValue }) => [tagKey, tagValue]);
    assert.deepEqual(new Map(tags as Array<[string, string]>).get('城市'), '深圳 &+=');
    assert.deepEqual(instance.operationLocks?.lockReason, []);

    await clients.ecs.stopInstance(new ecs.StopInstanceRequest({ instanceId }));
    assert.equal((await describeInstances(clients, [instanceId]))[0]?.status, 'Stopping');
    await cloud.passTime(LONG_MS);
    assert.equal((await describeInstances(clients, [instanceId]))[0]?.status, 'Stopped');
    await clients.ecs.startInstance(new ecs.StartInstanceRequest({ instanceId }));
    assert.equal((await describeInstances(clients, [instanceId]))[0]?.status, 'Starting');
    await cloud.passTime(LONG_MS);
    await clients.ecs.rebootInstance(new ecs.RebootInstanceRequest({ instanceId }));
    await cloud.passTime(LONG_MS);
    assert.equal((await describeInstances(clients, [instanceId]))[0]?.status, 'Running');

    const force = { instanceId: other, force: true };
    await clients.ecs.deleteInstance(new ecs.DeleteInstanceRequest(force));
    await clients.ecs.deleteInstance(new ecs.DeleteInstanceRequest({ ...force, instanceId }));
    await cloud.passTime(LONG_MS);
    assert.deepEqual(await describeInstances(clients, ids), []);
    await deleteNetwork(clients, network);
  });
});

describe('CreateInstance ends stopped and without a public address', () => {
  withEachAlgorithm(async (clients) => {
    const { securityGroupId, vSwitchId } = await createNetwork(clients);
    const { body } = await clients.ecs.createInstance(
      new ecs.CreateInstanceRequest({
        regionId: REGION,
        imageId: IMAGE,
        instanceType: TYPE,
        securityGroupId,
        vSwitchId,
        instanceName: 'one-at-a-time',
        description: 'one at a time & more',
        internetMaxBandwidthOut: 10,
        systemDisk: new ecs.CreateInstanceRequestSystemDisk({ category: 'cloud_essd', size: 40 }),
      }),
    );
    const instanceId = body?.instanceId ?? '';
    assert.equal((await describeInstances(clients, [instanceId]))[0]?.status, 'Pending');
    await cloud.passTime(LONG_MS);
    const [made] = await describeInstances(clients, [instanceId]);
    assert.equal(made?.status, 'Stopped');
    assert.deepEqual(made.publicIpAddress?.ipAddress, []);
    await clients.ecs.startInstance(new ecs.StartInstanceRequest({ instanceId }));
    await cloud.passTime(LONG_MS);
    assert.equal((await describeInstances(clients, [instanceId]))[0]?.status, 'Running');
  });
});

describe('what is on offer', () => {
  withEachAlgorithm(async (clients) => {
    const regions = await clients.ecs.describeRegions(new ecs.DescribeRegionsRequest({}));
    assert.ok(regions.body?.regions?.region?.some(({ regionId }) => regionId === REGION));
    const inRegion = { regionId: REGION };
    const zones = await clients.ecs.describeZones(new ecs.DescribeZonesRequest(inRegion));
    assert.ok(zones.body?.zones?.zone?.some(({ zoneId }) => zoneId === ZONE));
    const images = await clients.ecs.describeImages(
      new ecs.DescribeImagesRequest({ ...inRegion, imageId: IMAGE, imageOwnerAlias: 'system' }),
    );
    assert.deepEqual(
      images.body?.images?.image?.map(({ imageId }) => imageId),
      [IMAGE],
    );
    const types = await clients.ecs.describeInstanceTypes(
      new ecs.DescribeInstanceTypesRequest({ instanceTypes: [TYPE] }),
    );
    const [type] = types.body?.instanceTypes?.instanceType ?? [];
    assert.deepEqual([type?.cpuCoreCount, type?.memorySize], [2, 8]);
  });
});

interface Thrown {
  readonly code: string;
  readonly message: string;
  readonly statusCode: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the SDK throws; the answer's fields are strings, as the Go SDK's casts need them. */
async function refusal(call: Promise<unknown>): Promise<readonly [string, number]> {
  const error = await call.then(
    () => assert.fail('the call should have been refused'),
    (thrown: unknown) => thrown as Thrown,
  );
  const { RequestId, ...words } = error.data;
  assert.match(String(RequestId), UUID);
  for (const name of ['HostId', 'Code', 'Message', 'Recommend']) {
    assert.equal(typeof words[name], 'string', name);
  }
  const text = `code: ${error.statusCode}, ${String(words['Message'])} request id: `;
  assert.ok(error.message.includes(text), error.message);
  return [error.code, error.statusCode];
}

describe('refusals as the SDK throws them', () => {
  withEachAlgorithm(async (clients, algorithm) => {
    const absent = 'i-00000000000000000000';
    const stop = new ecs.StopInstanceRequest({ instanceId: absent });
    const notFound = await refusal(clients.ecs.stopInstance(stop));
    assert.deepEqual(notFound, ['InvalidInstanceId.NotFound', 404]);
    assert.deepEqual(await describeInstances(clients, [absent]), []);
    const zones = new ecs.DescribeZonesRequest({ regionId: 'cn-nowhere' });
    assert.deepEqual(await refusal(clients.ecs.describeZones(zones)), [
      'InvalidRegionId.NotFound',
      404,
    ]);
    const there = new ecs.DescribeZonesRequest({ regionId: REGION });
    const forged = new ecs.default(configOf(algorithm, { accessKeySecret: 'wrong' }));
    assert.deepEqual(await refusal(forged.describeZones(there)), ['SignatureDoesNotMatch', 400]);
    const nobody = new ecs.default(configOf(algorithm, { accessKeyId: 'LTAInobody' }));
    assert.deepEqual(await refusal(nobody.describeZones(there)), [
      'InvalidAccessKeyId.NotFound',
      404,
    ]);
    const later = clients.ecs.describeSavingsPlanPrice(
      new ecs.DescribeSavingsPlanPriceRequest({ regionId: REGION }),
    );
    assert.deepEqual(await refusal(later), ['OperationDenied', 403]);
  });
});

describe('states, tokens and dry runs', () => {
  withEachAlgorithm(async (clients) => {
    const { securityGroupId, vSwitchId } = await createNetwork(clients);
    const launch = {
      regionId: REGION,
      imageId: IMAGE,
      instanceType: TYPE,
      securityGroupId,
      vSwitchId,
      clientToken: 'again',
    };
    const run = async (changes: object) => {
      const request = new ecs.RunInstancesRequest({ ...launch, ...changes });
      return (await clients.ecs.runInstances(request)).body?.instanceIdSets?.instanceIdSet;
    };
    const tried = await refusal(run({ dryRun: true, clientToken: 'try' }));
    assert.deepEqual(tried, ['DryRunOperation', 400]);
    const ids = (await run({})) ?? [];
    assert.deepEqual(await run({}), ids);
    assert.deepEqual(await refusal(run({ instanceName: 'other' })), [
      'IdempotentParameterMismatch',
      400,
    ]);
    const [instanceId = ''] = ids;
    await cloud.passTime(LONG_MS);
    const remove = (force: boolean) =>
      clients.ecs.deleteInstance(new ecs.DeleteInstanceRequest({ instanceId, force }));
    assert.deepEqual(await refusal(remove(false)), ['IncorrectInstanceStatus', 403]);
    await remove(true);
    await cloud.passTime(LONG_MS);
    assert.deepEqual(await refusal(remove(true)), ['InvalidInstanceId.NotFound', 404]);
  });
});

type Answer = Readonly<Record<string, unknown>>;
type Call = (service: keyof typeof VERSIONS, action: string, params?: object) => Promise<Answer>;

/** @alicloud/pop-core: everything in the query, or everything in the form. */
function popCore(method: 'GET' | 'POST'): Call {
  return (service, action, params = {}) => {
    const endpoint = `http://${cloud.host}`;
    const client = new RpcClient({ ...keys(), endpoint, apiVersion: VERSIONS[service] });
    return client.request<Answer>(action, params, { method });
  };
}

/** Nested parameters as the names that clients send: lists from 1, null items left out. */
function flatten(params: object, prefix = ''): Array<[string, string]> {
  return Object.entries(params).flatMap(([key, value]: [string, unknown]) => {
    const name = prefix + (Array.isArray(params) ? String(Number(key) + 1) : key);
    if (value === null || value === undefined) return [];
    if (typeof value === 'object') return flatten(value, `${name}.`);
    return [[name, String(value)] as [string, string]];
  });
}

let nonces = 0;

/** A client made by hand, in the style of one of those that are not written for Node. */
function handMade(style: RpcStyle, extra: Readonly<Record<string, string>>): Call {
  return async (service, action, params = {}) => {
    nonces += 1;
    const sent = await cloud.send(
      signRpc({
        ...keys(),
        host: cloud.host,
        action,
        version: VERSIONS[service],
        style,
        parameters: { ...Object.fromEntries(flatten(params)), ...extra },
        timestampSeconds: Math.floor(cloud.server.wall.now() / 1000),
        nonce: `nonce-${nonces}`,
      }),
    );
    const answer = JSON.parse(sent.text) as Answer;
    assert.equal(sent.headers.get('x-acs-request-id'), answer['RequestId']);
    assert.equal(sent.headers.get('content-type'), 'application/json;charset=utf-8');
    if (sent.status === 200) return answer;
    const error = new Error(String(answer['Message']));
    throw Object.assign(error, { code: answer['Code'], data: answer });
  };
}

const rpcClients: ReadonlyArray<readonly [string, Call]> = [
  ['pop-core, GET', popCore('GET')],
  ['pop-core, POST', popCore('POST')],
  // alibaba-cloud-sdk-go and the command line: an empty SignatureType, signed like the others.
  ['Go SDK: all in the query of a POST', handMade('post-query', { SignatureType: '' })],
  ['tea-rpc: common parameters in the query, others in the form', handMade('post-split', {})],
];

/** The names of what a list holds: `{"Xs":{"X":[…]}}`. */
function items(answer: Answer, list: string, element: string): readonly Answer[] {
  const found = (answer[list] as Answer)[element];
  assert.ok(Array.isArray(found), `${list}.${element} is a list`);
  return found as Answer[];
}

async function rpcLife(call: Call): Promise<void> {
  const here = { RegionId: REGION };
  const { VpcId } = await call('vpc', 'CreateVpc', { ...here, CidrBlock: '10.0.0.0/8' });
  const cut = { ...here, VpcId, ZoneId: ZONE, CidrBlock: '10.1.0.0/24' };
  const { VSwitchId } = await call('vpc', 'CreateVSwitch', cut);
  const { SecurityGroupId } = await call('ecs', 'CreateSecurityGroup', { ...here, VpcId });
  const launched = await call('ecs', 'RunInstances', {
    ...here,
    ImageId: IMAGE,
    InstanceType: TYPE,
    SecurityGroupId,
    VSwitchId,
    Amount: 2,
    InstanceName: '中文-web',
    Description: "中 a*b'(~)!",
    'SystemDisk.Category': 'cloud_essd',
    'SystemDisk.Size': 40,
    // The empty value is signed and means that nothing was said.
    DataDisk: [{ Category: 'cloud_essd', Size: 100, DeleteWithInstance: '' }],
    Tag: [{ Key: 'k', Value: '' }],
  });
  assert.equal('Code' in launched, false, 'a Code would be taken for a refusal');
  const ids = (launched['InstanceIdSets'] as Answer)['InstanceIdSet'] as string[];
  assert.equal(ids.length, 2);
  await cloud.passTime(LONG_MS);
  const listed = await call('ecs', 'DescribeInstances', {
    ...here,
    InstanceIds: JSON.stringify(ids),
    Tag: [{ Key: 'k' }],
  });
  const instances = items(listed, 'Instances', 'Instance');
  assert.deepEqual(
    instances.map(({ Status, Description }) => [Status, Description]),
    Array.from({ length: 2 }, () => ['Running', "中 a*b'(~)!"]),
  );
  const [InstanceId = '', other = ''] = ids;
  await call('ecs', 'StopInstance', { InstanceId, ForceStop: 'False' });
  await cloud.passTime(LONG_MS);
  const shown = await call('ecs', 'DescribeInstanceStatus', { ...here, InstanceId: [InstanceId] });
  const [stopped] = items(shown, 'InstanceStatuses', 'InstanceStatus');
  assert.equal(stopped?.['Status'], 'Stopped');
  await call('ecs', 'StartInstance', { InstanceId });
  await cloud.passTime(LONG_MS);
  await call('ecs', 'RebootInstance', { InstanceId });
  await cloud.passTime(LONG_MS);
  for (const each of [InstanceId, other]) {
    await call('ecs', 'DeleteInstance', { InstanceId: each, Force: 'true' });
  }
  await cloud.passTime(LONG_MS);
  await call('ecs', 'DeleteSecurityGroup', { ...here, SecurityGroupId });
  await call('vpc', 'DeleteVSwitch', { VSwitchId, ...here });
  await call('vpc', 'DeleteVpc', { VpcId, ...here });
  const left = await call('vpc', 'DescribeVpcs', { ...here, VpcId });
  assert.deepEqual(items(left, 'Vpcs', 'Vpc'), []);
}

describe('the same through RPC clients, signed with HMAC-SHA1', () => {
  for (const [name, call] of rpcClients) test(name, () => rpcLife(call));
});

describe('refusals of RPC clients', () => {
  for (const [name, call] of rpcClients) {
    test(name, async () => {
      const absent = { RegionId: REGION, InstanceId: 'i-00000000000000000000' };
      await assert.rejects(call('ecs', 'StopInstance', absent), {
        code: 'InvalidInstanceId.NotFound',
      });
      await assert.rejects(call('vpc', 'FlyVpc'), { code: 'InvalidAction.NotFound' });
      // Fields that are no text would stop a Go client.
      await assert.rejects(call('ecs', 'DescribeZones', {}), ({ data }: { data: Answer }) =>
        Object.values(data).every((value) => typeof value === 'string'),
      );
    });
  }
});
