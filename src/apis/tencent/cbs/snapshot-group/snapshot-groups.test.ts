import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Group {
  readonly SnapshotGroupId: string;
  readonly SnapshotIdSet: readonly string[];
  readonly [field: string]: unknown;
}

const cbs = { service: 'cbs' } as const;
const MADE_MS = 60_000;

describe('groups of snapshots of cbs', () => {
  let cloud: TestCloud;
  let disks: readonly string[] = [];
  let apart = '';

  const ok = (action: string, body: object = {}) => cloud.ok(action, body, cbs);
  const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, cbs);
  const list = async (Name?: string, ...Values: readonly string[]) => {
    const body = Name === undefined ? {} : { Filters: [{ Name, Values }] };
    const { SnapshotGroupSet } = await ok('DescribeSnapshotGroups', body);
    return SnapshotGroupSet as readonly Group[];
  };
  const make = async (body: object = {}) => {
    const answer = await ok('CreateSnapshotGroup', { DiskIds: disks, ...body });
    return answer['SnapshotGroupId'] as string;
  };
  const disksOf = async (instance: string) => {
    const [shown] = await cloud.show([instance]);
    const data = (shown?.['DataDisks'] ?? []) as ReadonlyArray<{ DiskId: string }>;
    const system = shown?.['SystemDisk'] as { DiskId: string } | undefined;
    return [system?.DiskId ?? '', ...data.map((one) => one.DiskId)];
  };

  before(async () => {
    cloud = await startTestCloud();
    const DataDisks = [{ DiskSize: 100, DiskType: 'CLOUD_SSD' }];
    const [one = ''] = await cloud.launchRunning({ DataDisks });
    const [other = ''] = await cloud.launchRunning();
    disks = await disksOf(one);
    [apart = ''] = await disksOf(other);
  });
  after(() => cloud.stop());

  test('one has a snapshot of each disk, called after it', async () => {
    const id = await make({ SnapshotGroupName: 'group' });
    assert.equal((await list())[0]?.['SnapshotGroupState'], 'CREATING');
    assert.equal(
      await refusal('CreateSnapshotGroup', { DiskIds: disks }),
      'InvalidDisk.SnapshotCreating',
    );
    assert.equal(
      await refusal('DeleteSnapshotGroup', { SnapshotGroupId: id }),
      'UnsupportedOperation.StateError',
    );
    await cloud.passTime(MADE_MS);
    const [group] = await list('snapshot-group-id', id);
    assert.ok(group);
    const { CreateTime, ModifyTime, SnapshotIdSet, ...shown } = group;
    assert.deepEqual(shown, {
      SnapshotGroupId: id,
      SnapshotGroupName: 'group',
      SnapshotGroupType: 'NORMAL',
      SnapshotGroupState: 'NORMAL',
      ContainRootSnapshot: true,
      Percent: 100,
      IsPermanent: true,
      DeadlineTime: null,
      AutoSnapshotPolicyId: null,
      Images: [],
      ImageCount: 0,
    });
    assert.match(String(CreateTime), /^2026-01-02T\d\d:\d\d:\d\dZ$/);
    assert.equal(CreateTime, ModifyTime);
    const { SnapshotSet } = await ok('DescribeSnapshots', { SnapshotIds: SnapshotIdSet });
    const members = SnapshotSet as ReadonlyArray<Record<string, string>>;
    assert.deepEqual(
      members.map((one) => [one['DiskId'], one['SnapshotName']]),
      [
        [disks[1], 'group_1'],
        [disks[0], 'group_0'],
      ],
    );
    const cases: ReadonlyArray<readonly [string, string, number]> = [
      ['snapshot-group-name', 'group', 1],
      ['snapshot-group-name', 'other', 0],
      ['snapshot-group-state', 'NORMAL', 1],
      ['snapshot-group-state', 'CREATING', 0],
      ['snapshot-id', SnapshotIdSet[0] ?? '', 1],
      ['snapshot-id', 'snap-00000000', 0],
    ];
    for (const [name, value, count] of cases) {
      assert.equal((await list(name, value)).length, count, `${name} ${value}`);
    }
    await ok('DeleteSnapshotGroup', { SnapshotGroupIds: [id] });
    assert.deepEqual(await list(), []);
    const left = await ok('DescribeSnapshots', { SnapshotIds: SnapshotIdSet });
    assert.deepEqual(left['SnapshotSet'], []);
  });

  test('disks of several instances make none', async () => {
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{ DiskIds: [...disks, apart] }, 'InvalidParameterValue'],
      [{ DiskIds: ['disk-00000000'] }, 'InvalidDiskId.NotFound'],
      [{ DiskIds: [] }, 'MissingParameter'],
    ];
    for (const [body, code] of cases) {
      assert.equal(await refusal('CreateSnapshotGroup', body), code);
    }
    assert.equal(await refusal('DeleteSnapshotGroup', {}), 'MissingParameter');
    const unknown = { SnapshotGroupId: 'csnap-00000000' };
    assert.equal(await refusal('DeleteSnapshotGroup', unknown), 'InvalidSnapshotId.NotFound');
    const filter = { Filters: [{ Name: 'colour', Values: ['red'] }] };
    assert.equal(await refusal('DescribeSnapshotGroups', filter), 'InvalidFilter');
  });

  test('disks are rolled back to it together', async () => {
    const id = await make();
    await cloud.passTime(MADE_MS);
    const [group] = await list();
    const ApplyDisks = disks.map((DiskId, at) => ({
      DiskId,
      SnapshotId: group?.SnapshotIdSet[at] ?? '',
    }));
    const apply = { SnapshotGroupId: id, ApplyDisks };
    const { SnapshotId: alone } = await ok('CreateSnapshot', { DiskId: apart });
    const strange = [{ DiskId: apart, SnapshotId: alone }];
    const cases: ReadonlyArray<readonly [object, string]> = [
      [apply, 'UnsupportedOperation.StateError'],
      [{ ...apply, ApplyDisks: strange }, 'InvalidParameter'],
      [{ ...apply, ApplyDisks: [] }, 'MissingParameter'],
      [{ ...apply, SnapshotGroupId: 'csnap-00000000' }, 'InvalidParameter'],
      [{ ...apply, AutoStartInstance: true }, 'InvalidParameterValue'],
    ];
    for (const [body, code] of cases) {
      assert.equal(await refusal('ApplySnapshotGroup', body), code, JSON.stringify(body));
    }
    const both = { AutoStopInstance: true, AutoStartInstance: true };
    await ok('ApplySnapshotGroup', { ...apply, ...both });
    assert.equal((await list('snapshot-group-state', 'ROLLBACKING')).length, 1);
    await cloud.passTime(MADE_MS);
    assert.equal((await list('snapshot-group-state', 'NORMAL')).length, 1);
    await ok('DeleteSnapshotGroup', { SnapshotGroupId: id, DeleteBindImages: true });
    await ok('DeleteSnapshots', { SnapshotIds: [alone] });
  });
});
