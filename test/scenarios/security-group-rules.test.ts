import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AliyunClient, aliyunClient, VPC_VERSION } from '#apis/aliyun/cloud.test-support.ts';
import { startTestCloud, type TestCloud } from '#apis/tencent/cloud.test-support.ts';

/** The rules of a group are one set, whichever vendor looks at it or changes it (D16). */
let tencent: TestCloud;
let aliyun: AliyunClient;
before(async () => {
  tencent = await startTestCloud();
  const { server } = tencent;
  aliyun = aliyunClient(server, server.rootKey, server.wall);
});
after(() => tencent.stop());

type Item = Readonly<Record<string, unknown>>;
const vpc = { service: 'vpc' } as const;
const keyOf = (id: unknown) => String(id).slice(-8);

/** The list of a direction as Tencent tells it: `0 ACCEPT 22`. */
async function listed(SecurityGroupId: string, direction = 'Ingress') {
  const answer = await tencent.ok('DescribeSecurityGroupPolicies', { SecurityGroupId }, vpc);
  const set = answer['SecurityGroupPolicySet'] as Readonly<Record<string, readonly Item[]>>;
  return (set[direction] ?? []).map((one) =>
    [one['PolicyIndex'], one['Action'], one['Port']].join(' '),
  );
}

/** The rules as Alibaba tells them, in the order in which they decide: `2 Drop 23/23`. */
async function ranked(SecurityGroupId: string, Direction = 'ingress') {
  const asked = { SecurityGroupId, Direction };
  const answer = await aliyun.ok('DescribeSecurityGroupAttribute', asked);
  const { Permission } = answer['Permissions'] as { readonly Permission: readonly Item[] };
  return Permission.map(
    (one) => `${String(one['Priority'])} ${String(one['Policy'])} ${String(one['PortRange'])}`,
  ).toSorted();
}

const tcp = (port: number, Action: 'ACCEPT' | 'DROP', more: object = {}) => {
  return { Protocol: 'TCP', Port: String(port), CidrBlock: '10.0.0.0/8', Action, ...more };
};
const permission = (port: number, Policy: 'accept' | 'drop', Priority: string) => ({
  IpProtocol: 'tcp',
  PortRange: `${port}/${port}`,
  SourceCidrIp: '10.0.0.0/8',
  Policy,
  Priority,
});

/** A group made through Tencent, by both its ids. */
async function newGroup() {
  const body = { GroupName: 'shared', GroupDescription: '' };
  const { SecurityGroup } = await tencent.ok('CreateSecurityGroup', body, vpc);
  const ours = String((SecurityGroup as Item)['SecurityGroupId']);
  const { SecurityGroups } = await aliyun.ok('DescribeSecurityGroups', { PageSize: 50 });
  const all = (SecurityGroups as { readonly SecurityGroup: readonly Item[] }).SecurityGroup;
  const theirs = all.find(({ SecurityGroupId }) => keyOf(SecurityGroupId) === keyOf(ours));
  return { ours, theirs: String(theirs?.['SecurityGroupId']) };
}

describe('the rules of a group', () => {
  test('made through Tencent have the priorities at Alibaba that their places need', async () => {
    const { ours, theirs } = await newGroup();
    const Ingress = [tcp(22, 'ACCEPT'), tcp(23, 'DROP'), tcp(80, 'ACCEPT'), tcp(81, 'DROP')];
    const body = { SecurityGroupId: ours, SecurityGroupPolicySet: { Ingress } };
    await tencent.ok('CreateSecurityGroupPolicies', body, vpc);
    const inOrder = ['1 Accept 22/22', '2 Accept 80/80', '2 Drop 23/23', '3 Drop 81/81'];
    assert.deepEqual(await ranked(theirs), inOrder);
    assert.deepEqual(await ranked(theirs, 'egress'), []);
  });

  test('made through Alibaba stand where their priorities put them', async () => {
    const { ours, theirs } = await newGroup();
    for (const one of [
      permission(80, 'accept', '5'),
      permission(22, 'accept', '1'),
      permission(23, 'drop', '5'),
    ]) {
      await aliyun.ok('AuthorizeSecurityGroup', { SecurityGroupId: theirs, ...one });
    }
    assert.deepEqual(await listed(ours), ['0 ACCEPT 22', '1 DROP 23', '2 ACCEPT 80']);
    const put = { Ingress: [tcp(443, 'ACCEPT', { PolicyIndex: 1 })] };
    const body = { SecurityGroupId: ours, SecurityGroupPolicySet: put };
    await tencent.ok('CreateSecurityGroupPolicies', body, vpc);
    assert.deepEqual(await listed(ours), [
      '0 ACCEPT 22',
      '1 ACCEPT 443',
      '2 DROP 23',
      '3 ACCEPT 80',
    ]);
    const kept = ['1 Accept 22/22', '1 Accept 443/443', '5 Accept 80/80', '5 Drop 23/23'];
    assert.deepEqual(await ranked(theirs), kept);
    const first = { Ingress: [{ PolicyIndex: 0 }] };
    const gone = { SecurityGroupId: ours, SecurityGroupPolicySet: first };
    await tencent.ok('DeleteSecurityGroupPolicies', gone, vpc);
    const revoked = { SecurityGroupId: theirs, ...permission(23, 'drop', '5') };
    await aliyun.ok('RevokeSecurityGroup', revoked);
    assert.deepEqual(await listed(ours), ['0 ACCEPT 443', '1 ACCEPT 80']);
  });

  test('are none of a new group made through Alibaba, whatever it lets out', async () => {
    const { VpcId } = await aliyun.ok('CreateVpc', {}, { version: VPC_VERSION });
    const made = await aliyun.ok('CreateSecurityGroup', { VpcId: String(VpcId) });
    const ours = `sg-${keyOf(made['SecurityGroupId'])}`;
    assert.deepEqual([await listed(ours), await listed(ours, 'Egress')], [[], []]);
  });
});
