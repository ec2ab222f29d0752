import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud } from '../../cloud.test-support.ts';
import { permission, ruleClient, type RuleClient } from './rules.test-support.ts';

type TestCloud = Awaited<ReturnType<typeof startTestCloud>>;
type Rule = Readonly<Record<string, string>>;

let cloud: TestCloud;
let rules: RuleClient;
let group: string;
before(async () => {
  cloud = await startTestCloud();
  rules = ruleClient(cloud);
  group = await rules.group();
});
after(() => cloud.stop());

const NOWHERE = 'sg-000000000000000000zz';
const near = { SourceCidrIp: '10.0.0.0/8' };
const far = { DestCidrIp: '10.0.0.0/8' };

/** Of what a rule for all directions is made, each with the codes of the four pages. */
const both: ReadonlyArray<readonly [Rule, string, string?]> = [
  [{ IpProtocol: 'sctp' }, '400 InvalidIpProtocol.ValueNotSupported'],
  [{ IpProtocol: '' }, '400 InvalidIpProtocol.ValueNotSupported'],
  [{ PortRange: '22' }, '400 InvalidIpProtocol.Malformed', '400 InvalidIpPortRange.Malformed'],
  [{ PortRange: '' }, '400 InvalidIpProtocol.Malformed', '400 InvalidIpPortRange.Malformed'],
  [{ PortRange: '0/1' }, '400 InvalidIpProtocol.Malformed', '400 InvalidIpPortRange.Malformed'],
  [{ PortRange: '2/1' }, '400 InvalidIpProtocol.Malformed', '400 InvalidIpPortRange.Malformed'],
  [{ PortRange: '1/65536' }, '400 InvalidIpProtocol.Malformed', '400 InvalidIpPortRange.Malformed'],
  [{ PortRange: '-1/-1' }, '400 OperationDenied', '400 InvalidIpPortRange.Malformed'],
  [{ IpProtocol: 'icmp' }, '400 OperationDenied', '400 InvalidIpPortRange.Malformed'],
  [{ IpProtocol: 'all' }, '400 OperationDenied', '400 InvalidIpPortRange.Malformed'],
  [{ SourcePortRange: '7' }, '400 InvalidSourcePortRange.Malformed'],
  [{ Policy: 'reject' }, '400 InvalidPolicy.Malformed'],
  [{ Priority: 'first' }, '400 InvalidPriority.Malformed'],
  [{ Description: 'x'.repeat(513) }, '400 InvalidSecurityGroupDiscription.Malformed'],
  [{ NicType: 'public' }, '400 InvalidNicType.ValueNotSupported'],
];

const said = (rule: Rule) => ({
  SecurityGroupId: group,
  IpProtocol: 'tcp',
  PortRange: '22/22',
  ...rule,
});

async function refused(action: string, rule: Rule, code: string): Promise<void> {
  await rules.refuses(action, said(rule), code);
  const inList = { SecurityGroupId: group, ...permission(rule) };
  await rules.refuses(action, inList, code);
}

