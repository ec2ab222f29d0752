import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { client2017, type Client2017 } from '../client.test-support.ts';

const action = 'UpdateInstanceVpcConfig';
const SETTLED_MS = 60_000;

type Item = Readonly<Record<string, unknown>>;

let cloud: TestCloud;
let client: Client2017;
let vpc: string;
let other: string;
let near: string;
let far: string;
let elsewhere: string;
before(async () => {
  cloud = await startTestCloud();
  client = client2017(cloud.server);
  [vpc, other] = [await newVpc('10.0.0.0/16'), await newVpc('10.1.0.0/16')];
  [near, far] = [await newSubnet(vpc, '10.0.1.0/24'), await newSubnet(vpc, '10.0.2.0/24')];
  elsewhere = await newSubnet(other, '10.1.1.0/24');
});
after(() => cloud.stop());

const inVpc = (name: string, body: object) => cloud.ok(name, body, { service: 'vpc' });

async function newVpc(CidrBlock: string): Promise<string> {
  const { Vpc } = await inVpc('CreateVpc', { VpcName: 'one', CidrBlock });
  return String((Vpc as Item)['VpcId']);
}

async function newSubnet(VpcId: string, CidrBlock: string): Promise<string> {
  const asked = { VpcId, SubnetName: 's', CidrBlock, Zone: 'ap-guangzhou-3' };
  return String(((await inVpc('CreateSubnet', asked))['Subnet'] as Item)['SubnetId']);
}

async function launched(): Promise<string> {
  const [id = ''] = await cloud.launchRunning({
    HostName: 'web',
    VirtualPrivateCloud: { VpcId: vpc, SubnetId: near },
  });
  return id;
}

const to = (VpcId: string, SubnetId: string, address?: string) => ({
  'VirtualPrivateCloud.VpcId': VpcId,
  'VirtualPrivateCloud.SubnetId': SubnetId,
  ...(address !== undefined && { 'VirtualPrivateCloud.PrivateIpAddresses.1': address }),
});

async function placeOf(id: string): Promise<readonly unknown[]> {
  const [shown = {} as Item] = await cloud.show([id]);
  const { SubnetId } = shown['VirtualPrivateCloud'] as Item;
  const [address] = shown['PrivateIpAddresses'] as readonly unknown[];
  return [SubnetId, address, shown['InstanceState'], shown['LatestOperationState']];
}

test('it stops the instance, moves it and starts it again (seed 004 L46608)', async () => {
  const id = await launched();
  const answer = await client.ok(action, { InstanceId: id, ...to(vpc, far, '10.0.2.50') });
  assert.deepEqual(Object.keys(answer), ['RequestId']);
  assert.equal((await placeOf(id))[2], 'STOPPING');
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual(await placeOf(id), [far, '10.0.2.50', 'RUNNING', 'SUCCESS']);
  const [shown] = await cloud.show([id]);
  assert.equal(shown?.['LatestOperation'], 'ModifyInstancesVpcAttribute');
  // In its own subnet too, where any address does.
  await client.ok(action, { InstanceId: id, ...to(vpc, far) });
  await cloud.passTime(SETTLED_MS);
  const [subnet, address, state] = await placeOf(id);
  assert.deepEqual([subnet, state], [far, 'RUNNING']);
  assert.match(String(address), /^10\.0\.2\.(?!50$)/);
});

test('ForceStop FALSE leaves a running one alone, and moves a stopped one', async () => {
  const id = await launched();
  const asked = { InstanceId: id, ...to(vpc, far, '10.0.2.60'), ForceStop: 'FALSE' };
  const before = await placeOf(id);
  const { Error: refused } = await client.call(action, asked);
  assert.equal((refused as Item | undefined)?.['Code'], 'InternalError.ResourceOpFailed');
  assert.deepEqual(await placeOf(id), before);
  await client.ok('StopInstances', { 'InstanceIds.1': id });
  await cloud.passTime(SETTLED_MS);
  await client.ok(action, asked);
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual(await placeOf(id), [far, '10.0.2.60', 'STOPPED', 'SUCCESS']);
});

test('it is refused in the codes of its page', async () => {
  const id = await launched();
  const refused = (network: Readonly<Record<string, string>>) =>
    client.refusal(action, { InstanceId: id, ...network });
  assert.equal(await refused(to(vpc, far, '10.0.9.9')), 'VpcAddrNotInSubNet');
  const [, address] = await placeOf(id);
  assert.equal(await refused(to(vpc, near, String(address))), 'VpcIpIsUsed');
  assert.equal(await refused(to(other, elsewhere)), 'VpcIdNotMatch');
  assert.equal(await refused(to('vpc', far)), 'InvalidParameterValue');
  assert.equal(await refused(to(vpc, 'subnet')), 'InvalidParameterValue');
  // Its further addresses are of the subnet that it would leave.
  const Filters = [{ Name: 'attachment.instance-id', Values: [id] }];
  const { NetworkInterfaceSet: set } = await inVpc('DescribeNetworkInterfaces', { Filters });
  const [{ NetworkInterfaceId } = {} as Item] = set as readonly Item[];
  const more = { NetworkInterfaceId, SecondaryPrivateIpAddressCount: 1 };
  await inVpc('AssignPrivateIpAddresses', more);
  await cloud.passTime(SETTLED_MS);
  assert.equal(await refused(to(vpc, far)), 'EniNotAllowedChangeSubnet');
  await client.ok(action, { InstanceId: id, ...to(vpc, near, '10.0.1.77') });
  await cloud.passTime(SETTLED_MS);
  assert.deepEqual(await placeOf(id), [near, '10.0.1.77', 'RUNNING', 'SUCCESS']);
});
