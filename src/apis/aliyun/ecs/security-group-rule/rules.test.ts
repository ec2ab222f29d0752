import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud } from '../../cloud.test-support.ts';
import { permission, ruleClient, type RuleClient } from './rules.test-support.ts';

type TestCloud = Awaited<ReturnType<typeof startTestCloud>>;

let cloud: TestCloud;
let rules: RuleClient;
before(async () => {
  cloud = await startTestCloud({
    configuration: { rulesPerSecurityGroupMax: 4, securityGroupsPerRegionMax: 100 },
  });
  rules = ruleClient(cloud);
});
after(() => cloud.stop());

const ssh = permission({ SourceCidrIp: '10.0.0.0/8' });

describe('AuthorizeSecurityGroup', () => {
  test('a rule that clients send is read back as they compare it', async () => {
    const group = await rules.group();
    await cloud.ok('AuthorizeSecurityGroup', {
      SecurityGroupId: group,
      ...permission({
        NicType: 'intranet',
        Policy: 'drop',
        Priority: '7',
        SourceCidrIp: '10.159.6.18/12',
        SourcePortRange: '7000/8000',
        Description: 'from there',
      }),
    });
    const [rule, ...others] = await rules.of(group);
    assert.ok(rule);
    const { SecurityGroupRuleId, ...shown } = rule;
    assert.match(SecurityGroupRuleId, /^sgr-/);
    assert.deepEqual(others, []);
    assert.deepEqual(shown, {
      CreateTime: '2026-01-02T03:04:05Z',
      Description: 'from there',
      DestCidrIp: '',
      DestGroupId: '',
      DestGroupName: '',
      DestGroupOwnerAccount: '',
      DestPrefixListId: '',
      DestPrefixListName: '',
      Direction: 'ingress',
      IpProtocol: 'TCP',
      Ipv6DestCidrIp: '',
      Ipv6SourceCidrIp: '',
      NicType: 'intranet',
      Policy: 'Drop',
      PortRange: '22/22',
      PortRangeListId: '',
      PortRangeListName: '',
      Priority: '7',
      SourceCidrIp: '10.159.6.18/12',
      SourceGroupId: '',
      SourceGroupName: '',
      SourceGroupOwnerAccount: '',
      SourcePortRange: '7000/8000',
      SourcePrefixListId: '',
      SourcePrefixListName: '',
    });
  });

  test('a public card of a network is an inner one, as Packer asks for it', async () => {
    const id = await rules.group();
    const asked = { IpProtocol: 'all', PortRange: '-1/-1', SourceCidrIp: '0.0.0.0/0' };
    await rules.authorize(id, permission({ ...asked, NicType: 'internet' }));
    assert.deepEqual(
      (await rules.of(id)).map(({ NicType }) => NicType),
      ['intranet'],
    );
    const gone = { SecurityGroupId: id, ...permission({ ...asked, NicType: 'internet' }) };
    await cloud.ok('RevokeSecurityGroup', gone);
    assert.deepEqual(await rules.of(id), []);
  });

  test('the flat form says one rule, and each protocol has its ports', async () => {
    const group = await rules.group();
    const flat = { SecurityGroupId: group, SourceCidrIp: '0.0.0.0/0' };
    const icmp = { ...flat, IpProtocol: 'icmp', PortRange: '-1/-1' };
    await cloud.ok('AuthorizeSecurityGroup', icmp);
    const udp = { ...flat, IpProtocol: 'UDP', PortRange: '1/65535' };
    await cloud.ok('AuthorizeSecurityGroup', udp);
    const out = { DestCidrIp: '0.0.0.0/0', IpProtocol: 'all', PortRange: '-1/-1' };
    await cloud.ok('AuthorizeSecurityGroupEgress', { SecurityGroupId: group, ...out });
    const shown = (await rules.of(group)).map((rule) => [
      rule.Direction,
      rule.IpProtocol,
      rule.PortRange,
      rule.SourcePortRange,
      rule.Priority,
      rule.Policy,
      rule.SourceCidrIp || rule.DestCidrIp,
    ]);
    assert.deepEqual(shown, [
      ['ingress', 'ICMP', '-1/-1', '-1/-1', '1', 'Accept', '0.0.0.0/0'],
      ['ingress', 'UDP', '1/65535', '', '1', 'Accept', '0.0.0.0/0'],
      ['egress', 'ALL', '-1/-1', '-1/-1', '1', 'Accept', '0.0.0.0/0'],
    ]);
  });

  test('IPv6 addresses come back in their shortest form', async () => {
    const group = await rules.group();
    const given = { Ipv6SourceCidrIp: '2001:DB8:0:0::0/32', IpProtocol: 'icmpv6' };
    await rules.authorize(group, permission({ ...given, PortRange: '-1/-1' }));
    const dest = permission({ Ipv6DestCidrIp: '0:0:0:0:0:0:0:1', IpProtocol: 'tcp' });
    await cloud.ok('AuthorizeSecurityGroupEgress', { SecurityGroupId: group, ...dest });
    const [one, other] = await rules.of(group);
    assert.deepEqual(
      [one?.Ipv6SourceCidrIp, one?.IpProtocol, one?.SourceCidrIp],
      ['2001:db8::/32', 'ICMPv6', ''],
    );
    assert.equal(other?.Ipv6DestCidrIp, '::1');
  });

  test('a rule for a group shows the group, its name, and who it is not: of another', async () => {
    const network = await cloud.network('10.3.0.0/16');
    const group = await rules.group({ VpcId: network.vpc });
    const peer = await rules.group({ VpcId: network.vpc, SecurityGroupName: 'peers' });
    await rules.authorize(group, permission({ SourceGroupId: peer }));
    const [shown] = await rules.of(group);
    assert.deepEqual(
      [shown?.SourceGroupId, shown?.SourceGroupName, shown?.SourceGroupOwnerAccount],
      [peer, 'peers', ''],
    );
    const both = permission({ SourceGroupId: peer, SourceCidrIp: '10.1.1.1' });
    await rules.authorize(group, both);
    assert.deepEqual(
      (await rules.of(group)).map((rule) => [rule.SourceCidrIp, rule.SourceGroupId]),
      [
        ['', peer],
        ['10.1.1.1', ''],
      ],
      'addresses go before a group',
    );
    const counted = await cloud.ok('DescribeSecurityGroups', { SecurityGroupId: group });
    const { SecurityGroup } = counted['SecurityGroups'] as { SecurityGroup: readonly object[] };
    const counts = SecurityGroup[0] as { RuleCount: number; GroupToGroupRuleCount: number };
    assert.deepEqual([counts.RuleCount, counts.GroupToGroupRuleCount], [2, 1]);
    const held = await cloud.refusal('DeleteSecurityGroup', { SecurityGroupId: peer });
    assert.equal(held, '403 DependencyViolation');
    const asked = { 'SecurityGroupId.1': peer, 'SecurityGroupId.2': group };
    const references = await cloud.ok('DescribeSecurityGroupReferences', asked);
    const { SecurityGroupReference: found } = references['SecurityGroupReferences'] as {
      SecurityGroupReference: ReadonlyArray<{
        SecurityGroupId: string;
        ReferencingSecurityGroups: {
          ReferencingSecurityGroup: ReadonlyArray<Readonly<Record<string, string>>>;
        };
      }>;
    };
    assert.deepEqual(
      found.map((one) => [
        one.SecurityGroupId,
        one.ReferencingSecurityGroups.ReferencingSecurityGroup.map((by) => by['SecurityGroupId']),
      ]),
      [[peer, [group]]],
    );
    await cloud.ok('DeleteSecurityGroup', { SecurityGroupId: group });
    await cloud.ok('DeleteSecurityGroup', { SecurityGroupId: peer });
  });

  test('a rule that is there stays one rule; priorities tell rules apart', async () => {
    const group = await rules.group();
    await rules.authorize(group, ssh);
    await rules.authorize(group, { ...ssh, 'Permissions.1.Description': 'again' });
    await rules.authorize(group, permission({ SourceCidrIp: '10.1.2.3/8', IpProtocol: 'TCP' }));
    assert.equal((await rules.of(group)).length, 1);
    await rules.authorize(group, { ...ssh, 'Permissions.1.Priority': '2' });
    assert.deepEqual(
      (await rules.of(group)).map(({ Priority }) => Priority),
      ['1', '2'],
    );
  });

  test('four rules of both directions, and not one more', async () => {
    const group = await rules.group();
    const two = { ...ssh, ...permission({ SourceCidrIp: '10.2.0.0/16' }, 2) };
    await rules.authorize(group, two);
    const egress = { SecurityGroupId: group, ...permission({ DestCidrIp: '10.0.0.0/8' }) };
    await cloud.ok('AuthorizeSecurityGroupEgress', egress);
    await rules.authorize(group, permission({ SourceCidrIp: '10.4.0.0/16' }));
    const fifth = permission({ SourceCidrIp: '10.5.0.0/16' });
    const code = '403 AuthorizationLimitExceed';
    await rules.refuses('AuthorizeSecurityGroup', { SecurityGroupId: group, ...fifth }, code);
    await rules.authorize(group, ssh);
    assert.equal((await rules.of(group)).length, 4);
  });
});