describe('what the pages of rules refuse', () => {
  test('of every rule', async () => {
    for (const [rule, code, revoked = code] of both) {
      await refused('AuthorizeSecurityGroup', { ...near, ...rule }, code);
      await refused('AuthorizeSecurityGroupEgress', { ...far, ...rule }, code);
      await refused('RevokeSecurityGroup', { ...near, ...rule }, revoked);
      await refused('RevokeSecurityGroupEgress', { ...far, ...rule }, revoked);
    }
    // A rule that is to be described anew is read as one that is added.
    for (const [rule, code] of both) {
      await rules.refuses('ModifySecurityGroupRule', said({ ...near, ...rule }), code);
      await rules.refuses('ModifySecurityGroupEgressRule', said({ ...far, ...rule }), code);
    }
    for (const Priority of ['0', '101']) {
      const code = '400 InvalidPriority.ValueNotSupported';
      await refused('AuthorizeSecurityGroup', { ...near, Priority }, code);
      await refused('AuthorizeSecurityGroupEgress', { ...far, Priority }, code);
    }
    assert.deepEqual(await rules.of(group), []);
  });

  test('of what comes in', async () => {
    const cases: ReadonlyArray<readonly [Rule, string]> = [
      [{}, '400 MissingParameter.Source'],
      [{ SourceCidrIp: '10.0.0.0/33' }, '400 InvalidSourceCidrIp.Malformed'],
      [{ SourceCidrIp: '::/0' }, '400 InvalidSourceCidrIp.Malformed'],
      [{ ...near, DestCidrIp: 'x' }, '400 InvalidDestCidrIp.Malformed'],
      [{ Ipv6SourceCidrIp: '10.0.0.0/8' }, '400 InvalidParam.Ipv6SourceCidrIp'],
      [{ ...near, Ipv6DestCidrIp: 'x' }, '400 InvalidParam.Ipv6DestCidrIp'],
      [{ ...near, DestCidrIp: '10.0.0.0/8' }, '400 InvalidParamter.Conflict'],
      [{ SourcePrefixListId: 'pl-x1j1k5ykzqlixdcy' }, '404 InvalidPrefixListId.NotFound'],
      [{ SourceGroupId: NOWHERE }, '404 InvalidSourceGroupId.NotFound'],
      [{ SourceGroupId: group }, '403 InvalidParamter.Conflict'],
    ];
    for (const [rule, code] of cases) await refused('AuthorizeSecurityGroup', rule, code);
    for (const [rule, code] of cases.slice(0, 4)) await refused('RevokeSecurityGroup', rule, code);
    const six = { Ipv6SourceCidrIp: '::/0', IpProtocol: 'icmp', PortRange: '-1/-1' };
    const conflict = '400 InvalidParam.Ipv4ProtocolConflictWithIpv6Address';
    await refused('AuthorizeSecurityGroup', six, conflict);
    const four = { ...near, IpProtocol: 'icmpv6', PortRange: '-1/-1' };
    const other = '400 InvalidParam.Ipv6ProtocolConflictWithIpv4Address';
    await refused('AuthorizeSecurityGroup', four, other);
    const mixed = '400 InvalidParam.Ipv6SourceCidrIp';
    await refused('AuthorizeSecurityGroup', { ...near, Ipv6SourceCidrIp: '::/0' }, mixed);
    const unknown = { SecurityGroupId: NOWHERE, ...permission(near) };
    const notFound = '404 InvalidSecurityGroupId.NotFound';
    for (const action of ['AuthorizeSecurityGroup', 'RevokeSecurityGroup'] as const) {
      await rules.refuses(action, unknown, notFound);
    }
  });

  test('of what goes out', async () => {
    const cases: ReadonlyArray<readonly [Rule, string]> = [
      [{}, '400 MissingParameter.Dest'],
      [{ DestCidrIp: '10.0.0.256' }, '400 InvalidDestCidrIp.Malformed'],
      [{ ...far, SourceCidrIp: 'x' }, '400 InvalidParam.SourceIp'],
      [{ Ipv6DestCidrIp: '10.0.0.0/8' }, '400 InvalidParam.Ipv6DestCidrIp'],
      [{ DestPrefixListId: 'pl-x1j1k5ykzqlixdcy' }, '404 InvalidPrefixListId.NotFound'],
      [{ DestGroupId: NOWHERE }, '404 InvalidDestGroupId.NotFound'],
      [{ DestGroupId: group }, '403 InvalidParamter.Conflict'],
    ];
    for (const [rule, code] of cases) await refused('AuthorizeSecurityGroupEgress', rule, code);
    for (const [rule, code] of cases.slice(0, 5)) {
      await refused('RevokeSecurityGroupEgress', rule, code);
    }
  });

  test('of a list of rules', async () => {
    const asked = { SecurityGroupId: group, ...permission(near) };
    const flatToo = { ...asked, IpProtocol: 'tcp' };
    await rules.refuses('AuthorizeSecurityGroup', flatToo, '400 InvalidParameter');
    const many = Array.from({ length: 101 }, (_, at) => permission(near, at + 1));
    const tooMany = { SecurityGroupId: group, ...Object.assign({}, ...many) };
    await rules.refuses('AuthorizeSecurityGroup', tooMany, '400 InvalidParameter');
    const list = { 'Permissions.1.PortRangeListId': 'prl-2ze9743', 'Permissions.1.PortRange': '' };
    await rules.refuses('AuthorizeSecurityGroup', { ...asked, ...list }, '400 InvalidParameter');
    const bad = { ...asked, ...permission({ ...near, Policy: 'x' }, 2) };
    await rules.refuses('AuthorizeSecurityGroup', bad, '400 InvalidPolicy.Malformed');
    assert.deepEqual(await rules.of(group), [], 'all of them or none');
    const last = many.slice(0, 100);
    await rules.authorize(group, Object.assign({}, ...last));
    assert.equal((await rules.of(group)).length, 1);
  });

  test('of groups that a rule names', async () => {
    const { vpc, group: other } = await cloud.network('10.6.0.0/16');
    const elsewhere = { SecurityGroupId: group, ...permission({ SourceGroupId: other }) };
    const mismatch = '400 InvalidSourceGroupId.Mismatch';
    await rules.refuses('AuthorizeSecurityGroup', elsewhere, mismatch);
    const out = { SecurityGroupId: group, ...permission({ DestGroupId: other }) };
    await rules.refuses('AuthorizeSecurityGroupEgress', out, '400 InvalidDestGroupId.Mismatch');
    const classic = (await cloud.ok('CreateSecurityGroup'))['SecurityGroupId'] as string;
    const toClassic = { SecurityGroupId: group, ...permission({ SourceGroupId: classic }) };
    const network = '403 InvalidNetworkType.Mismatch';
    await rules.refuses('AuthorizeSecurityGroup', toClassic, network);
    const ofPublic = permission({ SourceGroupId: await rules.group(), NicType: 'internet' });
    const outer = { SecurityGroupId: group, ...ofPublic };
    await rules.refuses('AuthorizeSecurityGroup', outer, '400 InvalidNicType.Mismatch');
    await rules.refuses('RevokeSecurityGroup', outer, '403 InvalidNicType.Mismatch');
    const advanced = await rules.group({ VpcId: vpc, SecurityGroupType: 'enterprise' });
    const ofAdvanced = { SecurityGroupId: advanced, ...permission({ SourceGroupId: other }) };
    await rules.refuses('AuthorizeSecurityGroup', ofAdvanced, '400 InvalidParameter');
    const owner = permission({ SourceGroupId: other, SourceGroupOwnerId: '1234567890' });
    const stranger = { SecurityGroupId: await rules.group({ VpcId: vpc }), ...owner };
    const notFound = '404 InvalidSourceGroupId.NotFound';
    await rules.refuses('AuthorizeSecurityGroup', stranger, notFound);
  });

  test('twenty groups, and not one more', async () => {
    const roomy = await startTestCloud({ configuration: { securityGroupsPerRegionMax: 30 } });
    const client = ruleClient(roomy);
    const naming = await client.group();
    const others: string[] = [];
    for (let at = 0; at < 21; at += 1) others.push(await client.group());
    const named = (keys: readonly string[]) =>
      Object.assign(
        { SecurityGroupId: naming },
        ...keys.map((SourceGroupId, at) => permission({ SourceGroupId }, at + 1)),
      );
    const code = '403 AuthorizationLimitExceed';
    await client.refuses('AuthorizeSecurityGroup', named(others), code);
    await roomy.ok('AuthorizeSecurityGroup', named(others.slice(0, 20)));
    await client.refuses('AuthorizeSecurityGroup', named(others.slice(20)), code);
    await roomy.ok('AuthorizeSecurityGroup', named(others.slice(0, 1)));
    await roomy.stop();
  });

  test('of the classic network, whose rules are of public network cards', async () => {
    const classic = (await cloud.ok('CreateSecurityGroup'))['SecurityGroupId'] as string;
    const other = (await cloud.ok('CreateSecurityGroup'))['SecurityGroupId'] as string;
    const asked = (rule: Rule) => ({ SecurityGroupId: classic, ...permission(rule) });
    await cloud.ok('AuthorizeSecurityGroup', asked(near));
    const inner = asked({ ...near, NicType: 'intranet' });
    await rules.refuses('AuthorizeSecurityGroup', inner, '400 InvalidNicType.Mismatch');
    const unsaid = asked({ SourceGroupId: other });
    await rules.refuses('AuthorizeSecurityGroup', unsaid, '403 InvalidSourceGroupId.Mismatch');
    await cloud.ok('AuthorizeSecurityGroup', asked({ SourceGroupId: other, NicType: 'intranet' }));
    const seen = async (more: Rule) => (await rules.of(classic, more)).map((rule) => rule.NicType);
    assert.deepEqual(await seen({}), ['internet']);
    assert.deepEqual(await seen({ NicType: 'internet' }), ['internet']);
    assert.deepEqual(await seen({ NicType: 'intranet' }), ['intranet']);
    const both = { SecurityGroupId: classic, NicType: 'both' };
    const unknown = '400 InvalidNicType.ValueNotSupported';
    await rules.refuses('DescribeSecurityGroupAttribute', both, unknown);
    // What Terraform's provider sends for a rule that says none: a group of a VPC has one kind.
    const group = await rules.group();
    await rules.authorize(group, permission(near));
    assert.equal((await rules.of(group, { NicType: '<nil>' })).length, 1);
  });
});

describe('DescribeSecurityGroupReferences', () => {
  test('takes one to ten groups that are there', async () => {
    const action = 'DescribeSecurityGroupReferences';
    await rules.refuses(action, {}, '400 InvalidSecurityGroupId.Malformed');
    const eleven = Array.from({ length: 11 }, (_, at) => [`SecurityGroupId.${at + 1}`, group]);
    const many = Object.fromEntries(eleven) as Rule;
    await rules.refuses(action, many, '400 InvalidSecurityGroupId.Malformed');
    await cloud.ok(action, Object.fromEntries(eleven.slice(1)) as Rule);
    const unknown = { 'SecurityGroupId.1': NOWHERE };
    await rules.refuses(action, unknown, '404 InvalidSecurityGroupId.NotFound');
  });
});
