import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
interface Shown {
  readonly Version: string;
  readonly Ingress: readonly Item[];
  readonly Egress: readonly Item[];
  readonly PolicyStatistics: Item;
}

const vpc = { service: 'vpc' } as const;
const ok = (action: string, body: object) => cloud.ok(action, body, vpc);
const refusal = (action: string, body: object) => cloud.refusal(action, body, vpc);

async function newGroup(more: object = {}): Promise<string> {
  const body = { GroupName: 'web', GroupDescription: '', ...more };
  const { SecurityGroup } = await ok('CreateSecurityGroup', body);
  return String((SecurityGroup as Item)['SecurityGroupId']);
}

async function shown(group: string, more: object = {}): Promise<Shown> {
  const answer = await ok('DescribeSecurityGroupPolicies', { SecurityGroupId: group, ...more });
  return answer['SecurityGroupPolicySet'] as Shown;
}

const ports = (list: readonly Item[]) => list.map(({ Port }) => Port);
const tcp = (port: number | string, more: object = {}) => ({
  Protocol: 'TCP',
  Port: String(port),
  CidrBlock: '10.0.0.0/8',
  Action: 'ACCEPT',
  ...more,
});

/** Sends a set of rules to an action. */
const of = (SecurityGroupId: string, SecurityGroupPolicySet: object, more: object = {}) => {
  return { SecurityGroupId, SecurityGroupPolicySet, ...more };
};
const create = (group: string, set: object) => ok('CreateSecurityGroupPolicies', of(group, set));
const refusedCreate = (group: string, set: object) =>
  refusal('CreateSecurityGroupPolicies', of(group, set));