describe('RevokeSecurityGroup', () => {
  test('takes away what is like the given rule, and what is not there is no error', async () => {
    const group = await rules.group();
    await rules.authorize(group, { ...ssh, 'Permissions.1.Description': 'a text' });
    const flat = { SecurityGroupId: group, IpProtocol: 'tcp', PortRange: '22/22' };
    const likeIt = { ...flat, SourceCidrIp: '10.0.0.0/8', Policy: 'accept', NicType: 'intranet' };
    await cloud.ok('RevokeSecurityGroup', { ...likeIt, Priority: '2' });
    await cloud.ok('RevokeSecurityGroup', { ...likeIt, Policy: 'drop' });
    await cloud.ok('RevokeSecurityGroupEgress', { ...flat, DestCidrIp: '10.0.0.0/8' });
    assert.equal((await rules.of(group)).length, 1);
    await cloud.ok('RevokeSecurityGroup', { ...likeIt, Priority: '1' });
    assert.deepEqual(await rules.of(group), []);
    await cloud.ok('RevokeSecurityGroup', likeIt);
  });

  test('by ids, all of which have to be there, of that direction', async () => {
    const group = await rules.group();
    await rules.authorize(group, ssh);
    const egress = { SecurityGroupId: group, ...permission({ DestCidrIp: '10.0.0.0/8' }) };
    await cloud.ok('AuthorizeSecurityGroupEgress', egress);
    const [inwards = '', outwards = ''] = (await rules.of(group)).map(
      ({ SecurityGroupRuleId }) => SecurityGroupRuleId,
    );
    const by = (...ids: readonly string[]) =>
      Object.fromEntries([
        ['SecurityGroupId', group],
        ...ids.map((id, at) => [`SecurityGroupRuleId.${at + 1}`, id] as const),
      ]);
    const unknown = 'sgr-000000000000000000zz';
    const gone = '400 InvalidParam.SecurityGroupRuleId';
    await rules.refuses('RevokeSecurityGroup', by(inwards, unknown), gone);
    await rules.refuses('RevokeSecurityGroup', by(outwards), gone);
    const egressGone = '400 InvalidSecurityGroupRule.RuleNotExist';
    await rules.refuses('RevokeSecurityGroupEgress', by(inwards), egressGone);
    const both = { ...by(inwards), ...ssh };
    await rules.refuses('RevokeSecurityGroup', both, '400 InvalidParameter');
    assert.equal((await rules.of(group)).length, 2);
    await cloud.ok('RevokeSecurityGroup', by(inwards));
    await cloud.ok('RevokeSecurityGroupEgress', by(outwards));
    assert.deepEqual(await rules.of(group), []);
  });
});

