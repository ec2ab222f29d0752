import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;
const action = 'ModifyInstancesVpcAttribute';
const SETTLED_MS = 5_000;

let cloud: TestCloud;
let vpc: string;
let other: string;
let subnets: readonly string[];

type Item = Readonly<Record<string, unknown>>;

before(async () => {
  cloud = await startTestCloud();
  vpc = await newVpc('10.0.0.0/16');
  other = await newVpc('10.1.0.0/16');
  subnets = [
    await newSubnet(vpc, '10.0.1.0/24'),
    await newSubnet(vpc, '10.0.2.0/24'),
    await newSubnet(other, '10.1.1.0/24'),
    await newSubnet(vpc, '10.0.3.0/24', 'ap-guangzhou-4'),
  ];
});
after(() => cloud.stop());

const inVpc = (name: string, body: object) => cloud.ok(name, body, service);

async function newVpc(CidrBlock: string): Promise<string> {
  const { Vpc } = await inVpc('CreateVpc', { VpcName: 'one', CidrBlock });
  return (Vpc as Item)['VpcId'] as string;
}

async function newSubnet(VpcId: string, CidrBlock: string, Zone = 'ap-guangzhou-3') {
  const { Subnet } = await inVpc('CreateSubnet', { VpcId, SubnetName: 's', CidrBlock, Zone });
  return (Subnet as Item)['SubnetId'] as string;
}

async function launch(count = 1): Promise<readonly string[]> {
  return cloud.launchRunning({
    InstanceCount: count,
    HostName: 'web',
    VirtualPrivateCloud: { VpcId: vpc, SubnetId: subnets[0] },
  });
}

const to = (VpcId: string, SubnetId: string | undefined, addresses?: readonly string[]) => ({
  VirtualPrivateCloud: { VpcId, SubnetId, PrivateIpAddresses: addresses },
});

async function placeOf(id: string): Promise<readonly unknown[]> {
  const [shown = {} as Item] = await cloud.show([id]);
  const { VpcId, SubnetId } = shown['VirtualPrivateCloud'] as Item;
  const addresses = shown['PrivateIpAddresses'] as readonly unknown[];
  const filter = [{ Name: 'attachment.instance-id', Values: [id] }];
  const { NetworkInterfaceSet: set } = await inVpc('DescribeNetworkInterfaces', {
    Filters: filter,
  });
  const [one = {}] = set as readonly Item[];
  const [address] = one['PrivateIpAddressSet'] as readonly Item[];
  assert.deepEqual(
    [one['VpcId'], one['SubnetId'], address?.['PrivateIpAddress']],
    [VpcId, SubnetId, addresses[0]],
  );
  return [VpcId, SubnetId, addresses[0], shown['InstanceState']];
}

test('instances get the addresses that are named for them, and run again', async () => {
  const ids = await launch(2);
  const body = { InstanceIds: ids, ...to(vpc, subnets[1], ['10.0.2.50', '10.0.2.40']) };
  await cloud.ok(action, body);
  const [between] = await cloud.show(ids.slice(0, 1));
  assert.equal(between?.['InstanceState'], 'STOPPING');
  assert.equal(between?.['LatestOperation'], action);
  assert.equal(between?.['LatestOperationState'], 'OPERATING');
  assert.equal(await cloud.refusal(action, body), 'MutexOperation.TaskRunning');
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual(await placeOf(ids[0] ?? ''), [vpc, subnets[1], '10.0.2.50', 'RUNNING']);
  assert.deepEqual(await placeOf(ids[1] ?? ''), [vpc, subnets[1], '10.0.2.40', 'RUNNING']);
  const [after] = await cloud.show(ids.slice(0, 1));
  assert.equal(after?.['LatestOperationState'], 'SUCCESS');
});

