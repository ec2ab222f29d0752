import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { rootAccount } from '#resources/account/accounts.ts';
import {
  makeGroup,
  startTestCloud,
  VPC_VERSION,
  type GivenParameters,
} from '../../cloud.test-support.ts';

const cloud = await startTestCloud();
after(() => cloud.stop());

const api = { version: '2020-03-31', region: undefined };
const vpcApi = { version: VPC_VERSION };
const ok = (action: string, parameters: GivenParameters = {}) => cloud.ok(action, parameters, api);
const refusal = (action: string, parameters: GivenParameters = {}) =>
  cloud.refusal(action, parameters, api);

interface Group {
  readonly Id: string;
  readonly Name: string;
  readonly Status: string;
  readonly [field: string]: unknown;
}

async function list(parameters: GivenParameters = {}): Promise<readonly Group[]> {
  const answer = await ok('ListResourceGroups', parameters);
  return (answer['ResourceGroups'] as { readonly ResourceGroup: readonly Group[] }).ResourceGroup;
}
const names = async (parameters: GivenParameters = {}) =>
  (await list(parameters)).map(({ Name }) => Name);
const groupIn = (answer: object) => (answer as { readonly ResourceGroup: Group }).ResourceGroup;

const [first] = await list();
const standard = first?.Id ?? '';

describe('resource groups', () => {
  test('a default one is there, and others are made, shown, renamed and deleted', async () => {
    assert.deepEqual(await names(), ['default']);
    const made = groupIn(
      await ok('CreateResourceGroup', {
        Name: 'web',
        DisplayName: 'Web 前端',
        'Tag.1.Key': 'team',
        'Tag.1.Value': 'a',
      }),
    );
    assert.match(made.Id, /^rg-[a-z0-9]{20}$/);
    const { Id } = made;
    const shown = {
      Id,
      AccountId: rootAccount,
      Name: 'web',
      DisplayName: 'Web 前端',
      CreateDate: '2026-01-02T03:04:05Z',
      Status: 'OK',
    };
    const { RegionStatuses, ...rest } = made;
    assert.deepEqual(rest, shown);
    const { RegionStatus } = RegionStatuses as { readonly RegionStatus: readonly object[] };
    const here = { RegionId: 'cn-guangzhou', Status: 'OK' };
    assert.ok(RegionStatus.some((one) => JSON.stringify(one) === JSON.stringify(here)));
    const got = groupIn(await ok('GetResourceGroup', { ResourceGroupId: Id }));
    assert.deepEqual(got, { ...shown, RegionStatuses });
    const tags = { Tag: [{ TagKey: 'team', TagValue: 'a' }] };
    const tagged = groupIn(
      await ok('GetResourceGroup', { ResourceGroupId: Id, IncludeTags: true }),
    );
    assert.deepEqual(tagged['Tags'], tags);
    const renamed = await ok('UpdateResourceGroup', { ResourceGroupId: Id, NewDisplayName: 'W' });
    const { Status: _status, ...unchanged } = shown;
    assert.deepEqual(groupIn(renamed), { ...unchanged, DisplayName: 'W' });
    assert.deepEqual(await list({ Name: 'we' }), [{ ...shown, DisplayName: 'W' }]);
    assert.deepEqual(await list({ 'Tag.1.Key': 'team' }), [
      { ...shown, DisplayName: 'W', Tags: tags },
    ]);
    const deleted = groupIn(await ok('DeleteResourceGroup', { ResourceGroupId: Id }));
    assert.equal(deleted.Status, 'PendingDelete');
    assert.deepEqual(await names(), ['default']);
    const gone = '404 EntityNotExists.ResourceGroup';
    assert.equal(await refusal('GetResourceGroup', { ResourceGroupId: Id }), gone);
    assert.equal(await refusal('DeleteResourceGroup', { ResourceGroupId: Id }), gone);
    const rename = { ResourceGroupId: Id, NewDisplayName: 'x' };
    assert.equal(await refusal('UpdateResourceGroup', rename), gone);
  });

  test('lists are narrowed and paged', async () => {
    const [one, two] = [await makeGroup(cloud, 'list-1'), await makeGroup(cloud, 'list-2')];
    assert.deepEqual(await names({ Name: 'list' }), ['list-1', 'list-2']);
    assert.deepEqual(await names({ DisplayName: 'list-2' }), ['list-2']);
    assert.deepEqual(await names({ ResourceGroupId: one }), ['list-1']);
    const both = { ResourceGroupId: one, 'ResourceGroupIds.1': two };
    assert.deepEqual(await names(both), ['list-2'], 'the list goes before the one');
    assert.deepEqual(await names({ Status: 'Creating' }), []);
    assert.deepEqual(await names({ Status: 'OK', PageSize: 1, PageNumber: 2 }), ['list-1']);
    assert.deepEqual(await names({ ResourceGroupId: 'rg-x' }), []);
    assert.deepEqual(await names({ 'Tag.1.Key': 'never' }), []);
    const page = await ok('ListResourceGroups', { PageSize: 100 });
    assert.deepEqual([page['TotalCount'], page['PageNumber'], page['PageSize']], [3, 1, 100]);
    assert.equal(await refusal('ListResourceGroups', { PageSize: 101 }), '400 InvalidParameter');
    for (const ResourceGroupId of [one, two]) await ok('DeleteResourceGroup', { ResourceGroupId });
  });

  test('names are as the pages say', async () => {
    const made = (Name: string, DisplayName = 'x') =>
      refusal('CreateResourceGroup', { Name, DisplayName });
    const length = '400 InvalidParameter.Name.Length';
    assert.equal(await made('a'), length);
    assert.equal(await made('a'.repeat(51)), length);
    assert.equal(await made('1a'), '400 InvalidParameter.Name.InvalidChars');
    assert.equal(await made('a_b'), '400 InvalidParameter.Name.InvalidChars');
    const display = '400 InvalidParameter.DisplayName.Length';
    assert.equal(await made('ab', 'x'.repeat(51)), display);
    assert.equal(await made('default'), '409 EntityAlreadyExists.ResourceGroup');
    const missing = await refusal('CreateResourceGroup', { Name: 'ab' });
    assert.equal(missing, '400 MissingParameter.DisplayName');
    const long = { ResourceGroupId: standard, NewDisplayName: 'x'.repeat(51) };
    assert.equal(await refusal('UpdateResourceGroup', long), display);
    for (const Name of ['ab', 'a'.repeat(50)]) {
      const group = groupIn(
        await ok('CreateResourceGroup', { Name, DisplayName: '名'.repeat(50) }),
      );
      await ok('DeleteResourceGroup', { ResourceGroupId: group.Id });
    }
  });

  test('the default one stays as it is, and thirty may be beside it', async () => {
    const code = '400 InvalidParameter.ResourceGroupId';
    assert.equal(await refusal('DeleteResourceGroup', { ResourceGroupId: standard }), code);
    const rename = { ResourceGroupId: standard, NewDisplayName: 'x' };
    assert.equal(await refusal('UpdateResourceGroup', rename), code);
    const ids: string[] = [];
    for (let at = 0; at < 30; at += 1) ids.push(await makeGroup(cloud, `group-${at}`));
    const more = { Name: 'more', DisplayName: 'more' };
    assert.equal(await refusal('CreateResourceGroup', more), '409 LimitExceeded.ResourceGroup');
    for (const ResourceGroupId of ids) await ok('DeleteResourceGroup', { ResourceGroupId });
  });
});

