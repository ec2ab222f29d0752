import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

type Item = Readonly<Record<string, unknown>>;

let cloud: TestCloud;
let VpcId = '';
let SubnetId = '';
let otherVpc = '';
before(async () => {
  cloud = await startTestCloud();
  [VpcId, otherVpc] = [await newVpc('10.0.0.0/16'), await newVpc('10.1.0.0/16')];
  const asked = { VpcId, SubnetName: 's', Zone: 'ap-guangzhou-3', CidrBlock: '10.0.1.0/24' };
  SubnetId = ((await ok('CreateSubnet', asked))['Subnet'] as { SubnetId: string }).SubnetId;
});
after(() => cloud.stop());

const ok = (action: string, body: object = {}) => cloud.ok(action, body, { service: 'vpc' });
const refusal = (action: string, body: object = {}) =>
  cloud.refusal(action, body, { service: 'vpc' });

async function newVpc(CidrBlock: string): Promise<string> {
  const { Vpc } = await ok('CreateVpc', { VpcName: 'v', CidrBlock });
  return (Vpc as { VpcId: string }).VpcId;
}
async function reserve(body: object): Promise<readonly Item[]> {
  const { ReserveIpAddressSet } = await ok('CreateReserveIpAddresses', { VpcId, ...body });
  return ReserveIpAddressSet as readonly Item[];
}
const refused = (body: object) => refusal('CreateReserveIpAddresses', { VpcId, ...body });
const list = async (body: object = {}) => {
  const answer = await ok('DescribeReserveIpAddresses', body);
  return answer['ReserveIpAddressSet'] as readonly Item[];
};
const giveUp = (...ReserveIpIds: readonly unknown[]) =>
  ok('DeleteReserveIpAddresses', { VpcId, ReserveIpIds });

describe('reserved addresses', () => {
  test("are no machine's until they are given up", async () => {
    const Tags = [{ Key: 'k', Value: 'v' }];
    const named = { IpAddresses: ['10.0.1.77'], Name: 'n', Description: 'd', Tags };
    const [one = {}] = await reserve(named);
    assert.match(String(one['ReserveIpId']), /^rsvip-[0-9a-z]{8}$/);
    assert.deepEqual(one, {
      ReserveIpId: one['ReserveIpId'],
      VpcId,
      SubnetId,
      ReserveIpAddress: '10.0.1.77',
      ResourceId: '',
      IpType: 0,
      State: 'UnBind',
      Name: 'n',
      Description: 'd',
      CreatedTime: '2026-01-02 03:04:05',
      TagSet: Tags,
    });
    assert.deepEqual(await list({ ReserveIpIds: [one['ReserveIpId']] }), [one]);
    const VirtualPrivateCloud = { VpcId, SubnetId, PrivateIpAddresses: ['10.0.1.77'] };
    const code = await cloud.refusal('RunInstances', {
      Placement: { Zone: 'ap-guangzhou-3' },
      ImageId: 'img-9qabwvbn',
      InstanceType: 'S5.MEDIUM2',
      VirtualPrivateCloud,
    });
    assert.equal(code, 'VpcIpIsUsed');
    assert.equal(await refusal('DeleteSubnet', { SubnetId }), 'ResourceInUse');
    await giveUp(one['ReserveIpId']);
    assert.deepEqual(await list(), []);
    const [again = {}] = await reserve({ IpAddresses: ['10.0.1.77'], SubnetId });
    await giveUp(again['ReserveIpId']);
  });

  test('as many as are asked for, and found by what they have', async () => {
    const three = await reserve({ SubnetId, IpAddressCount: 3 });
    assert.equal(three.length, 3);
    const [first = {}, second = {}] = three;
    const ReserveIpId = first['ReserveIpId'];
    await ok('ModifyReserveIpAddress', { VpcId, ReserveIpId, Name: 'x', Description: 'y' });
    const by = (Name: string, ...Values: readonly unknown[]) =>
      list({ Filters: [{ Name, Values }] }).then((all) => all.map((one) => one['ReserveIpId']));
    assert.deepEqual(await by('name', 'x'), [ReserveIpId]);
    const address = second['ReserveIpAddress'];
    assert.deepEqual(await by('reserve-address-ip', address), [second['ReserveIpId']]);
    assert.equal((await by('subnet-id', SubnetId)).length, 3);
    assert.equal((await by('state', 'UnBind')).length, 3);
    assert.equal((await by('state', 'Bind')).length, 0);
    assert.equal((await by('vpc-id', otherVpc)).length, 0);
    assert.equal((await list({ Limit: 2, Offset: 2 })).length, 1);
    await ok('ModifyReserveIpAddress', { VpcId, ReserveIpId, Name: 'z' });
    const [changed = {}] = await list({ ReserveIpIds: [ReserveIpId] });
    assert.deepEqual([changed['Name'], changed['Description']], ['z', 'y']);
    await giveUp(...three.map((one) => one['ReserveIpId']));
  });

  test('what is refused, in the codes of each page', async () => {
    const wrong = 'InvalidParameterValue';
    assert.equal(await refused({}), 'MissingParameter');
    assert.equal(await refused({ IpAddressCount: 1 }), 'MissingParameter');
    assert.equal(await refused({ IpAddressCount: 1, IpAddresses: ['10.0.1.9'] }), wrong);
    assert.equal(await refused({ SubnetId, IpAddressCount: 101 }), wrong);
    assert.equal(await refused({ IpAddresses: ['x'] }), wrong);
    assert.equal(await refused({ SubnetId, IpAddresses: ['10.0.2.9'] }), wrong);
    assert.equal(await refused({ SubnetId, IpAddressCount: 1, Name: 'n'.repeat(61) }), wrong);
    const [kept = {}] = await reserve({ SubnetId, IpAddressCount: 1, Name: 'n'.repeat(60) });
    const ReserveIpId = kept['ReserveIpId'];
    const none = 'rsvip-00000000';
    const modify = (body: object) =>
      refusal('ModifyReserveIpAddress', { VpcId, ReserveIpId, ...body });
    assert.equal(await modify({ Name: 'n'.repeat(61) }), 'InvalidParameterValue.TooLong');
    assert.equal(await modify({ ReserveIpId: none }), 'InvalidParameterValue.ResourceNotFound');
    assert.equal(await modify({ ReserveIpId: 'x' }), 'InvalidParameterValue.Malformed');
    assert.equal(await modify({ VpcId: 'vpc-00000000' }), 'ResourceNotFound');
    const remove = (body: object) =>
      refusal('DeleteReserveIpAddresses', { VpcId, ReserveIpIds: [ReserveIpId], ...body });
    assert.equal(
      await remove({ ReserveIpIds: [ReserveIpId, none] }),
      'InvalidParameterValue.ResourceNotFound',
    );
    assert.equal(await remove({ VpcId: otherVpc }), 'InvalidParameterValue.ParameterMismatch');
    const described = (body: object) => refusal('DescribeReserveIpAddresses', body);
    assert.equal(
      await described({ ReserveIpIds: [none] }),
      'InvalidParameterValue.ResourceNotFound',
    );
    const Filters = [{ Name: 'name', Values: ['n'] }];
    assert.equal(
      await described({ ReserveIpIds: [ReserveIpId], Filters }),
      'InvalidParameter.Coexist',
    );
    await giveUp(ReserveIpId);
  });
});

