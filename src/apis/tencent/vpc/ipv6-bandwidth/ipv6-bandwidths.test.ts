import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

type Item = Readonly<Record<string, unknown>>;

let cloud: TestCloud;
let VpcId = '';
let SubnetId = '';
let block = '';
before(async () => {
  cloud = await startTestCloud();
  const made = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  VpcId = (made['Vpc'] as { readonly VpcId: string }).VpcId;
  const asked = { VpcId, SubnetName: 's', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-3' };
  SubnetId = ((await ok('CreateSubnet', asked))['Subnet'] as { SubnetId: string }).SubnetId;
  const { Ipv6CidrBlock } = await ok('AssignIpv6CidrBlock', { VpcId });
  block = String(Ipv6CidrBlock).replace('/56', '/64');
  const blocks = [{ SubnetId, Ipv6CidrBlock: block }];
  await ok('AssignIpv6SubnetCidrBlock', { VpcId, Ipv6SubnetCidrBlocks: blocks });
});
after(() => cloud.stop());

const ok = (action: string, body: object = {}) => cloud.ok(action, body, { service: 'vpc' });
const refusal = (action: string, body: object = {}) =>
  cloud.refusal(action, body, { service: 'vpc' });
const at = (last: string) => block.replace('/64', last);

/** An interface with IPv6 addresses of these endings. */
async function holder(...endings: readonly string[]): Promise<string> {
  const asked = { VpcId, SubnetId, NetworkInterfaceName: 'e' };
  const made = (await ok('CreateNetworkInterface', asked))['NetworkInterface'] as Item;
  const NetworkInterfaceId = String(made['NetworkInterfaceId']);
  const Ipv6Addresses = endings.map((ending) => ({ Address: at(ending) }));
  await ok('AssignIpv6Addresses', { NetworkInterfaceId, Ipv6Addresses });
  return NetworkInterfaceId;
}
async function open(body: object): Promise<readonly string[]> {
  const { AddressSet, TaskId } = await ok('AllocateIp6AddressesBandwidth', body);
  const task = await ok('DescribeTaskResult', { TaskId: Number(TaskId) });
  assert.equal(task['Result'], 'SUCCESS');
  return AddressSet as readonly string[];
}
const list = async (body: object = {}) => {
  const { AddressSet, TotalCount } = await ok('DescribeIp6Addresses', body);
  assert.equal(TotalCount, (AddressSet as readonly Item[]).length);
  return AddressSet as readonly Item[];
};

test('an address reaches the internet until its bandwidth is released', async () => {
  const eni = await holder('a1', 'a2');
  const Tags = [{ Key: 'k', Value: 'v' }];
  const both = { Ip6Addresses: [at('a1'), at('a2')], InternetMaxBandwidthOut: 100, Tags };
  const [id = '', other = ''] = await open(both);
  assert.match(id, /^eip-[0-9a-z]{8}$/);
  const [one = {}] = await list({ Ip6AddressIds: [id] });
  const { AddressIp, Bandwidth, InternetChargeType, AddressStatus, InstanceType, TagSet } = one;
  assert.deepEqual(
    [AddressIp, Bandwidth, InternetChargeType, AddressStatus, InstanceType, TagSet],
    [at('a1'), 100, 'TRAFFIC_POSTPAID_BY_HOUR', 'BIND_ENI', 'ENI', Tags],
  );
  const by = async (Name: string, value: string) =>
    (await list({ Filters: [{ Name, Values: [value] }] })).map((found) => found['AddressId']);
  assert.deepEqual(await by('address-ip', at('a2')), [other]);
  assert.deepEqual(await by('network-interface-id', eni), [id, other]);
  assert.deepEqual(await by('network-interface-id', 'eni-00000000'), []);
  await ok('ModifyIp6AddressesBandwidth', { Ip6AddressIds: [id], InternetMaxBandwidthOut: 7 });
  const named = { Ip6Addresses: [at('a2')], InternetMaxBandwidthOut: 1 };
  await ok('ModifyIp6AddressesBandwidth', named);
  assert.deepEqual(
    (await list()).map((found) => found['Bandwidth']),
    [7, 1],
  );
  await ok('ReleaseIp6AddressesBandwidth', { Ip6AddressIds: [id] });
  const inUse = await ok('DescribeVpcIpv6Addresses', { VpcId, Ipv6Addresses: [at('a1')] });
  const [kept = {}] = inUse['Ipv6AddressSet'] as readonly Item[];
  assert.deepEqual([kept['Ipv6Address'], kept['Ipv6AddressType']], [at('a1'), 'ENI']);
  const Ipv6Addresses = [{ Address: at('a2') }];
  await ok('UnassignIpv6Addresses', { NetworkInterfaceId: eni, Ipv6Addresses });
  assert.deepEqual(await list(), [], 'it goes with its address');
  await open({ Ip6Addresses: [at('a1')] });
  assert.equal((await list())[0]?.['Bandwidth'], 1);
  await ok('DeleteNetworkInterface', { NetworkInterfaceId: eni });
  assert.deepEqual(await list(), [], 'and with its interface');
});

test('what is refused, in the codes of each page', async () => {
  await holder('b1', 'b2');
  const [id = ''] = await open({ Ip6Addresses: [at('b1')] });
  const opening = (body: object) =>
    refusal('AllocateIp6AddressesBandwidth', { Ip6Addresses: [at('b2')], ...body });
  const range = 'InvalidParameterValue.BandwidthOutOfRange';
  assert.equal(await opening({ InternetMaxBandwidthOut: 0 }), range);
  assert.equal(await opening({ InternetMaxBandwidthOut: 101 }), range);
  assert.equal(await opening({ Ip6Addresses: ['x'] }), 'InvalidParameterValue.InvalidIpv6');
  const missing = 'InvalidParameterValue.AddressIpNotFound';
  assert.equal(await opening({ Ip6Addresses: [at('b2'), at('b3')] }), missing);
  const published = 'InvalidParameterValue.AddressPublished';
  assert.equal(await opening({ Ip6Addresses: [at('b1')] }), published);
  assert.equal(
    await opening({ InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH' }),
    'UnsupportedOperation.InvalidAddressInternetChargeType',
  );
  assert.equal(
    await opening({ InternetChargeType: 'BANDWIDTH_PACKAGE', BandwidthPackageId: 'bwp-00000000' }),
    'UnsupportedOperation.BandwidthPackageIdNotSupported',
  );
  const change = (body: object) =>
    refusal('ModifyIp6AddressesBandwidth', { InternetMaxBandwidthOut: 5, ...body });
  assert.equal(await change({}), 'InvalidParameter');
  const twice = { Ip6AddressIds: [id], Ip6Addresses: [at('b1')] };
  assert.equal(await change(twice), 'InvalidParameter.Coexist');
  assert.equal(await change({ Ip6AddressIds: ['eip-00000000'] }), 'InvalidAddressId.NotFound');
  const malformed = 'InvalidParameterValue.AddressIdMalformed';
  assert.equal(await change({ Ip6AddressIds: ['x'] }), malformed);
  assert.equal(await change({ Ip6Addresses: [at('b2')] }), missing);
  assert.equal(await change({ Ip6AddressIds: [id], InternetMaxBandwidthOut: 101 }), range);
  const closing = (body: object) => refusal('ReleaseIp6AddressesBandwidth', body);
  assert.equal(await closing({ Ip6Addresses: [at('b2')] }), missing);
  const many = Array.from({ length: 101 }, () => at('b1'));
  assert.equal(await closing({ Ip6Addresses: many }), 'InvalidParameterValue.LimitExceeded');
  const shown = (body: object) => refusal('DescribeIp6Addresses', body);
  assert.equal(await shown({ Ip6AddressIds: ['eip-00000000'] }), 'InvalidAddressId.NotFound');
  const Filters = [{ Name: 'address-ip', Values: [at('b1')] }];
  assert.equal(await shown({ Ip6AddressIds: [id], Filters }), 'InvalidParameter.Coexist');
  await ok('ReleaseIp6AddressesBandwidth', { Ip6AddressIds: [id] });
});
