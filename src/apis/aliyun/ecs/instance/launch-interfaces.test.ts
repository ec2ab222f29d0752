import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  IMAGE,
  type GivenParameters,
  startTestCloud,
  VPC_VERSION,
  type TestCloud,
  type TestNetwork,
} from '../../cloud.test-support.ts';

const vpcApi = { version: VPC_VERSION } as const;
const SETTLED_MS = 60_000;
const base = { ImageId: IMAGE, InstanceType: 'ecs.g6.large' };

interface Shown {
  readonly NetworkInterfaceId: string;
  readonly Type: string;
  readonly PrimaryIpAddress: string;
  readonly PrivateIpSets: { readonly PrivateIpSet: readonly unknown[] };
  readonly Ipv6Sets: { readonly Ipv6Set: ReadonlyArray<{ readonly Ipv6Address: string }> };
}

let cloud: TestCloud;
let network: TestNetwork;
let prefix: string;

before(async () => {
  cloud = await startTestCloud();
  network = await cloud.network('10.0.0.0/16');
  const { vpc: VpcId, vSwitch: VSwitchId } = network;
  await cloud.ok('AssociateVpcCidrBlock', { VpcId, IpVersion: 'IPV6' }, vpcApi);
  await cloud.ok('ModifyVSwitchAttribute', { VSwitchId, Ipv6CidrBlock: 5 }, vpcApi);
  const shown = await cloud.ok('DescribeVSwitchAttributes', { VSwitchId }, vpcApi);
  prefix = String(shown['Ipv6CidrBlock']).replace('/64', '');
});
after(() => cloud.stop());

const place = () => ({ VSwitchId: network.vSwitch, SecurityGroupId: network.group });
const secondary = (more: GivenParameters = {}) => ({
  ...place(),
  'NetworkInterface.1.VSwitchId': network.vSwitch,
  ...more,
});

async function launched(more: GivenParameters): Promise<readonly Shown[]> {
  const [instance = ''] = await cloud.launchRunning({ ...place(), ...more });
  await cloud.passTime(SETTLED_MS);
  return interfacesOf(instance);
}

async function interfacesOf(instance: string): Promise<readonly Shown[]> {
  const asked = { InstanceIds: JSON.stringify([instance]) };
  const { Instances } = await cloud.ok('DescribeInstances', asked);
  const shown = Instances as {
    readonly Instance: ReadonlyArray<{
      readonly NetworkInterfaces: { readonly NetworkInterface: readonly Shown[] };
    }>;
  };
  return shown.Instance[0]?.NetworkInterfaces.NetworkInterface ?? [];
}

async function shownAs(NetworkInterfaceId: string) {
  const answer = await cloud.ok('DescribeNetworkInterfaceAttribute', { NetworkInterfaceId });
  return answer;
}

test('each instance has the secondary interfaces that its launch describes', async () => {
  const [primary, second, ...others] = await launched({
    'NetworkInterface.1.VSwitchId': network.vSwitch,
    'NetworkInterface.1.NetworkInterfaceName': 'second',
    'NetworkInterface.1.Description': 'made with it',
    'NetworkInterface.1.PrimaryIpAddress': '10.0.1.77',
    'NetworkInterface.1.SecondaryPrivateIpAddressCount': 1,
    'NetworkInterface.1.DeleteOnRelease': false,
  });
  assert.equal(others.length, 0);
  assert.equal(primary?.Type, 'Primary');
  assert.equal(second?.Type, 'Secondary');
  assert.equal(second.PrimaryIpAddress, '10.0.1.77');
  assert.equal(second.PrivateIpSets.PrivateIpSet.length, 2);
  const shown = await shownAs(second.NetworkInterfaceId);
  assert.equal(shown['Status'], 'InUse');
  assert.equal(shown['NetworkInterfaceName'], 'second');
  assert.equal(shown['DeleteOnRelease'], false);
  assert.deepEqual(shown['SecurityGroupIds'], { SecurityGroupId: [network.group] });
  const instance = String(shown['InstanceId']);
  await cloud.ok('DeleteInstance', { InstanceId: instance, Force: true });
  await cloud.passTime(SETTLED_MS);
  assert.equal((await shownAs(second.NetworkInterfaceId))['Status'], 'Available');
  // One that is there comes with a launch as well.
  const [, again] = await launched({
    'NetworkInterface.1.NetworkInterfaceId': second.NetworkInterfaceId,
  });
  assert.equal(again?.NetworkInterfaceId, second.NetworkInterfaceId);
  const taken = { 'NetworkInterface.1.NetworkInterfaceId': second.NetworkInterfaceId };
  assert.equal(
    await cloud.refusal('RunInstances', { ...base, ...place(), ...taken }),
    '403 InvalidOperation.InvalidNetworkInterfaceId',
  );
});

