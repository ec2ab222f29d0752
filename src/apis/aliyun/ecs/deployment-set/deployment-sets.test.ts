import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { defaultConfiguration } from '#drivers/simulator/configuration.ts';
import { startTestCloud, type GivenParameters, type TestCloud } from '../../cloud.test-support.ts';

// Four hosts in the zone that is launched into: racks of two, a switch for each.
let cloud: TestCloud;
before(async () => {
  const size = { perZone: 4, cpu: 64, perRack: 2, racksPerSwitch: 1 };
  const hosts = { ...defaultConfiguration.hosts, ...size };
  cloud = await startTestCloud({
    simulation: { ...defaultConfiguration, hosts },
    configuration: { placementGroupsPerRegionMax: 4, placementGroupRackMembersMax: 3 },
  });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

async function made(given: GivenParameters = {}): Promise<string> {
  return String((await cloud.ok('CreateDeploymentSet', given))['DeploymentSetId']);
}

async function listed(given: GivenParameters = {}): Promise<readonly Item[]> {
  const { DeploymentSets } = await cloud.ok('DescribeDeploymentSets', given);
  return (DeploymentSets as { readonly DeploymentSet: readonly Item[] }).DeploymentSet;
}

const one = async (id: string) => (await listed({ DeploymentSetIds: JSON.stringify([id]) }))[0];

const launch = (DeploymentSetId: string, Amount: number, given: GivenParameters = {}) =>
  cloud.launchRunning({ DeploymentSetId, Amount, ...given });

async function end(ids: readonly string[]): Promise<void> {
  for (const InstanceId of ids) await cloud.ok('DeleteInstance', { InstanceId, Force: true });
  await cloud.passTime(120_000);
}

const remove = (DeploymentSetId: string) => cloud.ok('DeleteDeploymentSet', { DeploymentSetId });

describe('A deployment set', () => {
  test('is made with its defaults, shown, changed and deleted', async () => {
    const id = await made();
    assert.match(id, /^ds-[a-z0-9]{20}$/);
    const { Capacities, ...shown } = (await one(id)) ?? {};
    assert.deepEqual(shown, {
      AccountId: shown['AccountId'],
      DeploymentSetId: id,
      DeploymentSetName: '',
      DeploymentSetDescription: '',
      DeploymentStrategy: 'Availability',
      Strategy: 'StrictDispersion',
      Domain: 'Default',
      Granularity: 'Host',
      Type: 'host',
      Affinity: 1,
      GroupCount: 0,
      CreationTime: '2026-01-02T03:04:05Z',
      InstanceAmount: 0,
      InstanceIds: { InstanceId: [] },
    });
    const [capacity] = (Capacities as { Capacity: Item[] }).Capacity;
    assert.deepEqual([capacity?.['UsedAmount'], capacity?.['AvailableAmount']], [0, 50]);
    const change = { DeploymentSetId: id, DeploymentSetName: 'apart', Description: 'for tests' };
    await cloud.ok('ModifyDeploymentSetAttribute', change);
    const named = await listed({ DeploymentSetName: 'apart', Strategy: 'Availability' });
    assert.deepEqual(
      named.map((each) => each['DeploymentSetDescription']),
      ['for tests'],
    );
    assert.deepEqual(await listed({ DeploymentSetName: 'other' }), []);
    assert.deepEqual(await listed({ Strategy: 'LowLatency' }), []);
    assert.deepEqual(await listed({ Type: 'rack' }), []);
    await remove(id);
    assert.equal(await one(id), undefined);
  });

  test('is refused with the codes of its pages', async () => {
    const create = (given: GivenParameters) => cloud.refusal('CreateDeploymentSet', given);
    const name = '400 InvalidDeploymentSetName.Malformed';
    for (const DeploymentSetName of ['x', '1st', 'http://a', 'a'.repeat(129)]) {
      assert.equal(await create({ DeploymentSetName }), name);
    }
    assert.equal(await create({ Description: 'x' }), '400 InvalidDescription.Malformed');
    assert.equal(await create({ Strategy: 'Any' }), '400 InvalidParameter.Strategy');
    assert.equal(await create({ Type: 'room' }), '400 InvalidParameter.granularity');
    assert.equal(await create({ Affinity: 11 }), '400 InvalidParameter.Strategy');
    const tooMany = { Strategy: 'AvailabilityGroup', GroupCount: 8 };
    assert.equal(await create(tooMany), '400 InvalidParameter.Strategy');
    const ids = [await made(), await made(), await made(), await made()];
    assert.equal(await create({}), '400 DEPLOYMENTSET.QUOTA_FULL');
    for (const id of ids) await remove(id);
    const gone = { DeploymentSetId: ids[0] ?? '' };
    assert.equal(
      await cloud.refusal('ModifyDeploymentSetAttribute', { ...gone, DeploymentSetName: 'aa' }),
      '400 InvalidDeploymentSetId.NotFound',
    );
    assert.equal(
      await cloud.refusal('DeleteDeploymentSet', gone),
      '400 InvalidDeploymentSetId.NotFound',
    );
    const many = JSON.stringify(Array.from({ length: 101 }, (_, index) => `ds-${index}`));
    assert.equal(
      await cloud.refusal('DescribeDeploymentSets', { DeploymentSetIds: many }),
      '403 InvalidDeploymentSetIds.TooManyInput',
    );
  });

  test('tells which families may be in it', async () => {
    const answer = await cloud.ok('DescribeDeploymentSetSupportedInstanceTypeFamily');
    assert.ok(String(answer['InstanceTypeFamilies']).split(',').includes('ecs.g6'));
  });
});

describe('Instances of a deployment set', () => {
  test('are each on a host of their own, until there is none left', async () => {
    const id = await made();
    const ids = await launch(id, 4);
    assert.equal((await cloud.show(ids))[0]?.['DeploymentSetId'], id);
    assert.equal((await one(id))?.['InstanceAmount'], 4);
    const full = { DeploymentSetId: id };
    await assert.rejects(cloud.launch(full), /OperationDenied\.NoStock/);
    assert.equal(
      await cloud.refusal('DeleteDeploymentSet', full),
      '403 DependencyViolation.NotEmpty',
    );
    await end(ids);
    await remove(id);
  });

  test('are in groups that share no rack', async () => {
    const id = await made({ Strategy: 'AvailabilityGroup', GroupCount: 2, Type: 'rack' });
    const ids = await launch(id, 2);
    const numbers = (await cloud.show(ids)).map((each) => Number(each['DeploymentSetGroupNo']));
    assert.deepEqual(numbers.toSorted(), [1, 2]);
    await assert.rejects(
      cloud.launch({ DeploymentSetId: id, DeploymentSetGroupNo: 3 }),
      /InvalidParameter\.DeploymentSetGroupNo/,
    );
    const third = await launch(id, 1, { DeploymentSetGroupNo: 2 });
    assert.equal((await cloud.show(third))[0]?.['DeploymentSetGroupNo'], 2);
    await assert.rejects(
      cloud.launch({ DeploymentSetId: id }),
      /QuotaExceed\.DeploymentSetInstanceQuotaFull/,
    );
    await end([...ids, ...third]);
    await remove(id);
  });

  test('of low latency are behind one switch', async () => {
    const id = await made({ Strategy: 'LowLatency' });
    const ids = await launch(id, 10, { InstanceType: 'ecs.g6.2xlarge' });
    // A switch has two hosts of 64 vCPUs, so 16 such instances; the zone has more room.
    await assert.rejects(
      cloud.launch({ DeploymentSetId: id, Amount: 7, InstanceType: 'ecs.g6.2xlarge' }),
      /OperationDenied\.NoStock/,
    );
    const more = await launch(id, 6, { InstanceType: 'ecs.g6.2xlarge' });
    await end([...ids, ...more]);
    await remove(id);
  });
});

describe('ModifyInstanceDeployment', () => {
  test('puts an instance into a set and takes it out of it', async () => {
    const [first, second] = [await made(), await made({ Affinity: 10 })];
    const members = await launch(first, 4);
    const [free = ''] = await cloud.launchRunning();
    const action = 'ModifyInstanceDeployment';
    const join = { InstanceId: free, DeploymentSetId: first };
    assert.equal(await cloud.refusal(action, join), '403 OperationDenied.NoStock');
    assert.equal(
      await cloud.refusal(action, { ...join, Force: true }),
      '403 OperationDenied.NoStock',
    );
    await cloud.ok(action, { ...join, DeploymentSetId: second });
    await cloud.ok(action, { ...join, DeploymentSetId: second });
    assert.equal((await cloud.show([free]))[0]?.['DeploymentSetId'], second);
    assert.equal(
      await cloud.refusal(action, { ...join, RemoveFromDeploymentSet: true }),
      '400 InvalidDeploymentSetId.NotFound',
    );
    const leave = { ...join, DeploymentSetId: second, RemoveFromDeploymentSet: true };
    await cloud.ok(action, leave);
    assert.equal((await cloud.show([free]))[0]?.['DeploymentSetId'], '');
    await end(members.slice(0, 1));
    await cloud.ok(action, { ...join, Force: true });
    await cloud.passTime(120_000);
    const [moved] = await cloud.show([free]);
    assert.deepEqual([moved?.Status, moved?.['DeploymentSetId']], ['Running', first]);
    await end([...members.slice(1), free]);
    await remove(first);
    await remove(second);
  });

  test('is refused where nothing of the name is there', async () => {
    const [free = ''] = await cloud.launchRunning();
    const action = 'ModifyInstanceDeployment';
    const DeploymentSetId = 'ds-00000000000000000000';
    assert.equal(
      await cloud.refusal(action, { InstanceId: free, DeploymentSetId }),
      '400 InvalidDeploymentSetId.NotFound',
    );
    assert.equal(
      await cloud.refusal(action, { InstanceId: free, DedicatedHostId: 'dh-1' }),
      '404 InvalidDedicatedHostId.NotFound',
    );
    assert.equal(
      await cloud.refusal(action, { InstanceId: 'i-nothing', DeploymentSetId }),
      '404 InvalidInstanceId.NotFound',
    );
    await end([free]);
  });
});
