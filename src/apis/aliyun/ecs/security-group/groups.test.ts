import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type GivenParameters, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ configuration: { securityGroupsPerRegionMax: 12 } });
});
after(() => cloud.stop());

const UNKNOWN = 'sg-000000000000000000zz';

async function make(parameters: GivenParameters = {}): Promise<string> {
  const { SecurityGroupId } = await cloud.ok('CreateSecurityGroup', parameters);
  return SecurityGroupId as string;
}

interface Shown {
  readonly SecurityGroupId: string;
  readonly [field: string]: unknown;
}

async function list(parameters: GivenParameters = {}): Promise<readonly Shown[]> {
  const { SecurityGroups } = await cloud.ok('DescribeSecurityGroups', parameters);
  return (SecurityGroups as { readonly SecurityGroup: readonly Shown[] }).SecurityGroup;
}

describe('groups of the classic network', () => {
  test('a group without a VpcId belongs to no network, and no instance can be in it', async () => {
    const classic = await make({ SecurityGroupName: 'classic' });
    const [shown] = await list({ SecurityGroupId: classic });
    assert.equal(shown?.['VpcId'], '');
    const { vpc, vSwitch, group } = await cloud.network();
    const ids = async (parameters: GivenParameters) =>
      (await list(parameters)).map(({ SecurityGroupId }) => SecurityGroupId);
    assert.deepEqual(await ids({ NetworkType: 'classic' }), [classic]);
    assert.ok((await ids({ NetworkType: 'vpc' })).includes(group));
    assert.ok(!(await ids({ NetworkType: 'vpc' })).includes(classic));
    assert.deepEqual(await ids({ VpcId: vpc }), [group]);
    assert.deepEqual(await ids({ VpcId: vpc, NetworkType: 'classic' }), []);
    const launch = {
      ImageId: 'ubuntu_22_04_x64_20G_alibase_20230613.vhd',
      InstanceType: 'ecs.g6.large',
      VSwitchId: vSwitch,
      SecurityGroupId: classic,
    };
    assert.equal(
      await cloud.refusal('RunInstances', launch),
      '400 InvalidSecurityGroup.NetworkType',
    );
    const created = await cloud.refusal('CreateInstance', launch);
    assert.equal(created, '400 InvalidSecurityGroup.NetworkType');
    const [id = ''] = await cloud.launchRunning({ VSwitchId: vSwitch, SecurityGroupId: group });
    const join = { InstanceId: id, SecurityGroupId: classic };
    assert.equal(await cloud.refusal('JoinSecurityGroup', join), '400 InvalidInstanceId.Mismatch');
    await cloud.ok('DeleteSecurityGroup', { SecurityGroupId: classic });
  });

  test('an advanced group belongs to a network', async () => {
    const advanced = { SecurityGroupType: 'enterprise' };
    const code = await cloud.refusal('CreateSecurityGroup', advanced);
    assert.equal(code, '400 InvalidParams.VpcIdGroupType');
    const { vpc } = await cloud.network('10.2.0.0/16');
    await make({ ...advanced, VpcId: vpc });
  });
});

describe('CreateSecurityGroup', () => {
  test('refuses what its page refuses', async () => {
    const cases: ReadonlyArray<readonly [string, GivenParameters]> = [
      ['400 InvalidSecurityGroupName.Malformed', { SecurityGroupName: 'a' }],
      ['400 InvalidSecurityGroupName.Malformed', { SecurityGroupName: 'a'.repeat(129) }],
      ['400 InvalidSecurityGroupName.Malformed', { SecurityGroupName: '1st' }],
      ['400 InvalidDescription.Malformed', { Description: 'http://x' }],
      ['400 InvalidDescription.Malformed', { Description: 'x' }],
      ['400 InvalidParams.GroupType', { SecurityGroupType: 'large' }],
      ['404 InvalidVpcId.NotFound', { VpcId: 'vpc-000000000000000000zz' }],
      ['400 Duplicate.TagKey', { 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }],
      ['400 InvalidTagKey.Malformed', { 'Tag.1.Key': 'acs:a' }],
      ['400 InvalidTagValue.Malformed', { 'Tag.1.Key': 'a', 'Tag.1.Value': 'a'.repeat(129) }],
      [
        '403 QuotaExceed.Tags',
        Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`Tag.${i + 1}.Key`, `k${i}`])),
      ],
    ];
    for (const [code, parameters] of cases) {
      assert.equal(await cloud.refusal('CreateSecurityGroup', parameters), code);
    }
    await make({ SecurityGroupName: 'a'.repeat(128), Description: 'x'.repeat(256) });
    await make({ SecurityGroupName: 'a2:_.-', Description: 'xy' });
  });

  test('twelve groups, and not one more', async () => {
    for (let there = (await list({ PageSize: 50 })).length; there < 12; there += 1) await make();
    assert.equal(await cloud.refusal('CreateSecurityGroup'), '403 QuotaExceed.SecurityGroup');
    for (const { SecurityGroupId } of await list({ SecurityGroupName: '' })) {
      await cloud.call('DeleteSecurityGroup', { SecurityGroupId });
    }
  });
});

describe('ModifySecurityGroupAttribute', () => {
  const modify = (group: string, more: GivenParameters) =>
    cloud.ok('ModifySecurityGroupAttribute', { SecurityGroupId: group, ...more });

  test('changes what is given and leaves the rest', async () => {
    const group = await make({ SecurityGroupName: 'before', Description: 'as it was' });
    const shown = async () => {
      const [one] = await list({ SecurityGroupId: group });
      return [one?.['SecurityGroupName'], one?.['Description']];
    };
    await modify(group, { SecurityGroupName: 'after' });
    assert.deepEqual(await shown(), ['after', 'as it was']);
    await modify(group, { Description: 'another' });
    assert.deepEqual(await shown(), ['after', 'another']);
    await modify(group, {});
    assert.deepEqual(await shown(), ['after', 'another']);
    assert.equal((await list({ SecurityGroupName: 'after' })).length, 1);
    assert.equal((await list({ SecurityGroupName: 'before' })).length, 0);
  });

  test('refuses what its page refuses', async () => {
    const group = await make({ SecurityGroupName: 'stays' });
    const refused = (more: GivenParameters) =>
      cloud.refusal('ModifySecurityGroupAttribute', { SecurityGroupId: group, ...more });
    const name = '400 InvalidSecurityGroupName.Malformed';
    assert.equal(await refused({ SecurityGroupName: 'a' }), name);
    assert.equal(await refused({ SecurityGroupName: 'http://x' }), name);
    const description = '400 InvalidSecurityGroupDiscription.Malformed';
    assert.equal(await refused({ Description: 'https://x' }), description);
    assert.equal(await refused({ Description: 'x' }), description);
    const unknown = '404 InvalidSecurityGroupId.NotFound';
    assert.equal(await refused({ SecurityGroupId: UNKNOWN }), unknown);
    assert.equal(await refused({ RegionId: 'cn-shanghai', Description: 'xy' }), unknown);
    const [shown] = await list({ SecurityGroupId: group });
    assert.equal(shown?.['SecurityGroupName'], 'stays');
  });
});