describe('ModifySecurityGroupRule', () => {
  test('the description of a rule that is told by what it does', async () => {
    const group = await rules.group();
    await rules.authorize(group, ssh);
    const flat = {
      SecurityGroupId: group,
      IpProtocol: 'tcp',
      PortRange: '22/22',
      SourceCidrIp: '10.0.0.0/8',
      NicType: 'intranet',
    };
    await cloud.ok('ModifySecurityGroupRule', { ...flat, Priority: '1', Description: 'doors' });
    assert.equal((await rules.of(group))[0]?.Description, 'doors');
    const other = { ...flat, PortRange: '23/23', Description: 'x' };
    await rules.refuses('ModifySecurityGroupRule', other, '404 SecurityGroupRule.NotFound');
    await cloud.ok('ModifySecurityGroupRule', flat);
    assert.equal((await rules.of(group))[0]?.Description, 'doors');
  });

  test('everything but the kind of its peer, by its id', async () => {
    const network = await cloud.network('10.4.0.0/16');
    const group = await rules.group({ VpcId: network.vpc });
    const peer = await rules.group({ VpcId: network.vpc });
    const egress = { SecurityGroupId: group, ...permission({ DestCidrIp: '10.0.0.0/8' }) };
    await cloud.ok('AuthorizeSecurityGroupEgress', egress);
    const other = permission({ DestCidrIp: '11.0.0.0/8' });
    await cloud.ok('AuthorizeSecurityGroupEgress', { SecurityGroupId: group, ...other });
    const shown = async () => {
      const all = await rules.of(group);
      return all.find((rule) => rule.SecurityGroupRuleId === SecurityGroupRuleId);
    };
    const [first] = await rules.of(group);
    const SecurityGroupRuleId = first?.SecurityGroupRuleId ?? '';
    const it = { SecurityGroupId: group, SecurityGroupRuleId };
    const change = { IpProtocol: 'UDP', PortRange: '53/53', Policy: 'drop', Priority: '9' };
    await cloud.ok('ModifySecurityGroupEgressRule', { ...it, ...change, DestCidrIp: '8.8.8.8' });
    const after = await shown();
    assert.deepEqual(
      [after?.IpProtocol, after?.PortRange, after?.Policy, after?.Priority, after?.DestCidrIp],
      ['UDP', '53/53', 'Drop', '9', '8.8.8.8'],
    );
    const refused = (more: Readonly<Record<string, string>>, code: string) =>
      rules.refuses('ModifySecurityGroupEgressRule', { ...it, ...more }, code);
    await refused({ DestGroupId: peer }, '400 InvalidParameter');
    await refused({ IpProtocol: 'icmp' }, '400 OperationDenied');
    await refused({ Priority: '101' }, '400 InvalidPriority.ValueNotSupported');
    const twin = { DestCidrIp: '11.0.0.0/8', PortRange: '22/22', IpProtocol: 'tcp' };
    await refused({ ...twin, Policy: 'accept', Priority: '1' }, '400 InvalidParameter');
    const unknown = { SecurityGroupRuleId: 'sgr-000000000000000000zz' };
    await refused(unknown, '404 SecurityGroupRule.NotFound');
    await cloud.ok('ModifySecurityGroupEgressRule', { ...it, Description: 'names' });
    const { Description, Priority } = (await shown()) ?? {};
    assert.deepEqual([Description, Priority], ['names', '9']);
  });
});

