import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { rsaKeys } from '../src/kernel/rsa-key.ts';
import { type Answer, at, textAt } from './answer-paths.ts';
import { type ConformanceCloud, startCloud } from './cloud.ts';

// What Terraform's provider of Tencent Cloud sends from a first apply to the last destroy, in its
// order, by the Node SDK: a network, a route table, a subnet, a group with rules, a key pair and an
// instance. conformance/terraform does the same by the provider itself, where there is one.

const LONG_MS = 10_000;
const region = 'ap-guangzhou';
const Zone = 'ap-guangzhou-3';

let cloud: ConformanceCloud;
before(async () => {
  cloud = await startCloud();
});
after(() => cloud.stop());

/** Sends an action; what it refuses fails the test. */
async function send(action: string, body: object = {}, version = '2017-03-12'): Promise<Answer> {
  const client = new CommonClient(cloud.host, version, {
    credential: { secretId: cloud.keyId, secretKey: cloud.secret },
    region,
    profile: { httpProfile: { endpoint: cloud.host, protocol: 'http://' } },
  });
  return (await client.request(action, body)) as Answer;
}

/** How the provider reads tags, and waits for them. */
async function tagsOf(service: string, kind: string, id: string): Promise<unknown> {
  const named = { ServiceType: service, ResourcePrefix: kind, ResourceIds: [id] };
  const paged = { ResourceRegion: region, Limit: 20, Offset: 0 };
  const answer = await send(
    'DescribeResourceTagsByResourceIds',
    { ...named, ...paged },
    '2018-08-13',
  );
  const tags = answer['Tags'] as ReadonlyArray<{ TagKey: string; TagValue: string }>;
  return Object.fromEntries(tags.map(({ TagKey, TagValue }) => [TagKey, TagValue]));
}

// What one step makes and the next ones use.
let VpcId = '';
let RouteTableId = '';
let SubnetId = '';
let SecurityGroupId = '';
let KeyId = '';
let InstanceId = '';
const Tags = [{ Key: 'stage', Value: 'first' }];

test('data sources', async () => {
  const zones = await send('DescribeZones', { Product: 'cvm' }, '2020-11-06');
  assert.ok((at(zones, 'ZoneSet') as object[]).some((zone) => textAt(zone, 'Zone') === Zone));
  const images = await send('DescribeImages', { Offset: 0, Limit: 100 });
  assert.ok(Number(images['TotalCount']) > 0);
  const Filters = [{ Name: 'zone', Values: [Zone] }];
  const types = await send('DescribeZoneInstanceConfigInfos', { Filters });
  assert.ok((types['InstanceTypeQuotaSet'] as object[]).length > 0);
});

test('a network with a route table and a subnet', async () => {
  VpcId = textAt(
    await send('CreateVpc', { VpcName: 'w', CidrBlock: '10.1.0.0/16', Tags }),
    'Vpc',
    'VpcId',
  );
  const main = { Filters: [{ Name: 'vpc-id', Values: [VpcId] }], Offset: '0', Limit: '100' };
  assert.equal((await send('DescribeRouteTables', main))['TotalCount'], 1);
  const table = await send('CreateRouteTable', { VpcId, RouteTableName: 'w' });
  RouteTableId = textAt(table, 'RouteTable', 'RouteTableId');
  const subnet = { VpcId, SubnetName: 'w', CidrBlock: '10.1.1.0/24', Zone };
  SubnetId = textAt(await send('CreateSubnet', subnet), 'Subnet', 'SubnetId');
  await send('ModifySubnetAttribute', { SubnetId, SubnetName: 'w', EnableBroadcast: 'false' });
  await send('ReplaceRouteTableAssociation', { SubnetId, RouteTableId });
  const shown = await send('DescribeSubnets', { SubnetIds: [SubnetId] });
  assert.equal(textAt(shown, 'SubnetSet', 0, 'RouteTableId'), RouteTableId);
  assert.deepEqual(await tagsOf('vpc', 'vpc', VpcId), { stage: 'first' });
});

