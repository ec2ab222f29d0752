import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  IMAGE,
  startTestCloud,
  type TestCloud,
} from '../../cloud.test-support.ts';
import { listDisks, makeDisk, showDisk } from './disk.test-support.ts';

const WHILE = 60_000;
const DAY_MS = 86_400_000;
const NO_POLICY = 'sp-bp67acfmxazb4paaaaaa';
const NONE = 's-bp67acfmxazb4paaaaaa';

describe('what disks come from, and what makes snapshots of them', () => {
  let cloud: TestCloud;
  let instance = '';
  let system = '';
  let data = '';
  let ofData = '';
  let ofSystem = '';
  let ofEncrypted = '';
  let policy = '';

  const snapshot = async (DiskId: string) => {
    const { SnapshotId } = await cloud.ok('CreateSnapshot', { DiskId });
    await cloud.passTime(WHILE);
    return SnapshotId as string;
  };
  const policyNamed = async (autoSnapshotPolicyName: string) => {
    const answer = await cloud.ok('CreateAutoSnapshotPolicy', {
      autoSnapshotPolicyName,
      timePoints: '["0"]',
      repeatWeekdays: '["1","2","3","4","5","6","7"]',
      retentionDays: 7,
    });
    return answer['AutoSnapshotPolicyId'] as string;
  };
  const disksOf = async (InstanceId: string) => {
    const shown = await listDisks(cloud, { InstanceId });
    return {
      system: shown.find((disk) => disk['Type'] === 'system'),
      data: shown.filter((disk) => disk['Type'] === 'data').toReversed(),
    };
  };

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning({
      'DataDisk.1.Category': 'cloud_efficiency',
      'DataDisk.1.Size': 20,
      'DataDisk.2.Category': 'cloud_efficiency',
      'DataDisk.2.Size': 30,
      'DataDisk.2.Encrypted': true,
    });
    const disks = await disksOf(instance);
    const bySize = (size: number) => disks.data.find(({ Size }) => Size === size)?.DiskId ?? '';
    [system, data] = [disks.system?.DiskId ?? '', bySize(20)];
    ofData = await snapshot(data);
    ofSystem = await snapshot(system);
    ofEncrypted = await snapshot(bySize(30));
    policy = await policyNamed('of-launch');
  });
  after(() => cloud.stop());

  test('data disks of a launch are as large, and as encrypted, as their snapshots', async () => {
    for (const action of ['RunInstances', 'CreateInstance']) {
      const answer = await cloud.ok(action, {
        ImageId: IMAGE,
        InstanceType: 'ecs.g6.large',
        ...(await placeOf()),
        'DataDisk.1.Category': 'cloud_efficiency',
        'DataDisk.1.SnapshotId': ofData,
        'DataDisk.2.Category': 'cloud_efficiency',
        'DataDisk.2.SnapshotId': ofEncrypted,
        'DataDisk.2.Size': 100,
        'DataDisk.2.Encrypted': true,
      });
      await cloud.passTime(WHILE);
      const sets = answer['InstanceIdSets'] as
        | { readonly InstanceIdSet: readonly string[] }
        | undefined;
      const made = await disksOf(sets?.InstanceIdSet[0] ?? String(answer['InstanceId']));
      const shown = made.data.map((disk) => [
        disk['SourceSnapshotId'],
        disk.Size,
        disk['Encrypted'],
      ]);
      assert.deepEqual(
        shown.toSorted((a, b) => Number(a[1]) - Number(b[1])),
        [
          [ofData, 20, false],
          [ofEncrypted, 30, true],
        ],
      );
    }
  });

  async function placeOf() {
    const shown = await cloud.showOne(instance);
    const { SecurityGroupId } = shown['SecurityGroupIds'] as {
      readonly SecurityGroupId: readonly string[];
    };
    const { VSwitchId } = shown['VpcAttributes'] as { readonly VSwitchId: string };
    return { VSwitchId, SecurityGroupId: SecurityGroupId[0] ?? '' };
  }

  test('a launch refuses snapshots and policies in the words of its page', async () => {
    const place = await placeOf();
    const disk = { 'DataDisk.1.Category': 'cloud_efficiency', 'DataDisk.1.SnapshotId': ofData };
    const { SnapshotId: unready } = await cloud.ok('CreateSnapshot', { DiskId: data });
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ 'DataDisk.1.SnapshotId': NONE }, '404 InvalidDataDiskSnapshotId.NotFound'],
      [{ 'DataDisk.1.SnapshotId': ofSystem }, '403 InvalidSnapshotId.NotDataDiskSnapshot'],
      [{ 'DataDisk.1.SnapshotId': unready as string }, '403 InvalidSnapshotId.NotReady'],
      [{ 'DataDisk.1.Size': 19 }, '403 InvalidDiskSize.TooSmall'],
      [{ 'DataDisk.1.SnapshotId': ofEncrypted }, '403 InvalidEncrypted.NotMatchSnapshot'],
      [
        { 'DataDisk.1.AutoSnapshotPolicyId': NO_POLICY },
        '404 InvalidAutoSnapshotPolicyId.NotFound',
      ],
      [{ 'SystemDisk.AutoSnapshotPolicyId': 'sp-1' }, '404 InvalidAutoSnapshotPolicyId.NotFound'],
    ];
    for (const [parameters, code] of cases) {
      const asked = {
        ImageId: IMAGE,
        InstanceType: 'ecs.g6.large',
        ...place,
        ...disk,
        ...parameters,
      };
      assert.equal(await cloud.refusal('RunInstances', asked), code, JSON.stringify(parameters));
    }
    await cloud.passTime(WHILE);
    await cloud.ok('DeleteSnapshot', { SnapshotId: unready as string });
  });

  test('a policy that a launch names makes snapshots of the disks that it is for', async () => {
    const ids = await cloud.launchRunning({
      Amount: 2,
      'SystemDisk.AutoSnapshotPolicyId': policy,
      'DataDisk.1.Category': 'cloud_efficiency',
      'DataDisk.1.Size': 20,
      'DataDisk.2.Category': 'cloud_efficiency',
      'DataDisk.2.Size': 30,
      'DataDisk.2.AutoSnapshotPolicyId': policy,
    });
    const bound = (await listDisks(cloud, { AutoSnapshotPolicyId: policy })).map((disk) => [
      disk.InstanceId,
      disk.Size,
      disk['AutoSnapshotPolicyId'],
    ]);
    const expected = ids.flatMap((id) => [
      [id, 30, policy],
      [id, 40, policy],
    ]);
    assert.deepEqual(bound.toSorted(), expected.toSorted());
    await cloud.passTime(DAY_MS);
    const { TotalCount } = await cloud.ok('DescribeSnapshots', { SnapshotType: 'auto' });
    assert.equal(TotalCount, 4);
  });

  test('DescribeDisks narrowed by a policy shows that one of several', async () => {
    const disk = await makeDisk(cloud);
    const [first, second] = [await policyNamed('first'), await policyNamed('second')];
    const diskIds = JSON.stringify([disk]);
    for (const autoSnapshotPolicyId of [first, second]) {
      await cloud.ok('ApplyAutoSnapshotPolicy', { autoSnapshotPolicyId, diskIds });
    }
    for (const AutoSnapshotPolicyId of [first, second]) {
      const [shown] = await listDisks(cloud, { AutoSnapshotPolicyId });
      assert.equal(shown?.['AutoSnapshotPolicyId'], AutoSnapshotPolicyId);
    }
    assert.equal((await showDisk(cloud, disk))['AutoSnapshotPolicyId'], first);
  });

  test('CreateDisk from a snapshot is at least as large, and encrypted where that is', async () => {
    const sizes: ReadonlyArray<readonly [GivenParameters, readonly unknown[]]> = [
      [{ SnapshotId: ofData, Size: 20 }, [ofData, 20, false]],
      [{ SnapshotId: ofData, Size: 50, Encrypted: true }, [ofData, 50, true]],
      [{ SnapshotId: ofEncrypted }, [ofEncrypted, 30, true]],
    ];
    for (const [parameters, expected] of sizes) {
      const disk = await showDisk(cloud, await makeDisk(cloud, parameters));
      assert.deepEqual([disk['SourceSnapshotId'], disk.Size, disk['Encrypted']], expected);
    }
    const refused: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ SnapshotId: NONE }, '404 InvalidSnapshotId.NotFound'],
      [{ SnapshotId: ofSystem }, '403 InvalidSnapshotId.NotDataDiskSnapshot'],
    ];
    for (const [parameters, code] of refused) {
      const asked = { ZoneId: 'cn-guangzhou-a', DiskCategory: 'cloud_efficiency', ...parameters };
      assert.equal(await cloud.refusal('CreateDisk', asked), code);
    }
  });

  test('nothing is done to a disk while a snapshot of it is made', async () => {
    const free = await makeDisk(cloud);
    await cloud.ok('AttachDisk', { DiskId: free, InstanceId: instance });
    await cloud.passTime(WHILE);
    await cloud.ok('StopInstance', { InstanceId: instance });
    await cloud.passTime(WHILE);
    await cloud.ok('DetachDisk', { DiskId: free, InstanceId: instance });
    await cloud.passTime(WHILE);
    for (const DiskId of [free, data, system]) await cloud.ok('CreateSnapshot', { DiskId });
    const cases: ReadonlyArray<readonly [string, GivenParameters]> = [
      ['DeleteDisk', { DiskId: free }],
      ['ResizeDisk', { DiskId: data, NewSize: 30 }],
      ['ModifyDiskSpec', { DiskId: data, DiskCategory: 'cloud_essd' }],
      ['ReInitDisk', { DiskId: data }],
      ['ReInitDisk', { DiskId: system }],
      ['ReplaceSystemDisk', { InstanceId: instance, ImageId: IMAGE }],
    ];
    for (const [action, parameters] of cases) {
      assert.equal(await cloud.refusal(action, parameters), '403 DiskCreatingSnapshot', action);
    }
    await cloud.passTime(WHILE);
    for (const [action, parameters] of cases.slice(0, 3)) {
      await cloud.ok(action, parameters);
      await cloud.passTime(WHILE);
    }
  });

  test('ReInitDisk gives a disk the data of its snapshot again, while that is there', async () => {
    const SnapshotId = await snapshot(data);
    const disk = await makeDisk(cloud, { SnapshotId, Size: 30 });
    await cloud.ok('AttachDisk', { DiskId: disk, InstanceId: instance });
    await cloud.passTime(WHILE);
    await cloud.ok('ReInitDisk', { DiskId: disk });
    await cloud.passTime(WHILE);
    assert.equal((await showDisk(cloud, disk)).Status, 'In_use');
    await cloud.ok('DeleteSnapshot', { SnapshotId, Force: true });
    assert.equal(await cloud.refusal('ReInitDisk', { DiskId: disk }), '403 InvalidSourceSnapshot');
  });
});
