import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { client2017, type Client2017 } from '../client.test-support.ts';

const least = { 'Placement.Zone': 'ap-guangzhou-2', ImageId: 'img-pmqg1cw7' } as const;
const NOT_SUPPORTED = 'InvalidInstance.NotSupported';

let cloud: TestCloud;
let client: Client2017;
before(async () => {
  cloud = await startTestCloud();
  client = client2017(cloud.server);
});
after(() => cloud.stop());

async function launched(parameters: Readonly<Record<string, string | number>> = {}) {
  const answer = await client.ok('RunInstances', { ...least, ...parameters });
  const ids = answer['InstanceIdSet'] as readonly string[];
  await cloud.passTime(60_000);
  return ids;
}

type Shown = Readonly<Record<string, unknown>>;

async function shown(id: string): Promise<Shown> {
  const answer = await client.ok('DescribeInstances', { 'InstanceIds.1': id });
  assert.equal(answer['TotalCount'], 1);
  return (answer['InstanceSet'] as readonly Shown[])[0] ?? {};
}

async function state(id: string): Promise<unknown> {
  const answer = await client.ok('DescribeInstancesStatus', { 'InstanceIds.0': id });
  return (answer['InstanceStatusSet'] as readonly Shown[])[0]?.['InstanceState'];
}

