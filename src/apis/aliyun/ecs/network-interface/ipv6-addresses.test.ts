import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  startTestCloud,
  VPC_VERSION,
  type GivenParameters,
  type TestCloud,
  type TestNetwork,
} from '../../cloud.test-support.ts';

const vpcApi = { version: VPC_VERSION } as const;

interface Shown {
  readonly NetworkInterfaceId: string;
  readonly Ipv6Sets: { readonly Ipv6Set: ReadonlyArray<{ readonly Ipv6Address: string }> };
}

let cloud: TestCloud;
let network: TestNetwork;
let instance: string;
let prefix: string;

before(async () => {
  cloud = await startTestCloud();
  network = await cloud.network('10.0.0.0/16');
  const { vpc: VpcId, vSwitch: VSwitchId } = network;
  await cloud.ok('AssociateVpcCidrBlock', { VpcId, IpVersion: 'IPV6' }, vpcApi);
  await cloud.ok('ModifyVSwitchAttribute', { VSwitchId, Ipv6CidrBlock: 5 }, vpcApi);
  const shown = await cloud.ok('DescribeVSwitchAttributes', { VSwitchId }, vpcApi);
  prefix = String(shown['Ipv6CidrBlock']).replace('/64', '');
  const place = { VSwitchId, SecurityGroupId: network.group };
  [instance = ''] = await cloud.launchRunning(place);
});
after(() => cloud.stop());

const list = async (parameters: GivenParameters) => {
  const { NetworkInterfaceSets } = await cloud.ok('DescribeNetworkInterfaces', { ...parameters });
  return (NetworkInterfaceSets as { readonly NetworkInterfaceSet: readonly Shown[] })
    .NetworkInterfaceSet;
};

const heldBy = (one: Shown | undefined) => one?.Ipv6Sets.Ipv6Set.map((held) => held.Ipv6Address);

test('an interface is made with IPv6 addresses, given more and parted from them', async () => {
  const asked = { VSwitchId: network.vSwitch, SecurityGroupId: network.group };
  const made = await cloud.ok('CreateNetworkInterface', {
    ...asked,
    'Ipv6Address.1': `${prefix}A`,
  });
  const id = made['NetworkInterfaceId'] as string;
  assert.deepEqual(heldBy(made as unknown as Shown), [`${prefix}a`]);
  const given = await cloud.ok('AssignIpv6Addresses', {
    NetworkInterfaceId: id,
    Ipv6AddressCount: 1,
  });
  const [drawn = ''] = (given['Ipv6Sets'] as { readonly Ipv6Address: readonly string[] })
    .Ipv6Address;
  const [found, ...others] = await list({ 'Ipv6Address.1': drawn });
  assert.equal(others.length, 0);
  assert.deepEqual(heldBy(found), [`${prefix}a`, drawn]);
  const back = { NetworkInterfaceId: id, 'Ipv6Address.1': drawn };
  await cloud.ok('UnassignIpv6Addresses', back);
  assert.equal(await cloud.refusal('UnassignIpv6Addresses', back), '403 InvalidIp.IpUnassigned');
  assert.deepEqual(await list({ 'Ipv6Address.1': drawn }), []);
  await cloud.ok('DeleteNetworkInterface', { NetworkInterfaceId: id });
  const many = { ...asked, Ipv6AddressCount: 10 };
  const whole = await cloud.ok('CreateNetworkInterface', many);
  assert.equal(heldBy(whole as unknown as Shown)?.length, 10);
  await cloud.ok('DeleteNetworkInterface', {
    NetworkInterfaceId: whole['NetworkInterfaceId'] as string,
  });
  const more = { ...asked, Ipv6AddressCount: 11 };
  assert.equal(await cloud.refusal('CreateNetworkInterface', more), '400 InvalidParameter');
});

test('what an interface cannot have is refused', async () => {
  const [primary] = await list({ InstanceId: instance });
  const NetworkInterfaceId = primary?.NetworkInterfaceId ?? '';
  const refused = (action: string, parameters: GivenParameters) =>
    cloud.refusal(action, { NetworkInterfaceId, ...parameters });
  assert.equal(await refused('AssignIpv6Addresses', {}), '403 MissingParameter');
  const malformed = { 'Ipv6Address.1': '10.0.0.1' };
  assert.equal(await refused('AssignIpv6Addresses', malformed), '403 InvalidIp.Address');
  const outside = { 'Ipv6Address.1': '2001:db8:ffff::1' };
  assert.equal(await refused('AssignIpv6Addresses', outside), '403 InvalidVSwitchId.IpInvalid');
  const twice = { 'Ipv6Address.1': `${prefix}1`, 'Ipv6Address.2': `${prefix}01` };
  assert.equal(await refused('AssignIpv6Addresses', twice), '403 InvalidIp.IpRepeated');
  const blocks = { Ipv6PrefixCount: 1 };
  assert.equal(await refused('AssignIpv6Addresses', blocks), '400 UnsupportedParameter');
  const many = { Ipv6AddressCount: 10 };
  const tooMany = '403 InvalidOperation.Ipv6CountExceeded';
  assert.equal(await refused('AssignIpv6Addresses', many), tooMany);
  await cloud.ok('AssignIpv6Addresses', { NetworkInterfaceId, 'Ipv6Address.1': `${prefix}1` });
  const taken = { 'Ipv6Address.1': `${prefix}1` };
  const place = { VSwitchId: network.vSwitch, SecurityGroupId: network.group };
  const free = await cloud.ok('CreateNetworkInterface', place);
  const second = { NetworkInterfaceId: String(free['NetworkInterfaceId']), ...taken };
  const assigned = '403 InvalidIp.IpAssigned';
  assert.equal(await cloud.refusal('AssignIpv6Addresses', second), assigned);
  const { Instances } = await cloud.ok('DescribeInstances', { 'Ipv6Address.1': `${prefix}1` });
  const [shown] = (Instances as { readonly Instance: ReadonlyArray<Record<string, unknown>> })
    .Instance;
  assert.equal(shown?.['InstanceId'], instance);
  const [own] = (shown['NetworkInterfaces'] as { readonly NetworkInterface: readonly Shown[] })
    .NetworkInterface;
  assert.deepEqual(heldBy(own), [`${prefix}1`]);
  const off = { VSwitchId: network.vSwitch, EnableIPv6: false };
  assert.equal(await cloud.refusal('ModifyVSwitchAttribute', off, vpcApi), '400 InvalidParameter');
  const other = await cloud.network('10.9.0.0/16');
  const bare = await cloud.ok('CreateNetworkInterface', {
    VSwitchId: other.vSwitch,
    SecurityGroupId: other.group,
  });
  const id = bare['NetworkInterfaceId'] as string;
  const want = { NetworkInterfaceId: id, Ipv6AddressCount: 1 };
  assert.equal(
    await cloud.refusal('AssignIpv6Addresses', want),
    '403 InvalidVSwitch.Ipv6NotTurnOn',
  );
});
