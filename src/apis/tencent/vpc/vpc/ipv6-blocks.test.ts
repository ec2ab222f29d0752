import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
let vpc: string;
let subnets: readonly string[];
before(async () => {
  cloud = await startTestCloud();
  vpc = await createVpc();
  subnets = [await createSubnet('10.0.1.0/24'), await createSubnet('10.0.2.0/24')];
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);

async function createVpc(): Promise<string> {
  const { Vpc } = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  return (Vpc as { readonly VpcId: string }).VpcId;
}

async function createSubnet(CidrBlock: string): Promise<string> {
  const asked = { VpcId: vpc, SubnetName: 'a', CidrBlock, Zone: 'ap-guangzhou-3' };
  const { Subnet } = await ok('CreateSubnet', asked);
  return (Subnet as { readonly SubnetId: string }).SubnetId;
}

async function shown(action: 'DescribeVpcs' | 'DescribeSubnets', body: object) {
  const answer = await ok(action, body);
  return (answer['VpcSet'] ?? answer['SubnetSet']) as readonly Item[];
}

const blockOf = (network: string, last: string) => network.replace(/00::\/56$/, `${last}::/64`);

test('a VPC is given one IPv6 block, of which its subnets are given parts', async () => {
  const none = { VpcId: vpc, Ipv6SubnetCidrBlocks: [{ SubnetId: subnets[0] }] };
  assert.equal(await refusal('UnassignIpv6SubnetCidrBlock', none), 'ResourceNotFound');
  const early = [{ SubnetId: subnets[0], Ipv6CidrBlock: '2001:db8:0:1::/64' }];
  const beforeVpc = { VpcId: vpc, Ipv6SubnetCidrBlocks: early };
  const refused = await refusal('AssignIpv6SubnetCidrBlock', beforeVpc);
  assert.equal(refused, 'InvalidParameterValue.SubnetRange');
  const { Ipv6CidrBlock, AddressType } = await ok('AssignIpv6CidrBlock', { VpcId: vpc });
  const block = String(Ipv6CidrBlock);
  assert.match(block, /^2001:db8:[\da-f:]+00::\/56$/);
  assert.equal(AddressType, 'GUA');
  assert.equal(await refusal('AssignIpv6CidrBlock', { VpcId: vpc }), 'LimitExceeded.CidrBlock');
  const [network] = await shown('DescribeVpcs', { VpcIds: [vpc] });
  assert.equal(network?.['Ipv6CidrBlock'], block);
  const set = [{ IPv6CidrBlock: block, ISPType: 'BGP', AddressType: 'GUA' }];
  assert.deepEqual(network?.['Ipv6CidrBlockSet'], set);
  const [first, last] = [blockOf(block, '00'), blockOf(block, 'ff')];
  const asked = [
    { SubnetId: subnets[0], Ipv6CidrBlock: first },
    { SubnetId: subnets[1], Ipv6CidrBlock: last },
  ];
  const given = { VpcId: vpc, Ipv6SubnetCidrBlocks: asked };
  const { Ipv6SubnetCidrBlockSet } = await ok('AssignIpv6SubnetCidrBlock', given);
  assert.deepEqual(Ipv6SubnetCidrBlockSet, asked);
  const [one] = await shown('DescribeSubnets', { SubnetIds: [subnets[0]] });
  assert.equal(one?.['Ipv6CidrBlock'], first);
  assert.equal(await refusal('AssignIpv6SubnetCidrBlock', given), 'LimitExceeded.SubnetCidrBlock');
});

test('both lists are narrowed by IPv6 blocks, their provider and their type', async () => {
  const [{ Ipv6CidrBlock: block } = {}] = await shown('DescribeVpcs', { VpcIds: [vpc] });
  const [{ Ipv6CidrBlock: part } = {}] = await shown('DescribeSubnets', { SubnetIds: subnets });
  for (const [action, own] of [
    ['DescribeVpcs', block],
    ['DescribeSubnets', part],
  ] as const) {
    const found = async (Name: string, ...Values: readonly unknown[]) =>
      (await shown(action, { Filters: [{ Name, Values }] })).length > 0;
    assert.ok(await found('ipv6-cidr-block', own), action);
    assert.ok(!(await found('ipv6-cidr-block', '2001:db8::/56')), action);
    assert.ok(!(await found('ipv6-cidr-block', 'x')), action);
    assert.ok(await found('isp-type', 'BGP'), action);
    assert.ok(!(await found('isp-type', 'CMCC')), action);
    assert.ok(await found('address-type', 'GUA'), action);
    assert.ok(!(await found('address-type', 'ULA')), action);
    assert.ok(!(await found('address-type', 'XXX')), action);
  }
});

test('a VPC may have addresses of its own site, and no two VPCs the same block', async () => {
  const [one, other] = [await createVpc(), await createVpc()];
  const local = await ok('AssignIpv6CidrBlock', { VpcId: one, AddressType: 'ULA' });
  assert.match(String(local['Ipv6CidrBlock']), /^fd[\da-f:]+00::\/56$/);
  assert.equal(local['AddressType'], 'ULA');
  const { Ipv6CidrBlock } = await ok('AssignIpv6CidrBlock', { VpcId: other });
  const all = (await shown('DescribeVpcs', {})).map((each) => each['Ipv6CidrBlock']);
  assert.equal(all.filter((block) => block === Ipv6CidrBlock).length, 1);
  const gone = { VpcId: other, Ipv6CidrBlock };
  await ok('UnassignIpv6CidrBlock', gone);
  assert.equal(await refusal('UnassignIpv6CidrBlock', gone), 'ResourceNotFound');
  const [after] = await shown('DescribeVpcs', { VpcIds: [other] });
  assert.deepEqual([after?.['Ipv6CidrBlock'], after?.['Ipv6CidrBlockSet']], ['', []]);
});

test('blocks are refused in the codes of their pages', async () => {
  const third = await createSubnet('10.0.3.0/24');
  const [{ Ipv6CidrBlock } = {}] = await shown('DescribeVpcs', { VpcIds: [vpc] });
  const block = String(Ipv6CidrBlock);
  const refused = (cidr: string | undefined, body: object = {}) =>
    refusal('AssignIpv6SubnetCidrBlock', {
      VpcId: vpc,
      Ipv6SubnetCidrBlocks: [{ SubnetId: third, Ipv6CidrBlock: cidr }],
      ...body,
    });
  const free = blockOf(block, '01');
  assert.equal(await refused(blockOf(block, '00')), 'InvalidParameterValue.SubnetConflict');
  assert.equal(await refused(free.replace('/64', '/65')), 'InvalidParameterValue.SubnetRange');
  assert.equal(await refused('2001:db9::/64'), 'InvalidParameterValue.SubnetRange');
  assert.equal(await refused('10.0.0.0/24'), 'InvalidParameterValue.Malformed');
  assert.equal(await refused(undefined), 'MissingParameter');
  assert.equal(await refused(free, { Ipv6SubnetCidrBlocks: [] }), 'MissingParameter');
  assert.equal(await refused(free, { VpcId: 'vpc-00000000' }), 'ResourceNotFound');
  assert.equal(await refused(free, { VpcId: 'x' }), 'InvalidParameterValue.Malformed');
  const twice = [
    { SubnetId: third, Ipv6CidrBlock: free },
    { SubnetId: third, Ipv6CidrBlock: blockOf(block, '02') },
  ];
  const again = await refused(free, { Ipv6SubnetCidrBlocks: twice });
  assert.equal(again, 'InvalidParameterValue.Duplicate');
  const unknown = [{ SubnetId: 'subnet-00000000', Ipv6CidrBlock: free }];
  assert.equal(await refused(free, { Ipv6SubnetCidrBlocks: unknown }), 'ResourceNotFound');
  const other = await createVpc();
  assert.equal(await refused(free, { VpcId: other }), 'ResourceNotFound', 'of another VPC');
  const inUse = { VpcId: vpc, Ipv6CidrBlock: block };
  assert.equal(await refusal('UnassignIpv6CidrBlock', inUse), 'ResourceInUse');
  const wrong = await refusal('UnassignIpv6CidrBlock', { ...inUse, Ipv6CidrBlock: 'x' });
  assert.equal(wrong, 'InvalidParameterValue.Malformed');
  const type = await refusal('AssignIpv6CidrBlock', { VpcId: other, AddressType: 'x' });
  assert.equal(type, 'InvalidParameterValue');
});

test('blocks go from subnets, and then from their VPC', async () => {
  const [{ Ipv6CidrBlock: block } = {}] = await shown('DescribeVpcs', { VpcIds: [vpc] });
  const named = [
    { SubnetId: subnets[0], Ipv6CidrBlock: blockOf(String(block), '00') },
    { SubnetId: subnets[1] },
  ];
  const other = [{ SubnetId: subnets[0], Ipv6CidrBlock: blockOf(String(block), '07') }];
  const refused = (Ipv6SubnetCidrBlocks: object) =>
    refusal('UnassignIpv6SubnetCidrBlock', { VpcId: vpc, Ipv6SubnetCidrBlocks });
  assert.equal(await refused(other), 'ResourceNotFound');
  assert.equal(await refused([named[1], named[1]]), 'InvalidParameterValue.Duplicate');
  await ok('UnassignIpv6SubnetCidrBlock', { VpcId: vpc, Ipv6SubnetCidrBlocks: named });
  const left = await shown('DescribeSubnets', { SubnetIds: subnets });
  assert.deepEqual(new Set(left.map((one) => one['Ipv6CidrBlock'])), new Set(['']));
  await ok('UnassignIpv6CidrBlock', { VpcId: vpc, Ipv6CidrBlock: block });
  const { Ipv6CidrBlock } = await ok('AssignIpv6CidrBlock', { VpcId: vpc });
  assert.equal(Ipv6CidrBlock, block);
});
