import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import RpcClient from '@alicloud/pop-core';
import vpc from '@alicloud/vpc20160428';
import { type ConformanceCloud, startCloud } from './cloud.ts';

const regionId = 'cn-guangzhou';

let cloud: ConformanceCloud;
before(async () => {
  cloud = await startCloud();
});
after(() => cloud.stop());

function config(): $OpenApiUtil.Config {
  const keys = { accessKeyId: cloud.keyId, accessKeySecret: cloud.secret };
  return new $OpenApiUtil.Config({ ...keys, endpoint: cloud.host, protocol: 'http', regionId });
}

type Client = InstanceType<typeof ecs.default>;
interface Group {
  readonly regionId: string;
  readonly securityGroupId: string;
}

const rule = { ipProtocol: 'tcp', portRange: '22/22', nicType: 'intranet', policy: 'accept' };

async function createGroup(client: Client): Promise<Group & { readonly vpcId: string }> {
  const networks = new vpc.default(config());
  const made = await networks.createVpc(
    new vpc.CreateVpcRequest({ regionId, cidrBlock: '10.0.0.0/8' }),
  );
  const vpcId = made.body?.vpcId ?? '';
  const { body: group } = await client.createSecurityGroup(
    new ecs.CreateSecurityGroupRequest({ regionId, vpcId, securityGroupName: 'web' }),
  );
  return { regionId, vpcId, securityGroupId: group?.securityGroupId ?? '' };
}

/** A rule of each direction. */
async function addRules(client: Client, it: Group): Promise<void> {
  const source = { priority: '1', sourceCidrIp: '10.159.6.18/12' };
  await client.authorizeSecurityGroup(
    new ecs.AuthorizeSecurityGroupRequest({
      ...it,
      permissions: [new ecs.AuthorizeSecurityGroupRequestPermissions({ ...rule, ...source })],
    }),
  );
  const dest = { ipv6DestCidrIp: '2001:db8::/32' };
  await client.authorizeSecurityGroupEgress(
    new ecs.AuthorizeSecurityGroupEgressRequest({
      ...it,
      permissions: [new ecs.AuthorizeSecurityGroupEgressRequestPermissions({ ...rule, ...dest })],
    }),
  );
}

async function rulesOf(client: Client, it: Group, direction = 'all') {
  const asked = { ...it, direction, nicType: 'intranet' };
  const request = new ecs.DescribeSecurityGroupAttributeRequest(asked);
  const { body } = await client.describeSecurityGroupAttribute(request);
  assert.equal(body?.securityGroupId, it.securityGroupId);
  assert.equal(body.innerAccessPolicy, 'Accept');
  return body.permissions?.permission ?? [];
}

/** It changes and revokes rules by the flat form, through the older core. */
async function describeAndRevoke(client: Client, it: Group): Promise<void> {
  const older = new RpcClient({
    accessKeyId: cloud.keyId,
    accessKeySecret: cloud.secret,
    endpoint: `http://${cloud.host}`,
    apiVersion: '2014-05-26',
  });
  const flat = {
    RegionId: regionId,
    SecurityGroupId: it.securityGroupId,
    IpProtocol: 'tcp',
    PortRange: '22/22',
    Policy: 'accept',
    Priority: '1',
    NicType: 'intranet',
    SourceCidrIp: '10.159.6.18/12',
  };
  const post = { method: 'POST' };
  await older.request('ModifySecurityGroupRule', { ...flat, Description: 'in' }, post);
  assert.equal((await rulesOf(client, it, 'ingress'))[0]?.description, 'in');
  await older.request('RevokeSecurityGroup', flat, post);
  assert.deepEqual(await rulesOf(client, it, 'ingress'), []);
}

test('the walk of a Terraform provider over a group and its rules', async () => {
  const client = new ecs.default(config());
  const { vpcId: _vpcId, ...it } = await createGroup(client);
  await addRules(client, it);
  const [inwards] = await rulesOf(client, it, 'ingress');
  assert.equal(inwards?.sourceCidrIp, '10.159.6.18/12');
  assert.equal(inwards.ipProtocol, 'TCP');
  assert.equal(inwards.policy, 'Accept');
  assert.equal(inwards.priority, '1');
  const [outwards] = await rulesOf(client, it, 'egress');
  assert.equal(outwards?.ipv6DestCidrIp, '2001:db8::/32');
  const securityGroupRuleId = outwards.securityGroupRuleId ?? '';
  const change = { ...it, securityGroupRuleId, description: 'out' };
  await client.modifySecurityGroupEgressRule(new ecs.ModifySecurityGroupEgressRuleRequest(change));
  assert.equal((await rulesOf(client, it, 'egress'))[0]?.description, 'out');
  await describeAndRevoke(client, it);
  const these = { ...it, securityGroupRuleId: [securityGroupRuleId] };
  const revoke = new ecs.RevokeSecurityGroupEgressRequest(these);
  await client.revokeSecurityGroupEgress(revoke);
  await assert.rejects(client.revokeSecurityGroupEgress(revoke), {
    code: 'InvalidSecurityGroupRule.RuleNotExist',
  });
  assert.deepEqual(await rulesOf(client, it), []);
  await client.deleteSecurityGroup(new ecs.DeleteSecurityGroupRequest(it));
  const gone = rulesOf(client, it);
  await assert.rejects(gone, { code: 'InvalidSecurityGroupId.NotFound', statusCode: 404 });
});