test('a group with rules, and a key pair', async () => {
  const group = await send('CreateSecurityGroup', { GroupName: 'w', GroupDescription: 'w' });
  SecurityGroupId = textAt(group, 'SecurityGroup', 'SecurityGroupId');
  const open = { Protocol: 'TCP', Port: '80,443', CidrBlock: '0.0.0.0/0', Action: 'ACCEPT' };
  const SecurityGroupPolicySet = { Ingress: [open] };
  await send('ModifySecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet });
  const shown = await send('DescribeSecurityGroupPolicies', { SecurityGroupId });
  assert.equal(textAt(shown, 'SecurityGroupPolicySet', 'Ingress', 0, 'Port'), '80,443');
  const { publicKey: PublicKey } = await rsaKeys().make();
  const pair = await send('ImportKeyPair', { KeyName: 'w', PublicKey, ProjectId: 0 });
  KeyId = textAt(pair, 'KeyId');
});

test('an instance, read as a refresh reads it', async () => {
  const launched = await send('RunInstances', {
    Placement: { Zone, ProjectId: 0 },
    ImageId: 'img-9qabwvbn',
    InstanceType: 'S5.MEDIUM2',
    InstanceCount: 1,
    VirtualPrivateCloud: { VpcId, SubnetId },
    SecurityGroupIds: [SecurityGroupId],
    LoginSettings: { KeyIds: [KeyId] },
    DataDisks: [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 60, DiskName: 'one' }],
    TagSpecification: [{ ResourceType: 'instance', Tags }],
    UserData: Buffer.from('#!/bin/sh').toString('base64'),
  });
  InstanceId = textAt(launched, 'InstanceIdSet', 0);
  await cloud.passTime(LONG_MS);
  const shown = await send('DescribeInstances', { InstanceIds: [InstanceId] });
  assert.equal(textAt(shown, 'InstanceSet', 0, 'InstanceState'), 'RUNNING');
  const DiskIds = [textAt(shown, 'InstanceSet', 0, 'DataDisks', 0, 'DiskId')];
  const disks = await send('DescribeDisks', { DiskIds });
  assert.equal(textAt(disks, 'DiskSet', 0, 'DiskName'), 'one');
  const asked = { InstanceIds: [InstanceId], Attributes: ['UserData'] };
  const kept = await send('DescribeInstancesAttributes', asked);
  assert.notEqual(textAt(kept, 'InstanceSet', 0, 'Attributes', 'UserData'), '');
  assert.deepEqual(await tagsOf('cvm', 'instance', InstanceId), { stage: 'first' });
  const GatewayId = textAt(shown, 'InstanceSet', 0, 'PrivateIpAddresses', 0);
  const route = { DestinationCidrBlock: '172.30.0.0/24', GatewayType: 'NORMAL_CVM', GatewayId };
  const made = await send('CreateRoutes', { RouteTableId, Routes: [route] });
  assert.equal((at(made, 'RouteTableSet', 0, 'RouteSet') as object[]).length, 1);
});

test('changes of names, tags and rules', async () => {
  await send('ModifyVpcAttribute', { VpcId, VpcName: 'renamed' });
  const Resource = `qcs::cvm:${region}:uin/:instance/${InstanceId}`;
  const ReplaceTags = [{ TagKey: 'stage', TagValue: 'second' }];
  await send('ModifyResourceTags', { Resource, ReplaceTags }, '2018-08-13');
  assert.deepEqual(await tagsOf('cvm', 'instance', InstanceId), { stage: 'second' });
  const InstanceIds = [InstanceId];
  await send('ModifyInstancesAttribute', { InstanceIds, InstanceName: 'renamed' });
  // Version 0 takes all rules away.
  const none = { Version: '0' };
  await send('ModifySecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: none });
});

test('and everything is taken away', async () => {
  const tables = await send('DescribeRouteTables', { RouteTableIds: [RouteTableId] });
  const routes = at(tables, 'RouteTableSet', 0, 'RouteSet') as object[];
  const RouteId = at(
    routes.find((it) => at(it, 'GatewayType') === 'NORMAL_CVM'),
    'RouteId',
  );
  await send('DeleteRoutes', { RouteTableId, Routes: [{ RouteId }] });
  await send('TerminateInstances', { InstanceIds: [InstanceId] });
  await cloud.passTime(LONG_MS);
  assert.equal((await send('DescribeInstances', { InstanceIds: [InstanceId] }))['TotalCount'], 0);
  assert.equal((await send('DescribeUsedIpAddress', { VpcId, SubnetId }))['TotalCount'], 0);
  await send('DeleteKeyPairs', { KeyIds: [KeyId] });
  const SecurityGroupIds = [SecurityGroupId];
  const used = await send('DescribeSecurityGroupAssociationStatistics', { SecurityGroupIds });
  assert.equal(at(used, 'SecurityGroupAssociationStatisticsSet', 0, 'CVM'), 0);
  await send('DeleteSecurityGroup', { SecurityGroupId });
  await send('DeleteSubnet', { SubnetId });
  await send('DeleteRouteTable', { RouteTableId });
  await send('DeleteVpc', { VpcId });
  assert.equal((await send('DescribeVpcs'))['TotalCount'], 0);
});