describe('rules of a group', () => {
  test('are shown with every field, "" where one is not for the rule', async () => {
    const group = await newGroup();
    assert.deepEqual(await shown(group), {
      Version: '0',
      Ingress: [],
      Egress: [],
      PolicyStatistics: {
        IngressIPv4TotalCount: 0,
        IngressIPv6TotalCount: 0,
        EgressIPv4TotalCount: 0,
        EgressIPv6TotalCount: 0,
      },
    });
    const templates = { AddressTemplate: {}, ServiceTemplate: {} };
    await create(group, { Ingress: [tcp('22', { ...templates, PolicyDescription: 'shell' })] });
    await create(group, { Egress: [{ Action: 'drop', SecurityGroupId: group }] });
    await create(group, {
      Version: '2',
      Egress: [{ Protocol: 'icmpv6', Ipv6CidrBlock: '::/0', Action: 'Accept', CidrBlock: '' }],
    });
    const { Version, Ingress, Egress, PolicyStatistics } = await shown(group);
    assert.equal(Version, '3');
    assert.deepEqual(Ingress, [
      {
        PolicyIndex: 0,
        Protocol: 'tcp',
        Port: '22',
        ServiceTemplate: { ServiceId: '', ServiceGroupId: '' },
        CidrBlock: '10.0.0.0/8',
        Ipv6CidrBlock: '',
        SecurityGroupId: '',
        AddressTemplate: { AddressId: '', AddressGroupId: '' },
        Action: 'ACCEPT',
        PolicyDescription: 'shell',
        ModifyTime: '2026-01-02 03:04:05',
        Priority: 0,
      },
    ]);
    const parts = Egress.map((rule) => [
      rule['Protocol'],
      rule['Port'],
      rule['Ipv6CidrBlock'],
      rule['SecurityGroupId'],
      rule['Action'],
    ]);
    assert.deepEqual(parts, [
      ['ALL', 'ALL', '', group, 'DROP'],
      ['icmpv6', 'ALL', '::/0', '', 'ACCEPT'],
    ]);
    assert.equal(PolicyStatistics['EgressIPv6TotalCount'], 1);
    assert.equal(PolicyStatistics['EgressIPv4TotalCount'], 1);
  });

  test('are put at their index, or behind all', async () => {
    const group = await newGroup();
    await create(group, { Ingress: [tcp(1), tcp(2)] });
    await create(group, { Ingress: [tcp(3, { PolicyIndex: 1 }), tcp(4, { PolicyIndex: '1' })] });
    await create(group, { Ingress: [tcp(5, { PolicyIndex: 0 })] });
    await create(group, { Ingress: [tcp(6, { PolicyIndex: 5 })] });
    assert.deepEqual(ports((await shown(group)).Ingress), ['5', '1', '3', '4', '2', '6']);
    const differing = [tcp(7, { PolicyIndex: 1 }), tcp(8, { PolicyIndex: 2 })];
    assert.equal(await refusedCreate(group, { Ingress: differing }), 'InvalidParameterValue');
    const behind = { Ingress: [tcp(7, { PolicyIndex: 7 })] };
    assert.equal(await refusedCreate(group, behind), 'InvalidParameterValue.Range');
  });

  test('are refused in the codes of the page', async () => {
    const group = await newGroup();
    await create(group, { Ingress: [tcp(22)] });
    const policy = (...rules: readonly object[]) => ({ Ingress: rules });
    const long = 'x'.repeat(101);
    const refused: ReadonlyArray<readonly [object, string]> = [
      [{ Ingress: [tcp(1)], Egress: [tcp(1)] }, 'InvalidParameter.Coexist'],
      [{}, 'InvalidParameterValue.Empty'],
      [{ Ingress: [] }, 'InvalidParameterValue.Empty'],
      [policy({ Protocol: 'TCP' }), 'InvalidParameterValue.Empty'],
      [policy(tcp(1, { Action: 'ALLOW' })), 'InvalidParameterValue.Malformed'],
      [policy(tcp(1, { Protocol: 'ESP' })), 'InvalidParameterValue.Malformed'],
      [policy(tcp('1-')), 'InvalidParameterValue.Malformed'],
      [policy(tcp('2-1')), 'InvalidParameterValue.Malformed'],
      [policy(tcp(65_536)), 'InvalidParameterValue.Malformed'],
      [policy(tcp(1, { CidrBlock: '0.0.0.0/33' })), 'InvalidParameterValue.Malformed'],
      [policy(tcp(1, { CidrBlock: '0.0.0.0/' })), 'InvalidParameterValue.Malformed'],
      [policy(tcp(1, { CidrBlock: '10.0.0.0/33' })), 'InvalidParameterValue.Malformed'],
      [policy(tcp(1, { CidrBlock: '::/0' })), 'InvalidParameterValue.Malformed'],
      [policy(tcp(1, { Ipv6CidrBlock: '::/0' })), 'InvalidParameter.Coexist'],
      [policy(tcp(1, { SecurityGroupId: group })), 'InvalidParameter.Coexist'],
      [
        policy(tcp(1, { AddressTemplate: { AddressId: 'ipm-2uw6ujo6' } })),
        'InvalidParameter.Coexist',
      ],
      [
        policy(tcp(1, { ServiceTemplate: { ServiceId: 'ppm-f5n1f8da' } })),
        'InvalidParameter.Coexist',
      ],
      [
        policy({ Action: 'ACCEPT', AddressTemplate: { AddressGroupId: 'ipmg-2uw6ujo6' } }),
        'ResourceNotFound',
      ],
      [policy(tcp(1, { Protocol: 'ICMP' })), 'InvalidParameter.Coexist'],
      [
        policy({ Action: 'ACCEPT', Protocol: 'ICMP', Ipv6CidrBlock: '::/0' }),
        'InvalidParameter.Coexist',
      ],
      [policy(tcp(1, { PolicyDescription: long })), 'InvalidParameterValue.TooLong'],
      [policy(tcp(1, { PolicyIndex: -1 })), 'InvalidParameterValue.Range'],
      [
        policy(tcp(1, { CidrBlock: '', SecurityGroupId: 'sg-1' })),
        'InvalidParameterValue.Malformed',
      ],
      [policy(tcp(1, { CidrBlock: '', SecurityGroupId: 'sg-00000000' })), 'ResourceNotFound'],
      [policy(tcp(22)), 'UnsupportedOperation.DuplicatePolicy'],
      [{ ...policy(tcp(1)), Version: '0' }, 'UnsupportedOperation.VersionMismatch'],
      [{ ...policy(tcp(1)), Version: 'one' }, 'InvalidParameterValue.Malformed'],
    ];
    for (const [set, code] of refused) {
      assert.equal(await refusedCreate(group, set), code, JSON.stringify(set));
    }
    assert.equal(await refusedCreate('sg-00000000', policy(tcp(1))), 'ResourceNotFound');
    assert.equal(await refusedCreate('sg-1', policy(tcp(1))), 'InvalidParameterValue.Malformed');
    const most = tcp('80,443,8000-8010', { PolicyDescription: 'x'.repeat(100) });
    await create(
      group,
      policy(most, tcp('all'), { Action: 'ACCEPT', Protocol: 'ALL', Port: 'all' }),
    );
    const { Ingress } = await shown(group);
    assert.deepEqual(ports(Ingress), ['22', '80,443,8000-8010', 'ALL', 'ALL']);
    assert.equal(Ingress[3]?.['CidrBlock'], '0.0.0.0/0');
  });

  test('are a hundred in each direction at most', async () => {
    const group = await newGroup();
    const many = (first: number, count: number) =>
      Array.from({ length: count }, (_each, at) => tcp(first + at));
    await create(group, { Ingress: many(1, 100) });
    const one = refusedCreate(group, { Ingress: many(101, 1) });
    assert.equal(await one, 'LimitExceeded.SecurityGroupPolicySet');
    const tooMany = refusedCreate(group, { Egress: many(1, 201) });
    assert.equal(await tooMany, 'InvalidParameterValue.LimitExceeded');
    await create(group, { Egress: many(1, 100) });
  });

  test('are found by filters', async () => {
    const group = await newGroup();
    await create(group, {
      Ingress: [tcp(8080, { PolicyDescription: 'web' }), tcp(22, { Action: 'DROP' })],
    });
    await create(group, { Egress: [{ Action: 'ACCEPT', SecurityGroupId: group }] });
    const found = async (Name: string, ...Values: readonly string[]) => {
      const set = await shown(group, { Filters: [{ Name, Values }] });
      return [...ports(set.Ingress), ...ports(set.Egress)].join(' ');
    };
    assert.equal(await found('security-group-id', group), 'ALL');
    assert.equal(await found('ip', '10.0'), '8080 22');
    assert.equal(await found('address-module', 'ipm-2uw6ujo6'), '');
    assert.equal(await found('service-module', 'ppm-f5n1f8da'), '');
    assert.equal(await found('protocol-type', 'TCP'), '8080 22');
    assert.equal(await found('protocol-type', 'ALL'), 'ALL');
    assert.equal(await found('port', '80'), '8080');
    assert.equal(await found('port', 'ALL'), '8080 22 ALL');
    assert.equal(await found('poly', 'DROP'), '22');
    assert.equal(await found('poly', 'ALL'), '8080 22 ALL');
    assert.equal(await found('direction', 'OUTBOUND'), 'ALL');
    assert.equal(await found('direction', 'INBOUND', 'OUTBOUND'), '8080 22 ALL');
    assert.equal(await found('description', 'we'), '8080');
    const second = await shown(group, { Filters: [{ Name: 'port', Values: ['22'] }] });
    assert.equal(second.Ingress[0]?.['PolicyIndex'], 1, 'the place is that in the whole list');
    const describePolicies = (SecurityGroupId: string, Filters: object) =>
      refusal('DescribeSecurityGroupPolicies', { SecurityGroupId, Filters });
    const unknown = describePolicies(group, [{ Name: 'name', Values: ['x'] }]);
    assert.equal(await unknown, 'InvalidParameter.FilterInvalidKey');
    const nameless = describePolicies(group, [{ Values: ['x'] }]);
    assert.equal(await nameless, 'InvalidParameter.FilterInvalidKey');
    const text = describePolicies(group, [{ Name: 'ip', Values: 'x' }]);
    assert.equal(await text, 'InvalidParameter.FilterValuesNotList');
    const filters = Array.from({ length: 11 }, () => ({ Name: 'ip', Values: ['1'] }));
    assert.equal(await describePolicies(group, filters), 'InvalidParameterValue.LimitExceeded');
    assert.equal(await describePolicies('sg-00000000', []), 'ResourceNotFound');
    assert.equal(await describePolicies('sg-1', []), 'InvalidParameterValue.Malformed');
  });
});

