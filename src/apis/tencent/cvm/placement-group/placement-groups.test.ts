import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { defaultConfiguration } from '#drivers/simulator/configuration.ts';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

// Four hosts in guangzhou-3: racks of two, both behind one switch.
let cloud: TestCloud;
before(async () => {
  const hosts = {
    ...defaultConfiguration.hosts,
    zones: { 'guangzhou-3': { perZone: 4, cpu: 64, perRack: 2, racksPerSwitch: 2 } },
  };
  cloud = await startTestCloud({
    simulation: { ...defaultConfiguration, hosts },
    configuration: { placementGroupsPerRegionMax: 12, placementGroupRackMembersMax: 3 },
  });
});
after(() => cloud.stop());

const SETTLED_MS = 120_000;
const SPREAD_NO_FURTHER = 'LimitExceeded.DisasterRecoverGroup';
const FULL = 'ResourceInsufficient.DisasterRecoverGroupCvmQuota';

async function made(body: object = {}): Promise<string> {
  const asked = { Name: 'apart', Type: 'HOST', ...body };
  return String((await cloud.ok('CreateDisasterRecoverGroup', asked))['DisasterRecoverGroupId']);
}

async function shown(id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const body = { DisasterRecoverGroupIds: [id] };
  const { DisasterRecoverGroupSet } = await cloud.ok('DescribeDisasterRecoverGroups', body);
  return (DisasterRecoverGroupSet as ReadonlyArray<Record<string, unknown>>)[0];
}

const into = (id: string, body: object = {}) => ({
  ...launchBody,
  DisasterRecoverGroupIds: [id],
  ...body,
});

const launch = (id: string, InstanceCount: number, body: object = {}) =>
  cloud.launchRunning(into(id, { InstanceCount, ...body }));

async function end(ids: readonly string[]): Promise<void> {
  await cloud.ok('TerminateInstances', { InstanceIds: ids });
  await cloud.passTime(SETTLED_MS);
}

describe('A placement group', () => {
  test('is made, shown, named anew and deleted', async () => {
    const Tags = [{ Key: 'for', Value: 'databases' }];
    const answer = await cloud.ok('CreateDisasterRecoverGroup', {
      Name: '物理机容灾组',
      Type: 'SW',
      Affinity: 3,
      TagSpecification: [{ ResourceType: 'ps', Tags }],
    });
    const { RequestId: _, DisasterRecoverGroupId: id, ...rest } = answer;
    assert.match(String(id), /^ps-[a-z0-9]{8}$/);
    const both = {
      Type: 'SW',
      Name: '物理机容灾组',
      CvmQuotaTotal: 20,
      CurrentNum: 0,
      CreateTime: '2026-01-02T03:04:05Z',
      Strategy: 'SPREAD',
    };
    assert.deepEqual(rest, both);
    const also = { DisasterRecoverGroupId: id, InstanceIds: [], Affinity: 3, Tags };
    assert.deepEqual(await shown(String(id)), { ...both, ...also });
    await cloud.ok('ModifyDisasterRecoverGroupAttribute', {
      DisasterRecoverGroupId: id,
      Name: 'switches',
      Affinity: 10,
    });
    const named = await shown(String(id));
    assert.deepEqual([named?.['Name'], named?.['Affinity']], ['switches', 10]);
    const byName = async (Name: string) =>
      (await cloud.ok('DescribeDisasterRecoverGroups', { Name }))['TotalCount'];
    assert.equal(await byName('itche'), 1);
    assert.equal(await byName('elsewhere'), 0);
    const Filters = [{ Name: 'tag:for', Values: ['databases'] }];
    const tagged = await cloud.ok('DescribeDisasterRecoverGroups', { Filters });
    assert.equal(tagged['TotalCount'], 1);
    await cloud.ok('DeleteDisasterRecoverGroups', { DisasterRecoverGroupIds: [id] });
    assert.equal(await shown(String(id)), undefined);
  });

  test('is refused where it cannot be', async () => {
    const refusal = (body: object) =>
      cloud.refusal('CreateDisasterRecoverGroup', { Name: 'a', Type: 'HOST', ...body });
    assert.equal(await refusal({ Name: 'a'.repeat(61) }), 'InvalidParameterValue.TooLong');
    assert.equal(await refusal({ Name: '' }), 'InvalidParameterValue.Range');
    assert.equal(await refusal({ Type: 'ROOM' }), 'InvalidParameterValue.Range');
    assert.equal(await refusal({ Affinity: 0 }), 'InvalidParameterValue.Range');
    assert.equal(await refusal({ Affinity: 11 }), 'InvalidParameterValue.Range');
    assert.equal(await refusal({ Strategy: 'PARTITION' }), 'InvalidParameterValue.Range');
    assert.equal(
      await refusal({ Strategy: 'PARTITION', PartitionCount: 31 }),
      'InvalidParameterValue.Range',
    );
    const nameless = { DisasterRecoverGroupId: 'ps-00000000', Name: 'a' };
    assert.equal(
      await cloud.refusal('ModifyDisasterRecoverGroupAttribute', nameless),
      'ResourceNotFound.InvalidPlacementSet',
    );
    const deletion = (DisasterRecoverGroupIds: readonly string[]) =>
      cloud.refusal('DeleteDisasterRecoverGroups', { DisasterRecoverGroupIds });
    assert.equal(await deletion(['ps-00000000']), 'ResourceNotFound.InvalidPlacementSet');
    assert.equal(await deletion(['1']), 'InvalidParameterValue.DisasterRecoverGroupIdMalformed');
    const eleven = Array.from({ length: 11 }, (_, index) => `ps-000000${10 + index}`);
    assert.equal(await deletion(eleven), 'InvalidParameterValue.LimitExceeded');
  });

  test('counts against the quota of its region, which is told', async () => {
    const before = await cloud.ok('DescribeDisasterRecoverGroupQuota');
    assert.deepEqual(
      { ...before, RequestId: '', CurrentNum: 0 },
      {
        RequestId: '',
        GroupQuota: 12,
        CurrentNum: 0,
        CvmInHostGroupQuota: 50,
        CvmInSwitchGroupQuota: 20,
        CvmInRackGroupQuota: 3,
      },
    );
    const ids: string[] = [];
    for (let used = Number(before['CurrentNum']); used < 12; used += 1) ids.push(await made());
    assert.equal(
      await cloud.refusal('CreateDisasterRecoverGroup', { Name: 'more', Type: 'HOST' }),
      'ResourceInsufficient.InsufficientGroupQuota',
    );
    await cloud.ok('DeleteDisasterRecoverGroups', { DisasterRecoverGroupIds: ids.slice(0, 10) });
    await cloud.ok('DeleteDisasterRecoverGroups', { DisasterRecoverGroupIds: ids.slice(10) });
    const { AccountQuotaOverview } = await cloud.ok('DescribeAccountQuota');
    const { AccountQuota } = AccountQuotaOverview as { AccountQuota: Record<string, unknown[]> };
    const { RequestId: _, ...quota } = await cloud.ok('DescribeDisasterRecoverGroupQuota');
    assert.deepEqual(AccountQuota['DisasterRecoverGroupQuotaSet'], [quota]);
  });
});

