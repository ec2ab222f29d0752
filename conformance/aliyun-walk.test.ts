import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import RpcClient from '@alicloud/pop-core';
import { rsaKeys } from '../src/kernel/rsa-key.ts';
import { type Answer, at, textAt } from './answer-paths.ts';
import { type ConformanceCloud, startCloud } from './cloud.ts';

// What Terraform's provider of Alibaba Cloud sends from a first apply to the last destroy, in its
// order, by the Node SDK: a network, a route table, a vswitch, a group with rules, a key pair and
// an instance. conformance/terraform does the same by the provider itself, where there is one.

const LONG_MS = 10_000;
const RegionId = 'cn-hangzhou';

let cloud: ConformanceCloud;
before(async () => {
  cloud = await startCloud();
});
after(() => cloud.stop());

type Parameters = Readonly<Record<string, string | number>>;

const VERSIONS = { ecs: '2014-05-26', vpc: '2016-04-28' } as const;

/** Sends an action; what it refuses fails the test. */
async function send(service: keyof typeof VERSIONS, action: string, given: Parameters = {}) {
  const client = new RpcClient({
    accessKeyId: cloud.keyId,
    accessKeySecret: cloud.secret,
    endpoint: `http://${cloud.host}`,
    apiVersion: VERSIONS[service],
  });
  return client.request<Answer>(action, { RegionId, ...given }, { method: 'POST' });
}

const itemsAt = (answer: unknown, list: string, element: string) =>
  at(answer, list, element) as readonly Answer[];

// What one step makes and the next ones use.
let ZoneId = '';
let ImageId = '';
let VpcId = '';
let RouteTableId = '';
let VSwitchId = '';
let SecurityGroupId = '';
let InstanceId = '';
const rule = { IpProtocol: 'tcp', PortRange: '80/80', Policy: 'accept', Priority: '10' };

test('data sources', async () => {
  ZoneId = textAt(itemsAt(await send('ecs', 'DescribeZones'), 'Zones', 'Zone')[0], 'ZoneId');
  const asked = { ImageOwnerAlias: 'system', OSType: 'linux', Architecture: 'x86_64' };
  const images = await send('ecs', 'DescribeImages', { ...asked, PageSize: 50 });
  ImageId = textAt(itemsAt(images, 'Images', 'Image')[0], 'ImageId');
  const sold = { DestinationResource: 'InstanceType', IoOptimized: 'optimized', ZoneId };
  const offers = await send('ecs', 'DescribeAvailableResource', sold);
  assert.equal(itemsAt(offers, 'AvailableZones', 'AvailableZone').length, 1);
});

test('a network with a route table and a vswitch', async () => {
  VpcId = textAt(await send('vpc', 'CreateVpc', { CidrBlock: '10.1.0.0/16' }), 'VpcId');
  const tag = { 'ResourceId.1': VpcId, 'Tag.1.Key': 'stage', 'Tag.1.Value': 'first' };
  await send('vpc', 'TagResources', { ResourceType: 'VPC', ...tag });
  const shown = await send('vpc', 'DescribeVpcAttribute', { VpcId });
  assert.equal(itemsAt(shown, 'Tags', 'Tag').length, 1);
  const main = await send('vpc', 'DescribeRouteTableList', { VpcId, PageSize: 50 });
  assert.equal(itemsAt(main, 'RouterTableList', 'RouterTableListType').length, 1);
  RouteTableId = textAt(await send('vpc', 'CreateRouteTable', { VpcId }), 'RouteTableId');
  const block = { CidrBlock: '10.1.1.0/24', ZoneId, VpcId };
  VSwitchId = textAt(await send('vpc', 'CreateVSwitch', block), 'VSwitchId');
  await send('vpc', 'AssociateRouteTable', { RouteTableId, VSwitchId });
  const vSwitch = await send('vpc', 'DescribeVSwitchAttributes', { VSwitchId });
  assert.equal(textAt(vSwitch, 'RouteTable', 'RouteTableId'), RouteTableId);
});

test('a group with a rule in each direction, and a key pair', async () => {
  const group = await send('ecs', 'CreateSecurityGroup', { VpcId, SecurityGroupName: 'walk' });
  SecurityGroupId = textAt(group, 'SecurityGroupId');
  const inward = Object.entries({ ...rule, SourceCidrIp: '0.0.0.0/0' });
  const flat = inward.map(([name, value]) => [`Permissions.1.${name}`, value]);
  const permission = Object.fromEntries(flat) as Parameters;
  await send('ecs', 'AuthorizeSecurityGroup', { SecurityGroupId, ...permission });
  const outward = { ...rule, SecurityGroupId, DestCidrIp: '8.8.8.0/24', Policy: 'drop' };
  await send('ecs', 'AuthorizeSecurityGroupEgress', outward);
  const shown = await send('ecs', 'DescribeSecurityGroupAttribute', { SecurityGroupId });
  assert.equal(itemsAt(shown, 'Permissions', 'Permission').length, 2);
  const { publicKey: PublicKeyBody } = await rsaKeys().make();
  await send('ecs', 'ImportKeyPair', { KeyPairName: 'walk', PublicKeyBody });
});