test('the least launch has the defaults of 2017 (seed 004 L43089, L49910, L50014)', async () => {
  const [id = ''] = await launched();
  assert.equal(await state(id), 'RUNNING');
  const { CreatedTime, VirtualPrivateCloud, PrivateIpAddresses, ...instance } = await shown(id);
  assert.match(String(CreatedTime), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  assert.equal((VirtualPrivateCloud as Shown)['AsVpcGateway'], 'FALSE');
  assert.equal((PrivateIpAddresses as readonly string[]).length, 1);
  assert.deepEqual(instance, {
    Placement: { Zone: 'ap-guangzhou-2', HostId: '', ProjectId: 0 },
    InstanceId: id,
    InstanceType: 'S1.SMALL1',
    CPU: 1,
    Memory: 1,
    RestrictState: 'NORMAL',
    InstanceName: '未命名',
    InstanceChargeType: 'POSTPAID_BY_HOUR',
    SystemDisk: { DiskType: 'LOCAL_BASIC', DiskSize: 50 },
    DataDisks: [],
    PublicIpAddresses: [],
    InternetAccessible: {
      InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
      InternetMaxBandwidthOut: 0,
      PublicIpAssigned: 'FALSE',
    },
    ImageId: 'img-pmqg1cw7',
    ExpiredTime: null,
  });
});

test('without a group an instance is in none: all its ports are open (L43180)', async () => {
  const [id = ''] = await launched();
  const [today] = await cloud.show([id]);
  assert.deepEqual(today?.['SecurityGroupIds'], []);
});

test('a launch paid in advance, as example 2 of the page but for its password', async () => {
  const [id = ''] = await launched({
    InstanceChargeType: 'PREPAID',
    'InstanceChargePrepaid.Period': 1,
    InstanceType: 'S1.SMALL1',
    'SystemDisk.DiskType': 'LOCAL_BASIC',
    'SystemDisk.DiskSize': 50,
    'DataDisks.0.DiskType': 'LOCAL_BASIC',
    'DataDisks.0.DiskSize': 100,
    'InternetAccessible.InternetMaxBandwidthOut': 10,
    'InternetAccessible.PublicIpAssigned': 'TRUE',
    InstanceName: 'QCLOUD-TEST',
    'LoginSettings.Password': 'Qcloud@Test123++',
    'EnhancedService.SecurityService.Enabled': 'TRUE',
    InstanceCount: 1,
  });
  const instance = await shown(id);
  assert.equal(instance['RenewFlag'], 'NOTIFY_AND_AUTO_RENEW');
  assert.equal(instance['InstanceName'], 'QCLOUD-TEST');
  assert.deepEqual(instance['DataDisks'], [{ DiskType: 'LOCAL_BASIC', DiskSize: 100 }]);
  assert.equal((instance['InternetAccessible'] as Shown)['PublicIpAssigned'], 'TRUE');
  const before = Date.parse(String(instance['ExpiredTime']));
  await client.ok('RenewInstances', {
    'InstanceIds.1': id,
    'InstanceChargePrepaid.Period': 12,
    'InstanceChargePrepaid.RenewFlag': 'NOTIFY_AND_MANUAL_RENEW',
  });
  const renewed = await shown(id);
  assert.ok(Date.parse(String(renewed['ExpiredTime'])) > before + 360 * 86_400_000);
  assert.equal(renewed['RenewFlag'], 'NOTIFY_AND_MANUAL_RENEW');
  // One step: there is no recycle bin in 2017 (L44306).
  await client.ok('TerminateInstances', { 'InstanceIds.1': id });
  await cloud.passTime(60_000);
  const gone = await client.ok('DescribeInstances', { 'InstanceIds.1': id });
  assert.equal(gone['TotalCount'], 0);
});

test('stopped, started and rebooted by either generation, the instance is the same', async () => {
  const [id = ''] = await launched();
  assert.equal(await client.refusal('StartInstances', { 'InstanceIds.1': id }), NOT_SUPPORTED);
  await client.ok('StopInstances', { 'InstanceIds.1': id, ForceStop: 'FALSE' });
  assert.equal(await state(id), 'STOPPING');
  assert.equal(await client.refusal('StopInstances', { 'InstanceIds.1': id }), NOT_SUPPORTED);
  await cloud.passTime(120_000);
  assert.equal(await state(id), 'STOPPED');
  await cloud.ok('StartInstances', { InstanceIds: [id] });
  await cloud.passTime(120_000);
  assert.equal(await state(id), 'RUNNING');
  await client.ok('RebootInstances', { 'InstanceIds.1': id, ForceReboot: 'TRUE' });
  assert.equal(await state(id), 'REBOOTING');
  await cloud.passTime(120_000);
  assert.equal(await state(id), 'RUNNING');
});

test('filters narrow, their values widen; one of 3.0 alone is none (L50247, L42473)', async () => {
  const [id = ''] = await launched({ InstanceName: 'filtered' });
  const both = await client.ok('DescribeInstances', {
    'Filters.1.Name': 'zone',
    'Filters.1.Values.1': 'ap-guangzhou-1',
    'Filters.1.Values.2': 'ap-guangzhou-2',
    'Filters.3.Name': 'instance-name',
    'Filters.3.Values.0': 'filtered',
  });
  assert.deepEqual(
    (both['InstanceSet'] as readonly Shown[]).map((one) => one['InstanceId']),
    [id],
  );
  const filter = (name: string, value: string) =>
    client.refusal('DescribeInstances', { 'Filters.1.Name': name, 'Filters.1.Values.1': value });
  assert.equal(await filter('instance-state', 'RUNNING'), 'InvalidFilter');
  assert.equal(await filter('zone', 'ap-shanghai-1'), 'InvalidZone.MismatchRegion');
  assert.equal(await filter('private-ip-address', 'x'), 'InvalidParameterValue');
  assert.equal(await filter('instance-id', 'ins-1122'), 'InvalidInstanceId.Malformed');
  const exclusive = { 'InstanceIds.1': id, 'Filters.1.Name': 'zone', 'Filters.1.Values.1': 'a' };
  assert.equal(await client.refusal('DescribeInstances', exclusive), 'InvalidParameter');
});

test('the limits of RunInstances, each with the code of its page (L43286)', async () => {
  const refused = (changes: Readonly<Record<string, string | number>>) =>
    client.refusal('RunInstances', { ...least, ...changes });
  assert.equal(
    await client.refusal('RunInstances', { ImageId: least.ImageId }),
    'MissingParameter',
  );
  assert.equal(await refused({ InstanceChargeType: 'PREPAID' }), 'MissingParameter');
  const prepaid = { InstanceChargeType: 'PREPAID', 'InstanceChargePrepaid.Period': 48 };
  assert.equal(await refused(prepaid), 'InvalidPeriod');
  assert.equal(await refused({ InstanceCount: 101 }), 'InvalidParameterValue.Range');
  assert.equal(await refused({ InstanceName: '名'.repeat(21) }), 'InvalidInstanceName.TooLong');
  assert.equal(await refused({ ClientToken: 'x'.repeat(65) }), 'InvalidClientToken.TooLong');
  assert.equal(await refused({ InstanceType: 'nonsense' }), 'InvalidInstanceType.Malformed');
  assert.equal(await refused({ InstanceType: 'S1.NONE99' }), 'InvalidParameterValue');
  assert.equal(await refused({ 'Placement.Zone': 'ap-shanghai-1' }), 'InvalidZone.MismatchRegion');
  assert.equal(await refused({ 'Placement.HostIds.0': 'host-1' }), 'InvalidHostId.NotFound');
  for (const password of ['short1', 'Qcloud@TestApi123++', 'onlyLetters']) {
    assert.equal(await refused({ 'LoginSettings.Password': password }), 'InvalidPassword');
  }
  const groups = { 'SecurityGroupIds.0': 'sg-aaaaaaaa', 'SecurityGroupIds.1': 'sg-bbbbbbbb' };
  assert.equal(await refused(groups), 'InvalidParameterValue');
  assert.equal(await refused({ 'SecurityGroupIds.0': 'sg-aaaaaaaa' }), 'InvalidParameterValue');
  const disks = { 'DataDisks.0.DiskSize': 10, 'DataDisks.1.DiskSize': 10 };
  assert.equal(await refused(disks), 'InvalidParameterValue');
  assert.equal(await refused({ 'DataDisks.0.DiskSize': 15 }), 'InvalidParameterValue.Range');
  const network = { 'VirtualPrivateCloud.VpcId': 'vpc-1', 'VirtualPrivateCloud.SubnetId': 'x' };
  assert.equal(await refused(network), 'InvalidParameterValue');
});

test('a client token makes a repetition answer as the first did (L43193)', async () => {
  const asked = { ...least, ClientToken: 'once' };
  const first = await client.ok('RunInstances', asked);
  const second = await client.ok('RunInstances', asked);
  assert.deepEqual(second['InstanceIdSet'], first['InstanceIdSet']);
  const other = { ...asked, InstanceName: 'another' };
  assert.equal(await client.refusal('RunInstances', other), 'InvalidParameterValue');
});

test('what names no instance, or none at all, is told so', async () => {
  const unknown = { 'InstanceIds.1': 'ins-00000000' };
  assert.equal(await client.refusal('StopInstances', unknown), 'InvalidInstanceId.NotFound');
  assert.equal(await client.refusal('StopInstances'), 'MissingParameter');
  const malformed = { 'InstanceIds.1': 'ins-1122' };
  assert.equal(await client.refusal('RebootInstances', malformed), 'InvalidInstanceId.Malformed');
  const [id = ''] = await launched();
  const postpaid = { 'InstanceIds.1': id, 'InstanceChargePrepaid.Period': 1 };
  assert.equal(await client.refusal('RenewInstances', postpaid), NOT_SUPPORTED);
});

test('TerminateInstances takes both kinds of payment at once (L44281-44330)', async () => {
  const [byUse = ''] = await launched();
  const [inAdvance = ''] = await launched({
    InstanceChargeType: 'PREPAID',
    'InstanceChargePrepaid.Period': 1,
  });
  await client.ok('TerminateInstances', { 'InstanceIds.1': byUse, 'InstanceIds.2': inAdvance });
  await cloud.passTime(1_000);
  const left = await client.ok('DescribeInstances', { 'InstanceIds.1': byUse });
  assert.equal(left['TotalCount'], 0);
});

test('a value of the wrong type is one that is not valid (L44127, L44240, L42718)', async () => {
  const wrong = [
    ['StopInstances', { 'InstanceIds.1': 'ins-00000000', ForceStop: 'maybe' }],
    ['RebootInstances', { 'InstanceIds.1': 'ins-00000000', ForceReboot: 'maybe' }],
    ['DescribeInstancesStatus', { Limit: 'abc' }],
  ] as const;
  for (const [action, parameters] of wrong) {
    assert.equal(await client.refusal(action, parameters), 'InvalidParameterValue', action);
  }
});