describe('who has the addresses of a network', () => {
  test('machines, interfaces, HAVIPs and what is reserved', async () => {
    const at = { VpcId, SubnetId };
    const [InstanceId = ''] = await cloud.launchRunning({
      VirtualPrivateCloud: { ...at, PrivateIpAddresses: ['10.0.1.10'] },
    });
    const eni = { ...at, NetworkInterfaceName: 'e', PrivateIpAddresses: undefined };
    const made = (await ok('CreateNetworkInterface', eni))['NetworkInterface'] as {
      readonly NetworkInterfaceId: string;
      readonly PrivateIpAddressSet: ReadonlyArray<{ readonly PrivateIpAddress: string }>;
    };
    const vip = (await ok('CreateHaVip', { ...at, HaVipName: 'h', Vip: '10.0.1.20' }))['HaVip'] as {
      readonly HaVipId: string;
    };
    const [kept = {}] = await reserve({ IpAddresses: ['10.0.1.30'] });
    const used = async (body: object = {}) => {
      const answer = await ok('DescribeUsedIpAddress', { VpcId, ...body });
      const states = answer['IpAddressStates'] as readonly Item[];
      assert.equal(states.length, answer['TotalCount']);
      return states.map((one) => [one['IpAddress'], one['ResourceType'], one['ResourceId']]);
    };
    const eniAddress = made.PrivateIpAddressSet[0]?.PrivateIpAddress;
    const all = [
      ['10.0.1.10', 'CVM', InstanceId],
      [eniAddress, 'ENI', made.NetworkInterfaceId],
      ['10.0.1.20', 'HAVIP', vip.HaVipId],
      ['10.0.1.30', 'RSVIP', kept['ReserveIpId']],
    ].toSorted((a, b) => Number(String(a[0]).split('.')[3]) - Number(String(b[0]).split('.')[3]));
    assert.deepEqual(await used(), all);
    assert.deepEqual(await used({ SubnetId }), all);
    assert.deepEqual(await used({ IpAddresses: ['10.0.1.20', '10.0.1.21'] }), [
      ['10.0.1.20', 'HAVIP', vip.HaVipId],
    ]);
    const Filters = [{ Name: 'resource-id', Values: [InstanceId, 'lb-12345678'] }];
    assert.deepEqual(await used({ Filters }), [['10.0.1.10', 'CVM', InstanceId]]);
    const page = await ok('DescribeUsedIpAddress', { VpcId, Offset: 3, Limit: 1 });
    assert.equal((page['IpAddressStates'] as readonly Item[]).length, 1);
    assert.equal(page['TotalCount'], 4);

    const asked = { VpcId, PrivateIpAddresses: ['10.0.1.30', '10.0.1.31'] };
    const { VpcPrivateIpAddressSet } = await ok('DescribeVpcPrivateIpAddresses', asked);
    assert.deepEqual(VpcPrivateIpAddressSet, [
      {
        PrivateIpAddress: '10.0.1.30',
        CidrBlock: '10.0.1.0/24',
        PrivateIpAddressType: 'RSVIP',
        CreatedTime: kept['CreatedTime'],
      },
    ]);
    await requireCounted(VpcId, SubnetId);
    await requireShown(InstanceId);
    await giveUp(kept['ReserveIpId']);
  });

  test('what is refused, in the codes of each page', async () => {
    const none = { VpcId: 'vpc-00000000' };
    const address = (PrivateIpAddresses: readonly string[], body: object = {}) =>
      refusal('DescribeVpcPrivateIpAddresses', { VpcId, PrivateIpAddresses, ...body });
    assert.equal(await address(['10.0.1.1'], none), 'ResourceNotFound');
    assert.equal(await address(['x']), 'InvalidParameterValue.Malformed');
    const many = Array.from({ length: 101 }, (_, at) => `10.0.1.${at}`);
    assert.equal(await address(many), 'InvalidParameterValue.LimitExceeded');
    await ok('DescribeVpcPrivateIpAddresses', { VpcId, PrivateIpAddresses: many.slice(1) });
    const vpcs = (...VpcIds: readonly string[]) =>
      refusal('DescribeVpcResourceDashboard', { VpcIds });
    assert.equal(await vpcs('vpc-00000000'), 'ResourceNotFound');
    assert.equal(await vpcs('x'), 'InvalidParameterValue.Malformed');
    const subnets = (...SubnetIds: readonly string[]) =>
      refusal('DescribeSubnetResourceDashboard', { SubnetIds });
    assert.equal(await subnets('subnet-00000000'), 'ResourceNotFound');
    assert.equal(await subnets('x'), 'InvalidParameterValue.Malformed');
    const instances = (Name: string, value: string) =>
      refusal('DescribeVpcInstances', { Filters: [{ Name, Values: [value] }] });
    assert.equal(await instances('x', 'y'), 'InvalidParameter.FilterInvalidKey');
    assert.equal(await instances('vpc-id', 'y'), 'InvalidParameterValue.Malformed');
    const six = (body: object) => refusal('DescribeVpcIpv6Addresses', { VpcId, ...body });
    assert.equal(await six({ Ipv6Addresses: ['x'] }), 'InvalidParameterValue.Malformed');
    assert.equal(await six(none), 'ResourceNotFound');
    const answer = await ok('DescribeVpcIpv6Addresses', { VpcId });
    assert.deepEqual(answer['Ipv6AddressSet'], []);
  });
});

