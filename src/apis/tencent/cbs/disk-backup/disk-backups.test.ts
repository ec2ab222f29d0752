import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Shown {
  readonly [field: string]: unknown;
}

const cbs = { service: 'cbs' } as const;
const MADE_MS = 60_000;
const DAY_MS = 86_400_000;
const NONE = 'dbp-00000000';

describe('backups of disks', () => {
  let cloud: TestCloud;
  let instance = '';
  let system = '';
  let disk = '';

  const ok = (action: string, body: object = {}) => cloud.ok(action, body, cbs);
  const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, cbs);
  const settle = () => cloud.passTime(MADE_MS);
  const begin = async (body: object) => {
    const { DiskBackupId } = await ok('CreateDiskBackup', body);
    return DiskBackupId as string;
  };
  const make = async (body: object) => {
    const id = await begin(body);
    await settle();
    return id;
  };
  const list = async (body: object = {}) =>
    (await ok('DescribeDiskBackups', body))['DiskBackupSet'] as readonly Shown[];
  const idsBy = async (body: object) => (await list(body)).map((one) => one['DiskBackupId']);
  const show = async (id: string) => (await list({ DiskBackupIds: [id] }))[0];
  const drop = (...DiskBackupIds: readonly string[]) => ok('DeleteDiskBackups', { DiskBackupIds });
  const newDisk = async (DiskBackupQuota?: number) => {
    const { DiskIdSet } = await ok('CreateDisks', {
      Placement: { Zone: 'ap-guangzhou-3' },
      DiskType: 'CLOUD_SSD',
      DiskChargeType: 'POSTPAID_BY_HOUR',
      DiskSize: 100,
      ...(DiskBackupQuota !== undefined && { DiskBackupQuota }),
    });
    await settle();
    return (DiskIdSet as readonly [string])[0];
  };
  const diskOf = async (id: string) => {
    const { DiskSet } = await ok('DescribeDisks', { DiskIds: [id] });
    return (DiskSet as readonly Shown[])[0];
  };
  const stateOf = async () => (await cloud.show([instance]))[0]?.['InstanceState'];

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning();
    const [shown] = await cloud.show([instance]);
    system = (shown?.['SystemDisk'] as { DiskId: string } | undefined)?.DiskId ?? '';
    await ok('ModifyDiskBackupQuota', { DiskId: system, DiskBackupQuota: 1 });
    disk = await newDisk(2);
  });
  afterEach(async () => {
    await settle();
    const left = await idsBy({});
    if (left.length > 0) await drop(...left.map(String));
  });
  after(() => cloud.stop());

  test('one is CREATING, with its progress by the clock, then NORMAL', async () => {
    const slow = { effect: 'slow', verb: 'create-snapshot', times: 1, addedMs: 9_500 } as const;
    cloud.server.simulator?.provoke(slow);
    const id = await begin({ DiskId: disk, DiskBackupName: 'first' });
    assert.match(id, /^dbp-[0-9a-z]{8}$/);
    await cloud.passTime(5_000);
    const making = await show(id);
    assert.equal(making?.['DiskBackupState'], 'CREATING');
    assert.ok(Number(making['Percent']) > 30 && Number(making['Percent']) < 100);
    const others = { DiskId: disk };
    assert.equal(await refusal('CreateDiskBackup', others), 'ResourceUnavailable.SnapshotCreating');
    const code = await refusal('CreateSnapshot', others);
    assert.equal(code, 'ResourceUnavailable.DiskBackupCreating');
    assert.equal(await refusal('DeleteDiskBackups', { DiskBackupIds: [id] }), 'ResourceBusy');
    const rollBack = { DiskBackupId: id, DiskId: disk };
    assert.equal(await refusal('ApplyDiskBackup', rollBack), 'ResourceBusy');
    await settle();
    const made = await show(id);
    assert.deepEqual(
      { ...made, CreateTime: '' },
      {
        DiskBackupId: id,
        DiskBackupName: 'first',
        DiskBackupState: 'NORMAL',
        Percent: 100,
        DiskId: disk,
        DiskSize: 100,
        DiskUsage: 'DATA_DISK',
        Encrypt: false,
        CreateTime: '',
      },
    );
    assert.match(String(made?.['CreateTime']), /^2026-01-02 \d\d:\d\d:\d\d$/);
    const { DiskBackupCount, DiskBackupQuota } = (await diskOf(disk)) ?? {};
    assert.deepEqual([DiskBackupCount, DiskBackupQuota], [1, 2]);
    await drop(id);
    assert.equal((await diskOf(disk))?.['DiskBackupCount'], 0);
  });

  test('a disk has as many as its quota says, and no quota below them', async () => {
    const none = await newDisk();
    const noQuota = await refusal('CreateDiskBackup', { DiskId: none });
    assert.equal(noQuota, 'ResourceUnavailable.NotSupported');
    const ids = [await make({ DiskId: disk }), await make({ DiskId: disk })];
    const full = await refusal('CreateDiskBackup', { DiskId: disk });
    assert.equal(full, 'ResourceInsufficient.OverQuota');
    const fewer = { DiskId: disk, DiskBackupQuota: 1 };
    const code = await refusal('ModifyDiskBackupQuota', fewer);
    assert.equal(code, 'ResourceUnavailable.NotSupported');
    assert.equal((await diskOf(disk))?.['DiskBackupQuota'], 2);
    await ok('ModifyDiskBackupQuota', { DiskId: disk, DiskBackupQuota: 3 });
    const third = await make({ DiskId: disk });
    await drop(...ids, third);
    await ok('ModifyDiskBackupQuota', { DiskId: disk, DiskBackupQuota: 2 });
  });

  test('names have a hundred characters, and what is asked for has to be there', async () => {
    const code = await refusal('CreateDiskBackup', {
      DiskId: disk,
      DiskBackupName: 'n'.repeat(101),
    });
    assert.equal(code, 'InvalidParameter');
    const id = await make({ DiskId: disk, DiskBackupName: 'n'.repeat(100) });
    assert.equal((await show(id))?.['DiskBackupName'], 'n'.repeat(100));
    const noDisk = { DiskId: 'disk-00000000' };
    assert.equal(await refusal('CreateDiskBackup', noDisk), 'InvalidDiskId.NotFound');
    const gone = { DiskBackupIds: [id, NONE] };
    assert.equal(await refusal('DeleteDiskBackups', gone), 'ResourceNotFound.NotFound');
    assert.ok(await show(id));
    await drop(id);
    assert.deepEqual(await list({ DiskBackupIds: [id] }), []);
    assert.equal(await refusal('DeleteDiskBackups', { DiskBackupIds: [] }), 'MissingParameter');
  });

  test('they are listed by their filters, oldest first or newest first', async () => {
    const first = await make({ DiskId: disk });
    const second = await make({ DiskId: system });
    assert.deepEqual(await idsBy({}), [first, second]);
    assert.deepEqual(await idsBy({ Order: 'DESC' }), [second, first]);
    assert.deepEqual(await idsBy({ Offset: 1, Limit: 1 }), [second]);
    const by = (Name: string, ...Values: readonly string[]) =>
      idsBy({ Filters: [{ Name, Values }] });
    assert.deepEqual(await by('disk-backup-id', second), [second]);
    assert.deepEqual(await by('disk-id', disk), [first]);
    assert.deepEqual(await by('disk-usage', 'SYSTEM_DISK'), [second]);
    const unknown = { Filters: [{ Name: 'disk-name', Values: ['a'] }] };
    assert.equal(await refusal('DescribeDiskBackups', unknown), 'InvalidFilter');
    const both = { DiskBackupIds: [first], Filters: [{ Name: 'disk-id', Values: [disk] }] };
    assert.equal(await refusal('DescribeDiskBackups', both), 'InvalidParameter');
    assert.equal((await show(second))?.['DiskUsage'], 'SYSTEM_DISK');
    await drop(first, second);
  });

  test('a disk is rolled back to one of its own alone', async () => {
    const id = await make({ DiskId: disk });
    const other = await newDisk(1);
    const wrong = { DiskBackupId: id, DiskId: other };
    assert.equal(await refusal('ApplyDiskBackup', wrong), 'ResourceUnavailable.NotSupported');
    const noDisk = { DiskBackupId: id, DiskId: 'disk-00000000' };
    assert.equal(await refusal('ApplyDiskBackup', noDisk), 'InvalidDiskId.NotFound');
    const noBackup = { DiskBackupId: NONE, DiskId: disk };
    assert.equal(await refusal('ApplyDiskBackup', noBackup), 'ResourceNotFound.NotFound');
    await ok('ApplyDiskBackup', { DiskBackupId: id, DiskId: disk });
    assert.equal((await show(id))?.['DiskBackupState'], 'ROLLBACKING');
    assert.equal((await diskOf(disk))?.['Rollbacking'], true);
    assert.equal(await refusal('DeleteDiskBackups', { DiskBackupIds: [id] }), 'ResourceBusy');
    const again = await refusal('ApplyDiskBackup', { DiskBackupId: id, DiskId: disk });
    assert.equal(again, 'ResourceBusy');
    const busy = await refusal('CreateDiskBackup', { DiskId: disk });
    assert.equal(busy, 'ResourceInUse.DiskRollbacking');
    await settle();
    assert.equal((await show(id))?.['DiskBackupState'], 'NORMAL');
    assert.equal((await diskOf(disk))?.['Rollbacking'], false);
    await ok('ResizeDisk', { DiskId: disk, DiskSize: 110 });
    await settle();
    const larger = await refusal('ApplyDiskBackup', { DiskBackupId: id, DiskId: disk });
    assert.equal(larger, 'ResourceUnavailable.NotSupported');
    await drop(id);
  });

  test('a rollback shows how far it is by the clock', async () => {
    const id = await make({ DiskId: disk });
    const slow = { effect: 'slow', verb: 'restore-disk', times: 1, addedMs: 39_000 } as const;
    cloud.server.simulator?.provoke(slow);
    const shown = async () => {
      const { Rollbacking, RollbackPercent } = (await diskOf(disk)) ?? {};
      return [Rollbacking, Number(RollbackPercent)] as const;
    };
    assert.deepEqual(await shown(), [false, 0]);
    await ok('ApplyDiskBackup', { DiskBackupId: id, DiskId: disk });
    await cloud.passTime(10_000);
    const [isUnderWay, percent] = await shown();
    assert.ok(isUnderWay === true && percent > 10 && percent < 50, String(percent));
    await cloud.passTime(15_000);
    const [, later] = await shown();
    assert.ok(later > percent && later < 100, String(later));
    await settle();
    assert.deepEqual(await shown(), [false, 0]);
    await drop(id);
  });

  test('the instance of a disk stands still meanwhile, and starts again where asked', async () => {
    const id = await make({ DiskId: system });
    const rollBack = { DiskBackupId: id, DiskId: system };
    assert.equal(await refusal('ApplyDiskBackup', rollBack), 'InvalidDisk.Busy');
    const startAlone = { ...rollBack, AutoStartInstance: true };
    assert.equal(await refusal('ApplyDiskBackup', startAlone), 'InvalidParameterValue');
    await ok('ApplyDiskBackup', { ...rollBack, AutoStopInstance: true, AutoStartInstance: true });
    assert.equal(await stateOf(), 'STOPPING');
    await settle();
    assert.equal(await stateOf(), 'RUNNING');
    await ok('ApplyDiskBackup', { ...rollBack, AutoStopInstance: true });
    await settle();
    assert.equal(await stateOf(), 'STOPPED');
    const detached = { DiskBackupId: await make({ DiskId: disk }), DiskId: disk };
    const nothing = await refusal('ApplyDiskBackup', { ...detached, AutoStopInstance: true });
    assert.equal(nothing, 'InvalidDisk.NotSupported');
    await drop(id, detached.DiskBackupId);
  });

  test('a snapshot of one outlives it', async () => {
    const id = await make({ DiskId: disk });
    const foreign = { DiskBackupId: id, DiskId: system };
    assert.equal(await refusal('CreateSnapshot', foreign), 'ResourceUnavailable.NotSupported');
    const unknown = await refusal('CreateSnapshot', { DiskBackupId: NONE });
    assert.equal(unknown, 'ResourceNotFound.NotFound');
    const { SnapshotId } = await ok('CreateSnapshot', { DiskBackupId: id });
    assert.equal(await refusal('DeleteDiskBackups', { DiskBackupIds: [id] }), 'ResourceBusy');
    await settle();
    await drop(id);
    const { SnapshotSet } = await ok('DescribeSnapshots', { SnapshotIds: [SnapshotId] });
    const [snapshot] = SnapshotSet as readonly Shown[];
    assert.equal(snapshot?.['SnapshotState'], 'NORMAL');
    assert.equal(snapshot['DiskId'], disk);
    assert.equal(snapshot['CopyFromRemote'], false);
    await ok('DeleteSnapshots', { SnapshotIds: [SnapshotId] });
  });

  test('one that cannot be made is gone, and its place in the quota is free', async () => {
    const fail = { effect: 'fail', verb: 'create-snapshot', times: 1 } as const;
    cloud.server.simulator?.provoke(fail);
    const id = await make({ DiskId: system });
    assert.deepEqual(await list({ DiskBackupIds: [id] }), []);
    await drop(await make({ DiskId: system }));
  });

  test('a disk with a quota has one by itself each day, in place of the one before', async () => {
    const daily = await newDisk(1);
    const none = await newDisk();
    const of = (id: string) => idsBy({ Filters: [{ Name: 'disk-id', Values: [id] }] });
    await cloud.passTime(DAY_MS);
    const [first, ...others] = await of(daily);
    assert.deepEqual([typeof first, others], ['string', []]);
    assert.match(String((await show(String(first)))?.['CreateTime']), / 15:00:00$/);
    await cloud.passTime(DAY_MS);
    const [second, ...more] = await of(daily);
    assert.deepEqual(more, []);
    assert.notEqual(second, first);
    // One that cannot be made leaves the one before where it is.
    const fail = { effect: 'fail', verb: 'create-snapshot', times: 9 } as const;
    cloud.server.simulator?.provoke(fail);
    await cloud.passTime(DAY_MS);
    assert.deepEqual(await of(daily), [second]);
    cloud.server.simulator?.clearProvocations();
    await drop(String(second));
    const own = await make({ DiskId: daily });
    await cloud.passTime(DAY_MS);
    assert.deepEqual(await of(daily), [own], 'those that were asked for stay');
    await ok('ModifyDiskBackupQuota', { DiskId: daily, DiskBackupQuota: 2 });
    await cloud.passTime(2 * DAY_MS);
    const both = await of(daily);
    assert.deepEqual([both.length, both[0]], [2, own]);
    assert.deepEqual(await of(none), []);
    for (const DiskId of [daily, none]) await ok('TerminateDisks', { DiskIds: [DiskId] });
    await settle();
    await cloud.passTime(DAY_MS);
    assert.deepEqual(await of(daily), []);
  });

  test('they go with their disk', async () => {
    const gone = await newDisk(2);
    await make({ DiskId: gone });
    await begin({ DiskId: gone });
    await ok('TerminateDisks', { DiskIds: [gone] });
    await settle();
    assert.deepEqual(await idsBy({ Filters: [{ Name: 'disk-id', Values: [gone] }] }), []);
  });
});
