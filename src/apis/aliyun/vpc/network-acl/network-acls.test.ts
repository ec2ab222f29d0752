import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;

let cloud: TestCloud;
let vpc: string;
let vSwitch: string;
let acl: string;
before(async () => {
  cloud = await startTestCloud({ configuration: { networkAclsPerVpcMax: 2 } });
  ({ vpc, vSwitch } = await cloud.network('10.0.0.0/16'));
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);

/** The code of a refusal, after its status where that is not 400. */
async function refusal(action: string, given: Given = {}): Promise<string> {
  return (await cloud.refusal(action, given, version)).replace(/^400 /, '');
}

async function attributes(): Promise<Item> {
  const given = { NetworkAclId: acl };
  return (await ok('DescribeNetworkAclAttributes', given))['NetworkAclAttribute'] as Item;
}

async function inbound(): Promise<readonly Item[]> {
  const { IngressAclEntries: entries } = await attributes();
  return (entries as { readonly IngressAclEntry: readonly Item[] }).IngressAclEntry;
}

async function found(given: Given): Promise<number> {
  const { NetworkAcls, TotalCount } = await ok('DescribeNetworkAcls', given);
  const { NetworkAcl } = NetworkAcls as { readonly NetworkAcl: readonly Item[] };
  assert.equal(TotalCount, String(NetworkAcl.length));
  return NetworkAcl.length;
}

describe('network ACLs', () => {
  test('a new one accepts everything, and filters no vSwitch', async () => {
    const given = { VpcId: vpc, NetworkAclName: 'one', Description: 'd', 'Tag.1.Key': 'a' };
    const made = await ok('CreateNetworkAcl', given);
    acl = String(made['NetworkAclId']);
    const entry = (id: unknown) => ({
      Description: '',
      EntryType: 'custom',
      IpVersion: 'IPv4',
      NetworkAclEntryId: id,
      NetworkAclEntryName: '',
      Policy: 'accept',
      Port: '-1/-1',
      Protocol: 'all',
    });
    const shown = await attributes();
    const [ingress] = await inbound();
    const { EgressAclEntries: out } = shown;
    const [egress] = (out as { readonly EgressAclEntry: readonly Item[] }).EgressAclEntry;
    assert.deepEqual(shown, {
      CreationTime: '2026-01-02 03:04:05',
      Description: 'd',
      EgressAclEntries: {
        EgressAclEntry: [
          { ...entry(egress?.['NetworkAclEntryId']), DestinationCidrIp: '0.0.0.0/0' },
        ],
      },
      IngressAclEntries: {
        IngressAclEntry: [{ ...entry(ingress?.['NetworkAclEntryId']), SourceCidrIp: '0.0.0.0/0' }],
      },
      NetworkAclId: acl,
      NetworkAclName: 'one',
      OwnerId: shown['OwnerId'],
      RegionId: shown['RegionId'],
      Resources: { Resource: [] },
      Status: 'Available',
      Tags: { Tag: [{ Key: 'a', Value: '' }] },
      VpcId: vpc,
    });
    assert.match(acl, /^nacl-/);
    const attribute = made['NetworkAclAttribute'] as Item;
    assert.equal(attribute['NetworkAclId'], acl);
    assert.equal(attribute['Status'], 'Available');
  });

  test('creation is refused in the codes of its page, and ends with the quota', async () => {
    const refused = (given: Given) => refusal('CreateNetworkAcl', { VpcId: vpc, ...given });
    assert.equal(await refused({ VpcId: 'vpc-x' }), 'InvalidVpcId.NotFound');
    const tooLong = await refused({ NetworkAclName: 'n'.repeat(129) });
    assert.equal(tooLong, 'ParameterLengthIllegal.Name');
    assert.equal(await refused({ NetworkAclName: 'http://x' }), 'ParameterIllegal.Name');
    const long = await refused({ Description: 'n'.repeat(257) });
    assert.equal(long, 'ParameterLengthIllegal.Description');
    assert.equal(await refused({ Description: 'https://x' }), 'ParameterIllegal.Description');
    const given = { VpcId: vpc, NetworkAclName: 'n'.repeat(128), Description: 'd'.repeat(256) };
    const { NetworkAclId } = await ok('CreateNetworkAcl', given);
    assert.equal(await refused({}), 'QuotaExceed.NetworkAcl');
    await ok('DeleteNetworkAcl', { NetworkAclId: String(NetworkAclId) });
  });

  test('they are changed, and found by each parameter of the page', async () => {
    const change = { NetworkAclId: acl, NetworkAclName: 'two', Description: 'other' };
    await ok('ModifyNetworkAclAttributes', change);
    const { NetworkAclName, Description } = await attributes();
    assert.deepEqual([NetworkAclName, Description], ['two', 'other']);
    assert.equal(await found({}), 1);
    assert.equal(await found({ NetworkAclId: acl }), 1);
    assert.equal(await found({ NetworkAclId: 'nacl-x' }), 0);
    assert.equal(await found({ NetworkAclName: 'two' }), 1);
    assert.equal(await found({ NetworkAclName: 'one' }), 0);
    assert.equal(await found({ VpcId: vpc }), 1);
    assert.equal(await found({ 'Tags.1.Key': 'a' }), 1);
    assert.equal(await found({ 'Tags.1.Key': 'b' }), 0);
    assert.equal(await found({ ResourceType: 'VSwitch', ResourceId: vSwitch }), 0);
    const half = await refusal('DescribeNetworkAcls', { ResourceId: vSwitch });
    assert.equal(half, 'MissingParameter');
    const unknown = { NetworkAclId: 'nacl-x' };
    for (const action of ['ModifyNetworkAclAttributes', 'DescribeNetworkAclAttributes']) {
      assert.equal(await refusal(action, unknown), 'InvalidNetworkAcl.NotFound', action);
    }
    const name = { NetworkAclId: acl, NetworkAclName: 'http://x' };
    assert.equal(await refusal('ModifyNetworkAclAttributes', name), 'ParameterIllegal.Name');
  });

  test('tags of it are changed as those of other resources', async () => {
    const named = { ResourceType: 'NETWORKACL', 'ResourceId.1': acl };
    await ok('TagResources', { ...named, 'Tag.1.Key': 'b', 'Tag.1.Value': '2' });
    assert.equal(await found({ 'Tags.1.Key': 'b', 'Tags.1.Value': '2' }), 1);
  });
});

describe('associations', () => {
  const of = (id: string) => ({
    NetworkAclId: acl,
    'Resource.1.ResourceId': id,
    'Resource.1.ResourceType': 'VSwitch',
  });

  test('a vSwitch has one network ACL, which shows it', async () => {
    await ok('AssociateNetworkAcl', of(vSwitch));
    const resource = { ResourceId: vSwitch, ResourceType: 'VSwitch', Status: 'BINDED' };
    assert.deepEqual((await attributes())['Resources'], { Resource: [resource] });
    const shown = await ok('DescribeVSwitchAttributes', { VSwitchId: vSwitch });
    assert.equal(shown['NetworkAclId'], acl);
    assert.equal(await found({ ResourceType: 'VSwitch', ResourceId: vSwitch }), 1);
    const refused = (given: Given) => refusal('AssociateNetworkAcl', given);
    assert.equal(await refused(of(vSwitch)), 'InvalidResource.BindingExist');
    assert.equal(await refused(of('vsw-x')), 'InvalidResource.NotFound');
    assert.equal(await refused({ NetworkAclId: acl }), 'ParameterMissing.Resources');
    const unknown = { ...of(vSwitch), NetworkAclId: 'nacl-x' };
    assert.equal(await refused(unknown), 'InvalidNetworkAcl.NotFound');
    const kind = { ...of(vSwitch), 'Resource.1.ResourceType': 'Vpc' };
    assert.equal(await refused(kind), 'ParameterIllegal.ResourceType');
    const elsewhere = await cloud.network('10.1.0.0/16');
    assert.equal(await refused(of(elsewhere.vSwitch)), 'InvalidResource.VpcError');
    const inUse = await refusal('DeleteNetworkAcl', { NetworkAclId: acl });
    assert.equal(inUse, 'NetworkAclExistBinding');
    const kept = await refusal('DeleteVSwitch', { VSwitchId: vSwitch });
    assert.equal(kept, 'DependencyViolation.NetworkAcl');
    await ok('UnassociateNetworkAcl', of(vSwitch));
    const gone = await refusal('UnassociateNetworkAcl', of(vSwitch));
    assert.equal(gone, 'InvalidResource.NotBinding');
    assert.equal(await found({ ResourceType: 'VSwitch', ResourceId: vSwitch }), 0);
  });
});

describe('rules', () => {
  const rule = (change: Given = {}) => {
    const fields = {
      Policy: 'accept',
      Protocol: 'tcp',
      Port: '1/200',
      SourceCidrIp: '10.0.0.0/24',
      ...change,
    };
    const named = Object.entries(fields).filter(([, value]) => value !== '');
    return Object.fromEntries(
      named.map(([name, value]) => [`IngressAclEntries.1.${name}`, value]),
    ) as Given;
  };
  const update = (given: Given) => ({
    NetworkAclId: acl,
    UpdateIngressAclEntries: true,
    ...given,
  });

  test('all rules of a direction are replaced; one that is named keeps its id', async () => {
    const content = { NetworkAclEntryName: 'web', Description: 'd', EntryType: 'custom' };
    await ok('UpdateNetworkAclEntries', update(rule(content)));
    const [first, ...others] = await inbound();
    assert.deepEqual(others, []);
    assert.deepEqual(first, {
      Description: 'd',
      EntryType: 'custom',
      IpVersion: 'IPv4',
      NetworkAclEntryId: first?.['NetworkAclEntryId'],
      NetworkAclEntryName: 'web',
      Policy: 'accept',
      Port: '1/200',
      Protocol: 'tcp',
      SourceCidrIp: '10.0.0.0/24',
    });
    const id = String(first?.['NetworkAclEntryId']);
    await ok('UpdateNetworkAclEntries', update(rule({ NetworkAclEntryId: id, Policy: 'drop' })));
    const [changed] = await inbound();
    assert.deepEqual([changed?.['NetworkAclEntryId'], changed?.['Policy']], [id, 'drop']);
    const twice = {
      ...rule({ NetworkAclEntryId: id }),
      ...Object.fromEntries(
        Object.entries(rule({ NetworkAclEntryId: id })).map(([name, value]) => [
          name.replace('.1.', '.2.'),
          value,
        ]),
      ),
    };
    const again = await refusal('UpdateNetworkAclEntries', update(twice));
    assert.equal(again, 'IllegalParam.IngressAclEntryId');
    const out = {
      NetworkAclId: acl,
      UpdateEgressAclEntries: true,
      'EgressAclEntries.1.Policy': 'drop',
      'EgressAclEntries.1.Protocol': 'gre',
      'EgressAclEntries.1.Port': '-1/-1',
      'EgressAclEntries.1.DestinationCidrIp': '10.0.0.0/8',
    };
    await ok('UpdateNetworkAclEntries', out);
    assert.equal((await inbound()).length, 1, 'the other direction stays');
    const { 'EgressAclEntries.1.DestinationCidrIp': _none, ...nowhere } = out;
    const missing = await refusal('UpdateNetworkAclEntries', nowhere);
    assert.equal(missing, 'ParameterMissing.DestinationCidrIp');
    const wrong = { ...out, 'EgressAclEntries.1.DestinationCidrIp': 'x' };
    const illegal = await refusal('UpdateNetworkAclEntries', wrong);
    assert.equal(illegal, 'ParameterIllegal.DestinationCidrIp');
  });

  test('rules are refused in the codes of their page', async () => {
    const refused = (change: Given) => refusal('UpdateNetworkAclEntries', update(rule(change)));
    assert.equal(await refused({ Policy: '' }), 'ParameterMissing.Policy');
    assert.equal(await refused({ Policy: 'allow' }), 'ParameterIllegal.Policy');
    assert.equal(await refused({ Protocol: '' }), 'ParameterMissing.Protocol');
    assert.equal(await refused({ Protocol: 'sctp' }), 'ParameterIllegal.Protocol');
    assert.equal(await refused({ Port: '' }), 'ParameterMissing.Port');
    for (const Port of ['80', '0/1', '1/65536', '2/1', '1/2/3']) {
      assert.equal(await refused({ Port }), 'ParameterIllegal.Port', Port);
    }
    assert.equal(await refused({ Protocol: 'icmp' }), 'ParameterIllegal.Port');
    assert.equal(await refused({ SourceCidrIp: '' }), 'ParameterMissing.SourceCidrIp');
    assert.equal(await refused({ SourceCidrIp: 'x' }), 'ParameterIllegal.SourceCidrIp');
    assert.equal(await refused({ IpVersion: 'IPv6' }), 'ParameterIllegal.SourceCidrIp');
    assert.equal(await refused({ IpVersion: 'IPv5' }), 'IllegalParam.IpVersion');
    const six = { SourceCidrIp: '::/0' };
    assert.equal(await refused(six), 'OperationDenied.VpcIpv6NotEnabled');
    const four = { ...six, IpVersion: 'IPv4' };
    assert.equal(await refused(four), 'ParameterIllegal.SourceCidrIp');
    const name = { NetworkAclEntryName: 'n'.repeat(129) };
    assert.equal(await refused(name), 'ParameterLengthIllegal.Name');
    assert.equal(await refused({ NetworkAclEntryName: 'http://x' }), 'ParameterIllegal.Name');
    const long = { Description: 'd'.repeat(257) };
    assert.equal(await refused(long), 'ParameterLengthIllegal.Description');
    assert.equal(await refused({ Description: 'http://x' }), 'ParameterIllegal.Description');
    const unknown = await refused({ NetworkAclEntryId: 'nae-x' });
    assert.equal(unknown, 'IllegalParam.IngressAclEntryId');
    const many = (count: number) =>
      Object.assign(
        {},
        ...Array.from({ length: count }, (_, at) =>
          Object.fromEntries(
            Object.entries(rule()).map(([field, value]) => [
              field.replace('.1.', `.${at + 1}.`),
              value,
            ]),
          ),
        ),
      ) as Given;
    const tooMany = await refusal('UpdateNetworkAclEntries', update(many(21)));
    assert.equal(tooMany, 'QuotaExceed.NetworkAclEntry');
    await ok('UpdateNetworkAclEntries', update(many(20)));
    assert.equal((await inbound()).length, 20);
    const none = await refusal('UpdateNetworkAclEntries', { NetworkAclId: 'nacl-x' });
    assert.equal(none, 'InvalidNetworkAcl.NotFound');
  });

  test('rules are copied from another one', async () => {
    const { NetworkAclId: other } = await ok('CreateNetworkAcl', { VpcId: vpc });
    const source = { NetworkAclId: acl, SourceNetworkAclId: String(other) };
    await ok('CopyNetworkAclEntries', source);
    assert.equal((await inbound()).length, 1);
    const unknown = { ...source, SourceNetworkAclId: 'nacl-x' };
    const refused = await refusal('CopyNetworkAclEntries', unknown);
    assert.equal(refused, 'InvalidNetworkAcl.NotFound');
    await ok('DeleteNetworkAcl', { NetworkAclId: String(other) });
  });

  test('a VPC that has network ACLs stays', async () => {
    const empty = String((await ok('CreateVpc', { CidrBlock: '10.2.0.0/16' }))['VpcId']);
    const { NetworkAclId } = await ok('CreateNetworkAcl', { VpcId: empty });
    assert.equal(await refusal('DeleteVpc', { VpcId: empty }), '403 OperationDenied');
    const named = { NetworkAclId: String(NetworkAclId) };
    await ok('DeleteNetworkAcl', named);
    assert.equal(await refusal('DeleteNetworkAcl', named), 'InvalidNetworkAcl.NotFound');
    await ok('DeleteVpc', { VpcId: empty });
  });
});
