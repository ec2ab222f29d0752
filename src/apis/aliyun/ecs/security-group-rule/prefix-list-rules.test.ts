import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { machineRules } from '#resources/instance/machine-rules.ts';
import { startTestCloud, type GivenParameters, type TestCloud } from '../../cloud.test-support.ts';
import { permission, ruleClient, type RuleClient } from './rules.test-support.ts';

let cloud: TestCloud;
let rules: RuleClient;
let group: string;
let four: string;
let six: string;
before(async () => {
  cloud = await startTestCloud();
  rules = ruleClient(cloud);
  group = await rules.group();
  four = await listOf('four', 'IPv4', ['192.0.2.0/24', '198.51.100.7/32']);
  six = await listOf('six', 'IPv6', ['2001:db8::/32']);
});
after(() => cloud.stop());

async function listOf(name: string, family: string, cidrs: readonly string[]): Promise<string> {
  const entries = cidrs.map((cidr, at) => [`Entry.${at + 1}.Cidr`, cidr]);
  const given = { PrefixListName: name, AddressFamily: family, MaxEntries: 5 };
  const made = await cloud.ok('CreatePrefixList', { ...given, ...Object.fromEntries(entries) });
  return String(made['PrefixListId']);
}

async function associations(list: string) {
  const given = { PrefixListId: list };
  const { PrefixListAssociations } = await cloud.ok('DescribePrefixListAssociations', given);
  const { PrefixLists } = await cloud.ok('DescribePrefixLists', { 'PrefixListId.1': list });
  const { PrefixList: lists } = PrefixLists as {
    readonly PrefixList: ReadonlyArray<{ readonly AssociationCount: number }>;
  };
  return [PrefixListAssociations, lists[0]?.AssociationCount];
}

test('a rule is for a prefix list, in both directions, and is read back so', async () => {
  await rules.authorize(group, permission({ SourcePrefixListId: four }));
  await rules.authorize(group, permission({ SourcePrefixListId: four }));
  const out = permission({ DestPrefixListId: six, IpProtocol: 'icmpv6', PortRange: '-1/-1' });
  await cloud.ok('AuthorizeSecurityGroupEgress', { SecurityGroupId: group, ...out });
  const shown = (await rules.of(group)).map((rule) => [
    rule.Direction,
    rule['SourcePrefixListId'],
    rule['SourcePrefixListName'],
    rule['DestPrefixListId'],
    rule['DestPrefixListName'],
    rule.SourceCidrIp,
  ]);
  assert.deepEqual(shown, [
    ['ingress', four, 'four', '', '', ''],
    ['egress', '', '', six, 'six', ''],
  ]);
  const association = { ResourceId: group, ResourceType: 'securitygroup' };
  assert.deepEqual(await associations(four), [{ PrefixListAssociation: [association] }, 1]);
});

test('an address goes before a list, as before a group', async () => {
  const other = await rules.group();
  const both = { SourceCidrIp: '10.0.0.0/8', SourcePrefixListId: four };
  await rules.authorize(other, permission(both));
  const [rule] = await rules.of(other);
  assert.deepEqual([rule?.SourceCidrIp, rule?.['SourcePrefixListId']], ['10.0.0.0/8', '']);
});

test('a list has to be there, and to fit its rule', async () => {
  const refused = (rule: Readonly<Record<string, string>>, code: string) =>
    rules.refuses('AuthorizeSecurityGroup', { SecurityGroupId: group, ...permission(rule) }, code);
  await refused({ SourcePrefixListId: 'pl-x' }, '404 InvalidPrefixListId.NotFound');
  const mismatch = '400 InvalidParam.PrefixListAddressFamilyMismatch';
  const icmp = { IpProtocol: 'icmp', PortRange: '-1/-1' };
  await refused({ SourcePrefixListId: six, ...icmp }, mismatch);
  await refused({ SourcePrefixListId: four, ...icmp, IpProtocol: 'icmpv6' }, mismatch);
  await refused({ SourcePrefixListId: four, Ipv6DestCidrIp: '2001:db8::/32' }, mismatch);
  await refused({ SourcePrefixListId: six, DestCidrIp: '10.0.0.0/8' }, mismatch);
  const gone = { SecurityGroupId: group, ...permission({ SourcePrefixListId: 'pl-x' }) };
  await rules.refuses('RevokeSecurityGroup', gone, '404 InvalidPrefixListId.NotFound');
});

test('a machine lets in what the list has at the time', async () => {
  const network = await cloud.network();
  await rules.authorize(network.group, permission({ SourcePrefixListId: four }));
  const place = { VSwitchId: network.vSwitch, SecurityGroupId: network.group };
  await cloud.launchRunning(place);
  const peers = async () => {
    const [machine] = await machineRules(cloud.server.store, () => 'priority');
    const ssh = machine?.ingress.find(({ ports }) => ports === '22');
    return ssh?.peers;
  };
  assert.deepEqual(await peers(), ['192.0.2.0-192.0.2.255', '198.51.100.7']);
  await cloud.ok('ModifyPrefixList', {
    PrefixListId: four,
    'RemoveEntry.1.Cidr': '192.0.2.0/24',
    'AddEntry.1.Cidr': '203.0.113.9/32',
  });
  assert.deepEqual(await peers(), ['198.51.100.7', '203.0.113.9']);
  const revoked: GivenParameters = permission({ SourcePrefixListId: four });
  await cloud.ok('RevokeSecurityGroup', { SecurityGroupId: network.group, ...revoked });
  assert.equal(await peers(), undefined);
});

test('a list that a rule names is not deleted', async () => {
  const code = await cloud.refusal('DeletePrefixList', { PrefixListId: four });
  assert.equal(code, '400 NotAllowed.AssociationExist');
  const [rule] = await rules.of(group, { Direction: 'ingress' });
  const anew = { SecurityGroupId: group, SecurityGroupRuleId: String(rule?.SecurityGroupRuleId) };
  const kind = await cloud.refusal('ModifySecurityGroupRule', {
    ...anew,
    SourceCidrIp: '10.0.0.0/8',
  });
  assert.match(kind, /^4/);
  await cloud.ok('RevokeSecurityGroup', {
    SecurityGroupId: group,
    ...permission({ SourcePrefixListId: four }),
  });
  assert.deepEqual(await associations(four), [{ PrefixListAssociation: [] }, 0]);
  await cloud.ok('DeletePrefixList', { PrefixListId: four });
});