describe('the lists of a group', () => {
  const modify = (group: string, set: object, more: object = {}) =>
    ok('ModifySecurityGroupPolicies', of(group, set, more));
  const refusedModify = (group: string, set: object) =>
    refusal('ModifySecurityGroupPolicies', of(group, set));

  test('are replaced; one that is not given stays, version 0 empties both', async () => {
    const group = await newGroup();
    await modify(group, { Ingress: [tcp(1), tcp(2)], Egress: [tcp(3)] });
    await modify(group, { Ingress: [tcp(4), tcp(2)], Version: '77' });
    const { Version, Ingress, Egress } = await shown(group);
    assert.deepEqual([Version, ports(Ingress), ports(Egress)], ['2', ['4', '2'], ['3']]);
    await modify(group, { Ingress: [tcp(9)], Version: '0' });
    const emptied = await shown(group);
    assert.deepEqual([emptied.Ingress, emptied.Egress], [[], []]);
  });

  test('keep their order, unless SortPolicys says that the one given counts', async () => {
    const group = await newGroup();
    await modify(group, { Ingress: [tcp(1), tcp(2)] });
    await modify(group, { Ingress: [tcp(2), tcp(3), tcp(1)] });
    assert.deepEqual(ports((await shown(group)).Ingress), ['1', '2', '3']);
    await modify(group, { Ingress: [tcp(2), tcp(3), tcp(1)] }, { SortPolicys: true });
    assert.deepEqual(ports((await shown(group)).Ingress), ['2', '3', '1']);
  });

  test('are replaced as a whole or not at all', async () => {
    const group = await newGroup();
    await modify(group, { Ingress: [tcp(1)] });
    const twice = refusedModify(group, { Ingress: [tcp(2), tcp(2)] });
    assert.equal(await twice, 'UnsupportedOperation.DuplicatePolicy');
    assert.equal(await refusedModify(group, {}), 'InvalidParameterValue.Empty');
    const placed = refusedModify(group, { Ingress: [tcp(2, { PolicyIndex: 0 })] });
    assert.equal(await placed, 'InvalidParameter.Coexist');
    const missing = refusedModify(group, { Ingress: [tcp(2)], Egress: [tcp(3, { Action: '' })] });
    assert.equal(await missing, 'InvalidParameterValue.Empty');
    const many = Array.from({ length: 101 }, (_each, at) => tcp(at));
    assert.equal(await refusedModify(group, { Ingress: many }), 'LimitExceeded');
    assert.equal(await refusedModify('sg-00000000', { Ingress: [] }), 'ResourceNotFound');
    assert.deepEqual(ports((await shown(group)).Ingress), ['1']);
  });
});