describe('Instances of a placement group', () => {
  test('are each on a host of their own, until there is none left', async () => {
    const id = await made();
    const first = await launch(id, 3);
    const refused = into(id, { InstanceCount: 2 });
    assert.equal(await cloud.refusal('RunInstances', refused), SPREAD_NO_FURTHER);
    const last = await launch(id, 1);
    assert.equal(await cloud.refusal('RunInstances', into(id)), SPREAD_NO_FURTHER);
    const [one] = await cloud.show(last);
    assert.equal(one?.['DisasterRecoverGroupId'], id);
    assert.deepEqual(one?.['DisasterRecoverGroupIds'], [id]);
    const group = await shown(id);
    assert.equal(group?.['CurrentNum'], 4);
    assert.deepEqual(
      (group?.['InstanceIds'] as string[] | undefined)?.toSorted(),
      [...first, ...last].toSorted(),
    );
    assert.equal(
      await cloud.refusal('DeleteDisasterRecoverGroups', { DisasterRecoverGroupIds: [id] }),
      'FailedOperation.PlacementSetNotEmpty',
    );
    await end(last);
    const again = await launch(id, 1);
    await end([...first, ...again]);
    await cloud.ok('DeleteDisasterRecoverGroups', { DisasterRecoverGroupIds: [id] });
  });

  test('share a host as far as the affinity goes, which does not fall below that', async () => {
    const id = await made({ Affinity: 2 });
    const ids = await launch(id, 8);
    assert.equal(await cloud.refusal('RunInstances', into(id)), SPREAD_NO_FURTHER);
    const change = { DisasterRecoverGroupId: id, Name: 'apart' };
    assert.equal(
      await cloud.refusal('ModifyDisasterRecoverGroupAttribute', { ...change, Affinity: 1 }),
      FULL,
    );
    await cloud.ok('ModifyDisasterRecoverGroupAttribute', { ...change, Affinity: 3 });
    await end([...ids, ...(await launch(id, 1))]);
  });

  test('are in racks of their own, and no more of them than a group may have', async () => {
    const id = await made({ Type: 'RACK' });
    const two = await launch(id, 2);
    assert.equal(await cloud.refusal('RunInstances', into(id)), SPREAD_NO_FURTHER);
    assert.equal(await cloud.refusal('RunInstances', into(id, { InstanceCount: 2 })), FULL);
    const behindOne = await made({ Type: 'SW' });
    const one = await launch(behindOne, 1);
    assert.equal(await cloud.refusal('RunInstances', into(behindOne)), SPREAD_NO_FURTHER);
    await end([...two, ...one]);
  });

  test('as many as fit are launched where fewer will do', async () => {
    const id = await made();
    const ids = await launch(id, 6, { MinCount: 2 });
    assert.equal(ids.length, 4);
    await end(ids);
  });

  test('are in partitions that share no rack', async () => {
    const id = await made({ Type: 'RACK', Strategy: 'PARTITION', PartitionCount: 2 });
    assert.equal((await shown(id))?.['PartitionCount'], 2);
    const ids = await launch(id, 2);
    const numbers = (await cloud.show(ids)).map((one) => one['PartitionNumber']);
    assert.deepEqual(numbers.toSorted(), [1, 2]);
    const third = await launch(id, 1, { PartitionNumber: 2 });
    assert.equal((await cloud.show(third))[0]?.['PartitionNumber'], 2);
    const wrong = into(id, { PartitionNumber: 3 });
    assert.equal(await cloud.refusal('RunInstances', wrong), 'InvalidParameterValue.Range');
    await end([...ids, ...third]);
  });

  test('one that fails to launch is in none', async () => {
    const [id, none] = [await made(), 'ps-00000000'];
    const unknown = 'FailedOperation.DisasterRecoverGroupNotFound';
    assert.equal(await cloud.refusal('RunInstances', into(none)), unknown);
    assert.equal(await cloud.refusal('RunInstances', into('nothing')), unknown);
    assert.equal((await shown(id))?.['CurrentNum'], 0);
  });
});

