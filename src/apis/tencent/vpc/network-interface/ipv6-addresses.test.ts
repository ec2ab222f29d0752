import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;
const SETTLED_MS = 2_000;
const FREE_MAX = 30;

let cloud: TestCloud;
let vpc: string;
let subnet: string;
let plain: string;
let instance: string;
let block: string;

before(async () => {
  cloud = await startTestCloud();
  const made = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  vpc = (made['Vpc'] as Item)['VpcId'] as string;
  [subnet, plain] = [await newSubnet('10.0.1.0/24'), await newSubnet('10.0.2.0/24')];
  const { Ipv6CidrBlock } = await ok('AssignIpv6CidrBlock', { VpcId: vpc });
  block = String(Ipv6CidrBlock).replace('/56', '/64');
  await ok('AssignIpv6SubnetCidrBlock', {
    VpcId: vpc,
    Ipv6SubnetCidrBlocks: [{ SubnetId: subnet, Ipv6CidrBlock: block }],
  });
  [instance = ''] = await cloud.launchRunning({
    InstanceType: 'S5.MEDIUM4',
    VirtualPrivateCloud: { VpcId: vpc, SubnetId: subnet },
  });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);
const at = (last: string) => block.replace('/64', last);
const primary = () => instance.replace('ins-', 'eni-');

async function newSubnet(CidrBlock: string): Promise<string> {
  const asked = { VpcId: vpc, SubnetName: 's', CidrBlock, Zone: 'ap-guangzhou-3' };
  return ((await ok('CreateSubnet', asked))['Subnet'] as Item)['SubnetId'] as string;
}

async function newInterface(SubnetId = subnet): Promise<string> {
  const asked = { VpcId: vpc, SubnetId, NetworkInterfaceName: 'eth' };
  const { NetworkInterface } = await ok('CreateNetworkInterface', asked);
  return (NetworkInterface as Item)['NetworkInterfaceId'] as string;
}

async function assigned(id: string, body: object): Promise<readonly Item[]> {
  const { Ipv6AddressSet } = await ok('AssignIpv6Addresses', { NetworkInterfaceId: id, ...body });
  return Ipv6AddressSet as readonly Item[];
}

async function shownOf(id: string): Promise<readonly Item[]> {
  const { NetworkInterfaceSet } = await ok('DescribeNetworkInterfaces', {
    NetworkInterfaceIds: [id],
  });
  return (NetworkInterfaceSet as readonly Item[])[0]?.['Ipv6AddressSet'] as readonly Item[];
}

const unassign = (id: string, ...addresses: readonly string[]) => ({
  NetworkInterfaceId: id,
  Ipv6Addresses: addresses.map((Address) => ({ Address })),
});

test('an interface is given IPv6 addresses of its subnet, and gives them back', async () => {
  const id = await newInterface();
  const first = { Address: at('AB'), Description: 'first' };
  const [named, drawn, ...more] = await assigned(id, {
    Ipv6Addresses: [first],
    Ipv6AddressCount: 1,
  });
  assert.equal(more.length, 0);
  assert.deepEqual(named, {
    Address: at('ab'),
    Primary: false,
    AddressId: '',
    Description: 'first',
    IsWanIpBlocked: false,
    State: 'AVAILABLE',
    PublicIpAddress: '',
    AddressType: 'GUA',
  });
  assert.ok(String(drawn?.['Address']).startsWith(block.replace('::/64', ':')));
  assert.deepEqual(await shownOf(id), [named, drawn]);
  const upper = at('ab').toUpperCase();
  const found = await ok('DescribeNetworkInterfaces', {
    Filters: [{ Name: 'address-ipv6', Values: [upper] }],
  });
  assert.equal(found['TotalCount'], 1);
  const note = { Address: String(drawn?.['Address']), Description: 'second' };
  const noted = { NetworkInterfaceId: id, Ipv6Addresses: [note] };
  await ok('ModifyIpv6AddressesAttribute', noted);
  assert.equal((await shownOf(id))[1]?.['Description'], 'second');
  await ok('UnassignIpv6Addresses', unassign(id, note.Address));
  assert.deepEqual(await shownOf(id), [named]);
  assert.equal(
    await refusal('UnassignIpv6Addresses', unassign(id, note.Address)),
    'ResourceNotFound',
  );
  assert.equal(await refusal('ModifyIpv6AddressesAttribute', noted), 'ResourceNotFound');
  await ok('DeleteNetworkInterface', { NetworkInterfaceId: id });
});

test('what cannot be given is refused', async () => {
  const [id, outside] = [await newInterface(), await newInterface(plain)];
  const give = (NetworkInterfaceId: string, body: object) =>
    refusal('AssignIpv6Addresses', { NetworkInterfaceId, ...body });
  const named = (...addresses: readonly string[]) => ({
    Ipv6Addresses: addresses.map((Address) => ({ Address })),
  });
  const none = 'UnsupportedOperation.UnassignCidrBlock';
  assert.equal(await give(outside, { Ipv6AddressCount: 1 }), none);
  assert.equal(await give(id, {}), 'MissingParameter');
  assert.equal(await give(id, named('10.0.0.1')), 'InvalidParameterValue.Malformed');
  assert.equal(await give(id, named(at('::'))), 'InvalidParameterValue.Malformed');
  assert.equal(await give(id, named(at(''))), 'InvalidParameterValue.Range');
  assert.equal(await give(id, named('2001:db8:ffff::1')), 'InvalidParameterValue.Range');
  assert.equal(await give(id, named(at('1'), at('1'))), 'InvalidParameterValue.Malformed');
  await assigned(id, named(at('1')));
  assert.equal(await give(id, named(at('1'))), 'ResourceInUse.Address');
  assert.equal(await give(id, { Ipv6AddressCount: FREE_MAX }), 'LimitExceeded.Address');
  await assigned(id, { Ipv6AddressCount: FREE_MAX - 1 });
  assert.equal(await give('eni-00000000', { Ipv6AddressCount: 1 }), 'ResourceNotFound');
  for (const NetworkInterfaceId of [id, outside]) {
    await ok('DeleteNetworkInterface', { NetworkInterfaceId });
  }
});

test('an instance shows those of its primary interface, as many as its type allows', async () => {
  const asked = { NetworkInterfaceId: primary(), Ipv6AddressCount: 7 };
  assert.equal(await refusal('AssignIpv6Addresses', asked), 'LimitExceeded.Address');
  const [held] = await assigned(primary(), { Ipv6AddressCount: 1 });
  const address = String(held?.['Address']);
  const show = async (body: object) =>
    (await cloud.ok('DescribeInstances', body))['InstanceSet'] as readonly Item[];
  const [shown] = await show({ Filters: [{ Name: 'ipv6-address', Values: [address] }] });
  assert.equal(shown?.['InstanceId'], instance);
  assert.deepEqual(shown['IPv6Addresses'], [address]);
  assert.equal((shown['VirtualPrivateCloud'] as Item)['Ipv6AddressCount'], 1);
  const back = { VpcId: vpc, Ipv6SubnetCidrBlocks: [{ SubnetId: subnet, Ipv6CidrBlock: block }] };
  assert.equal(await refusal('UnassignIpv6SubnetCidrBlock', back), 'ResourceInUse');
  await ok('UnassignIpv6Addresses', unassign(primary(), address));
  const [bare] = await show({ InstanceIds: [instance] });
  assert.equal(bare?.['IPv6Addresses'], null);
  assert.deepEqual(await show({ Filters: [{ Name: 'ipv6-address', Values: [address] }] }), []);
});

test('a launch asks for IPv6 addresses of the primary interface', async () => {
  const launch = (Ipv6AddressCount: number, SubnetId = subnet) => ({
    InstanceType: 'S5.MEDIUM4',
    VirtualPrivateCloud: { VpcId: vpc, SubnetId, Ipv6AddressCount },
  });
  const refused = (body: object) => cloud.refusal('RunInstances', { ...launchBody, ...body });
  assert.equal(await refused(launch(7)), 'LimitExceeded.IPv6AddressNum');
  const without = 'InvalidParameterValue.VpcNotSupportIpv6Address';
  assert.equal(await refused(launch(1, plain)), without);
  const InstanceIds = await cloud.launchRunning({ ...launch(6), InstanceCount: 2 });
  const shown = (await cloud.ok('DescribeInstances', { InstanceIds }))['InstanceSet'];
  for (const one of shown as readonly Item[]) {
    assert.equal((one['IPv6Addresses'] as readonly string[]).length, 6);
  }
  await cloud.ok('TerminateInstances', { InstanceIds });
  await cloud.passTime(SETTLED_MS);
});

test('a subnet gives its block back once no interface has an address of it', async () => {
  const id = await newInterface();
  await assigned(id, { Ipv6AddressCount: 1 });
  const back = { VpcId: vpc, Ipv6SubnetCidrBlocks: [{ SubnetId: subnet, Ipv6CidrBlock: block }] };
  assert.equal(await refusal('UnassignIpv6SubnetCidrBlock', back), 'ResourceInUse');
  await ok('DeleteNetworkInterface', { NetworkInterfaceId: id });
  await cloud.ok('TerminateInstances', { InstanceIds: [instance] });
  await cloud.passTime(SETTLED_MS);
  await ok('UnassignIpv6SubnetCidrBlock', back);
});
