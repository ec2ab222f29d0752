import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const RAM = { version: '2015-05-01', region: undefined };
const ok = (action: string, parameters: GivenParameters) => cloud.ok(action, parameters, RAM);
const refusal = (action: string, parameters: GivenParameters) =>
  cloud.refusal(action, parameters, RAM);

function trust(statement: object = {}, version = '1'): string {
  const Principal = { Service: ['ecs.aliyuncs.com'] };
  const Statement = [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal, ...statement }];
  return JSON.stringify({ Version: version, Statement });
}

const made = (RoleName: string, more: GivenParameters = {}) =>
  ok('CreateRole', { RoleName, AssumeRolePolicyDocument: trust(), ...more });

interface Shown {
  readonly [field: string]: unknown;
}

describe('CreateRole, GetRole, UpdateRole, DeleteRole', () => {
  test('a role is made, shown, changed and deleted', async () => {
    const first = (await made('ECSAdmin', { Description: 'first' }))['Role'] as Shown;
    assert.match(first['Arn'] as string, /^acs:ram::\d+:role\/ecsadmin$/);
    assert.match(first['RoleId'] as string, /^3\d{17}$/);
    assert.equal(first['MaxSessionDuration'], 3_600);
    assert.deepEqual((await ok('GetRole', { RoleName: 'ECSAdmin' }))['Role'], first);
    const RAM = 'acs:ram::123456789012:root';
    const document = trust({ Principal: { RAM } });
    const changed = await ok('UpdateRole', {
      RoleName: 'ECSAdmin',
      NewAssumeRolePolicyDocument: document,
      NewDescription: '',
      NewMaxSessionDuration: 43_200,
    });
    const role = changed['Role'] as Shown;
    assert.equal(role['AssumeRolePolicyDocument'], document);
    assert.equal(role['Description'], '');
    assert.equal(role['MaxSessionDuration'], 43_200);
    await ok('DeleteRole', { RoleName: 'ECSAdmin' });
    for (const action of ['GetRole', 'UpdateRole', 'DeleteRole', 'ListPoliciesForRole']) {
      assert.equal(await refusal(action, { RoleName: 'ECSAdmin' }), '404 EntityNotExist.Role');
    }
  });

  test('names that may not be, and are taken', async () => {
    await made('a'.repeat(64));
    const AssumeRolePolicyDocument = trust();
    for (const [RoleName, code] of [
      ['a'.repeat(65), '400 InvalidParameter.RoleName.Length'],
      ['with_underscore', '400 InvalidParameter.RoleName.InvalidChars'],
      ['a'.repeat(64), '409 EntityAlreadyExists.Role'],
    ] as const) {
      assert.equal(await refusal('CreateRole', { RoleName, AssumeRolePolicyDocument }), code);
    }
  });

  test('documents that say nobody may take the role', async () => {
    const documents = [
      'no JSON',
      '[]',
      JSON.stringify({ Version: '1', Statement: [] }),
      trust({}, '2'),
      trust({ Effect: 'Deny' }),
      trust({ Action: 'ecs:RunInstances' }),
      trust({ Action: [] }),
      trust({ Principal: {} }),
      trust({ Principal: { Anybody: '*' } }),
      trust({ Condition: 'none' }),
    ];
    for (const AssumeRolePolicyDocument of documents) {
      assert.equal(
        await refusal('CreateRole', { RoleName: 'never', AssumeRolePolicyDocument }),
        '400 MalformedPolicyDocument',
        AssumeRolePolicyDocument,
      );
    }
    const padded = (length: number) => trust().padEnd(length);
    await made('long', { AssumeRolePolicyDocument: padded(2_048) });
    assert.equal(
      await refusal('CreateRole', {
        RoleName: 'longer',
        AssumeRolePolicyDocument: padded(2_049),
      }),
      '400 InvalidParameter.AssumeRolePolicyDocument.Length',
    );
    assert.equal(
      await refusal('UpdateRole', {
        RoleName: 'long',
        NewAssumeRolePolicyDocument: padded(2_049),
      }),
      '400 InvalidParameter.NewAssumeRolePolicyDocument.Length',
    );
  });

  test('an account has a hundred', async () => {
    const other = await startTestCloud({ configuration: { rolesMax: 2 } });
    const make = { AssumeRolePolicyDocument: trust() };
    await other.ok('CreateRole', { ...make, RoleName: 'one' }, RAM);
    await other.ok('CreateRole', { ...make, RoleName: 'two' }, RAM);
    assert.equal(
      await other.refusal('CreateRole', { ...make, RoleName: 'three' }, RAM),
      '409 LimitExceeded.Role',
    );
    await other.stop();
  });
});

test('ListRoles goes on behind the name it is told', async () => {
  for (const name of ['z-1', 'z-2', 'z-3']) await made(name);
  const names = async (asked: GivenParameters) => {
    const answer = await ok('ListRoles', asked);
    const { Role } = answer['Roles'] as { readonly Role: readonly Shown[] };
    return [Role.map(({ RoleName }) => RoleName), answer['IsTruncated'], answer['Marker']];
  };
  assert.deepEqual(await names({ Marker: 'z', MaxItems: 2 }), [['z-1', 'z-2'], true, 'z-2']);
  assert.deepEqual(await names({ Marker: 'z-2', MaxItems: 1 }), [['z-3'], false, undefined]);
});

