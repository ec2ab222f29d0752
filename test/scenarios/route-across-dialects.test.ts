import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AliyunClient, aliyunClient, VPC_VERSION } from '#apis/aliyun/cloud.test-support.ts';
import { aliyunId } from '#apis/aliyun/ids.ts';
import { startTestCloud, type TestCloud } from '#apis/tencent/cloud.test-support.ts';

type Item = Readonly<Record<string, unknown>>;

const SETTLED_MS = 60_000;
const vpcService = { service: 'vpc' } as const;

let cloud: TestCloud;
let ofVpc: AliyunClient;
before(async () => {
  cloud = await startTestCloud();
  const { server } = cloud;
  ofVpc = aliyunClient(server, server.rootKey, server.wall);
});
after(() => cloud.stop());

async function network(CidrBlock: string) {
  const { Vpc } = await cloud.ok('CreateVpc', { VpcName: 'v', CidrBlock }, vpcService);
  const VpcId = String((Vpc as Item)['VpcId']);
  const asked = { VpcId, SubnetName: 's', CidrBlock, Zone: 'ap-guangzhou-3' };
  const { Subnet } = await cloud.ok('CreateSubnet', asked, vpcService);
  return { VpcId, SubnetId: String((Subnet as Item)['SubnetId']) };
}

async function tableOf(VpcId: string): Promise<string> {
  const Filters = [{ Name: 'vpc-id', Values: [VpcId] }];
  const { RouteTableSet } = await cloud.ok('DescribeRouteTables', { Filters }, vpcService);
  const [table] = RouteTableSet as readonly Item[];
  return String(table?.['RouteTableId']);
}

/** Whether the next hop of the only route of a table is usable, as Alibaba shows it. */
async function isEnabled(table: string): Promise<unknown> {
  const RouteTableId = aliyunId('route-table', table.slice('rtb-'.length));
  const asked = { RouteTableId, RouteEntryType: 'Custom' };
  const given = { version: VPC_VERSION } as const;
  const { RouteEntrys } = await ofVpc.ok('DescribeRouteEntryList', asked, given);
  const [entry] = (RouteEntrys as { readonly RouteEntry: readonly Item[] }).RouteEntry;
  assert.ok(entry);
  const { NextHop } = entry['NextHops'] as { readonly NextHop: readonly Item[] };
  return NextHop[0]?.['Enabled'];
}

test('a route leads nowhere once its instance has moved to another network', async () => {
  const [near, far] = [await network('10.8.0.0/24'), await network('10.9.0.0/24')];
  const [instance = ''] = await cloud.launchRunning({ VirtualPrivateCloud: near });
  const [shown] = await cloud.show([instance]);
  assert.ok(shown);
  const [GatewayId] = shown['PrivateIpAddresses'] as readonly string[];
  const RouteTableId = await tableOf(near.VpcId);
  const route = { DestinationCidrBlock: '192.168.0.0/24', GatewayType: 'NORMAL_CVM', GatewayId };
  await cloud.ok('CreateRoutes', { RouteTableId, Routes: [route] }, vpcService);
  assert.equal(await isEnabled(RouteTableId), 1);
  await cloud.ok('ModifyInstancesVpcAttribute', {
    InstanceIds: [instance],
    VirtualPrivateCloud: far,
    ForceStop: true,
  });
  await cloud.passTime(SETTLED_MS);
  assert.equal(await isEnabled(RouteTableId), 0);
});