describe('ModifyInstancesDisasterRecoverGroup', () => {
  const join = (InstanceIds: readonly string[], id: string, body: object = {}) => ({
    InstanceIds,
    DisasterRecoverGroupId: id,
    ...body,
  });

  test('puts an instance into a group where it is, and none that has no place there', async () => {
    const id = await made();
    const members = await launch(id, 4);
    const [free = ''] = await cloud.launchRunning();
    const action = 'ModifyInstancesDisasterRecoverGroup';
    assert.equal(await cloud.refusal(action, join([free], id)), SPREAD_NO_FURTHER);
    assert.equal(await cloud.refusal(action, join([free], id, { Force: true })), SPREAD_NO_FURTHER);
    assert.equal(
      await cloud.refusal(action, join(members.slice(0, 1), id)),
      'FailedOperation.AlreadyInDisasterRecoverGroup',
    );
    const other = await made({ Affinity: 10 });
    await cloud.ok(action, { InstanceIds: [free], DisasterRecoverGroupIds: [other] });
    const [one] = await cloud.show([free]);
    assert.equal(one?.['DisasterRecoverGroupId'], other);
    assert.equal(one?.['LatestOperation'], 'ModifyInstancesDisasterRecoverGroup');
    await end([...members, free]);
  });

  test('with Force it moves to a host of its own, and is restarted for it', async () => {
    const id = await made();
    const ids = await cloud.launchRunning({ ...launchBody, InstanceCount: 8 });
    const action = 'ModifyInstancesDisasterRecoverGroup';
    assert.equal(await cloud.refusal(action, join(ids.slice(0, 5), id)), SPREAD_NO_FURTHER);
    let moved = 0;
    for (const one of ids.slice(0, 4)) {
      await cloud.ok(action, join([one], id, { Force: true }));
      const [now] = await cloud.show([one]);
      if (now?.['InstanceState'] !== 'STOPPING') continue;
      moved += 1;
      const busy = await cloud.refusal(action, join([one], id));
      assert.equal(busy, 'MutexOperation.TaskRunning');
    }
    await cloud.passTime(SETTLED_MS);
    const after = await cloud.show(ids.slice(0, 4));
    assert.ok(after.every((one) => one['InstanceState'] === 'RUNNING'));
    assert.ok(after.every((one) => one['DisasterRecoverGroupId'] === id));
    assert.ok(moved <= 4);
    assert.equal((await shown(id))?.['CurrentNum'], 4);
    const fifth = join(ids.slice(4, 5), id, { Force: true });
    assert.equal(await cloud.refusal(action, fifth), SPREAD_NO_FURTHER);
    await cloud.ok('DeleteInstancesDisasterRecoverGroups', {
      InstanceIds: ids.slice(0, 1),
      DisasterRecoverGroupIds: [id],
    });
    await cloud.ok(action, fifth);
    await cloud.passTime(SETTLED_MS);
    assert.equal((await shown(id))?.['CurrentNum'], 4);
    assert.equal(
      await cloud.refusal('DeleteInstancesDisasterRecoverGroups', {
        InstanceIds: ids.slice(0, 1),
        DisasterRecoverGroupIds: [id],
      }),
      'FailedOperation.DisasterRecoverGroupNotMatch',
    );
    await end(ids);
  });
});
