import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
let vpc: string;
let subnet: string;
let acl: string;
before(async () => {
  cloud = await startTestCloud({ configuration: { networkAclsPerVpcMax: 3 } });
  vpc = await createVpc();
  subnet = await createSubnet(vpc);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);

async function createVpc(): Promise<string> {
  const { Vpc } = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  return (Vpc as { readonly VpcId: string }).VpcId;
}

async function createSubnet(VpcId: string): Promise<string> {
  const asked = { VpcId, SubnetName: 'a', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-3' };
  const { Subnet } = await ok('CreateSubnet', asked);
  return (Subnet as { readonly SubnetId: string }).SubnetId;
}

async function create(body: object = {}): Promise<Item> {
  const { NetworkAcl } = await ok('CreateNetworkAcl', {
    VpcId: vpc,
    NetworkAclName: 'one',
    ...body,
  });
  return NetworkAcl as Item;
}

async function listed(body: object = {}): Promise<readonly Item[]> {
  const { NetworkAclSet, TotalCount } = await ok('DescribeNetworkAcls', body);
  const acls = NetworkAclSet as readonly Item[];
  assert.equal(TotalCount, acls.length);
  return acls;
}

const filter = (Name: string, ...Values: readonly string[]) => ({ Name, Values });

async function rules(direction: 'Ingress' | 'Egress'): Promise<readonly Item[]> {
  const [one] = await listed({ NetworkAclIds: [acl] });
  return one?.[`${direction}Entries`] as readonly Item[];
}

describe('network ACLs', () => {
  test('a new one has no rule, and filters no subnet', async () => {
    const made = await create({ Tags: [{ Key: 'a', Value: '1' }] });
    acl = String(made['NetworkAclId']);
    assert.match(acl, /^acl-[a-z0-9]{8}$/);
    assert.deepEqual(made, {
      VpcId: vpc,
      NetworkAclId: acl,
      NetworkAclName: 'one',
      CreatedTime: '2026-01-02 03:04:05',
      SubnetSet: [],
      IngressEntries: [],
      EgressEntries: [],
      NetworkAclType: 'TRIPLE',
      TagSet: [{ Key: 'a', Value: '1' }],
    });
    assert.deepEqual(await listed({ NetworkAclIds: [acl] }), [made]);
  });

  test('they are found by each filter of the page, and ordered', async () => {
    const { NetworkAclId: other } = await create({ NetworkAclName: 'another' });
    const found = async (...Filters: readonly object[]) => (await listed({ Filters })).length;
    assert.equal(await found(filter('vpc-id', vpc)), 2);
    assert.equal(await found(filter('vpc-id', 'vpc-00000000')), 0);
    assert.equal(await found(filter('network-acl-id', acl)), 1);
    assert.equal(await found(filter('network-acl-name', 'one')), 1);
    assert.equal(await found(filter('network-acl-name', 'on')), 0);
    assert.equal(await found(filter('tag:a', '1')), 1);
    const ids = async (body: object) => {
      const { NetworkAclSet } = await ok('DescribeNetworkAcls', body);
      return (NetworkAclSet as readonly Item[]).map(({ NetworkAclId }) => NetworkAclId);
    };
    const byName = { OrderField: 'NetworkAclName' };
    assert.deepEqual(await ids(byName), [other, acl]);
    assert.deepEqual(await ids({ ...byName, OrderDirection: 'DESC' }), [acl, other]);
    assert.deepEqual(await ids({ ...byName, Offset: 1, Limit: 1 }), [acl]);
    assert.deepEqual(await ids({ Offset: 1, Limit: 1 }), [other]);
    await ok('DeleteNetworkAcl', { NetworkAclId: other });
  });

  test('lists are refused in the codes of their page', async () => {
    const refused = (body: object) => refusal('DescribeNetworkAcls', body);
    const both = { NetworkAclIds: [acl], Filters: [filter('vpc-id', vpc)] };
    assert.equal(await refused(both), 'InvalidParameter.Coexist');
    const unknown = { Filters: [filter('colour', 'red')] };
    assert.equal(await refused(unknown), 'InvalidParameter.FilterInvalidKey');
    assert.equal(await refused({ NetworkAclIds: ['acl-00000000'] }), 'ResourceNotFound');
    assert.equal(await refused({ NetworkAclIds: ['x'] }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ Limit: 101 }), 'InvalidParameterValue.Range');
    assert.equal(await refused({ Limit: 0 }), 'InvalidParameterValue.Range');
  });

  test('creation is refused in the codes of its page, and ends with the quota', async () => {
    const refused = (body: object) =>
      refusal('CreateNetworkAcl', { VpcId: vpc, NetworkAclName: 'x', ...body });
    assert.equal(await refused({ VpcId: 'vpc-00000000' }), 'ResourceNotFound');
    assert.equal(await refused({ VpcId: 'x' }), 'InvalidParameterValue.Malformed');
    assert.equal(
      await refused({ NetworkAclName: 'n'.repeat(61) }),
      'InvalidParameterValue.TooLong',
    );
    assert.equal(await refused({ NetworkAclName: '' }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ NetworkAclType: 'QUINTUPLE' }), 'UnsupportedOperation');
    assert.equal(await refused({ NetworkAclType: 'x' }), 'InvalidParameterValue');
    const { NetworkAclId: second } = await create({ NetworkAclName: 'n'.repeat(60) });
    const { NetworkAclId: third } = await create();
    assert.equal(await refused({}), 'LimitExceeded');
    for (const one of [second, third]) await ok('DeleteNetworkAcl', { NetworkAclId: one });
  });

  test('they are renamed', async () => {
    await ok('ModifyNetworkAclAttribute', { NetworkAclId: acl, NetworkAclName: 'two' });
    assert.equal((await listed())[0]?.['NetworkAclName'], 'two');
    const refused = (body: object) =>
      refusal('ModifyNetworkAclAttribute', { NetworkAclId: acl, NetworkAclName: 'x', ...body });
    assert.equal(await refused({ NetworkAclId: 'acl-00000000' }), 'ResourceNotFound');
    assert.equal(await refused({ NetworkAclName: '' }), 'InvalidParameterValue.Malformed');
    const long = { NetworkAclName: 'n'.repeat(61) };
    assert.equal(await refused(long), 'InvalidParameterValue.TooLong');
  });

  test('tags of it are changed through the service of tags', async () => {
    const Resource = `qcs::vpc:ap-guangzhou:uin/:acl/${acl}`;
    const ReplaceTags = [{ TagKey: 'a', TagValue: '2' }];
    await cloud.ok('ModifyResourceTags', { Resource, ReplaceTags }, { service: 'tag' });
    assert.deepEqual((await listed())[0]?.['TagSet'], [{ Key: 'a', Value: '2' }]);
  });
});