test('an instance, read as a refresh reads it', async () => {
  const launched = await send('ecs', 'RunInstances', {
    ImageId,
    InstanceType: 'ecs.g6.large',
    VSwitchId,
    SecurityGroupId,
    KeyPairName: 'walk',
    Amount: 1,
    UserData: Buffer.from('#!/bin/sh').toString('base64'),
    'SystemDisk.Category': 'cloud_essd',
    'DataDisk.1.Size': 60,
    'DataDisk.1.Category': 'cloud_essd',
    'DataDisk.1.DiskName': 'one',
    'Tag.1.Key': 'stage',
    'Tag.1.Value': 'first',
  });
  InstanceId = textAt(launched, 'InstanceIdSets', 'InstanceIdSet', 0);
  await cloud.passTime(LONG_MS);
  const shown = await send('ecs', 'DescribeInstances', { InstanceIds: `["${InstanceId}"]` });
  const [instance] = itemsAt(shown, 'Instances', 'Instance');
  assert.equal(at(instance, 'Status'), 'Running');
  const disks = await send('ecs', 'DescribeDisks', { InstanceId, DiskType: 'data' });
  assert.equal(textAt(itemsAt(disks, 'Disks', 'Disk')[0], 'DiskName'), 'one');
  const [card] = at(instance, 'NetworkInterfaces', 'NetworkInterface') as readonly Answer[];
  const named = { 'NetworkInterfaceId.1': textAt(card, 'NetworkInterfaceId') };
  const cards = await send('ecs', 'DescribeNetworkInterfaces', named);
  assert.equal(itemsAt(cards, 'NetworkInterfaceSets', 'NetworkInterfaceSet').length, 1);
  for (const action of ['DescribeUserData', 'DescribeInstanceAttribute']) {
    assert.equal((await send('ecs', action, { InstanceId }))['InstanceId'], InstanceId);
  }
  await send('ecs', 'DescribeInstanceRamRole', { InstanceIds: `["${InstanceId}"]` });
  for (const kind of ['Maintenance', 'Attachment']) {
    const action = `DescribeInstance${kind}Attributes`;
    await send('ecs', action, { 'InstanceId.1': InstanceId, InstanceIds: `["${InstanceId}"]` });
  }
  const route = { DestinationCidrBlock: '172.30.0.0/24', NextHopType: 'Instance' };
  await send('vpc', 'CreateRouteEntry', { RouteTableId, ...route, NextHopId: InstanceId });
});

test('changes of names, tags and rules', async () => {
  await send('vpc', 'ModifyVpcAttribute', { VpcId, VpcName: 'renamed' });
  await send('ecs', 'ModifyInstanceAttribute', { InstanceId, InstanceName: 'renamed' });
  const resource = { ResourceType: 'instance', 'ResourceId.1': InstanceId };
  await send('ecs', 'UntagResources', { ...resource, 'TagKey.1': 'stage' });
  const second = { 'Tag.1.Key': 'stage', 'Tag.1.Value': 'second' };
  await send('ecs', 'TagResources', { ...resource, ...second });
  const tags = await send('ecs', 'ListTagResources', resource);
  assert.equal(textAt(itemsAt(tags, 'TagResources', 'TagResource')[0], 'TagValue'), 'second');
  const gone = { ...rule, SecurityGroupId, SourceCidrIp: '0.0.0.0/0', NicType: 'intranet' };
  await send('ecs', 'RevokeSecurityGroup', gone);
});

test('and everything is taken away', async () => {
  const route = { RouteTableId, DestinationCidrBlock: '172.30.0.0/24', NextHopId: InstanceId };
  await send('vpc', 'DeleteRouteEntry', route);
  await send('ecs', 'StopInstance', { InstanceId, StoppedMode: 'Not-applicable' });
  await cloud.passTime(LONG_MS);
  await send('ecs', 'DeleteInstance', { InstanceId });
  await cloud.passTime(LONG_MS);
  const left = await send('ecs', 'DescribeInstances', { InstanceIds: `["${InstanceId}"]` });
  assert.equal(left['TotalCount'], 0);
  await send('ecs', 'DeleteKeyPairs', { KeyPairNames: '["walk"]' });
  await send('ecs', 'DeleteSecurityGroup', { SecurityGroupId });
  await send('vpc', 'UnassociateRouteTable', { RouteTableId, VSwitchId });
  await send('vpc', 'DeleteRouteTable', { RouteTableId });
  await send('vpc', 'DeleteVSwitch', { VSwitchId });
  await send('vpc', 'DeleteVpc', { VpcId });
  assert.equal((await send('vpc', 'DescribeVpcs'))['TotalCount'], 0);
});