describe('single rules', () => {
  const replace = (group: string, set: object) => ok('ReplaceSecurityGroupPolicy', of(group, set));
  const refusedReplace = (group: string, set: object) =>
    refusal('ReplaceSecurityGroupPolicy', of(group, set));

  test('are replaced in their place', async () => {
    const group = await newGroup();
    await create(group, { Ingress: [tcp(1), tcp(2)] });
    await replace(group, { Ingress: [tcp(3, { PolicyIndex: 1 })], Version: '1' });
    assert.deepEqual(ports((await shown(group)).Ingress), ['1', '3']);
    const refused: ReadonlyArray<readonly [object, string]> = [
      [{ Ingress: [tcp(4)] }, 'InvalidParameterValue.Empty'],
      [{ Ingress: [tcp(4, { PolicyIndex: 2 })] }, 'ResourceNotFound'],
      [{ Ingress: [tcp(1, { PolicyIndex: 1 })] }, 'UnsupportedOperation.DuplicatePolicy'],
      [
        { Ingress: [tcp(4, { PolicyIndex: 0 }), tcp(5, { PolicyIndex: 1 })] },
        'InvalidParameterValue.LimitExceeded',
      ],
      [
        { Ingress: [tcp(4, { PolicyIndex: 0 })], Version: 1 },
        'UnsupportedOperation.VersionMismatch',
      ],
      [{ Ingress: [tcp(1)], Egress: [tcp(1)] }, 'InvalidParameter.Coexist'],
    ];
    for (const [set, code] of refused) assert.equal(await refusedReplace(group, set), code);
  });

  test('change together what they do and where they stand', async () => {
    const group = await newGroup();
    await create(group, { Egress: [tcp(1), tcp(2), tcp(3)] });
    const action = 'ReplaceSecurityGroupPolicies';
    const [first, third] = [tcp(7, { PolicyIndex: 0 }), tcp(9, { PolicyIndex: 2 })];
    await ok(action, of(group, { Egress: [first, third] }));
    assert.deepEqual(ports((await shown(group)).Egress), ['7', '2', '9']);
    const OriginalSecurityGroupPolicySet = { Egress: [{ PolicyIndex: 2 }] };
    const moving = { OriginalSecurityGroupPolicySet, UpdateType: 'Priority' };
    await ok(action, of(group, { Egress: [{ PolicyIndex: 0 }] }, moving));
    assert.deepEqual(ports((await shown(group)).Egress), ['9', '7', '2']);
    const both = { ...moving, UpdateType: 'Both' };
    await ok(action, of(group, { Egress: [tcp(5, { PolicyIndex: 1 })] }, both));
    assert.deepEqual(ports((await shown(group)).Egress), ['9', '5', '7']);
    const refused = (set: object, more: object = {}) => refusal(action, of(group, set, more));
    const alone = refused({ Egress: [{ PolicyIndex: 0 }] }, { UpdateType: 'Priority' });
    assert.equal(await alone, 'InvalidParameterValue.Empty');
    const two = { Egress: [{ PolicyIndex: 0 }, { PolicyIndex: 1 }] };
    assert.equal(await refused(two, moving), 'InvalidParameterValue');
    const other = refused({ Ingress: [{ PolicyIndex: 0 }] }, moving);
    assert.equal(await other, 'InvalidParameter.Coexist');
    const unknown = refused({ Egress: [first] }, { UpdateType: 'All' });
    assert.equal(await unknown, 'InvalidParameterValue.Invalid');
    assert.equal(await refused({ Egress: [tcp(1)] }), 'InvalidParameterValue.Empty');
    const gone = refused({ Egress: [tcp(1, { PolicyIndex: 3 })] });
    assert.equal(await gone, 'ResourceNotFound');
  });

  test('are taken out by their places or by what they do', async () => {
    const group = await newGroup();
    await create(group, { Ingress: [tcp(1), tcp(2), tcp(3), tcp(4)] });
    await create(group, { Ingress: [{ Action: 'ACCEPT', CidrBlock: '10.9.89.9/25' }] });
    const action = 'DeleteSecurityGroupPolicies';
    const at = (...indexes: readonly number[]) => indexes.map((PolicyIndex) => ({ PolicyIndex }));
    await ok(action, of(group, { Ingress: at(0, 2), Version: '2' }));
    await ok(action, of(group, { Ingress: [{ Action: 'accept', CidrBlock: '10.9.89.9/25' }] }));
    assert.deepEqual(ports((await shown(group)).Ingress), ['2', '4']);
    const refused = (set: object) => refusal(action, of(group, set));
    assert.equal(await refused({ Ingress: at(2) }), 'ResourceNotFound');
    assert.equal(await refused({ Ingress: [tcp(9)] }), 'ResourceNotFound');
    assert.equal(await refused({ Ingress: [tcp(2), ...at(1)] }), 'InvalidParameter.Coexist');
    assert.equal(await refused({ Ingress: at(0), Egress: at(0) }), 'InvalidParameter.Coexist');
    assert.equal(
      await refused({ Ingress: [tcp(2, { Action: '' })] }),
      'InvalidParameterValue.Empty',
    );
    const stale = refused({ Ingress: at(0), Version: '2' });
    assert.equal(await stale, 'UnsupportedOperation.VersionMismatch');
    assert.equal(await refused({}), 'InvalidParameterValue.Empty');
  });
});