describe('associations', () => {
  test('a subnet has one network ACL, which shows it', async () => {
    await ok('AssociateNetworkAclSubnets', { NetworkAclId: acl, SubnetIds: [subnet] });
    const { SubnetSet } = await ok('DescribeSubnets', { SubnetIds: [subnet] });
    assert.equal((SubnetSet as readonly Item[])[0]?.['NetworkAclId'], acl);
    assert.deepEqual((await listed())[0]?.['SubnetSet'], SubnetSet);
    assert.equal(await refusal('DeleteNetworkAcl', { NetworkAclId: acl }), 'ResourceInUse');
    assert.equal(await refusal('DeleteSubnet', { SubnetId: subnet }), 'ResourceInUse');
    const { NetworkAclId: other } = await create();
    const refused = (body: object) =>
      refusal('AssociateNetworkAclSubnets', { NetworkAclId: acl, SubnetIds: [subnet], ...body });
    assert.equal(await refused({ NetworkAclId: other }), 'UnsupportedOperation');
    assert.equal(await refused({ NetworkAclId: 'acl-00000000' }), 'ResourceNotFound');
    assert.equal(await refused({ SubnetIds: ['subnet-00000000'] }), 'ResourceNotFound');
    assert.equal(await refused({ SubnetIds: ['x'] }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ SubnetIds: [] }), 'InvalidParameterValue.LimitExceeded');
    const many = Array.from({ length: 101 }, () => subnet);
    assert.equal(await refused({ SubnetIds: many }), 'InvalidParameterValue.LimitExceeded');
    const elsewhere = await createSubnet(await createVpc());
    const mismatch = await refused({ SubnetIds: [elsewhere] });
    assert.equal(mismatch, 'UnsupportedOperation.VpcMismatch');
    const from = (body: object) =>
      refusal('DisassociateNetworkAclSubnets', { NetworkAclId: acl, SubnetIds: [subnet], ...body });
    assert.equal(await from({ NetworkAclId: other }), 'ResourceNotFound');
    assert.equal(await from({ SubnetIds: [elsewhere] }), 'UnsupportedOperation.VpcMismatch');
    await ok('DisassociateNetworkAclSubnets', { NetworkAclId: acl, SubnetIds: [subnet] });
    assert.deepEqual((await listed({ NetworkAclIds: [acl] }))[0]?.['SubnetSet'], []);
    await ok('DeleteNetworkAcl', { NetworkAclId: other });
  });
});

