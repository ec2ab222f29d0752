import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
let vpc: string;
before(async () => {
  cloud = await startTestCloud();
  const made = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  vpc = (made['Vpc'] as { readonly VpcId: string }).VpcId;
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) =>
  cloud.refusal(action, { VpcId: vpc, ...body }, service);

async function blocks(body: object = {}): Promise<readonly Item[]> {
  const { AssistantCidrSet, TotalCount } = await ok('DescribeAssistantCidr', body);
  const set = AssistantCidrSet as readonly Item[];
  assert.equal(TotalCount, set.length);
  return set;
}

const shown = (block: string, subnets: readonly Item[] = []) => ({
  VpcId: vpc,
  CidrBlock: block,
  AssistantType: 0,
  SubnetSet: subnets,
});

test('blocks are added, shown with the VPC, and have room for subnets', async () => {
  const CidrBlocks = ['10.1.0.0/16', '192.168.0.0/28'];
  const { AssistantCidrSet } = await ok('CreateAssistantCidr', { VpcId: vpc, CidrBlocks });
  assert.deepEqual(AssistantCidrSet, [shown('10.1.0.0/16'), shown('192.168.0.0/28')]);
  const { VpcSet } = await ok('DescribeVpcs', { VpcIds: [vpc] });
  const [{ AssistantCidrSet: told } = {}] = VpcSet as readonly Item[];
  assert.deepEqual(told, AssistantCidrSet);
  const asked = { VpcId: vpc, SubnetName: 'a', CidrBlock: '10.1.1.0/24', Zone: 'ap-guangzhou-3' };
  const { Subnet } = await ok('CreateSubnet', asked);
  const both = [shown('10.1.0.0/16', [Subnet as Item]), shown('192.168.0.0/28')];
  assert.deepEqual(await blocks(), both);
  assert.deepEqual(await blocks({ VpcIds: [vpc] }), both);
  const Filters = [{ Name: 'vpc-id', Values: [vpc] }];
  assert.deepEqual(await blocks({ Filters }), both);
  const { RouteTableSet } = await ok('DescribeRouteTables', {});
  const [{ RouteSet } = { RouteSet: [] }] = RouteTableSet as ReadonlyArray<{
    readonly RouteSet: readonly Item[];
  }>;
  const local = RouteSet.map(({ DestinationCidrBlock }) => DestinationCidrBlock);
  assert.deepEqual(local, ['10.0.0.0/16', ...CidrBlocks]);
});

test('creation is refused in the codes of its page, and ends with the quota', async () => {
  const refused = (...CidrBlocks: readonly string[]) =>
    refusal('CreateAssistantCidr', { CidrBlocks });
  assert.equal(await refused('10.0.1.0/24'), 'InvalidParameterValue.VpcCidrConflict');
  assert.equal(await refused('10.1.1.0/24'), 'InvalidParameterValue.VpcCidrConflict');
  assert.equal(await refused('10.1.0.1/16'), 'InvalidParameterValue.Malformed');
  assert.equal(await refused('11.0.0.0/16'), 'InvalidParameterValue');
  assert.equal(await refused('10.2.0.0/29'), 'InvalidParameterValue');
  assert.equal(await refused('10.2.0.0/16', '10.2.0.0/16'), 'InvalidParameterValue.Duplicate');
  const many = Array.from({ length: 101 }, (_, index) => `10.2.${index}.0/24`);
  assert.equal(await refused(...many), 'InvalidParameterValue.LimitExceeded');
  const CidrBlocks = ['10.2.0.0/16'];
  const unknown = await refusal('CreateAssistantCidr', { VpcId: 'vpc-00000000', CidrBlocks });
  assert.equal(unknown, 'ResourceNotFound');
  const malformed = await refusal('CreateAssistantCidr', { VpcId: 'x', CidrBlocks });
  assert.equal(malformed, 'InvalidParameterValue.Malformed');
  const four = ['10.2.0.0/16', '10.3.0.0/16', '10.4.0.0/16', '10.5.0.0/16'];
  assert.equal(await refused(...four), 'LimitExceeded');
  assert.equal((await blocks()).length, 2, 'none of them is there');
  await ok('CreateAssistantCidr', { VpcId: vpc, CidrBlocks: four.slice(1) });
  await ok('DeleteAssistantCidr', { VpcId: vpc, CidrBlocks: four.slice(1) });
});

test('a block to which a route leads elsewhere is refused', async () => {
  const [instance = ''] = await cloud.launchRunning({
    VirtualPrivateCloud: { VpcId: vpc, SubnetId: (await subnetIds())[0] },
  });
  const [{ PrivateIpAddresses } = { PrivateIpAddresses: [] }] = (await cloud.show([
    instance,
  ])) as unknown as ReadonlyArray<{ readonly PrivateIpAddresses: readonly string[] }>;
  const { RouteTable } = await ok('CreateRouteTable', { VpcId: vpc, RouteTableName: 'r' });
  const table = (RouteTable as Item)['RouteTableId'];
  const route = {
    DestinationCidrBlock: '10.2.3.0/24',
    GatewayType: 'NORMAL_CVM',
    GatewayId: PrivateIpAddresses[0],
  };
  await ok('CreateRoutes', { RouteTableId: table, Routes: [route] });
  const routed = await refusal('CreateAssistantCidr', { CidrBlocks: ['10.2.0.0/16'] });
  assert.equal(routed, 'InvalidParameterValue.VpcCidrOverlapRoute');
  const conflict = (SourceItem: string, DestinationItem: string, source: unknown = vpc) => ({
    ConflictSourceId: source,
    SourceItem,
    ConflictItemSet: [{ ConfilctId: vpc, ConflictId: vpc, DestinationItem }],
  });
  const NewCidrBlocks = ['10.1.128.0/17', '10.2.0.0/16', '10.3.0.0/16'];
  const { ConflictSourceSet } = await ok('CheckAssistantCidr', { VpcId: vpc, NewCidrBlocks });
  assert.deepEqual(ConflictSourceSet, [
    conflict('10.1.0.0/16', '10.1.128.0/17'),
    conflict('10.2.3.0/24', '10.2.0.0/16', table),
  ]);
});

test('a check of blocks is refused in the codes of its page, and changes nothing', async () => {
  const before = await blocks();
  const refused = (body: object) => refusal('CheckAssistantCidr', body);
  const exchange = { NewCidrBlocks: ['192.168.0.0/24'], OldCidrBlocks: ['192.168.0.0/28'] };
  const found = await ok('CheckAssistantCidr', { VpcId: vpc, ...exchange });
  assert.deepEqual(found['ConflictSourceSet'], [], 'what goes is not in the way');
  assert.equal(await refused({}), 'MissingParameter');
  const inUse = await refused({ OldCidrBlocks: ['10.1.0.0/16'] });
  assert.equal(inUse, 'ResourceInUse');
  assert.equal(await refused({ OldCidrBlocks: ['10.9.0.0/16'] }), 'ResourceNotFound');
  assert.equal(await refused({ NewCidrBlocks: ['x'] }), 'InvalidParameterValue.Malformed');
  assert.equal(await refused({ NewCidrBlocks: ['11.0.0.0/16'] }), 'InvalidParameterValue');
  const twice = await refused({ NewCidrBlocks: ['10.9.0.0/16', '10.9.0.0/16'] });
  assert.equal(twice, 'InvalidParameterValue.Duplicate');
  const four = ['10.6.0.0/16', '10.7.0.0/16', '10.8.0.0/16'];
  await ok('CheckAssistantCidr', { VpcId: vpc, NewCidrBlocks: four });
  assert.equal(await refused({ NewCidrBlocks: [...four, '10.9.0.0/16'] }), 'LimitExceeded');
  const many = Array.from({ length: 101 }, (_, index) => `10.9.${index}.0/24`);
  const manyCode = await refused({ NewCidrBlocks: many });
  assert.equal(manyCode, 'InvalidParameterValue.LimitExceeded');
  const unknown = await refused({ VpcId: 'vpc-00000000', NewCidrBlocks: ['10.6.0.0/16'] });
  assert.equal(unknown, 'ResourceNotFound');
  assert.deepEqual(await blocks(), before);
});

async function subnetIds(): Promise<readonly string[]> {
  const { SubnetSet } = await ok('DescribeSubnets', {});
  return (SubnetSet as readonly Item[]).map(({ SubnetId }) => String(SubnetId));
}

test('blocks are exchanged in one step', async () => {
  const exchange = { NewCidrBlocks: ['192.168.0.0/24'], OldCidrBlocks: ['192.168.0.0/28'] };
  const { AssistantCidrSet } = await ok('ModifyAssistantCidr', { VpcId: vpc, ...exchange });
  assert.deepEqual(AssistantCidrSet, await blocks());
  const now = (await blocks()).map(({ CidrBlock }) => CidrBlock);
  assert.deepEqual(now, ['10.1.0.0/16', '192.168.0.0/24']);
  const refused = (body: object) => refusal('ModifyAssistantCidr', body);
  assert.equal(await refused({}), 'MissingParameter');
  assert.equal(await refused({ OldCidrBlocks: ['10.1.0.0/16'] }), 'ResourceInUse');
  assert.equal(await refused({ OldCidrBlocks: ['10.9.0.0/16'] }), 'ResourceNotFound');
  const same = { NewCidrBlocks: ['10.9.0.0/16'], OldCidrBlocks: ['10.9.0.0/16'] };
  assert.equal(await refused(same), 'InvalidParameterValue.Duplicate');
  const overlap = await refused({ NewCidrBlocks: ['10.0.0.0/24'] });
  assert.equal(overlap, 'InvalidParameterValue.VpcCidrConflict');
});

test('blocks are deleted where no subnet is in them', async () => {
  const refused = (...CidrBlocks: readonly string[]) =>
    refusal('DeleteAssistantCidr', { CidrBlocks });
  assert.equal(await refused('10.1.0.0/16'), 'ResourceInUse');
  assert.equal(await refused('10.0.0.0/16'), 'ResourceNotFound', 'the first one stays');
  assert.equal(await refused('x'), 'InvalidParameterValue.Malformed');
  const twice = await refused('192.168.0.0/24', '192.168.0.0/24');
  assert.equal(twice, 'InvalidParameterValue.Duplicate');
  await ok('DeleteAssistantCidr', { VpcId: vpc, CidrBlocks: ['192.168.0.0/24'] });
  assert.equal((await blocks()).length, 1);
});

test('lists are refused in the codes of their page', async () => {
  const refused = (body: object) => cloud.refusal('DescribeAssistantCidr', body, service);
  const Filters = [{ Name: 'vpc-id', Values: [vpc] }];
  assert.equal(await refused({ VpcIds: [vpc], Filters }), 'InvalidParameter.Coexist');
  assert.equal(await refused({ VpcIds: ['x'] }), 'InvalidParameterValue.Malformed');
  assert.equal(await refused({ Limit: 101 }), 'InvalidParameterValue.Range');
  assert.equal((await blocks({ Limit: 100 })).length, 1);
});
