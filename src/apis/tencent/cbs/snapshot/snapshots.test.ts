import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Snapshot {
  readonly SnapshotId: string;
  readonly [field: string]: unknown;
}

const cbs = { service: 'cbs' } as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MADE_MS = 60_000;
const NONE = 'snap-00000000';

function isoIn(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}

describe('snapshots of cbs', () => {
  let cloud: TestCloud;
  let instance = '';
  let system = '';
  let data = '';
  let encrypted = '';
  let local = '';

  const ok = (action: string, body: object = {}) => cloud.ok(action, body, cbs);
  const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, cbs);
  const list = async (body: object = {}, region = 'ap-guangzhou') => {
    const answer = await cloud.ok('DescribeSnapshots', body, { ...cbs, region });
    return answer['SnapshotSet'] as readonly Snapshot[];
  };
  const filtered = async (Name: string, ...Values: readonly string[]) =>
    (await list({ Filters: [{ Name, Values }] })).map(({ SnapshotId }) => SnapshotId);
  const show = async (id: string) => (await list({ SnapshotIds: [id] }))[0];
  const begin = async (body: object) => (await ok('CreateSnapshot', body))['SnapshotId'] as string;
  const make = async (body: object) => {
    const id = await begin(body);
    await cloud.passTime(MADE_MS);
    return id;
  };
  const drop = (...SnapshotIds: readonly string[]) => ok('DeleteSnapshots', { SnapshotIds });
  const now = () => cloud.server.clock.clock.now();
  const diskState = async (id: string) => {
    const answer = await ok('DescribeDisks', { DiskIds: [id] });
    return (answer['DiskSet'] as ReadonlyArray<{ DiskState: string }>)[0]?.DiskState;
  };
  const instanceState = async () => (await cloud.show([instance]))[0]?.['InstanceState'];

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning({
      SystemDisk: { DiskSize: 50 },
      DataDisks: [
        { DiskSize: 100, DiskType: 'CLOUD_SSD', DeleteWithInstance: false },
        { DiskSize: 100, DiskType: 'CLOUD_SSD', Encrypt: true },
        { DiskSize: 20, DiskType: 'LOCAL_BASIC' },
      ],
    });
    const [shown] = await cloud.show([instance]);
    system = (shown?.['SystemDisk'] as { DiskId: string } | undefined)?.DiskId ?? '';
    const disks = shown?.['DataDisks'] as ReadonlyArray<{ DiskId: string }>;
    [data = '', encrypted = '', local = ''] = disks.map(({ DiskId }) => DiskId);
  });
  after(() => cloud.stop());

  test('one is CREATING, with its progress by the clock, then NORMAL', async () => {
    cloud.server.simulator?.provoke({
      effect: 'slow',
      verb: 'create-snapshot',
      times: 1,
      addedMs: 9_500,
    });
    const id = await begin({
      DiskId: data,
      SnapshotName: 'first',
      Tags: [{ Key: 'a', Value: 'b' }],
    });
    await cloud.passTime(0);
    const made = await show(id);
    assert.ok(made);
    const { CreateTime, LatestModifyTime, ...shown } = made;
    assert.deepEqual(shown, {
      SnapshotId: id,
      SnapshotName: 'first',
      SnapshotState: 'CREATING',
      SnapshotType: 'PRIVATE_SNAPSHOT',
      SnapshotMode: 'STANDARD_SNAPSHOT',
      Percent: 0,
      DiskId: data,
      DiskSize: 100,
      DiskUsage: 'DATA_DISK',
      Encrypt: false,
      IsPermanent: true,
      IsLocked: false,
      DeadlineTime: '',
      CopyFromRemote: false,
      CopyingToRegions: [],
      Images: [],
      ImageCount: 0,
      ShareReference: 0,
      TimeStartShare: '',
      Tags: [{ Key: 'a', Value: 'b' }],
      Placement: {
        Zone: 'ap-guangzhou-3',
        ProjectId: 0,
        ProjectName: '默认项目',
        CageId: '',
        CdcId: '',
        CdcName: '',
        DedicatedClusterId: '',
      },
    });
    assert.match(String(CreateTime), /^2026-01-02 \d\d:\d\d:\d\d$/);
    assert.match(String(LatestModifyTime), /^2026-01-02T\d\d:\d\d:\d\dZ$/);
    await cloud.passTime(5_000);
    assert.equal((await show(id))?.['Percent'], 50);
    assert.equal(await refusal('CreateSnapshot', { DiskId: data }), 'InvalidDisk.SnapshotCreating');
    assert.equal(
      await refusal('DeleteSnapshots', { SnapshotIds: [id] }),
      'ResourceUnavailable.SnapshotCreating',
    );
    await cloud.passTime(5_000);
    assert.equal((await show(id))?.['SnapshotState'], 'NORMAL');
    assert.equal((await show(id))?.['Percent'], 100);
    await drop(id);
  });

  test('one that cannot be made is not shown any more, and its disk is free', async () => {
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'create-snapshot', times: 1 });
    const id = await make({ DiskId: data });
    assert.equal(await show(id), undefined);
    await drop(await make({ DiskId: data }), id);
  });

  test('what has no snapshots, or is not there, is refused', async () => {
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{ DiskId: 'disk-00000000' }, 'InvalidDiskId.NotFound'],
      [{ DiskId: local }, 'InvalidDisk.NotSupportSnapshot'],
      [{ DiskId: data, DiskUsage: 'SYSTEM_DISK' }, 'InvalidDisk.TypeError'],
      [{ DiskBackupId: 'dbp-00000000' }, 'ResourceNotFound.NotFound'],
      [{}, 'MissingParameter'],
      [{ DiskId: data, SnapshotName: 'x'.repeat(61) }, 'InvalidParameterValue'],
      [{ DiskId: data, Deadline: isoIn(now() + DAY_MS - 1_000) }, 'InvalidParameterValue'],
      [{ DiskId: data, Deadline: 'soon' }, 'InvalidParameterValue'],
    ];
    for (const [body, code] of cases) {
      assert.equal(await refusal('CreateSnapshot', body), code, JSON.stringify(body));
    }
    const id = await make({
      DiskId: system,
      DiskUsage: 'DATA_DISK',
      SnapshotName: 'x'.repeat(60),
      Deadline: isoIn(now() + DAY_MS + 1_000),
    });
    assert.equal((await show(id))?.['DiskUsage'], 'DATA_DISK');
    await drop(id);
  });

  test('one with an end goes by itself then; one whose end is taken away stays', async () => {
    const ending = await make({ DiskId: data, Deadline: isoIn(now() + 2 * DAY_MS) });
    const kept = await make({ DiskId: system, Deadline: isoIn(now() + 2 * DAY_MS) });
    assert.equal((await show(kept))?.['IsPermanent'], false);
    assert.match(String((await show(kept))?.['DeadlineTime']), /^2026-01-04 /);
    await ok('ModifySnapshotAttribute', { SnapshotId: kept, IsPermanent: true });
    await cloud.passTime(2 * DAY_MS - HOUR_MS);
    assert.ok(await show(ending));
    await cloud.passTime(2 * HOUR_MS);
    assert.equal(await show(ending), undefined);
    assert.equal((await show(kept))?.['IsPermanent'], true);
    await drop(kept);
  });

  test('ModifySnapshotAttribute changes the name and the end', async () => {
    const id = await make({ DiskId: data });
    const modify = (body: object) => ok('ModifySnapshotAttribute', { SnapshotId: id, ...body });
    const refused = (body: object) =>
      refusal('ModifySnapshotAttribute', { SnapshotId: id, ...body });
    assert.equal((await show(id))?.['SnapshotName'], '未命名');
    await modify({ SnapshotName: 'new' });
    assert.deepEqual(await filtered('snapshot-name', 'new'), [id]);
    await modify({ Deadline: isoIn(now() + 30 * DAY_MS) });
    assert.equal((await show(id))?.['IsPermanent'], false);
    await modify({ IsPermanent: false });
    await modify({ IsPermanent: true, Deadline: isoIn(now() + 30 * DAY_MS) });
    assert.equal((await show(id))?.['IsPermanent'], true);
    assert.equal(await refused({ IsPermanent: false }), 'MissingParameter');
    assert.equal(await refused({}), 'MissingParameter');
    assert.equal(await refused({ Deadline: isoIn(now() + HOUR_MS) }), 'InvalidParameterValue');
    assert.equal(await refused({ SnapshotName: 'x'.repeat(61) }), 'InvalidParameterValue');
    assert.equal(
      await refused({ SnapshotId: NONE, SnapshotName: 'x' }),
      'InvalidSnapshotId.NotFound',
    );
    await drop(id);
  });

  test('DescribeSnapshots narrows, orders and pages', async () => {
    const one = await make({ DiskId: data, SnapshotName: 'one', Tags: [{ Key: 'k', Value: 'v' }] });
    const two = await make({ DiskId: system, SnapshotName: 'two' });
    const three = await make({ DiskId: encrypted });
    const cases: ReadonlyArray<readonly [string, string, readonly string[]]> = [
      ['snapshot-id', one, [one]],
      ['snapshot-name', 'two', [two]],
      ['snapshot-state', 'NORMAL', [three, two, one]],
      ['snapshot-state', 'CREATING', []],
      ['snapshot-state', 'TORECYCLE', []],
      ['disk-usage', 'SYSTEM_DISK', [two]],
      ['disk-usage', 'DATA_DISK', [three, one]],
      ['project-id', '0', [three, two, one]],
      ['project-id', '7', []],
      ['disk-id', data, [one]],
      ['encrypt', 'true', [three]],
      ['encrypt', 'FALSE', [two, one]],
      ['snapshot-type', 'PRIVATE_SNAPSHOT', [three, two, one]],
      ['snapshot-type', 'SHARED_SNAPSHOT', []],
      ['zone', 'ap-guangzhou-3', [three, two, one]],
      ['zone', 'ap-guangzhou-4', []],
      ['tag-key', 'k', [one]],
      ['tag:k', 'v', [one]],
    ];
    for (const [name, value, ids] of cases) {
      assert.deepEqual(await filtered(name, value), ids, `${name} ${value}`);
    }
    const page = await ok('DescribeSnapshots', { Order: 'ASC', Offset: 1, Limit: 1 });
    assert.equal(page['TotalCount'], 3);
    assert.deepEqual((page['SnapshotSet'] as readonly Snapshot[])[0]?.SnapshotId, two);
    assert.deepEqual(await list({ SnapshotIds: [NONE] }), []);
    assert.deepEqual(await list({}, 'ap-beijing'), []);
    const both = { SnapshotIds: [one], Filters: [{ Name: 'snapshot-id', Values: [one] }] };
    assert.equal(await refusal('DescribeSnapshots', both), 'InvalidParameter');
    const unknown = { Filters: [{ Name: 'colour', Values: ['red'] }] };
    assert.equal(await refusal('DescribeSnapshots', unknown), 'InvalidFilter');
    for (const action of ['DescribeSnapshotOverview', 'GetSnapOverview']) {
      const { RequestId: _, ...overview } = await ok(action);
      assert.deepEqual(overview, {
        TotalNums: 3,
        TotalSize: 250,
        RealTradeSize: 250,
        FreeQuota: 0,
      });
    }
    await drop(one, two, three);
  });

  test('DeleteSnapshots deletes all or none', async () => {
    const id = await make({ DiskId: data });
    assert.equal(
      await refusal('DeleteSnapshots', { SnapshotIds: [id, NONE] }),
      'InvalidSnapshotId.NotFound',
    );
    assert.equal(await refusal('DeleteSnapshots', { SnapshotIds: [] }), 'MissingParameter');
    assert.ok(await show(id));
    await drop(id, id);
    assert.equal(await show(id), undefined);
  });

  test('a disk is rolled back while its instance stands still', async () => {
    const id = await make({ DiskId: data });
    const ofSystem = await make({ DiskId: system });
    const apply = { SnapshotId: id, DiskId: data };
    const cases: ReadonlyArray<readonly [object, string]> = [
      [apply, 'InvalidDisk.Busy'],
      [{ ...apply, AutoStartInstance: true }, 'InvalidParameterValue'],
      [{ ...apply, DiskId: system }, 'InvalidSnapshot.NotSupported'],
      [{ ...apply, SnapshotId: NONE }, 'InvalidSnapshotId.NotFound'],
      [{ ...apply, DiskId: 'disk-00000000' }, 'InvalidDiskId.NotFound'],
    ];
    for (const [body, code] of cases) {
      assert.equal(await refusal('ApplySnapshot', body), code, JSON.stringify(body));
    }
    await ok('ApplySnapshot', { ...apply, AutoStopInstance: true, AutoStartInstance: true });
    assert.equal(await instanceState(), 'STOPPING');
    assert.equal((await show(id))?.['SnapshotState'], 'ROLLBACKING');
    assert.equal(await diskState(data), 'ROLLBACKING');
    assert.equal(await refusal('ApplySnapshot', apply), 'ResourceBusy');
    assert.equal(await refusal('DeleteSnapshots', { SnapshotIds: [id] }), 'ResourceBusy');
    assert.equal(
      await refusal('CreateSnapshot', { DiskId: data }),
      'ResourceInUse.DiskRollbacking',
    );
    await cloud.passTime(MADE_MS);
    assert.equal(await instanceState(), 'RUNNING');
    assert.equal((await show(id))?.['SnapshotState'], 'NORMAL');
    assert.equal(await diskState(data), 'ATTACHED');
    await ok('ApplySnapshot', { SnapshotId: ofSystem, DiskId: system, AutoStopInstance: true });
    await cloud.passTime(MADE_MS);
    assert.equal(await instanceState(), 'STOPPED');
    await ok('ApplySnapshot', apply);
    await cloud.passTime(MADE_MS);
    assert.equal(await instanceState(), 'STOPPED');
    await ok('ApplySnapshot', apply);
    const asImage = { InstanceId: instance, ImageName: 'rolling', DataDiskIds: [data] };
    const rolling = await cloud.refusal('CreateImage', asImage);
    assert.equal(rolling, 'ResourceInUse.DiskRollbacking');
    await cloud.passTime(MADE_MS);
    const being = await begin({ DiskId: data });
    const larger = { DiskId: data, DiskSize: 990 };
    const making = await refusal('ResizeDisk', larger);
    assert.equal(making, 'ResourceUnavailable.SnapshotCreating');
    assert.equal(await refusal('ApplySnapshot', apply), 'InvalidDisk.SnapshotCreating');
    assert.equal(
      await refusal('ApplySnapshot', { ...apply, SnapshotId: being }),
      'ResourceUnavailable.SnapshotCreating',
    );
    await cloud.ok('StartInstances', { InstanceIds: [instance] });
    await cloud.passTime(MADE_MS);
    await drop(id, ofSystem, being);
  });
});