test('the primary interface has the IPv6 addresses that its launch asks for', async () => {
  const [counted] = await launched({ Ipv6AddressCount: 1 });
  assert.equal(counted?.Ipv6Sets.Ipv6Set.length, 1);
  const [named] = await launched({ 'Ipv6Address.1': `${prefix}abc` });
  assert.equal(named?.Ipv6Sets.Ipv6Set[0]?.Ipv6Address, `${prefix}abc`);
});

test('what no instance can have is refused in the codes of the page', async () => {
  const other = await cloud.network('10.9.0.0/16');
  const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
    [{ Ipv6AddressCount: 10 }, '403 InvalidOperation.Ipv6CountExceeded'],
    [{ 'Ipv6Address.1': 'x' }, '403 InvalidIp.Address'],
    [{ 'Ipv6Address.1': `${prefix}abc` }, '403 InvalidIp.IpAssigned'],
    [{ 'Ipv6Address.1': '2001:db8:ffff::1' }, '403 InvalidVSwitchId.IpInvalid'],
    [{ 'Ipv6Address.1': `${prefix}1`, Amount: 2 }, '400 InvalidParam.NetworkInterface'],
    [{ 'Ipv6Address.1': `${prefix}1`, Ipv6AddressCount: 1 }, '400 InvalidParam.NetworkInterface'],
    [secondary({ 'NetworkInterface.1.Ipv6AddressCount': 1 }), '400 InvalidParam.NetworkInterface'],
    [
      secondary({ 'NetworkInterface.1.PrimaryIpAddress': '10.0.1.99', Amount: 2 }),
      '400 InvalidPrimaryIpAddress.SizeInvalid',
    ],
    [
      secondary({
        'NetworkInterface.1.PrimaryIpAddress': '10.0.1.99',
        PrivateIpAddress: '10.0.1.90',
        Amount: 2,
      }),
      '400 InvalidParam.SecondaryNetworkInterface',
    ],
    [
      secondary({
        'NetworkInterface.1.VSwitchId': other.vSwitch,
        'NetworkInterface.1.SecurityGroupId': other.group,
      }),
      '403 InvalidParameter.NetworkInterface',
    ],
    [
      secondary({ 'NetworkInterface.1.NetworkInterfaceTrafficMode': 'HighPerformance' }),
      '403 InvalidParameter.EniTrafficMode',
    ],
    [
      secondary({ 'NetworkInterface.1.QueueNumber': 0 }),
      '403 InvalidParameter.InvalidEniQueueNumber',
    ],
    [
      Object.fromEntries(
        Array.from({ length: 12 }, (_, at) => [
          `NetworkInterface.${at + 1}.VSwitchId`,
          network.vSwitch,
        ]),
      ),
      '403 InvalidParameter.EniNumExceededWithLaunchEcs',
    ],
    [
      { 'NetworkInterface.1.NetworkInterfaceId': 'eni-bp67acfmxazb4paaaaaa' },
      '403 InvalidEniId.NotFound',
    ],
    [
      { VSwitchId: other.vSwitch, SecurityGroupId: other.group, Ipv6AddressCount: 1 },
      '403 InvalidVSwitch.Ipv6NotTurnOn',
    ],
  ];
  for (const [parameters, code] of cases) {
    const asked = { ...base, ...place(), ...parameters };
    assert.equal(await cloud.refusal('RunInstances', asked), code, JSON.stringify(parameters));
  }
});

test('an instance whose machine cannot be made leaves what was to outlive it', async () => {
  cloud.server.simulator?.provoke({ effect: 'fail', verb: 'create', times: 1 });
  await cloud.launch({
    ...place(),
    'NetworkInterface.1.NetworkInterfaceName': 'going',
    'NetworkInterface.2.NetworkInterfaceName': 'staying',
    'NetworkInterface.2.DeleteOnRelease': false,
    InstanceType: 'ecs.g6.xlarge',
  });
  await cloud.passTime(SETTLED_MS);
  const named = async (NetworkInterfaceName: string) => {
    const { NetworkInterfaceSets } = await cloud.ok('DescribeNetworkInterfaces', {
      NetworkInterfaceName,
    });
    const { NetworkInterfaceSet: set } = NetworkInterfaceSets as {
      readonly NetworkInterfaceSet: ReadonlyArray<{
        readonly Status: string;
        readonly NetworkInterfaceId: string;
      }>;
    };
    return set;
  };
  assert.deepEqual(await named('going'), []);
  const [left] = await named('staying');
  assert.equal(left?.Status, 'Available');
  await cloud.ok('DeleteNetworkInterface', { NetworkInterfaceId: left.NetworkInterfaceId });
});