test('policies come and go, and keep their role', async () => {
  await made('with-policies');
  const named = { RoleName: 'with-policies', PolicyType: 'System' };
  const policy = { ...named, PolicyName: 'AliyunECSReadOnlyAccess' };
  await ok('AttachPolicyToRole', policy);
  assert.equal(await refusal('AttachPolicyToRole', policy), '409 EntityAlreadyExists.Role.Policy');
  const shown = await ok('ListPoliciesForRole', { RoleName: 'with-policies' });
  const { Policy } = shown['Policies'] as { readonly Policy: readonly Shown[] };
  assert.deepEqual(
    Policy.map(({ PolicyName, PolicyType, DefaultVersion }) => [
      PolicyName,
      PolicyType,
      DefaultVersion,
    ]),
    [['AliyunECSReadOnlyAccess', 'System', 'v1']],
  );
  assert.equal(
    await refusal('DeleteRole', { RoleName: 'with-policies' }),
    '409 DeleteConflict.Role.Policy',
  );
  for (const [given, code] of [
    [{ PolicyName: 'Nothing' }, '404 EntityNotExist.Policy'],
    [{ PolicyType: 'Custom' }, '404 EntityNotExist.Policy'],
    [{ RoleName: 'nobody' }, '404 EntityNotExist.Role'],
    [{ PolicyType: 'Other' }, '400 InvalidParameter.PolicyType'],
  ] as const) {
    assert.equal(await refusal('AttachPolicyToRole', { ...policy, ...given }), code);
  }
  for (let count = 1; count < 20; count += 1) {
    await ok('AttachPolicyToRole', { ...named, PolicyName: `AliyunP${count}Access` });
  }
  assert.equal(
    await refusal('AttachPolicyToRole', { ...named, PolicyName: 'AdministratorAccess' }),
    '409 LimitExceeded.Role.Policy',
  );
  await ok('DetachPolicyFromRole', policy);
  assert.equal(await refusal('DetachPolicyFromRole', policy), '404 EntityNotExist.Role.Policy');
});

test('tags are set, listed and taken off', async () => {
  await made('tagged', { 'Tag.1.Key': 'k1', 'Tag.1.Value': 'v1' });
  const named = { ResourceType: 'role', ResourceNames: '["tagged"]' };
  await ok('TagResources', { ...named, 'Tag.1.Key': 'k2', 'Tag.1.Value': 'v2' });
  const tags = async (asked: GivenParameters) => {
    const { TagResources } = await ok('ListTagResources', asked);
    const { TagResource } = TagResources as { readonly TagResource: readonly Shown[] };
    return TagResource.map(({ ResourceName, TagKey, TagValue }) => [
      ResourceName,
      TagKey,
      TagValue,
    ]);
  };
  const both = [
    ['tagged', 'k1', 'v1'],
    ['tagged', 'k2', 'v2'],
  ];
  assert.deepEqual(await tags(named), both);
  assert.deepEqual(await tags({ ResourceType: 'role', 'Tag.1.Key': 'k2' }), [both[1]]);
  const { NextToken } = await ok('ListTagResources', { ...named, PageSize: 1 });
  assert.deepEqual(await tags({ ...named, NextToken: NextToken as string }), [both[1]]);
  await ok('UntagResources', { ...named, 'TagKey.1': 'k1' });
  assert.deepEqual(await tags(named), [both[1]]);
  await ok('UntagResources', { ...named, All: true });
  assert.deepEqual(await tags(named), []);
  assert.equal(
    await refusal('TagResources', { ...named, ResourceNames: '["nobody"]', 'Tag.1.Key': 'k' }),
    '404 EntityNotExist.Role',
  );
});

test('a launch and AttachInstanceRamRole take roles for instances alone', async () => {
  await made('for-ecs');
  await made('for-users', {
    AssumeRolePolicyDocument: trust({ Principal: { RAM: ['acs:ram::1:root'] } }),
  });
  const [id = ''] = await cloud.launchRunning({ RamRoleName: 'for-ecs' });
  const { InstanceRamRoleSets } = await cloud.ok('DescribeInstanceRamRole', {
    InstanceIds: JSON.stringify([id]),
  });
  const sets = InstanceRamRoleSets as { readonly InstanceRamRoleSet: readonly Shown[] };
  assert.equal(sets.InstanceRamRoleSet[0]?.['RamRoleName'], 'for-ecs');
  const { VSwitchId, SecurityGroupId, ImageId, InstanceType } = await launchable();
  const launch = { VSwitchId, SecurityGroupId, ImageId, InstanceType };
  assert.equal(
    await cloud.refusal('RunInstances', { ...launch, RamRoleName: 'for-users' }),
    '401 InvalidRamRole.NotEcsRole',
  );
  assert.match(
    await cloud.refusal('RunInstances', { ...launch, RamRoleName: 'nobody' }),
    /InvalidRamRole\.NotFound$/,
  );
});

async function launchable() {
  const { IMAGE } = await import('../../cloud.test-support.ts');
  const { vSwitch, group } = await cloud.network('10.9.0.0/16');
  return {
    VSwitchId: vSwitch,
    SecurityGroupId: group,
    ImageId: IMAGE,
    InstanceType: 'ecs.g6.large',
  };
}