describe('resources in groups', () => {
  const none = 'rg-aaaaaaaaaaaaaaaaaaaa';

  test('every creation is checked, shown and filtered by', async () => {
    const group = await makeGroup(cloud, 'own');
    const ResourceGroupId = group;
    const CidrBlock = '10.9.0.0/16';
    const { VpcId } = await cloud.ok('CreateVpc', { CidrBlock, ResourceGroupId }, vpcApi);
    const vpcs = async (id: string) => {
      const answer = await cloud.ok('DescribeVpcs', { ResourceGroupId: id }, vpcApi);
      const { Vpc } = answer['Vpcs'] as { readonly Vpc: readonly Group[] };
      return Vpc.map((one) => one['ResourceGroupId']);
    };
    assert.deepEqual(await vpcs(group), [group]);
    assert.deepEqual(await vpcs(none), []);
    assert.ok((await vpcs(standard)).every((id) => id === ''));
    const inVpc = { VpcId: String(VpcId) };
    const sg = await cloud.ok('CreateSecurityGroup', { ...inVpc, ResourceGroupId });
    const groups = await cloud.ok('DescribeSecurityGroups', { ResourceGroupId });
    assert.equal(groups['TotalCount'], 1);
    await cloud.ok('CreateKeyPair', { KeyPairName: 'own', ResourceGroupId });
    const [own = ''] = await cloud.launchRunning({ ResourceGroupId });
    const [plain = ''] = await cloud.launch();
    const instancesIn = async (id: string) => {
      const answer = await cloud.ok('DescribeInstances', { ResourceGroupId: id });
      const { Instance } = answer['Instances'] as {
        readonly Instance: ReadonlyArray<{ readonly InstanceId: string }>;
      };
      return Instance.map(({ InstanceId }) => InstanceId);
    };
    assert.deepEqual(await instancesIn(group), [own]);
    assert.deepEqual(await instancesIn(standard), [plain]);
    assert.deepEqual(await instancesIn(none), []);
    const code = '404 InvalidResourceGroup.NotFound';
    const lost = { ResourceGroupId: none };
    const pair = { KeyPairName: 'lost', ...lost };
    assert.equal(await cloud.refusal('CreateSecurityGroup', { ...inVpc, ...lost }), code);
    assert.match(await cloud.refusal('CreateKeyPair', pair), /^40\d Invalid/);
    const vpcCode = await cloud.refusal('CreateVpc', { CidrBlock, ...lost }, vpcApi);
    assert.equal(vpcCode, '400 InvalidResourceGroupId');
    assert.match(await cloud.refusal('RunInstances', await launchIn(none)), /^40\d Invalid/);
    const conflict = '409 DeleteConflict.ResourceGroup.Resource';
    assert.equal(await refusal('DeleteResourceGroup', { ResourceGroupId }), conflict);

    const join = (more: GivenParameters) =>
      cloud.ok('JoinResourceGroup', { ResourceGroupId: standard, ...more });
    await join({ ResourceType: 'securitygroup', ResourceId: String(sg['SecurityGroupId']) });
    await join({ ResourceType: 'keypair', ResourceId: 'own' });
    await join({ ResourceType: 'instance', ResourceId: own });
    assert.equal(await refusal('DeleteResourceGroup', { ResourceGroupId }), conflict);
    const move = { ResourceType: 'VPC', ResourceId: String(VpcId) };
    const to = { NewResourceGroupId: standard };
    await cloud.ok('MoveResourceGroup', { ...move, ...to }, vpcApi);
    assert.deepEqual(new Set(await instancesIn(standard)), new Set([own, plain]));
    await ok('DeleteResourceGroup', { ResourceGroupId });
  });

  test('JoinResourceGroup and MoveResourceGroup name what is wrong', async () => {
    const [own = ''] = await cloud.launch();
    const group = await makeGroup(cloud, 'wrong');
    const asked = { ResourceType: 'instance', ResourceId: own, ResourceGroupId: group };
    const refused = (more: GivenParameters) =>
      cloud.refusal('JoinResourceGroup', { ...asked, ...more });
    const lost = '404 InvalidResourceGroup.NotFound';
    assert.equal(await refused({ ResourceGroupId: none }), lost);
    assert.equal(await refused({ ResourceId: 'i-x' }), '404 InvalidResourceId.NotFound');
    const type = '404 InvalidResourceType.NotFound';
    assert.equal(await refused({ ResourceType: 'volume' }), type);
    const disk = { ResourceType: 'snapshot', ResourceId: 's-x' };
    assert.equal(await refused(disk), '404 InvalidResourceId.NotFound');
    const missing = await cloud.refusal('JoinResourceGroup', { ResourceId: own });
    assert.equal(missing, '403 MissingParameter');
    const away = await cloud.refusal('JoinResourceGroup', asked, { region: 'cn-shanghai' });
    assert.equal(away, '404 InvalidResourceId.NotFound');
    const move = { ResourceType: 'vpc', ResourceId: 'vpc-x', NewResourceGroupId: group };
    const moved = (more: GivenParameters) =>
      cloud.refusal('MoveResourceGroup', { ...move, ...more }, vpcApi);
    assert.equal(await moved({}), '400 InvalidResourceId.NotFound');
    assert.equal(await moved({ ResourceType: 'x' }), '400 IllegalParam.ResourceType');
    assert.equal(await moved({ ResourceType: 'HaVip' }), '400 InvalidResourceId.NotFound');
    const { vpc: ResourceId } = await cloud.network('10.78.0.0/16');
    const lostGroup = { ResourceId, NewResourceGroupId: none };
    assert.equal(await moved(lostGroup), '400 InvalidResourceGroupId');
  });
});

async function launchIn(ResourceGroupId: string): Promise<GivenParameters> {
  const { vSwitch, group } = await cloud.network('10.77.0.0/16');
  const ImageId = 'ubuntu_22_04_x64_20G_alibase_20230613.vhd';
  const type = { ImageId, InstanceType: 'ecs.g6.large' };
  return { ...type, VSwitchId: vSwitch, SecurityGroupId: group, ResourceGroupId };
}