test('a stopped one stays stopped, and gets any address in another network', async () => {
  const [id = ''] = await launch();
  await cloud.ok('StopInstances', { InstanceIds: [id] });
  await cloud.passTime(SETTLED_MS);
  const kept = { InstanceIds: [id], ...to(other, subnets[2]), ReserveHostName: true };
  await cloud.ok(action, kept);
  await cloud.passTime(SETTLED_MS);
  const [place, subnet, address, state] = await placeOf(id);
  assert.deepEqual([place, subnet, state], [other, subnets[2], 'STOPPED']);
  assert.match(String(address), /^10\.1\.1\./);
});

test('where it cannot be done, the address before is kept and the new one is free', async () => {
  const [id = ''] = await launch();
  const before = await placeOf(id);
  cloud.server.simulator?.provoke({ effect: 'fail', verb: 'readdress', times: 1 });
  await cloud.ok(action, { InstanceIds: [id], ...to(vpc, subnets[1], ['10.0.2.99']) });
  await cloud.passTime(60_000);
  assert.deepEqual(await placeOf(id), before);
  const [shown] = await cloud.show([id]);
  assert.equal(shown?.['LatestOperationState'], 'FAILED');
  await cloud.ok(action, { InstanceIds: [id], ...to(vpc, subnets[1], ['10.0.2.99']) });
  await cloud.passTime(SETTLED_MS);
  assert.equal((await placeOf(id))[2], '10.0.2.99');
});

test('it is refused in the codes of the page', async () => {
  const [id = ''] = await launch();
  const refused = (network: object, more: object = {}) =>
    cloud.refusal(action, { InstanceIds: [id], ...network, ...more });
  assert.equal(
    await cloud.refusal(action, { InstanceIds: ['ins-00000000'], ...to(vpc, subnets[0]) }),
    'InvalidInstanceId.NotFound',
  );
  assert.equal(await refused(to('vpc', subnets[1])), 'InvalidParameterValue.VpcIdMalformed');
  assert.equal(await refused(to(vpc, 'subnet')), 'InvalidParameterValue.SubnetIdMalformed');
  assert.equal(await refused(to(vpc, 'subnet-00000000')), 'ResourceNotFound');
  assert.equal(await refused(to(other, subnets[1])), 'ResourceNotFound');
  assert.equal(await refused(to(vpc, subnets[3])), 'InvalidParameterValue');
  assert.equal(await refused(to(vpc, subnets[1], ['10.0.9.9'])), 'VpcAddrNotInSubNet');
  const [, , address] = await placeOf(id);
  assert.equal(await refused(to(vpc, subnets[0], [String(address)])), 'VpcIpIsUsed');
  const two = to(vpc, subnets[1], ['10.0.2.7', '10.0.2.8']);
  assert.equal(await refused(two), 'InvalidParameter');
  assert.equal(
    await refused(to(vpc, subnets[1]), { ForceStop: false }),
    'UnsupportedOperation.InstanceStateRunning',
  );
  const made = await inVpc('CreateNetworkInterface', {
    VpcId: vpc,
    SubnetId: subnets[0],
    NetworkInterfaceName: 'second',
  });
  const { NetworkInterfaceId } = made['NetworkInterface'] as Item;
  await inVpc('AttachNetworkInterface', { NetworkInterfaceId, InstanceId: id });
  await cloud.passTime(SETTLED_MS);
  assert.equal(
    await refused(to(other, subnets[2])),
    'UnsupportedOperation.ElasticNetworkInterface',
  );
});

test('an interface gets no address of the subnet that its instance is leaving', async () => {
  const [id = ''] = await launch();
  const Filters = [{ Name: 'attachment.instance-id', Values: [id] }];
  const { NetworkInterfaceSet } = await inVpc('DescribeNetworkInterfaces', { Filters });
  const [{ NetworkInterfaceId } = {} as Item] = NetworkInterfaceSet as readonly Item[];
  await cloud.ok(action, { InstanceIds: [id], ...to(vpc, subnets[1]) });
  const more = { NetworkInterfaceId, SecondaryPrivateIpAddressCount: 1 };
  assert.equal(
    await cloud.refusal('AssignPrivateIpAddresses', more, service),
    'UnsupportedOperation.MutexOperationTaskRunning',
  );
  await cloud.passTime(60_000);
  await inVpc('AssignPrivateIpAddresses', more);
});
