import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Body = Readonly<Record<string, unknown>>;

const CAM = { service: 'cam' };
const ok = (action: string, body: Body) => cloud.ok(action, body, CAM);
const refusal = (action: string, body: Body) => cloud.refusal(action, body, CAM);

function trust(statement: object = {}, version = '2.0'): string {
  const principal = { service: ['cvm.qcloud.com'] };
  const one = { action: 'name/sts:AssumeRole', effect: 'allow', principal, ...statement };
  return JSON.stringify({ version, statement: [one] });
}

async function made(RoleName: string, more: Body = {}): Promise<string> {
  const answer = await ok('CreateRole', { RoleName, PolicyDocument: trust(), ...more });
  return answer['RoleId'] as string;
}

async function shown(named: Body): Promise<Body> {
  return (await ok('GetRole', named))['RoleInfo'] as Body;
}

describe('CreateRole, GetRole, DescribeRoleList, DeleteRole', () => {
  test('a role is made, shown by id and by name, changed and deleted', async () => {
    const RoleId = await made('first', { Description: 'one', Tags: [{ Key: 'k', Value: 'v' }] });
    const role = await shown({ RoleName: 'first' });
    assert.deepEqual(await shown({ RoleId }), role);
    assert.deepEqual(
      [role['RoleId'], role['Description'], role['ConsoleLogin'], role['RoleType']],
      [RoleId, 'one', 0, 'user'],
    );
    assert.deepEqual(role['Tags'], [{ Key: 'k', Value: 'v' }]);
    assert.match(role['AddTime'] as string, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    const document = trust({ principal: { qcs: 'qcs::cam::uin/1:root' } });
    await ok('UpdateAssumeRolePolicy', { RoleId, PolicyDocument: document });
    await ok('UpdateRoleDescription', { RoleName: 'first', Description: '' });
    await ok('UpdateRoleConsoleLogin', { RoleId: Number(RoleId), ConsoleLogin: 1 });
    const changed = await shown({ RoleId });
    assert.deepEqual(
      [changed['PolicyDocument'], changed['Description'], changed['ConsoleLogin']],
      [document, '', 1],
    );
    await ok('DeleteRole', { RoleId });
    for (const action of ['GetRole', 'DeleteRole']) {
      assert.equal(await refusal(action, { RoleId }), 'InvalidParameter.RoleNotExist');
      assert.equal(await refusal(action, {}), 'InvalidParameter.ParamError');
    }
    const gone = 'InvalidParameter.RoleNotExist';
    const trusted = { RoleId, PolicyDocument: document };
    assert.equal(await refusal('UpdateAssumeRolePolicy', trusted), gone);
    assert.equal(await refusal('UpdateRoleDescription', { RoleId, Description: '' }), gone);
  });

  test('a list has pages, newest first, and is narrowed by tags', async () => {
    for (const name of ['l-1', 'l-2', 'l-3']) {
      await made(name, { Tags: [{ Key: 'list', Value: name === 'l-2' ? 'two' : 'other' }] });
    }
    const list = await ok('DescribeRoleList', { Page: 1, Rp: 2 });
    const names = (answer: Body) =>
      (answer['List'] as readonly Body[]).map((one) => one['RoleName']);
    assert.deepEqual(names(list), ['l-3', 'l-2']);
    assert.ok((list['TotalNum'] as number) >= 3);
    const Tags = [{ Key: 'list', Value: 'two' }];
    const tagged = await ok('DescribeRoleList', { Page: 1, Rp: 200, Tags });
    assert.deepEqual(names(tagged), ['l-2']);
    for (const page of [
      { Page: 0, Rp: 1 },
      { Page: 1, Rp: 201 },
    ]) {
      assert.equal(await refusal('DescribeRoleList', page), 'InvalidParameter.ParamError');
    }
  });

  test('names and documents that may not be', async () => {
    await made('taken+=,.@_-');
    for (const [given, code] of [
      [{ RoleName: 'taken+=,.@_-' }, 'RoleNameInUse'],
      [{ RoleName: 'with blank' }, 'RoleNameError'],
      [{ RoleName: 'a'.repeat(129) }, 'RoleNameError'],
      [{ PolicyDocument: 'no JSON' }, 'StatementError'],
      [{ PolicyDocument: trust({}, '1') }, 'VersionError'],
      [{ PolicyDocument: trust({ effect: 'deny' }) }, 'EffectError'],
      [{ PolicyDocument: trust({ action: 'cvm:*' }) }, 'ActionError'],
      [{ PolicyDocument: trust({ action: [] }) }, 'ActionMiss'],
      [{ PolicyDocument: trust({ principal: {} }) }, 'PrincipalError'],
      [{ PolicyDocument: trust({ condition: 1 }) }, 'ConditionError'],
      [{ Description: 'd'.repeat(1_001) }, 'DescriptionLengthOverlimit'],
      [{ SessionDuration: 43_201 }, 'ParamError'],
    ] as const) {
      const whole = { RoleName: 'never', PolicyDocument: trust(), ...given };
      assert.equal(await refusal('CreateRole', whole), `InvalidParameter.${code}`);
    }
    await made('a'.repeat(128), { Description: 'd'.repeat(1_000), SessionDuration: 43_200 });
    assert.equal(
      await refusal('UpdateAssumeRolePolicy', {
        RoleName: 'a'.repeat(128),
        PolicyDocument: trust().padEnd(6_145),
      }),
      'InvalidParameter.PolicyDocumentLengthOverLimit',
    );
  });

  test('an account may have so many', async () => {
    const other = await startTestCloud({ configuration: { rolesMax: 1 } });
    await other.ok('CreateRole', { RoleName: 'one', PolicyDocument: trust() }, CAM);
    const two = { RoleName: 'two', PolicyDocument: trust() };
    assert.equal(await other.refusal('CreateRole', two, CAM), 'InvalidParameter.RoleFull');
    await other.stop();
  });
});

test('policies are attached by name or id, and go with their role', async () => {
  const id = await made('with-policies');
  await ok('AttachRolePolicy', { AttachRoleId: id, PolicyId: 1 });
  await ok('AttachRolePolicy', {
    AttachRoleName: 'with-policies',
    PolicyName: 'QcloudCVMFullAccess',
  });
  const list = await ok('ListAttachedRolePolicies', { RoleId: id, Page: 1, Rp: 10 });
  const policies = list['List'] as ReadonlyArray<{ PolicyId: number; PolicyName: string }>;
  assert.deepEqual(
    policies.map(({ PolicyName }) => PolicyName),
    ['AdministratorAccess', 'QcloudCVMFullAccess'],
  );
  for (const [named, code] of [
    [{ PolicyId: 77 }, 'PolicyIdNotExist'],
    [{ PolicyName: 'mine' }, 'PolicyNameError'],
    [{}, 'ParamError'],
    [{ AttachRoleId: '1', PolicyId: 1 }, 'RoleNotExist'],
  ] as const) {
    const asked = { AttachRoleId: id, ...named };
    assert.equal(await refusal('AttachRolePolicy', asked), `InvalidParameter.${code}`);
  }
  await ok('DetachRolePolicy', { DetachRoleId: id, PolicyId: policies[1]?.PolicyId });
  await ok('DetachRolePolicy', { DetachRoleId: id, PolicyName: 'QcloudCVMFullAccess' });
  const left = await ok('ListAttachedRolePolicies', { RoleId: id, Page: 1, Rp: 10 });
  assert.equal(left['TotalNum'], 1);
  assert.equal(
    await refusal('DetachRolePolicy', { DetachRoleId: id, PolicyId: 77 }),
    'InvalidParameter.PolicyIdNotExist',
  );
  const one = await startTestCloud({ configuration: { rolePoliciesMax: 1 } });
  await one.ok('CreateRole', { RoleName: 'r', PolicyDocument: trust() }, CAM);
  await one.ok('AttachRolePolicy', { AttachRoleName: 'r', PolicyId: 1 }, CAM);
  assert.equal(
    await one.refusal('AttachRolePolicy', { AttachRoleName: 'r', PolicyId: 2 }, CAM),
    'InvalidParameter.AttachmentFull',
  );
  await one.stop();
  await ok('DeleteRole', { RoleId: id });
});

test('tags of a role', async () => {
  const RoleId = await made('tagged');
  await ok('TagRole', {
    RoleId,
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  });
  await ok('UntagRole', { RoleName: 'tagged', TagKeys: ['a'] });
  assert.deepEqual((await shown({ RoleId }))['Tags'], [{ Key: 'b', Value: '2' }]);
  const gone = 'InvalidParameter.RoleNotExist';
  const nobody = { RoleName: 'nobody' };
  assert.equal(await refusal('TagRole', { ...nobody, Tags: [{ Key: 'a', Value: '1' }] }), gone);
  assert.equal(await refusal('UntagRole', { ...nobody, TagKeys: ['a'] }), gone);
});

test('a launch takes roles of instances alone', async () => {
  await made('for-cvm');
  await made('for-users', {
    PolicyDocument: trust({ principal: { qcs: 'qcs::cam::uin/1:root' } }),
  });
  const [id = ''] = await cloud.launchRunning({ CamRoleName: 'for-cvm' });
  assert.equal((await cloud.show([id]))[0]?.['CamRoleName'], 'for-cvm');
  for (const CamRoleName of ['for-users', 'nobody']) {
    assert.equal(
      await cloud.refusal('RunInstances', { ...launchBody, CamRoleName }),
      'AuthFailure.CamRoleNameAuthenticateFailed',
    );
  }
});
