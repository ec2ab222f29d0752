import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  IMAGE,
  startTestCloud,
  type TestCloud,
  type TestNetwork,
} from '../../cloud.test-support.ts';

let cloud: TestCloud;
let network: TestNetwork;
let template: string;
before(async () => {
  cloud = await startTestCloud();
  network = await cloud.network('10.3.0.0/16');
  const made = await cloud.ok('CreateLaunchTemplate', {
    LaunchTemplateName: 'for-groups',
    ImageId: IMAGE,
    SecurityGroupId: network.group,
  });
  template = made['LaunchTemplateId'] as string;
});
after(() => cloud.stop());

interface Shown {
  readonly [field: string]: unknown;
}

function listIn(answer: Shown, list: string, item: string): readonly Shown[] {
  return (answer[list] as Readonly<Record<string, readonly Shown[]>>)[item] ?? [];
}

const pool = (at: number, InstanceType: string, more: GivenParameters = {}): GivenParameters =>
  Object.fromEntries(
    Object.entries({ InstanceType, VSwitchId: network.vSwitch, MaxPrice: 100, ...more }).map(
      ([name, value]) => [`LaunchTemplateConfig.${at}.${name}`, value],
    ),
  );

const instant = (more: GivenParameters = {}): GivenParameters => ({
  AutoProvisioningGroupType: 'instant',
  TotalTargetCapacity: '2',
  LaunchTemplateId: template,
  ...pool(1, 'ecs.g6.large'),
  ...more,
});

async function created(more: GivenParameters = {}) {
  const answer = await cloud.ok('CreateAutoProvisioningGroup', instant(more));
  const results = listIn(answer, 'LaunchResults', 'LaunchResult');
  const ids = results.flatMap(
    ({ InstanceIds }) => (InstanceIds as { readonly InstanceId: readonly string[] }).InstanceId,
  );
  return { group: answer['AutoProvisioningGroupId'] as string, results, ids };
}

async function groups(asked: GivenParameters = {}): Promise<readonly Shown[]> {
  const answer = await cloud.ok('DescribeAutoProvisioningGroups', asked);
  return listIn(answer, 'AutoProvisioningGroups', 'AutoProvisioningGroup');
}

