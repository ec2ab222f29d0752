import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  makeGroup,
  startTestCloud,
  type TestCloud,
} from '../../cloud.test-support.ts';
import { listDisks, makeDisk, showDisk } from '../disk/disk.test-support.ts';

const WHILE = 60_000;
const DAY_MS = 86_400_000;
const NO_GROUP = 'ssg-bp67acfmxazb4paaaaaa';
const NO_DISK = 'd-bp67acfmxazb4paaaaaa';

interface Member {
  readonly SnapshotId: string;
  readonly SourceDiskId: string;
  readonly [field: string]: unknown;
}

interface Group {
  readonly SnapshotGroupId: string;
  readonly Snapshots: { readonly Snapshot: readonly Member[] };
  readonly [field: string]: unknown;
}

describe('groups of snapshots of ecs', () => {
  let cloud: TestCloud;
  let instance = '';
  let other = '';
  let system = '';
  let data = '';
  let elsewhere = '';

  const list = async (parameters: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeSnapshotGroups', parameters);
    const { SnapshotGroup } = answer['SnapshotGroups'] as {
      readonly SnapshotGroup: readonly Group[];
    };
    return { groups: SnapshotGroup, next: answer['NextToken'] as string };
  };
  const show = async (id: string): Promise<Group> => {
    const { groups } = await list({ 'SnapshotGroupId.1': id });
    assert.ok(groups[0], `${id} is not shown`);
    return groups[0];
  };
  const begin = async (parameters: GivenParameters) =>
    (await cloud.ok('CreateSnapshotGroup', parameters))['SnapshotGroupId'] as string;
  const make = async (parameters: GivenParameters) => {
    const id = await begin(parameters);
    await cloud.passTime(WHILE);
    return id;
  };
  const drop = async (...ids: readonly string[]) => {
    for (const SnapshotGroupId of ids) await cloud.ok('DeleteSnapshotGroup', { SnapshotGroupId });
  };
  const membersOf = async (id: string) => (await show(id)).Snapshots.Snapshot;
  const snapshotsLeft = async () => {
    const { Snapshots } = await cloud.ok('DescribeSnapshots');
    const { Snapshot } = Snapshots as { readonly Snapshot: readonly Member[] };
    return Snapshot.map(({ SnapshotId }) => SnapshotId);
  };
  const disksOf = async (InstanceId: string) => {
    const shown = await listDisks(cloud, { InstanceId });
    return shown.toSorted((a, b) => String(b['Type']).localeCompare(String(a['Type'])));
  };

  before(async () => {
    cloud = await startTestCloud();
    const essd = { 'SystemDisk.Category': 'cloud_essd' };
    [instance = ''] = await cloud.launchRunning({
      ...essd,
      'DataDisk.1.Category': 'cloud_essd',
      'DataDisk.1.Size': 20,
    });
    [other = ''] = await cloud.launchRunning(essd);
    [system = '', data = ''] = (await disksOf(instance)).map(({ DiskId }) => DiskId);
    [elsewhere = ''] = (await disksOf(other)).map(({ DiskId }) => DiskId);
  });
  after(() => cloud.stop());

  test('one is of all disks of an instance at the same moment, with all its fields', async () => {
    const group = await makeGroup(cloud, 'kept-apart');
    const id = await begin({
      InstanceId: instance,
      Name: 'nightly',
      Description: 'before the change',
      InstantAccess: true,
      InstantAccessRetentionDays: 1,
      ResourceGroupId: group,
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'a',
    });
    assert.equal((await show(id))['Status'], 'progressing');
    assert.equal(
      await cloud.refusal('CreateSnapshotGroup', { InstanceId: instance }),
      '403 IncorrectDiskStatus.CreatingSnapshot',
    );
    await cloud.passTime(WHILE);
    const { CreationTime, Snapshots, ...shown } = await show(id);
    assert.match(String(CreationTime), /^2026-01-02T\d\d:\d\d:\d\dZ$/);
    assert.deepEqual(shown, {
      SnapshotGroupId: id,
      Name: 'nightly',
      Description: 'before the change',
      InstanceId: instance,
      Status: 'accomplished',
      ProgressStatus: '',
      ResourceGroupId: group,
      Tags: { Tag: [{ Key: 'team', Value: 'a' }] },
    });
    const member = {
      Available: true,
      Progress: '100%',
      InstantAccess: true,
      InstantAccessRetentionDays: 1,
      Tags: { Tag: [] },
    };
    const members = Snapshots.Snapshot.map(({ SnapshotId, ...one }) => {
      assert.match(SnapshotId, /^s-[\da-z]{20}$/);
      return one;
    });
    assert.deepEqual(members, [
      { SourceDiskId: system, SourceDiskType: 'system', ...member },
      { SourceDiskId: data, SourceDiskType: 'data', ...member },
    ]);
    await cloud.passTime(DAY_MS);
    assert.equal((await membersOf(id))[0]?.['InstantAccess'], false);
    await drop(id);
    assert.deepEqual(await snapshotsLeft(), []);
  });

  test('disks are named, or left out, or of several instances of one zone', async () => {
    const named = await make({ InstanceId: instance, 'DiskId.1': data });
    const without = await make({ InstanceId: instance, 'ExcludeDiskId.1': data });
    const across = await make({ 'DiskId.1': data, 'DiskId.2': elsewhere });
    const alone = await make({ 'DiskId.1': data });
    const sources = async (id: string) => (await membersOf(id)).map((one) => one.SourceDiskId);
    assert.deepEqual(await sources(named), [data]);
    assert.deepEqual(await sources(without), [system]);
    assert.deepEqual(await sources(across), [data, elsewhere]);
    assert.deepEqual(
      [(await show(across))['InstanceId'], (await show(alone))['InstanceId']],
      ['', instance],
    );
    await drop(named, without, across, alone);
  });

  test('CreateSnapshotGroup refuses in the words of the page', async () => {
    const plain = await makeDisk(cloud, { DiskCategory: 'cloud_efficiency', Size: 20 });
    const never = await makeDisk(cloud, { DiskCategory: 'cloud_essd', Size: 20 });
    const far = await makeDisk(cloud, {
      DiskCategory: 'cloud_essd',
      Size: 20,
      ZoneId: 'cn-guangzhou-b',
    });
    await cloud.passTime(WHILE);
    const many = Object.fromEntries(
      Array.from({ length: 129 }, (_, at) => [`DiskId.${at + 1}`, NO_DISK]),
    );
    const [first, ...rest] = Object.entries(many);
    assert.ok(first);
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{}, '400 MissingParameter'],
      [{ 'ExcludeDiskId.1': data }, '400 MissingParameter'],
      [
        { InstanceId: instance, 'DiskId.1': data, 'ExcludeDiskId.1': system },
        '400 InvalidParameter',
      ],
      [{ InstanceId: 'i-bp67acfmxazb4qaaaaaa' }, '404 InvalidInstanceId.NotFound'],
      [{ 'DiskId.1': NO_DISK }, '404 InvalidDiskId.NotFound'],
      [{ InstanceId: instance, 'DiskId.1': NO_DISK }, '404 InvalidDiskId.NotFound'],
      [{ InstanceId: instance, 'DiskId.1': elsewhere }, '403 DiskId.ValueNotSupported'],
      [{ InstanceId: instance, 'ExcludeDiskId.1': elsewhere }, '403 DiskId.ValueNotSupported'],
      [{ InstanceId: other, 'ExcludeDiskId.1': elsewhere }, '403 DiskId.ValueNotSupported'],
      [{ 'DiskId.1': plain }, '400 DiskCategory.OperationNotSupported'],
      [{ 'DiskId.1': never }, '403 IncorrectDiskStatus.NeverAttached'],
      [many, '403 DiskId.ValueNotSupported'],
      [Object.fromEntries(rest), '404 InvalidDiskId.NotFound'],
      [{ InstanceId: instance, Name: 'x' }, '400 InvalidParameter.Name'],
      [{ InstanceId: instance, Name: '1st' }, '400 InvalidParameter.Name'],
      [{ InstanceId: instance, Name: 'x'.repeat(129) }, '400 InvalidParameter.Name'],
      [{ InstanceId: instance, Description: 'x' }, '404 InvalidDescription.Malformed'],
      [{ InstanceId: instance, Description: 'http://a' }, '404 InvalidDescription.Malformed'],
      [{ InstanceId: instance, InstantAccessRetentionDays: 0 }, '400 InvalidParameter'],
      [{ InstanceId: instance, InstantAccessRetentionDays: 65_536 }, '400 InvalidParameter'],
      [{ InstanceId: instance, 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }, '400 Duplicate.TagKey'],
      [{ InstanceId: instance, 'Tag.1.Key': 'acs:a' }, '400 InvalidTagKey.Malformed'],
      [
        { InstanceId: instance, 'Tag.1.Key': 'a', 'Tag.1.Value': 'http://a' },
        '400 InvalidTagValue.Malformed',
      ],
    ];
    for (const [parameters, code] of cases) {
      assert.equal(
        await cloud.refusal('CreateSnapshotGroup', parameters),
        code,
        JSON.stringify(parameters),
      );
    }
    // One that was attached once may be of it, beside one of another instance; not of another zone.
    for (const [DiskId, InstanceId] of [[never, other]] as const) {
      await cloud.ok('AttachDisk', { DiskId, InstanceId });
      await cloud.passTime(WHILE);
      await cloud.ok('DetachDisk', { DiskId, InstanceId });
      await cloud.passTime(WHILE);
    }
    const id = await make({
      'DiskId.1': never,
      'DiskId.2': data,
      Name: 'x'.repeat(128),
      Description: 'x'.repeat(256),
    });
    assert.equal((await membersOf(id)).length, 2);
    await drop(id);
    assert.equal((await showDisk(cloud, far)).Status, 'Available');
  });

  test('one token makes one group', async () => {
    const asked = { InstanceId: instance, ClientToken: 'once' };
    const id = await make(asked);
    assert.equal(await begin(asked), id);
    assert.equal(
      await cloud.refusal('CreateSnapshotGroup', { ...asked, Name: 'other' }),
      '403 IdempotentParameterMismatch',
    );
    await drop(id);
  });

  test('ModifySnapshotGroup changes the name, the description, or both', async () => {
    const id = await make({ InstanceId: other, Name: 'first', Description: 'as it was' });
    const texts = async () => {
      const { Name, Description } = await show(id);
      return [Name, Description];
    };
    await cloud.ok('ModifySnapshotGroup', { SnapshotGroupId: id, Name: 'second' });
    assert.deepEqual(await texts(), ['second', 'as it was']);
    await cloud.ok('ModifySnapshotGroup', { SnapshotGroupId: id, Description: 'as it is' });
    assert.deepEqual(await texts(), ['second', 'as it is']);
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ Name: '1st' }, '400 InvalidParameter.Name'],
      [{ Description: 'x' }, '400 InvalidParameter'],
      [{ SnapshotGroupId: NO_GROUP }, '400 InvalidParameter'],
      [{ RegionId: 'cn-beijing' }, '400 InvalidParameter'],
    ];
    for (const [parameters, code] of cases) {
      const asked = { SnapshotGroupId: id, Name: 'third', ...parameters };
      assert.equal(await cloud.refusal('ModifySnapshotGroup', asked), code);
    }
    await drop(id);
  });

  test('DescribeSnapshotGroups narrows by each parameter of its page', async () => {
    const one = await make({ InstanceId: instance, Name: 'one' });
    await cloud.ok('TagResources', {
      ResourceType: 'snapshotgroup',
      'ResourceId.1': one,
      'Tag.1.Key': 'k',
      'Tag.1.Value': 'v',
    });
    const group = await makeGroup(cloud, 'narrowed');
    const two = await begin({ InstanceId: other, ResourceGroupId: group });
    await cloud.passTime(0);
    const cases: ReadonlyArray<readonly [GivenParameters, readonly string[]]> = [
      [{}, [two, one]],
      [{ 'SnapshotGroupId.1': one, 'SnapshotGroupId.2': NO_GROUP }, [one]],
      [{ InstanceId: instance }, [one]],
      [{ Name: 'one' }, [one]],
      [{ 'Status.1': 'progressing' }, [two]],
      [{ 'Status.1': 'accomplished' }, [one]],
      [{ 'Status.1': 'failed' }, []],
      [{ 'Status.1': 'failed', 'Status.2': 'accomplished', 'Status.3': 'progressing' }, [two, one]],
      [{ ResourceGroupId: group }, [two]],
      [{ 'Tag.1.Key': 'k', 'Tag.1.Value': 'v' }, [one]],
      [{ 'Tag.1.Key': 'k', 'Tag.1.Value': 'w' }, []],
      [{ InstanceId: other, Name: 'one' }, []],
      [{ RegionId: 'cn-beijing' }, []],
    ];
    for (const [parameters, ids] of cases) {
      const { groups } = await list(parameters);
      assert.deepEqual(
        groups.map(({ SnapshotGroupId }) => SnapshotGroupId),
        ids,
        JSON.stringify(parameters),
      );
    }
    const first = await list({ MaxResults: 1 });
    const second = await list({ MaxResults: 1, NextToken: first.next });
    assert.deepEqual(
      [...first.groups, ...second.groups].map(({ SnapshotGroupId }) => SnapshotGroupId),
      [two, one],
    );
    assert.equal(second.next, '');
    const tooMany = Array.from({ length: 11 }, (_, at) => [`SnapshotGroupId.${at + 1}`, NO_GROUP]);
    const refused: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ 'Status.1': 'done' }, '403 InvalidStatus.ValueNotSupported'],
      [{ MaxResults: 101 }, '400 InvalidParameter'],
      [{ NextToken: 'mine' }, '400 InvalidParameter'],
      [Object.fromEntries(tooMany), '400 InvalidParameter'],
    ];
    for (const [parameters, code] of refused) {
      assert.equal(await cloud.refusal('DescribeSnapshotGroups', parameters), code);
    }
    assert.deepEqual((await list(Object.fromEntries(tooMany.slice(1)))).groups, []);
    await cloud.passTime(WHILE);
    await drop(one, two);
  });

  test('DeleteSnapshotGroup keeps the snapshots that images are made from', async () => {
    const id = await make({ InstanceId: instance });
    const [ofSystem, ofData] = await membersOf(id);
    assert.ok(ofSystem && ofData);
    const image = await cloud.ok('CreateImage', {
      SnapshotId: ofSystem.SnapshotId,
      ImageName: 'of-group',
    });
    await cloud.passTime(WHILE);
    assert.equal(
      await cloud.refusal('DeleteSnapshotGroup', { SnapshotGroupId: NO_GROUP }),
      '400 InvalidParameter',
    );
    const { OperationProgressSet } = await cloud.ok('DeleteSnapshotGroup', { SnapshotGroupId: id });
    assert.deepEqual(OperationProgressSet, {
      OperationProgress: [
        {
          OperationStatus: 'Success',
          ErrorCode: '',
          ErrorMsg: '',
          RelatedItemSet: { RelatedItem: [{ Name: 'SnapshotId', Value: ofData.SnapshotId }] },
        },
      ],
    });
    assert.deepEqual((await list()).groups, []);
    assert.deepEqual(await snapshotsLeft(), [ofSystem.SnapshotId]);
    await cloud.ok('DeleteImage', { ImageId: image['ImageId'] as string });
    await cloud.ok('DeleteSnapshot', { SnapshotId: ofSystem.SnapshotId });
    await cloud.passTime(WHILE);
  });

  test('one that is being made may be deleted', async () => {
    const id = await begin({ InstanceId: instance });
    await drop(id);
    await cloud.passTime(WHILE);
    assert.deepEqual(await snapshotsLeft(), []);
  });
});