describe('rules', () => {
  const web = { Protocol: 'TCP', Port: '80', CidrBlock: '0.0.0.0/0', Action: 'ACCEPT' };
  const set = (NetworkAclEntrySet: object, more: object = {}) =>
    ok('ModifyNetworkAclEntries', { NetworkAclId: acl, NetworkAclEntrySet, ...more });

  test('a direction that is given is replaced, and the other one stays', async () => {
    const ssh = { Protocol: 'tcp', Port: '22-23', CidrBlock: '10.0.0.1', Action: 'drop' };
    await set({ Ingress: [web, { ...ssh, Description: 'shell' }] });
    const [first, second] = await rules('Ingress');
    assert.deepEqual(first, {
      ...web,
      Ipv6CidrBlock: '',
      Description: '',
      ModifyTime: '2026-01-02 03:04:05',
      Priority: 1,
      NetworkAclIpv4EntryId: first?.['NetworkAclIpv4EntryId'],
      NetworkAclIpv6EntryId: '',
    });
    assert.match(String(first?.['NetworkAclIpv4EntryId']), /^acle-[a-z0-9]{8}$/);
    assert.equal(second?.['CidrBlock'], '10.0.0.1');
    assert.equal(second?.['Port'], '22-23');
    assert.equal(second?.['Action'], 'DROP');
    assert.equal(second?.['Priority'], 2);
    const all = { Protocol: 'ALL', CidrBlock: '0.0.0.0/0', Action: 'ACCEPT', Description: '' };
    const six = { Protocol: 'UDP', Port: 'ALL', Ipv6CidrBlock: '2001:DB8::/32', Action: 'DROP' };
    await set({ Egress: [all, six] });
    assert.equal((await rules('Ingress')).length, 2);
    const [, other] = await rules('Egress');
    assert.equal(other?.['Ipv6CidrBlock'], '2001:db8::/32');
    assert.equal(other?.['CidrBlock'], '');
    assert.equal(other?.['Port'], 'ALL');
    assert.equal(other?.['NetworkAclIpv4EntryId'], '');
    assert.match(String(other?.['NetworkAclIpv6EntryId']), /^acle-[a-z0-9]{8}$/);
    await set({ Egress: [] });
    assert.deepEqual(await rules('Egress'), []);
  });

  test('rules are added at a place, changed by their ids, and taken away', async () => {
    const change = { EnableUpdateAclEntries: true };
    const [first] = await rules('Ingress');
    const id = { NetworkAclIpv4EntryId: first?.['NetworkAclIpv4EntryId'] };
    await set(
      {
        Ingress: [
          { ...id, Action: 'DROP' },
          { ...web, Port: '443' },
        ],
      },
      change,
    );
    const changed = await rules('Ingress');
    assert.deepEqual(changed[0], { ...first, Action: 'DROP' });
    assert.deepEqual(
      changed.map(({ Port }) => Port),
      ['80', '22-23', '443'],
    );
    const create = (Ingress: readonly object[]) =>
      ok('CreateNetworkAclEntries', { NetworkAclId: acl, NetworkAclEntrySet: { Ingress } });
    await create([{ ...web, Port: '8080', Priority: 1 }]);
    assert.equal((await rules('Ingress'))[0]?.['Port'], '8080');
    const remove = (Ingress: readonly object[]) => ({
      NetworkAclId: acl,
      NetworkAclEntrySet: { Ingress },
    });
    await ok('DeleteNetworkAclEntries', remove([id]));
    assert.equal((await rules('Ingress')).length, 3);
    const refused = (rule: object) => refusal('DeleteNetworkAclEntries', remove([rule]));
    assert.equal(await refused(id), 'ResourceNotFound');
    assert.equal(await refused({}), 'MissingParameter');
    assert.equal(await refused({ NetworkAclIpv4EntryId: 'x' }), 'InvalidParameterValue.Malformed');
    const unknown = { NetworkAclId: acl, NetworkAclEntrySet: { Ingress: [id] }, ...change };
    assert.equal(await refusal('ModifyNetworkAclEntries', unknown), 'ResourceNotFound');
  });

  test('rules are refused in the codes of their pages', async () => {
    const refused = (rule: object) =>
      refusal('ModifyNetworkAclEntries', {
        NetworkAclId: acl,
        NetworkAclEntrySet: { Ingress: [{ ...web, ...rule }] },
      });
    const { Malformed } = { Malformed: 'InvalidParameterValue.Malformed' };
    assert.equal(await refused({ CidrBlock: '10.0.0.1/8' }), Malformed);
    assert.equal(await refused({ CidrBlock: undefined, Ipv6CidrBlock: '::1/8' }), Malformed);
    assert.equal(await refused({ CidrBlock: undefined }), 'MissingParameter');
    assert.equal(await refused({ Ipv6CidrBlock: '::/0' }), 'InvalidParameter.Coexist');
    assert.equal(await refused({ Protocol: undefined }), 'MissingParameter');
    assert.equal(await refused({ Protocol: 'GRE' }), 'InvalidParameterValue');
    assert.equal(await refused({ Protocol: 'ICMP' }), 'InvalidParameterValue');
    assert.equal(await refused({ Action: undefined }), 'MissingParameter');
    assert.equal(await refused({ Action: 'ALLOW' }), 'InvalidParameterValue');
    for (const Port of ['0', '65536', '20-10', '1-2-3', 'x', '80,443']) {
      assert.equal(await refused({ Port }), Malformed, Port);
    }
    assert.equal(await refused({ Description: 'd'.repeat(101) }), 'InvalidParameterValue.TooLong');
    assert.equal(await refused({ Priority: 0 }), 'InvalidParameterValue');
    const twenty = Array.from({ length: 20 }, (_, at) => ({ ...web, Port: String(at + 1) }));
    const whole = { ...web, Port: '1-65535', Description: 'd'.repeat(100) };
    const tooMany = { NetworkAclId: acl, NetworkAclEntrySet: { Ingress: [...twenty, whole] } };
    assert.equal(await refusal('ModifyNetworkAclEntries', tooMany), 'LimitExceeded');
    await set({ Ingress: [...twenty.slice(1), whole] });
    assert.equal((await rules('Ingress')).length, 20);
    const more = { NetworkAclId: acl, NetworkAclEntrySet: { Ingress: [web] } };
    assert.equal(await refusal('CreateNetworkAclEntries', more), 'LimitExceeded');
    const noRules = { NetworkAclId: acl, NetworkAclEntrySet: {} };
    assert.equal(await refusal('ModifyNetworkAclEntries', noRules), 'MissingParameter');
    assert.equal(
      await refusal('ModifyNetworkAclEntries', { NetworkAclId: acl }),
      'MissingParameter',
    );
    const five = { NetworkAclId: acl, NetworkAclQuintupleSet: { Ingress: [] } };
    const mismatch = await refusal('ModifyNetworkAclEntries', five);
    assert.equal(mismatch, 'InvalidParameter.AclTypeMismatch');
    const both = { ...more, NetworkAclQuintupleSet: {} };
    assert.equal(await refusal('ModifyNetworkAclEntries', both), 'InvalidParameter.Coexist');
    const unknown = { ...more, NetworkAclId: 'acl-00000000' };
    assert.equal(await refusal('ModifyNetworkAclEntries', unknown), 'ResourceNotFound');
  });

  test('a VPC that has network ACLs stays', async () => {
    assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), 'ResourceInUse');
    await ok('DeleteSubnet', { SubnetId: subnet });
    assert.equal(await refusal('DeleteVpc', { VpcId: vpc }), 'ResourceInUse');
    await ok('DeleteNetworkAcl', { NetworkAclId: acl });
    assert.equal(await refusal('DeleteNetworkAcl', { NetworkAclId: acl }), 'ResourceNotFound');
    const malformed = await refusal('DeleteNetworkAcl', { NetworkAclId: 'x' });
    assert.equal(malformed, 'InvalidParameterValue.Malformed');
    await ok('DeleteVpc', { VpcId: vpc });
  });
});