describe('CreateAutoProvisioningGroup', () => {
  test('an instant group answers what it has launched', async () => {
    const { group, results, ids } = await created({
      DefaultTargetCapacityType: 'PayAsYouGo',
      AutoProvisioningGroupName: 'first',
    });
    assert.match(group, /^apg-[a-z0-9]{20}$/);
    assert.deepEqual(
      results.map(({ Amount, ErrorCode, InstanceType, SpotStrategy, ZoneId }) => [
        Amount,
        ErrorCode,
        InstanceType,
        SpotStrategy,
        ZoneId,
      ]),
      [[2, '', 'ecs.g6.large', 'NoSpot', 'cn-guangzhou-a']],
    );
    await cloud.passTime(2_000);
    const shown = await cloud.show(ids);
    assert.deepEqual(
      shown.map(({ Status }) => Status),
      ['Running', 'Running'],
    );
    const [one] = await groups({ 'AutoProvisioningGroupId.1': group });
    assert.deepEqual(
      [one?.['AutoProvisioningGroupName'], one?.['State'], one?.['Status']],
      ['first', 'fulfilled', 'active'],
    );
    const capacity = one?.['CapacitySpecification'] as Shown;
    assert.deepEqual([capacity['PayAsYouGoCapacity'], capacity['TotalCapacity']], [2, 2]);
    const listed = await cloud.ok('DescribeAutoProvisioningGroupInstances', {
      AutoProvisioningGroupId: group,
    });
    assert.deepEqual(
      listIn(listed, 'Instances', 'Instance').map(({ InstanceId, IsSpot }) => [InstanceId, IsSpot]),
      ids.map((id) => [id, false]),
    );
    const history = await cloud.ok('DescribeAutoProvisioningGroupHistory', {
      AutoProvisioningGroupId: group,
    });
    const [task] = listIn(
      history,
      'AutoProvisioningGroupHistories',
      'AutoProvisioningGroupHistory',
    );
    assert.equal(task?.['Status'], 'success');
    assert.match(JSON.stringify(task?.['ActivityDetails']), /New ECS instances/);
  });

  test('weights count, and the two ways of paying are kept apart', async () => {
    const { results } = await created({
      TotalTargetCapacity: '7',
      PayAsYouGoTargetCapacity: '2',
      SpotTargetCapacity: '4',
      DefaultTargetCapacityType: 'Spot',
      ...pool(1, 'ecs.g6.large', { WeightedCapacity: 2 }),
    });
    assert.deepEqual(
      results.map(({ Amount, SpotStrategy }) => [Amount, SpotStrategy]),
      [
        [1, 'NoSpot'],
        [3, 'SpotWithPriceLimit'],
      ],
    );
    await cloud.passTime(2_000);
  });

  test('the priorities, the prices and an even spread decide where', async () => {
    const two = {
      ...pool(1, 'ecs.g6.xlarge', { Priority: 2 }),
      ...pool(2, 'ecs.g6.large', { Priority: 1 }),
      DefaultTargetCapacityType: 'PayAsYouGo',
    };
    const types = async (more: GivenParameters) => {
      const { results } = await created({ ...two, ...more });
      return results.map(({ InstanceType, Amount }) => [InstanceType, Amount]);
    };
    const large = [['ecs.g6.large', 2]];
    assert.deepEqual(await types({}), large);
    assert.deepEqual(await types({ PayAsYouGoAllocationStrategy: 'prioritized' }), large);
    const first = pool(1, 'ecs.g6.xlarge', { Priority: 0 });
    assert.deepEqual(await types({ ...first, PayAsYouGoAllocationStrategy: 'prioritized' }), [
      ['ecs.g6.xlarge', 2],
    ]);
    const spot = { DefaultTargetCapacityType: 'Spot', SpotAllocationStrategy: 'diversified' };
    assert.deepEqual(await types(spot), [
      ['ecs.g6.xlarge', 1],
      ['ecs.g6.large', 1],
    ]);
    await cloud.passTime(2_000);
  });

  test('what a pool cannot carry goes to the next, and is told of', async () => {
    const { results } = await created({
      DefaultTargetCapacityType: 'PayAsYouGo',
      PayAsYouGoAllocationStrategy: 'prioritized',
      ...pool(1, 'ecs.none.large', { Priority: 0 }),
      ...pool(2, 'ecs.g6.large', { Priority: 1 }),
    });
    assert.deepEqual(
      results.map(({ Amount }) => Amount),
      [0, 2],
    );
    assert.match(results[0]?.['ErrorCode'] as string, /^InvalidInstanceType/);
    assert.notEqual(results[0]?.['ErrorMsg'], '');
    await cloud.passTime(2_000);
  });

  test('a hundred and fifty at once, from a configuration of its own', async () => {
    const { LaunchTemplateId: _template, ...rest } = instant({
      TotalTargetCapacity: '150',
      DefaultTargetCapacityType: 'PayAsYouGo',
      'LaunchConfiguration.ImageId': IMAGE,
      'LaunchConfiguration.SecurityGroupId': network.group,
      'LaunchConfiguration.SystemDiskSize': 40,
      'LaunchConfiguration.InstanceName': 'many',
      'LaunchConfiguration.Tag.1.Key': 'k',
      'LaunchConfiguration.Tag.1.Value': 'v',
    });
    const large = await startTestCloud({ configuration: { instancesPerZoneMax: 200 } });
    const own = await large.network('10.4.0.0/16');
    const answer = await large.ok('CreateAutoProvisioningGroup', {
      ...rest,
      'LaunchTemplateConfig.1.VSwitchId': own.vSwitch,
      'LaunchConfiguration.SecurityGroupId': own.group,
    });
    const [result] = listIn(answer, 'LaunchResults', 'LaunchResult');
    assert.deepEqual([result?.['Amount'], result?.['ErrorCode']], [150, '']);
    await large.passTime(5_000);
    const tagged = await large.ok('DescribeInstances', { 'Tag.1.Key': 'k', PageSize: 1 });
    assert.equal(tagged['TotalCount'], 150);
    await large.stop();
  });

  test('a token makes one group, and a request says nothing of its instances', async () => {
    const asked = instant({
      ClientToken: 'once',
      AutoProvisioningGroupType: 'request',
      DefaultTargetCapacityType: 'PayAsYouGo',
    });
    const first = await cloud.ok('CreateAutoProvisioningGroup', asked);
    assert.deepEqual(listIn(first, 'LaunchResults', 'LaunchResult'), []);
    const again = await cloud.ok('CreateAutoProvisioningGroup', asked);
    assert.equal(again['AutoProvisioningGroupId'], first['AutoProvisioningGroupId']);
    const other = { ...asked, TotalTargetCapacity: '3' };
    assert.equal(await cloud.refusal('CreateAutoProvisioningGroup', other), '400 InvalidParameter');
    await cloud.passTime(2_000);
  });

  test('what cannot be', async () => {
    const { LaunchTemplateId: _template, ...bare } = instant();
    for (const [given, code] of [
      [bare, '400 MissingParameter'],
      [instant({ TotalTargetCapacity: '0' }), '400 InvalidParameter'],
      [instant({ TotalTargetCapacity: '1001' }), '400 InvalidParameter'],
      [instant({ TotalTargetCapacity: 'two' }), '400 InvalidParameter'],
      [instant({ PayAsYouGoTargetCapacity: '2', SpotTargetCapacity: '1' }), '400 InvalidParameter'],
      [instant({ AutoProvisioningGroupType: 'maintain' }), '400 InvalidParameter'],
      [instant({ AutoProvisioningGroupName: '1st' }), '400 InvalidParameter'],
      [instant({ ValidFrom: '2030-01-01T00:00:00Z' }), '400 InvalidParameter'],
      [
        instant({ ExcessCapacityTerminationPolicy: 'never' }),
        '400 InvalidFleetExcessCapacityTerminationPolicy.ValueNotSupported',
      ],
      [{ ...instant(), 'LaunchTemplateConfig.1.VSwitchId': '' }, '400 MissingParameter'],
    ] as const) {
      assert.equal(
        await cloud.refusal('CreateAutoProvisioningGroup', given),
        code,
        JSON.stringify(given),
      );
    }
  });
});

