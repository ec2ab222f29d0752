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

test('the walk of a Terraform provider over a group and its rules', async () => {
  const client = new ecs.default(config());
  const networks = new vpc.default(config());
  const made = await networks.createVpc(
    new vpc.CreateVpcRequest({ regionId, cidrBlock: '10.0.0.0/8' }),
  );
  const vpcId = made.body?.vpcId ?? '';
  const { body: group } = await client.createSecurityGroup(
    new ecs.CreateSecurityGroupRequest({ regionId, vpcId, securityGroupName: 'web' }),
  );
  const securityGroupId = group?.securityGroupId ?? '';
  const it = { regionId, securityGroupId };
  const rule = { ipProtocol: 'tcp', portRange: '22/22', nicType: 'intranet', policy: 'accept' };
  await client.authorizeSecurityGroup(
    new ecs.AuthorizeSecurityGroupRequest({
      ...it,
      permissions: [
        new ecs.AuthorizeSecurityGroupRequestPermissions({
          ...rule,
          priority: '1',
          sourceCidrIp: '10.159.6.18/12',
        }),
      ],
    }),
  );
  await client.authorizeSecurityGroupEgress(
    new ecs.AuthorizeSecurityGroupEgressRequest({
      ...it,
      permissions: [
        new ecs.AuthorizeSecurityGroupEgressRequestPermissions({
          ...rule,
          ipv6DestCidrIp: '2001:db8::/32',
        }),
      ],
    }),
  );
  const describe = async (direction = 'all') => {
    const request = new ecs.DescribeSecurityGroupAttributeRequest({
      ...it,
      direction,
      nicType: 'intranet',
    });
    const { body } = await client.describeSecurityGroupAttribute(request);
    assert.equal(body?.securityGroupId, securityGroupId);
    assert.equal(body.vpcId, vpcId);
    assert.equal(body.innerAccessPolicy, 'Accept');
    return body.permissions?.permission ?? [];
  };
  const [inwards] = await describe('ingress');
  assert.equal(inwards?.sourceCidrIp, '10.159.6.18/12');
  assert.equal(inwards.ipProtocol, 'TCP');
  assert.equal(inwards.policy, 'Accept');
  assert.equal(inwards.priority, '1');
  const [outwards] = await describe('egress');
  assert.equal(outwards?.ipv6DestCidrIp, '2001:db8::/32');
  await client.modifySecurityGroupEgressRule(
    new ecs.ModifySecurityGroupEgressRuleRequest({
      ...it,
      securityGroupRuleId: outwards.securityGroupRuleId ?? '',
      description: 'out',
    }),
  );
  assert.equal((await describe('egress'))[0]?.description, 'out');

  // It changes and revokes rules by the flat form, through the older core.
  const older = new RpcClient({
    accessKeyId: cloud.keyId,
    accessKeySecret: cloud.secret,
    endpoint: `http://${cloud.host}`,
    apiVersion: '2014-05-26',
  });
  const flat = {
    RegionId: regionId,
    SecurityGroupId: securityGroupId,
    IpProtocol: 'tcp',
    PortRange: '22/22',
    Policy: 'accept',
    Priority: '1',
    NicType: 'intranet',
    SourceCidrIp: '10.159.6.18/12',
  };
  const post = { method: 'POST' };
  await older.request('ModifySecurityGroupRule', { ...flat, Description: 'in' }, post);
  assert.equal((await describe('ingress'))[0]?.description, 'in');
  await older.request('RevokeSecurityGroup', flat, post);
  assert.deepEqual(await describe('ingress'), []);
  const securityGroupRuleId = [outwards.securityGroupRuleId ?? ''];
  const revoke = new ecs.RevokeSecurityGroupEgressRequest({ ...it, securityGroupRuleId });
  await client.revokeSecurityGroupEgress(revoke);
  await assert.rejects(client.revokeSecurityGroupEgress(revoke), {
    code: 'InvalidSecurityGroupRule.RuleNotExist',
  });
  assert.deepEqual(await describe(), []);
  await client.deleteSecurityGroup(new ecs.DeleteSecurityGroupRequest(it));
  await assert.rejects(describe(), { code: 'InvalidSecurityGroupId.NotFound', statusCode: 404 });
});
