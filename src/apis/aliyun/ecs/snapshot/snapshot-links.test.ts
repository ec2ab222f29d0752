import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { listDisks, showDisk } from '../disk/disk.test-support.ts';

const WHILE = 60_000;
const GIB = 2 ** 30;
const NO_DISK = 'd-bp67acfmxazb4paaaaaa';
const NONE = 's-bp67acfmxazb4paaaaaa';

interface Link {
  readonly SnapshotLinkId: string;
  readonly SourceDiskId: string;
  readonly [field: string]: unknown;
}

describe('chains of snapshots, and disks rolled back together', () => {
  let cloud: TestCloud;
  let instance = '';
  let other = '';
  let system = '';
  let data = '';
  let elsewhere = '';

  const list = async (parameters: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeSnapshotLinks', parameters);
    const { SnapshotLink } = answer['SnapshotLinks'] as { readonly SnapshotLink: readonly Link[] };
    return { answer, links: SnapshotLink };
  };
  const make = async (DiskId: string, more: GivenParameters = {}) => {
    const { SnapshotId } = await cloud.ok('CreateSnapshot', { DiskId, ...more });
    await cloud.passTime(WHILE);
    return SnapshotId as string;
  };
  const linkOf = async (DiskId: string) => {
    const { links } = await list({ DiskIds: JSON.stringify([DiskId]) });
    return links[0]?.SnapshotLinkId ?? '';
  };
  const diskOf = async (InstanceId: string, size: number) => {
    const disks = await listDisks(cloud, { InstanceId });
    return disks.find(({ Size }) => Size === size)?.DiskId ?? '';
  };

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning({
      InstanceName: 'holder',
      'SystemDisk.Category': 'cloud_essd',
      'DataDisk.1.Category': 'cloud_efficiency',
      'DataDisk.1.Size': 20,
      'DataDisk.1.DiskName': 'stock',
    });
    [other = ''] = await cloud.launchRunning();
    [system, data, elsewhere] = await Promise.all([
      diskOf(instance, 40),
      diskOf(instance, 20),
      diskOf(other, 40),
    ]);
  });
  after(() => cloud.stop());

  test('a chain sums up the snapshots of its disk, which may be gone', async () => {
    await make(data);
    const second = await make(data);
    const access = await make(system, { InstantAccess: true, InstantAccessRetentionDays: 1 });
    const { links, answer } = await list();
    const [ofSystem, ofData] = links;
    assert.ok(ofSystem && ofData);
    assert.match(ofData.SnapshotLinkId, /^sl-[\da-z]{20}$/);
    const place = { RegionId: 'cn-guangzhou', Category: 'standard' };
    assert.deepEqual(ofData, {
      SnapshotLinkId: ofData.SnapshotLinkId,
      SourceDiskId: data,
      SourceDiskName: 'stock',
      SourceDiskSize: 20,
      SourceDiskType: 'data',
      InstanceId: instance,
      InstanceName: 'holder',
      InstantAccess: false,
      TotalCount: 2,
      TotalSize: 40 * GIB,
      ...place,
    });
    assert.deepEqual(
      [ofSystem.SourceDiskId, ofSystem['SourceDiskType'], ofSystem['InstantAccess']],
      [system, 'system', true],
    );
    assert.deepEqual([answer['TotalCount'], answer['PageNumber'], answer['PageSize']], [2, 1, 10]);
    await cloud.ok('DeleteSnapshot', { SnapshotId: second });
    await cloud.ok('ModifySnapshotAttribute', { SnapshotId: access, DisableInstantAccess: true });
    await cloud.ok('DetachDisk', { DiskId: data, InstanceId: instance });
    await cloud.passTime(WHILE);
    const show = async (DiskId: string) =>
      (await list({ DiskIds: JSON.stringify([DiskId]) })).links[0];
    const detached = await show(data);
    assert.deepEqual(
      [detached?.['TotalCount'], detached?.['InstanceId'], detached?.['InstanceName']],
      [1, '', ''],
    );
    assert.equal((await show(system))?.['InstantAccess'], false);
    await cloud.ok('DeleteDisk', { DiskId: data });
    await cloud.passTime(WHILE);
    const gone = await show(data);
    assert.deepEqual(
      [gone?.['SourceDiskName'], gone?.['SourceDiskSize'], gone?.['SourceDiskType']],
      ['', 20, 'data'],
    );
  });

  test('DescribeSnapshotLinks narrows by each parameter of its page', async () => {
    await make(elsewhere);
    const links = JSON.stringify([await linkOf(elsewhere), await linkOf(data)]);
    const cases: ReadonlyArray<readonly [GivenParameters, readonly string[]]> = [
      [{}, [elsewhere, system, data]],
      [{ DiskIds: JSON.stringify([system, NO_DISK]) }, [system]],
      [{ DiskIds: '[]' }, []],
      [{ SnapshotLinkIds: links }, [elsewhere, data]],
      [{ SnapshotLinkIds: '[]' }, []],
      [{ SnapshotLinkIds: '["sl-bp67acfmxazb4paaaaaa"]' }, []],
      [{ SnapshotLinkIds: links, DiskIds: JSON.stringify([data, system]) }, [data]],
      [{ InstanceId: other }, [elsewhere]],
      [{ InstanceId: instance }, [system]],
      [{ InstanceId: other, DiskIds: JSON.stringify([system]) }, []],
      [{ InstanceId: 'i-bp67acfmxazb4qaaaaaa' }, []],
      [{ PageNumber: 2, PageSize: 2 }, [data]],
      [{ RegionId: 'cn-beijing' }, []],
    ];
    for (const [parameters, disks] of cases) {
      const found = await list(parameters);
      assert.deepEqual(
        found.links.map(({ SourceDiskId }) => SourceDiskId),
        disks,
        JSON.stringify(parameters),
      );
    }
    assert.equal((await list({ PageSize: 1 })).answer['TotalCount'], 3);
  });

  test('by token, chains follow each other to the last', async () => {
    const ids: string[] = [];
    const made: string[] = [];
    for (let at = 0; at < 9; at += 1) {
      const [id = ''] = await cloud.launchRunning();
      const disk = await diskOf(id, 40);
      ids.push(id);
      made.push(await make(disk));
    }
    const first = await list({ MaxResults: 1 });
    assert.equal(first.links.length, 10);
    const rest = await list({ NextToken: first.answer['NextToken'] as string });
    const last = rest.links.map(({ SourceDiskId }) => SourceDiskId);
    assert.deepEqual([last, rest.answer['NextToken']], [[system, data], '']);
    for (const SnapshotId of made) await cloud.ok('DeleteSnapshot', { SnapshotId });
  });

  test('DescribeSnapshotLinks refuses in the words of the page', async () => {
    const many = (id: string, count: number) =>
      JSON.stringify(Array.from({ length: count }, () => id));
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ DiskIds: 'one' }, '400 InvalidDiskIds'],
      [{ DiskIds: many(NO_DISK, 101) }, '400 InvalidDiskIds'],
      [{ SnapshotLinkIds: 'one' }, '400 InvalidSnapshotLinkIds'],
      [{ SnapshotLinkIds: many('sl-1', 101) }, '400 InvalidSnapshotLinkIds'],
      [{ PageSize: 101 }, '400 InvalidParameter'],
      [{ PageNumber: 0 }, '400 InvalidParameter'],
    ];
    for (const [parameters, code] of cases) {
      assert.equal(await cloud.refusal('DescribeSnapshotLinks', parameters), code);
    }
    const bound = { DiskIds: many(NO_DISK, 100), SnapshotLinkIds: many('sl-1', 100) };
    assert.deepEqual((await list(bound)).links, []);
  });

  test('ResetDisks rolls disks of a stopped instance back, all or none', async () => {
    const [one = ''] = await cloud.launchRunning({
      'DataDisk.1.Category': 'cloud_efficiency',
      'DataDisk.1.Size': 20,
    });
    const [root, store] = [await diskOf(one, 40), await diskOf(one, 20)];
    const [ofRoot, ofStore] = [await make(root), await make(store)];
    const ofOther = await make(elsewhere);
    const both = {
      'Disk.1.DiskId': root,
      'Disk.1.SnapshotId': ofRoot,
      'Disk.2.DiskId': store,
      'Disk.2.SnapshotId': ofStore,
    };
    const refusal = (more: GivenParameters = {}) =>
      cloud.refusal('ResetDisks', { ...both, ...more });
    assert.equal(await refusal(), '403 IncorrectInstanceStatus');
    await cloud.ok('StopInstance', { InstanceId: one });
    await cloud.passTime(WHILE);
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ 'Disk.1.DiskId': NO_DISK }, '404 InvalidDiskId.NotFound'],
      [{ 'Disk.2.SnapshotId': NONE }, '404 InvalidSnapshotId.NotFound'],
      [{ 'Disk.2.SnapshotId': ofRoot }, '403 InvalidParameter.Mismatch'],
      [{ 'Disk.3.DiskId': elsewhere, 'Disk.3.SnapshotId': ofOther }, '403 OperationDenied'],
      [{ 'Disk.3.DiskId': elsewhere }, '400 MissingParameter'],
      [{ DryRun: true }, '400 DryRunOperation'],
    ];
    for (const [more, code] of cases) assert.equal(await refusal(more), code, JSON.stringify(more));
    const eleven = Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => [
        [`Disk.${at + 1}.DiskId`, root],
        [`Disk.${at + 1}.SnapshotId`, ofRoot],
      ]).flat(),
    ) as GivenParameters;
    assert.equal(await cloud.refusal('ResetDisks', eleven), '400 InvalidParameter');
    assert.equal(await cloud.refusal('ResetDisks'), '400 MissingParameter');
    const { OperationProgressSet } = await cloud.ok('ResetDisks', both);
    const step = (disk: string, snapshot: string) => ({
      OperationStatus: 'Success',
      ErrorCode: '',
      ErrorMsg: '',
      RelatedItemSet: {
        RelatedItem: [
          { Name: 'SnapshotId', Value: snapshot },
          { Name: 'DiskId', Value: disk },
        ],
      },
    });
    assert.deepEqual(OperationProgressSet, {
      OperationProgress: [step(root, ofRoot), step(store, ofStore)],
    });
    assert.equal((await showDisk(cloud, store)).Status, 'ReIniting');
    assert.equal(await refusal(), '403 Operation.Conflict');
    await cloud.passTime(WHILE);
    assert.equal((await showDisk(cloud, store)).Status, 'In_use');
    const busy = await cloud.ok('CreateSnapshot', { DiskId: root });
    assert.equal(await refusal(), '403 IncorrectDiskStatus');
    await cloud.passTime(WHILE);
    assert.ok(busy['SnapshotId']);
  });
});