describe('ModifyAutoProvisioningGroup and DeleteAutoProvisioningGroup', () => {
  test('a group that has delivered keeps its capacity', async () => {
    const { group } = await created({ DefaultTargetCapacityType: 'PayAsYouGo' });
    const named = { AutoProvisioningGroupId: group };
    await cloud.ok('ModifyAutoProvisioningGroup', {
      ...named,
      AutoProvisioningGroupName: 'renamed',
      ExcessCapacityTerminationPolicy: 'termination',
      TotalTargetCapacity: '2',
      MaxSpotPrice: 0.5,
    });
    const [shown] = await groups({ AutoProvisioningGroupName: 'renamed' });
    assert.deepEqual(
      [shown?.['ExcessCapacityTerminationPolicy'], shown?.['MaxSpotPrice']],
      ['termination', 0.5],
    );
    const larger = { ...named, TotalTargetCapacity: '3' };
    assert.equal(await cloud.refusal('ModifyAutoProvisioningGroup', larger), '400 OperationDenied');
    await cloud.passTime(2_000);
  });

  test('a group goes with its instances, or leaves them', async () => {
    const kept = await created({ DefaultTargetCapacityType: 'PayAsYouGo' });
    const gone = await created({ DefaultTargetCapacityType: 'PayAsYouGo' });
    await cloud.passTime(2_000);
    await cloud.ok('DeleteAutoProvisioningGroup', {
      AutoProvisioningGroupId: kept.group,
      TerminateInstances: false,
    });
    await cloud.ok('DeleteAutoProvisioningGroup', {
      AutoProvisioningGroupId: gone.group,
      TerminateInstances: true,
    });
    await cloud.passTime(60_000);
    assert.equal((await cloud.show(kept.ids)).length, 2);
    assert.equal((await cloud.show(gone.ids)).length, 0);
    for (const action of [
      'DescribeAutoProvisioningGroupInstances',
      'DescribeAutoProvisioningGroupHistory',
      'ModifyAutoProvisioningGroup',
    ]) {
      const named = { AutoProvisioningGroupId: gone.group };
      assert.equal(await cloud.refusal(action, named), '400 InvalidParameter');
    }
    assert.deepEqual(await groups({ 'AutoProvisioningGroupId.1': gone.group }), []);
  });
});