describe('DescribeSecurityGroupAttribute', () => {
  test('narrows by direction and pages by token', async () => {
    const big = await startTestCloud();
    const client = ruleClient(big);
    const group = await client.group();
    const given = Array.from({ length: 11 }, (_, at) =>
      permission({ SourceCidrIp: `10.${at}.0.0/16` }, at + 1),
    );
    await client.authorize(group, Object.assign({}, ...given));
    const out = { SecurityGroupId: group, ...permission({ DestCidrIp: '10.0.0.0/8' }) };
    await big.ok('AuthorizeSecurityGroupEgress', out);
    assert.equal((await client.of(group)).length, 12);
    assert.equal((await client.of(group, { Direction: 'ingress' })).length, 11);
    assert.equal((await client.of(group, { Direction: 'egress' })).length, 1);
    const page = await client.page(group, { MaxResults: '10' });
    assert.equal(page.rules.length, 10);
    const next = await client.page(group, { MaxResults: '10', NextToken: page.next });
    assert.deepEqual([next.rules.length, next.next], [2, '']);
    const asked = (more: Readonly<Record<string, string>>) => ({ SecurityGroupId: group, ...more });
    const describeIt = 'DescribeSecurityGroupAttribute';
    await client.refuses(describeIt, asked({ MaxResults: '9' }), '400 InvalidParameter');
    await client.refuses(describeIt, asked({ MaxResults: '1001' }), '400 InvalidParameter');
    await client.refuses(describeIt, asked({ Direction: 'up' }), '400 InvalidParamter');
    const unknown = { SecurityGroupId: 'sg-000000000000000000zz' };
    await client.refuses(describeIt, unknown, '404 InvalidSecurityGroupId.NotFound');
    await big.stop();
  });

  test('members reach each other in a basic group, as long as its policy says so', async () => {
    const { vpc } = await cloud.network('10.5.0.0/16');
    const group = await rules.group({ VpcId: vpc });
    const policy = async (id: string) => {
      const shown = await cloud.ok('DescribeSecurityGroupAttribute', { SecurityGroupId: id });
      return shown['InnerAccessPolicy'];
    };
    const set = (InnerAccessPolicy: string, SecurityGroupId = group) =>
      ({ InnerAccessPolicy, SecurityGroupId }) as const;
    assert.equal(await policy(group), 'Accept');
    await cloud.ok('ModifySecurityGroupPolicy', set('Drop'));
    assert.equal(await policy(group), 'Drop');
    await cloud.ok('ModifySecurityGroupPolicy', set('accept'));
    assert.equal(await policy(group), 'Accept');
    const malformed = '400 InvalidPolicy.Malformed';
    await rules.refuses('ModifySecurityGroupPolicy', set('Open'), malformed);
    const advanced = await rules.group({ VpcId: vpc, SecurityGroupType: 'enterprise' });
    assert.equal(await policy(advanced), 'Drop');
    await rules.refuses('ModifySecurityGroupPolicy', set('Accept', advanced), malformed);
    const unknown = set('Drop', 'sg-000000000000000000zz');
    const notFound = '404 InvalidSecurityGroupId.NotFound';
    await rules.refuses('ModifySecurityGroupPolicy', unknown, notFound);
  });
});
