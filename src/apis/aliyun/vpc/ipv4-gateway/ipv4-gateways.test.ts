import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  makeGroup,
  startTestCloud,
  VPC_VERSION,
  type TestCloud,
} from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;

let cloud: TestCloud;
let vpc: string;
let gateway: string;
before(async () => {
  cloud = await startTestCloud();
  vpc = String((await ok('CreateVpc', { CidrBlock: '10.0.0.0/16' }))['VpcId']);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given, version);
const attribute = () => ok('GetIpv4GatewayAttribute', { Ipv4GatewayId: gateway });
const vpcAttribute = (id: string) => ok('DescribeVpcAttribute', { VpcId: id });

async function listed(given: Given = {}): Promise<readonly Item[]> {
  const { Ipv4GatewayModels, TotalCount } = await ok('ListIpv4Gateways', given);
  const items = Ipv4GatewayModels as readonly Item[];
  assert.equal(TotalCount, String(items.length));
  return items;
}

async function tableOf(id: string): Promise<string> {
  const { RouterTableList } = await ok('DescribeRouteTableList', { VpcId: id });
  const { RouterTableListType: tables } = RouterTableList as {
    readonly RouterTableListType: readonly Item[];
  };
  return String(tables[0]?.['RouteTableId']);
}

test('a network has one gateway, which is shown', async () => {
  const names = { Ipv4GatewayName: 'n'.repeat(128), Ipv4GatewayDescription: 'd'.repeat(256) };
  const made = await ok('CreateIpv4Gateway', { VpcId: vpc, ...names, 'Tag.1.Key': 'a' });
  gateway = String(made['Ipv4GatewayId']);
  assert.match(gateway, /^ipv4gw-/);
  const { RequestId: _, ...shown } = await attribute();
  assert.deepEqual(shown, {
    CreateTime: '2026-01-02T03:04:05Z',
    Enabled: false,
    ...names,
    Ipv4GatewayId: gateway,
    Ipv4GatewayRouteTableId: '',
    ResourceGroupId: made['ResourceGroupId'],
    Status: 'Created',
    Tags: [{ Key: 'a', Value: '' }],
    VpcId: vpc,
  });
  const its = await vpcAttribute(vpc);
  assert.deepEqual([its['Ipv4GatewayId'], its['SupportIpv4Gateway']], [gateway, false]);
  const refused = (given: Given) => refusal('CreateIpv4Gateway', { VpcId: vpc, ...given });
  assert.equal(await refused({}), '400 OperationDenied.VpcExistIpv4Gateway');
  assert.equal(await refused({ VpcId: 'vpc-x' }), '400 OperationFailed.VpcNotExist');
  assert.equal(await refused({ ResourceGroupId: 'rg-x' }), '400 IllegalParam.ResourceGroupId');
  assert.equal(await refused({ Ipv4GatewayName: 'n'.repeat(129) }), '400 InvalidParameter');
  assert.equal(await refused({ Ipv4GatewayName: 'http://n' }), '400 InvalidParameter');
  assert.equal(await refused({ Ipv4GatewayDescription: 'd'.repeat(257) }), '400 InvalidParameter');
  assert.equal(await refused({ DryRun: true }), '400 OperationDenied.VpcExistIpv4Gateway');
});

test('gateways are found by each parameter of the page', async () => {
  const count = async (given: Given) => (await listed(given)).length;
  assert.equal(await count({}), 1);
  assert.equal(await count({ Ipv4GatewayId: gateway }), 1);
  assert.equal(await count({ Ipv4GatewayId: 'ipv4gw-x' }), 0);
  assert.equal(await count({ Ipv4GatewayName: 'n'.repeat(128) }), 1);
  assert.equal(await count({ Ipv4GatewayName: 'other' }), 0);
  assert.equal(await count({ VpcId: vpc }), 1);
  assert.equal(await count({ VpcId: 'vpc-x' }), 0);
  assert.equal(await count({ 'Tags.1.Key': 'a' }), 1);
  assert.equal(await count({ 'Tags.1.Key': 'b' }), 0);
  assert.equal(await count({ ResourceGroupId: 'rg-x' }), 0);
  const other = String((await ok('CreateVpc', { CidrBlock: '10.1.0.0/16' }))['VpcId']);
  await ok('CreateIpv4Gateway', { VpcId: other });
  const { Ipv4GatewayModels: first, NextToken } = await ok('ListIpv4Gateways', { MaxResults: 1 });
  const more = { MaxResults: 1, NextToken: String(NextToken) };
  const { Ipv4GatewayModels: second, NextToken: last } = await ok('ListIpv4Gateways', more);
  const ids = [first, second].flatMap((page) =>
    (page as readonly Item[]).map(({ VpcId }) => VpcId),
  );
  assert.deepEqual([ids, last], [[vpc, other], '']);
  const tooMany = await refusal('ListIpv4Gateways', { MaxResults: 101 });
  assert.equal(tooMany, '400 InvalidParameter');
  await ok('DeleteVpc', { VpcId: other, ForceDelete: true });
  assert.equal(await count({}), 1, 'a gateway goes with a network that is made to go');
});

test('a gateway is changed, tagged and put into a group', async () => {
  const names = { Ipv4GatewayName: 'two', Ipv4GatewayDescription: 'd' };
  await ok('UpdateIpv4GatewayAttribute', { Ipv4GatewayId: gateway, ...names });
  const tagged = { ResourceType: 'IPV4GATEWAY', 'ResourceId.1': gateway };
  await ok('TagResources', { ...tagged, 'Tag.1.Key': 'b', 'Tag.1.Value': '1' });
  const { TagResources } = await ok('ListTagResources', tagged);
  const { TagResource: tags } = TagResources as { readonly TagResource: readonly Item[] };
  assert.deepEqual(
    tags.map(({ TagKey }) => TagKey),
    ['a', 'b'],
  );
  const group = await makeGroup(cloud, 'gateways');
  const moved = { ResourceType: 'IPV4GATEWAY', ResourceId: gateway, NewResourceGroupId: group };
  await ok('MoveResourceGroup', moved);
  const shown = await attribute();
  assert.deepEqual([shown['Ipv4GatewayName'], shown['ResourceGroupId']], ['two', group]);
  assert.equal((await listed({ ResourceGroupId: group })).length, 1);
});

test('routes lead to a gateway of their network, before it is at work and after', async () => {
  const table = await tableOf(vpc);
  const hop = { NextHopType: 'Ipv4Gateway', NextHopId: gateway };
  const route = { RouteTableId: table, DestinationCidrBlock: '1.2.3.0/24', ...hop };
  const { RouteEntryId } = await ok('CreateRouteEntry', route);
  const { RouteEntrys } = await ok('DescribeRouteEntryList', {
    RouteTableId: table,
    NextHopId: gateway,
  });
  const { RouteEntry: found } = RouteEntrys as { readonly RouteEntry: readonly Item[] };
  const [next] = ((found[0] as Item)['NextHops'] as { readonly NextHop: readonly Item[] }).NextHop;
  assert.deepEqual(
    [next?.['NextHopType'], next?.['NextHopId'], next?.['Enabled']],
    ['Ipv4Gateway', gateway, 1],
  );
  const gone = { ...route, DestinationCidrBlock: '1.2.4.0/24', NextHopId: 'ipv4gw-x' };
  assert.equal(await refusal('CreateRouteEntry', gone), '400 ResourceNotFound.Ipv4Gateway');
  const elsewhere = await cloud.network('10.2.0.0/16');
  const other = { ...gone, NextHopId: gateway, RouteTableId: await tableOf(elsewhere.vpc) };
  assert.equal(await refusal('CreateRouteEntry', other), '400 ResourceNotFound.Ipv4Gateway');
  const kept = await refusal('DeleteIpv4Gateway', { Ipv4GatewayId: gateway });
  assert.equal(kept, '400 DependencyViolation.RouteEntry');
  await ok('DeleteRouteEntry', { RouteEntryId: String(RouteEntryId) });
});

test('a gateway is put to work, with a route to all addresses in the tables named', async () => {
  const table = await tableOf(vpc);
  const enable = (given: Given = {}) =>
    refusal('EnableVpcIpv4Gateway', { Ipv4GatewayId: gateway, ...given });
  const elsewhere = await cloud.network('10.3.0.0/16');
  const others = { 'RouteTableList.1': await tableOf(elsewhere.vpc) };
  assert.equal(await enable(others), '400 Mismatch.Ipv4GatewayIdAndRouteTableId');
  assert.equal(await enable({ 'RouteTableList.1': 'vtb-x' }), '404 InvalidRouteTable.NotFound');
  const eleven = Array.from({ length: 11 }, (_, at) => [`RouteTableList.${at + 1}`, table]);
  assert.equal(await enable(Object.fromEntries(eleven) as Given), '400 InvalidParameter');
  const all = { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0' };
  const hop = { NextHopType: 'Ipv4Gateway', NextHopId: gateway };
  const { RouteEntryId } = await ok('CreateRouteEntry', { ...all, ...hop });
  const twice = await enable({ 'RouteTableList.1': table });
  assert.equal(twice, '400 OperationDenied.ConflictOfAllZeroRouting');
  assert.equal((await attribute())['Enabled'], false);
  await ok('DeleteRouteEntry', { RouteEntryId: String(RouteEntryId) });
  const ten = eleven.slice(0, 10);
  await ok('EnableVpcIpv4Gateway', {
    Ipv4GatewayId: gateway,
    ...(Object.fromEntries(ten) as Given),
  });
  assert.equal((await attribute())['Enabled'], true);
  assert.equal((await vpcAttribute(vpc))['SupportIpv4Gateway'], true);
  const again = await enable();
  assert.equal(again, '400 OperationFailed.Ipv4GatewayAlreadyActive.');
  const kept = await refusal('DeleteIpv4Gateway', { Ipv4GatewayId: gateway });
  assert.equal(kept, '400 DependencyViolation.RouteEntry');
});

test('a gateway is deleted; its network is then private, or reached directly', async () => {
  assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), '403 OperationDenied');
  const table = await tableOf(vpc);
  const hop = { NextHopId: gateway };
  const all = { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0', ...hop };
  await ok('DeleteRouteEntry', all);
  const wrong = { Ipv4GatewayId: gateway, InternetMode: 'none' };
  assert.equal(await refusal('DeleteIpv4Gateway', wrong), '400 InvalidParameter');
  await ok('DeleteIpv4Gateway', { Ipv4GatewayId: gateway });
  assert.equal((await vpcAttribute(vpc))['SupportIpv4Gateway'], true);
  for (const action of [
    'GetIpv4GatewayAttribute',
    'UpdateIpv4GatewayAttribute',
    'EnableVpcIpv4Gateway',
    'DeleteIpv4Gateway',
  ]) {
    const code = await refusal(action, { Ipv4GatewayId: gateway });
    assert.equal(code, '400 ResourceNotFound.Ipv4Gateway', action);
  }
  const { Ipv4GatewayId } = await ok('CreateIpv4Gateway', { VpcId: vpc });
  const direct = { Ipv4GatewayId: String(Ipv4GatewayId), InternetMode: 'public' };
  await ok('DeleteIpv4Gateway', direct);
  const its = await vpcAttribute(vpc);
  assert.deepEqual([its['Ipv4GatewayId'], its['SupportIpv4Gateway']], ['', false]);
  await ok('DeleteVpc', { VpcId: vpc });
});

test('a network that is made to go takes its gateway along, and nothing else', async () => {
  const { VpcId } = await ok('CreateVpc', { CidrBlock: '10.9.0.0/16' });
  const its = String(VpcId);
  const { Ipv4GatewayId } = await ok('CreateIpv4Gateway', { VpcId: its });
  const table = await tableOf(its);
  const enabled = { Ipv4GatewayId: String(Ipv4GatewayId), 'RouteTableList.1': table };
  await ok('EnableVpcIpv4Gateway', enabled);
  const zone = { VpcId: its, ZoneId: 'cn-guangzhou-a', CidrBlock: '10.9.0.0/24' };
  const { VSwitchId } = await ok('CreateVSwitch', zone);
  const kept = await refusal('DeleteVpc', { VpcId: its, ForceDelete: true });
  assert.equal(kept, '400 DependencyViolation.VSwitch');
  assert.equal((await listed({ VpcId: its })).length, 1);
  await ok('DeleteVSwitch', { VSwitchId: String(VSwitchId) });
  await ok('DeleteVpc', { VpcId: its, ForceDelete: true });
});