describe('groups', () => {
  const references = async (...groups: readonly string[]) => {
    const action = 'DescribeSecurityGroupReferences';
    return (await ok(action, { SecurityGroupIds: groups }))['ReferredSecurityGroupSet'];
  };

  test('tell which others name them, and stay while one does', async () => {
    const [named, by] = [await newGroup(), await newGroup()];
    const peer = (SecurityGroupId: string) => ({ SecurityGroupId, Action: 'ACCEPT' });
    await create(by, { Ingress: [peer(named), peer(by)] });
    assert.deepEqual(await references(named, by), [
      { SecurityGroupId: named, ReferredSecurityGroupIds: [by] },
      { SecurityGroupId: by, ReferredSecurityGroupIds: [] },
    ]);
    const used = refusal('DeleteSecurityGroup', { SecurityGroupId: named });
    assert.equal(await used, 'ResourceInUse');
    await ok('DeleteSecurityGroup', { SecurityGroupId: by });
    await ok('DeleteSecurityGroup', { SecurityGroupId: named });
    const action = 'DescribeSecurityGroupReferences';
    const many = Array.from({ length: 101 }, () => named);
    assert.equal(await refusal(action, { SecurityGroupIds: [named] }), 'ResourceNotFound');
    const over = refusal(action, { SecurityGroupIds: many });
    assert.equal(await over, 'InvalidParameterValue.LimitExceeded');
    const malformed = refusal(action, { SecurityGroupIds: ['sg-1'] });
    assert.equal(await malformed, 'InvalidParameterValue.Malformed');
  });

  test('tell how many instances are in them', async () => {
    const group = await newGroup();
    const action = 'DescribeSecurityGroupAssociationStatistics';
    const statistics = async () => {
      const answer = await ok(action, { SecurityGroupIds: [group] });
      return (answer['SecurityGroupAssociationStatisticsSet'] as readonly Item[])[0];
    };
    const none = { CVM: 0, CDB: 0, ENI: 0, SG: 0, CLB: 0, TotalCount: 0, InstanceStatistics: [] };
    assert.deepEqual(await statistics(), { SecurityGroupId: group, ...none });
    await cloud.launchRunning({ SecurityGroupIds: [group] });
    const other = await newGroup();
    await create(other, { Egress: [{ SecurityGroupId: group, Action: 'ACCEPT' }] });
    assert.deepEqual(await statistics(), {
      ...none,
      SecurityGroupId: group,
      CVM: 1,
      SG: 1,
      TotalCount: 1,
      InstanceStatistics: [{ InstanceType: 'CVM', InstanceCount: 1 }],
    });
    const unknown = refusal(action, { SecurityGroupIds: ['sg-00000000'] });
    assert.equal(await unknown, 'ResourceNotFound');
  });

  test('are renamed and described', async () => {
    const group = await newGroup();
    const action = 'ModifySecurityGroupAttribute';
    await cloud.passTime(1_000);
    await ok(action, { SecurityGroupId: group, GroupName: 'x'.repeat(60) });
    await ok(action, { SecurityGroupId: group, GroupDescription: 'y'.repeat(100) });
    const { SecurityGroupSet } = await ok('DescribeSecurityGroups', { SecurityGroupIds: [group] });
    const [one] = SecurityGroupSet as readonly Item[];
    assert.equal(one?.['SecurityGroupName'], 'x'.repeat(60));
    assert.equal(one?.['SecurityGroupDesc'], 'y'.repeat(100));
    assert.notEqual(one?.['UpdateTime'], one?.['CreatedTime']);
    const refused = (more: object) => refusal(action, { SecurityGroupId: group, ...more });
    const name = refused({ GroupName: 'x'.repeat(61) });
    assert.equal(await name, 'InvalidParameterValue.TooLong');
    const description = refused({ GroupDescription: 'y'.repeat(101) });
    assert.equal(await description, 'InvalidParameterValue.TooLong');
    const gone = { SecurityGroupId: 'sg-00000000', GroupName: 'x' };
    assert.equal(await refusal(action, gone), 'ResourceNotFound');
    assert.equal(await refused({ SecurityGroupId: 'sg-1' }), 'InvalidParameterValue.Malformed');
    assert.equal(await refused({ GroupName: '' }), 'InvalidParameterValue');
  });

  test('are made with rules', async () => {
    const action = 'CreateSecurityGroupWithPolicies';
    const body = { GroupName: 'with', GroupDescription: 'rules', Tags: [{ Key: 'a', Value: 'b' }] };
    const set = {
      Ingress: [tcp(2, { PolicyIndex: 1 }), tcp(1, { PolicyIndex: 0 })],
      Egress: [{ Action: 'ACCEPT' }],
    };
    const answer = await ok(action, { ...body, SecurityGroupPolicySet: set });
    const made = answer['SecurityGroup'] as Item;
    assert.deepEqual(made['TagSet'], [{ Key: 'a', Value: 'b' }]);
    const { Ingress, Egress } = await shown(String(made['SecurityGroupId']));
    assert.deepEqual([ports(Ingress), ports(Egress)], [['1', '2'], ['ALL']]);
    const plain = (await ok(action, body))['SecurityGroup'] as Item;
    assert.equal((await shown(String(plain['SecurityGroupId']))).Version, '0');
    const refused = (rules: object) =>
      refusal(action, { ...body, SecurityGroupPolicySet: { Ingress: [rules] } });
    assert.equal(await refused(tcp('x')), 'InvalidParameterValue.Malformed');
    assert.equal(await refused(tcp(1, { Ipv6CidrBlock: '::/0' })), 'InvalidParameter.Coexist');
    const many = Array.from({ length: 101 }, (_each, at) => tcp(at));
    const over = { ...body, SecurityGroupPolicySet: { Ingress: many } };
    assert.equal(await refusal(action, over), 'LimitExceeded');
    const { TotalCount } = await ok('DescribeSecurityGroups', {
      Filters: [{ Name: 'security-group-name', Values: ['with'] }],
    });
    assert.equal(TotalCount, 2, 'what is refused makes no group');
  });

  test('are cloned, from another region too', async () => {
    const action = 'CloneSecurityGroup';
    const group = await newGroup({ GroupDescription: 'first', Tags: [{ Key: 'a', Value: 'b' }] });
    await create(group, { Ingress: [tcp(1), tcp(2, { Action: 'DROP' })] });
    const clone = async (more: object) =>
      (await ok(action, { SecurityGroupId: group, ...more }))['SecurityGroup'] as Item;
    const same = await clone({});
    assert.equal(same['SecurityGroupName'], 'web');
    assert.equal(same['SecurityGroupDesc'], 'first');
    assert.deepEqual(same['TagSet'], []);
    const { Ingress, Version } = await shown(String(same['SecurityGroupId']));
    assert.deepEqual([Version, ports(Ingress)], ['1', ['1', '2']]);
    const tags = { IsCloneTags: true, Tags: [{ Key: 'c', Value: 'd' }] };
    const other = await clone({ GroupName: 'n', GroupDescription: 'd', ProjectId: '7', ...tags });
    assert.deepEqual([other['SecurityGroupName'], other['ProjectId']], ['n', '7']);
    assert.deepEqual(other['TagSet'], [
      { Key: 'a', Value: 'b' },
      { Key: 'c', Value: 'd' },
    ]);
    const many = Array.from({ length: 49 }, (_, at) => ({ Key: `k${at}`, Value: '' }));
    await clone({ IsCloneTags: true, Tags: many });
    const all = { SecurityGroupId: group, IsCloneTags: true };
    const tooMany = { ...all, Tags: [...many, { Key: 'k49', Value: '' }] };
    assert.equal(await cloud.refusal(action, tooMany, { service: 'vpc' }), 'InvalidParameterValue');
    const shanghai = { service: 'vpc', region: 'ap-shanghai' };
    const far = { SecurityGroupId: group, RemoteRegion: 'ap-guangzhou' };
    await cloud.ok(action, far, shanghai);
    await create(group, { Egress: [{ SecurityGroupId: group, Action: 'ACCEPT' }] });
    const named = 'UnsupportedOperation.RemoteRegionSgHasReferencedSg';
    assert.equal(await cloud.refusal(action, far, shanghai), named);
    const near = { SecurityGroupId: group };
    assert.equal(await cloud.refusal(action, near, shanghai), 'ResourceNotFound');
    const nowhere = refusal(action, { ...near, RemoteRegion: 'ap-nowhere' });
    assert.equal(await nowhere, 'ResourceNotFound');
    const long = refusal(action, { ...near, GroupName: 'x'.repeat(61) });
    assert.equal(await long, 'InvalidParameterValue.TooLong');
  });

  test('have limits', async () => {
    const { SecurityGroupLimitSet } = await ok('DescribeSecurityGroupLimits', {});
    assert.deepEqual(SecurityGroupLimitSet, {
      SecurityGroupLimit: 50,
      SecurityGroupPolicyLimit: 100,
      ReferedSecurityGroupLimit: 100,
      SecurityGroupInstanceLimit: 1000,
      InstanceSecurityGroupLimit: 5,
      SecurityGroupExtendedPolicyLimit: 100,
      SecurityGroupReferedCvmAndEniLimit: 1000,
      SecurityGroupReferedSvcLimit: 0,
    });
  });
});