/** One machine, one interface and two other addresses, on both dashboards. */
async function requireCounted(vpc: string, subnet: string): Promise<void> {
  const { ResourceDashboardSet } = await ok('DescribeVpcResourceDashboard', { VpcIds: [vpc] });
  const [board = {}] = ResourceDashboardSet as readonly Item[];
  const { CVM, Ip, Subnet, RouteTable, Nat, NetworkACL, LB } = board;
  assert.deepEqual([CVM, Ip, Subnet, RouteTable, Nat, NetworkACL, LB], [1, 2, 1, 1, 0, 0, 0]);
  const dashboard = { SubnetIds: [subnet] };
  const { ResourceStatisticsSet } = await ok('DescribeSubnetResourceDashboard', dashboard);
  const [statistics = {}] = ResourceStatisticsSet as readonly Item[];
  assert.deepEqual([statistics['VpcId'], statistics['Ip']], [vpc, 4]);
  const items = statistics['ResourceStatisticsItemSet'] as readonly Item[];
  assert.deepEqual(
    items.map((one) => [one['ResourceType'], one['ResourceCount']]),
    [
      ['CVM', 1],
      ['ENI', 1],
      ['HAVIP', 1],
      ['RSVIP', 1],
    ],
  );
}

/** The machine as the network's list of instances has it. */
async function requireShown(InstanceId: string): Promise<void> {
  const instances = { Filters: [{ Name: 'vpc-id', Values: [VpcId] }] };
  const { InstanceSet, TotalCount } = await ok('DescribeVpcInstances', instances);
  assert.equal(TotalCount, 1);
  const [shown = {}] = InstanceSet as readonly Item[];
  const { CPU, Memory, InstanceState, EniLimit, InstanceEniCount } = shown;
  assert.deepEqual([shown['InstanceId'], shown['SubnetId']], [InstanceId, SubnetId]);
  assert.deepEqual([CPU, Memory, InstanceState, InstanceEniCount], [2, 2, 'RUNNING', 1]);
  assert.ok(Number(EniLimit) >= 1);
}
