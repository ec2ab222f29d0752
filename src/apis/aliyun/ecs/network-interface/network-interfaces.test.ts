import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud, type TestNetwork } from '../../cloud.test-support.ts';

let cloud: TestCloud;
let network: TestNetwork;
let instance: string;
before(async () => {
  cloud = await startTestCloud();
  network = await cloud.network('10.0.0.0/16');
  const launch = { VSwitchId: network.vSwitch, SecurityGroupId: network.group };
  [instance = ''] = await cloud.launchRunning(launch);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const list = 'DescribeNetworkInterfaces';

async function listed(given: Given = {}): Promise<readonly Item[]> {
  const { NetworkInterfaceSets, TotalCount } = await cloud.ok(list, given);
  const { NetworkInterfaceSet: sets } = NetworkInterfaceSets as {
    readonly NetworkInterfaceSet: readonly Item[];
  };
  assert.equal(TotalCount, sets.length);
  return sets;
}

test('the interface of an instance is the one that the instance shows', async () => {
  const shown = await cloud.showOne(instance);
  const { NetworkInterface } = shown['NetworkInterfaces'] as {
    readonly NetworkInterface: readonly Item[];
  };
  const [own] = NetworkInterface;
  const id = String(own?.['NetworkInterfaceId']);
  const [one] = await listed({ 'NetworkInterfaceId.1': id });
  const none = { AllocationId: '', PublicIpAddress: '' };
  const PrivateIpAddress = own?.['PrimaryIpAddress'];
  assert.deepEqual(one, {
    AssociatedPublicIp: none,
    Attachment: {
      DeviceIndex: 0,
      InstanceId: instance,
      NetworkCardIndex: 0,
      TrunkNetworkInterfaceId: '',
    },
    CreationTime: '2026-01-02T03:04:05Z',
    DeleteOnRelease: true,
    Description: '',
    InstanceId: instance,
    Ipv4PrefixSets: { Ipv4PrefixSet: [] },
    Ipv6PrefixSets: { Ipv6PrefixSet: [] },
    Ipv6Sets: { Ipv6Set: [] },
    MacAddress: own?.['MacAddress'],
    NetworkInterfaceId: id,
    NetworkInterfaceName: '',
    NetworkInterfaceTrafficMode: 'Standard',
    OwnerId: one?.['OwnerId'],
    PrivateIpAddress,
    PrivateIpSets: {
      PrivateIpSet: [
        { AssociatedPublicIp: none, Primary: true, PrivateDnsName: '', PrivateIpAddress },
      ],
    },
    QueueNumber: 1,
    QueuePairNumber: 0,
    ResourceGroupId: one?.['ResourceGroupId'],
    SecurityGroupIds: { SecurityGroupId: [network.group] },
    ServiceID: 0,
    ServiceManaged: false,
    SourceDestCheck: false,
    Status: 'InUse',
    Tags: { Tag: [] },
    Type: 'Primary',
    VSwitchId: network.vSwitch,
    VpcId: network.vpc,
    ZoneId: 'cn-guangzhou-a',
  });
});

test('interfaces are found by each parameter of the page', async () => {
  const [one] = await listed();
  const address = String(one?.['PrivateIpAddress']);
  const found: ReadonlyArray<readonly [Given, number]> = [
    [{ InstanceId: instance }, 1],
    [{ InstanceId: 'i-nobody' }, 0],
    [{ 'NetworkInterfaceId.1': 'eni-nobody' }, 0],
    [{ VSwitchId: network.vSwitch, VpcId: network.vpc }, 1],
    [{ VSwitchId: 'vsw-nobody' }, 0],
    [{ SecurityGroupId: network.group }, 1],
    [{ SecurityGroupId: 'sg-nobody' }, 0],
    [{ PrimaryIpAddress: address }, 1],
    [{ PrimaryIpAddress: '10.0.1.250' }, 0],
    [{ PrimaryIpAddress: 'x' }, 0],
    [{ 'PrivateIpAddress.1': address, PrimaryIpAddress: address }, 1],
    [{ 'PrivateIpAddress.1': '10.0.1.250', PrimaryIpAddress: address }, 0],
    [{ Type: 'Primary', Status: 'InUse' }, 1],
    [{ Type: 'Secondary' }, 0],
    [{ Status: 'Available' }, 0],
    [{ NetworkInterfaceName: 'nobody' }, 0],
    [{ ServiceManaged: true }, 0],
    [{ ServiceManaged: false }, 1],
    [{ 'Tag.1.Key': 'a' }, 0],
    [{ 'Ipv6Address.1': '2408::1' }, 0],
    [{ ResourceGroupId: 'rg-nobody' }, 0],
    [{ PageSize: 500, MaxResults: 500 }, 1],
  ];
  for (const [given, count] of found) {
    assert.equal((await listed(given)).length, count, JSON.stringify(given));
  }
});

test('lists are refused in the codes of their page', async () => {
  assert.equal(await cloud.refusal(list, { Type: 'Third' }), '400 InvalidParameter');
  assert.equal(await cloud.refusal(list, { Status: 'Odd' }), '400 InvalidParameter');
  assert.equal(await cloud.refusal(list, { PageSize: 501 }), '400 InvalidParameter');
  const many = Object.fromEntries(
    Array.from({ length: 101 }, (_, index) => [`NetworkInterfaceId.${index + 1}`, 'eni-nobody']),
  );
  assert.equal(await cloud.refusal(list, many), '400 InvalidParameter');
});

test('an interface goes with its instance', async () => {
  await cloud.ok('DeleteInstance', { InstanceId: instance, Force: true });
  await cloud.passTime(60_000);
  assert.deepEqual(await listed(), []);
});

test('a security group that is named twice is one', async () => {
  const { vSwitch: VSwitchId, group } = network;
  const twice = { VSwitchId, 'SecurityGroupIds.1': group, 'SecurityGroupIds.2': group };
  const made = await cloud.ok('CreateNetworkInterface', twice);
  const NetworkInterfaceId = String(made['NetworkInterfaceId']);
  const again = { NetworkInterfaceId, 'SecurityGroupId.1': group, 'SecurityGroupId.2': group };
  await cloud.ok('ModifyNetworkInterfaceAttribute', again);
  const [shown] = await listed({ 'NetworkInterfaceId.1': NetworkInterfaceId });
  assert.deepEqual(shown?.['SecurityGroupIds'], { SecurityGroupId: [group] });
  await cloud.ok('DeleteNetworkInterface', { NetworkInterfaceId });
});
