import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const cbs = { service: 'cbs' } as const;
const SETTLED_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

type Shown = Readonly<Record<string, unknown>>;

const wish = {
  Placement: { Zone: 'ap-guangzhou-3' },
  DiskChargeType: 'POSTPAID_BY_HOUR',
  DiskType: 'CLOUD_PREMIUM',
  DiskSize: 20,
} as const;

const byMonth = {
  ...wish,
  DiskChargeType: 'PREPAID',
  DiskChargePrepaid: { Period: 1, RenewFlag: 'NOTIFY_AND_MANUAL_RENEW' },
} as const;

describe('the life of a disk', () => {
  let cloud: TestCloud;
  let instance = '';

  const ok = (action: string, body: object) => cloud.ok(action, body, cbs);
  const refusal = (action: string, body: object) => cloud.refusal(action, body, cbs);
  const settle = () => cloud.passTime(SETTLED_MS);
  const show = async (id: string): Promise<Shown | undefined> => {
    const { DiskSet } = await ok('DescribeDisks', { DiskIds: [id] });
    return (DiskSet as readonly Shown[])[0];
  };
  const stateOf = async (id: string) => (await show(id))?.['DiskState'];
  const created = async (body: object = wish): Promise<readonly string[]> => {
    const { DiskIdSet } = await ok('CreateDisks', body);
    await settle();
    return DiskIdSet as readonly string[];
  };
  const one = async (body: object = wish): Promise<string> => (await created(body))[0] ?? '';
  const attach = async (id: string, to = instance): Promise<void> => {
    await ok('AttachDisks', { DiskIds: [id], InstanceId: to });
    await settle();
  };
  const detach = async (id: string): Promise<void> => {
    await ok('DetachDisks', { DiskIds: [id] });
    await settle();
  };
  const remove = async (id: string): Promise<void> => {
    await ok('TerminateDisks', { DiskIds: [id] });
    await settle();
    assert.equal(await show(id), undefined);
  };
  const attachedTo = async (id: string): Promise<readonly unknown[]> => {
    const [shown] = await cloud.show([id]);
    const disks = shown?.['DataDisks'] as ReadonlyArray<{ readonly DiskId: string }> | null;
    return (disks ?? []).map(({ DiskId }) => DiskId);
  };

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning();
  });
  after(() => cloud.stop());

  test('is found once it is made, with what was asked for', async () => {
    const body = {
      ...wish,
      DiskName: 'é'.repeat(30),
      DiskCount: 2,
      Encrypt: 'ENCRYPT',
      KmsKeyId: 'kms-abcd1234',
      EncryptType: 'ENCRYPT_V1',
      DeleteSnapshot: 1,
      DiskBackupQuota: 3,
      Tags: [{ Key: 'team', Value: 'a' }],
      ClientToken: 'once',
    };
    const { DiskIdSet } = await ok('CreateDisks', body);
    const ids = DiskIdSet as readonly string[];
    assert.equal(ids.length, 2);
    assert.deepEqual((await ok('CreateDisks', body))['DiskIdSet'], ids);
    assert.equal(await show(ids[0] ?? ''), undefined);
    await settle();
    const shown = await show(ids[1] ?? '');
    assert.deepEqual(
      {
        name: shown?.['DiskName'],
        state: shown?.['DiskState'],
        attached: shown?.['Attached'],
        instance: shown?.['InstanceId'],
        portable: shown?.['Portable'],
        returnable: shown?.['IsReturnable'],
        encryption: [shown?.['Encrypt'], shown?.['EncryptType'], shown?.['KmsKeyId']],
        snapshots: shown?.['DeleteSnapshot'],
        quota: shown?.['DiskBackupQuota'],
        goes: shown?.['DeleteWithInstance'],
        tags: shown?.['Tags'],
      },
      {
        name: 'é'.repeat(30),
        state: 'UNATTACHED',
        attached: false,
        instance: '',
        portable: true,
        returnable: true,
        encryption: [true, 'ENCRYPT_V1', 'kms-abcd1234'],
        snapshots: 1,
        quota: 3,
        goes: false,
        tags: [{ Key: 'team', Value: 'a' }],
      },
    );
    for (const id of ids) await remove(id);
  });

  test('CreateDisks refuses what is not sold, in the codes of its page', async () => {
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{ DiskSize: 15 }, 'InvalidParameterValue'],
      [{ DiskSize: undefined }, 'MissingParameter'],
      [{ DiskType: 'CLOUD_TSSD' }, 'InvalidParameter.DiskConfigNotSupported'],
      [{ DiskType: 'LOCAL_SSD' }, 'InvalidParameterValue'],
      [{ DiskType: 'CLOUD_SSD', DiskSize: 10 }, 'InvalidParameterValue'],
      [{ Shareable: true }, 'InvalidParameter.DiskConfigNotSupported'],
      [
        { AutoMountConfiguration: { InstanceId: [instance], MountPoint: ['/data'] } },
        'InvalidParameter.DiskConfigNotSupported',
      ],
      [{ BurstPerformance: true }, 'InvalidParameter.DiskConfigNotSupported'],
      [
        { DiskType: 'CLOUD_HSSD', DiskSize: 450, BurstPerformance: true },
        'InvalidParameter.DiskConfigNotSupported',
      ],
      [{ ThroughputPerformance: 1 }, 'InvalidParameterValue'],
      [{ KmsKeyId: 'kms-abcd1234' }, 'InvalidParameterValue'],
      [{ DiskCount: 101 }, 'InvalidParameterValue.LimitExceeded'],
      [{ DiskName: 'é'.repeat(31) }, 'InvalidParameterValue'],
      [{ DiskChargeType: 'PREPAID' }, 'MissingParameter'],
      [{ DiskChargeType: 'CDCPAID' }, 'InvalidParameterValue'],
      [{ DiskBackupQuota: 1025 }, 'InvalidParameterValue'],
      [{ Placement: { Zone: 'ap-beijing-3' } }, 'InvalidParameterValue'],
    ];
    for (const [body, code] of cases) {
      assert.equal(await refusal('CreateDisks', { ...wish, ...body }), code, JSON.stringify(body));
    }
    const bursting = { ...wish, DiskType: 'CLOUD_HSSD', DiskSize: 460, BurstPerformance: true };
    const id = await one(bursting);
    assert.equal((await show(id))?.['BurstPerformance'], true);
    await remove(id);
  });

  test('says why its latest operation failed, until another one does not', async () => {
    const id = await one();
    assert.equal((await show(id))?.['ErrorPrompt'], '');
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'attach-disk', times: 1 });
    await attach(id);
    const failed = await show(id);
    assert.equal(failed?.['DiskState'], 'UNATTACHED');
    assert.notEqual(failed?.['ErrorPrompt'], '');
    await attach(id);
    assert.equal((await show(id))?.['ErrorPrompt'], '');
    await detach(id);
    await remove(id);
  });

  test('is attached to an instance and taken from it', async () => {
    const id = await one();
    const asked = { DiskIds: [id], InstanceId: instance };
    await ok('AttachDisks', asked);
    assert.equal(await stateOf(id), 'ATTACHING');
    assert.equal(await refusal('AttachDisks', asked), 'ResourceBusy');
    const other = await cloud.refusal('TerminateInstances', { InstanceIds: [instance] });
    assert.equal(other, 'OperationDenied.InstanceOperationInProgress');
    await settle();
    assert.deepEqual(await attachedTo(instance), [id]);
    const shown = await show(id);
    assert.deepEqual([shown?.['DiskState'], shown?.['Attached']], ['ATTACHED', true]);
    assert.equal(shown?.['InstanceId'], instance);
    assert.equal(await refusal('AttachDisks', asked), 'ResourceUnavailable.Attached');
    assert.equal(
      await refusal('TerminateDisks', { DiskIds: [id] }),
      'ResourceUnavailable.NotSupported',
    );
    const elsewhere = { DiskIds: [id], InstanceId: 'ins-zzzzzzzz' };
    assert.equal(await refusal('DetachDisks', elsewhere), 'ResourceUnavailable.NotSupported');
    await ok('DetachDisks', { DiskIds: [id] });
    assert.equal(await stateOf(id), 'DETACHING');
    await settle();
    const free = await show(id);
    assert.deepEqual(
      [free?.['DiskState'], free?.['InstanceId'], free?.['LastAttachInsId']],
      ['UNATTACHED', '', instance],
    );
    assert.deepEqual(await attachedTo(instance), []);
    assert.equal(
      await refusal('DetachDisks', { DiskIds: [id] }),
      'ResourceUnavailable.NotSupported',
    );
    await remove(id);
  });

  test('AttachDisks and DetachDisks refuse in the codes of their pages', async () => {
    const id = await one();
    const far = await one({ ...wish, Placement: { Zone: 'ap-guangzhou-4' } });
    const [shown] = await cloud.show([instance]);
    const system = (shown?.['SystemDisk'] as Shown | undefined)?.['DiskId'];
    const cases: ReadonlyArray<readonly [string, object, string]> = [
      ['AttachDisks', { DiskIds: [], InstanceId: instance }, 'MissingParameter'],
      ['AttachDisks', { DiskIds: ['disk-1'], InstanceId: instance }, 'InvalidParameterValue'],
      ['AttachDisks', { DiskIds: [id], InstanceId: 'ins-1' }, 'InvalidParameterValue'],
      [
        'AttachDisks',
        { DiskIds: ['disk-zzzzzzzz'], InstanceId: instance },
        'InvalidDiskId.NotFound',
      ],
      ['AttachDisks', { DiskIds: [id], InstanceId: 'ins-zzzzzzzz' }, 'InvalidInstanceId.NotFound'],
      ['AttachDisks', { DiskIds: [far], InstanceId: instance }, 'ResourceUnavailable.ZoneNotMatch'],
      [
        'AttachDisks',
        { DiskIds: Array.from({ length: 11 }, () => id), InstanceId: instance },
        'InvalidParameterValue.LimitExceeded',
      ],
      ['DetachDisks', { DiskIds: [system] }, 'InvalidDisk.NotPortable'],
      ['DetachDisks', { DiskIds: ['disk-zzzzzzzz'] }, 'InvalidDiskId.NotFound'],
      ['TerminateDisks', { DiskIds: [] }, 'MissingParameter'],
      ['TerminateDisks', { DiskIds: ['disk-zzzzzzzz'] }, 'InvalidParameterValue'],
    ];
    for (const [action, body, code] of cases) {
      assert.equal(await refusal(action, body), code, `${action} ${JSON.stringify(body)}`);
    }
    await remove(id);
    await remove(far);
  });

  test('an instance has twenty cloud data disks and no more', async () => {
    const ids = await created({ ...wish, DiskCount: 21 });
    for (const from of [0, 10]) {
      await ok('AttachDisks', { DiskIds: ids.slice(from, from + 10), InstanceId: instance });
      await settle();
    }
    const more = { DiskIds: ids.slice(20), InstanceId: instance };
    assert.equal(await refusal('AttachDisks', more), 'LimitExceeded.InstanceAttachedDisk');
    for (const from of [0, 10]) {
      await ok('DetachDisks', { DiskIds: ids.slice(from, from + 10), InstanceId: instance });
      await settle();
    }
    await ok('TerminateDisks', { DiskIds: ids });
    await settle();
    assert.deepEqual((await ok('DescribeDisks', { DiskIds: ids }))['DiskSet'], []);
  });

  test('disks of one instance change at once, each for itself', async () => {
    const [first = '', second = ''] = await created({ ...wish, DiskCount: 2 });
    await ok('AttachDisks', { DiskIds: [first], InstanceId: instance });
    await ok('AttachDisks', { DiskIds: [second], InstanceId: instance });
    await settle();
    assert.deepEqual((await attachedTo(instance)).toSorted(), [first, second].toSorted());
    await ok('ResizeDisk', { DiskId: first, DiskSize: 30 });
    await ok('DetachDisks', { DiskIds: [second] });
    assert.deepEqual([await stateOf(first), await stateOf(second)], ['EXPANDING', 'DETACHING']);
    const stop = () => cloud.refusal('StopInstances', { InstanceIds: [instance] });
    assert.equal(await stop(), 'OperationDenied.InstanceOperationInProgress');
    await settle();
    assert.deepEqual([await stateOf(first), await stateOf(second)], ['ATTACHED', 'UNATTACHED']);
    await cloud.ok('RebootInstances', { InstanceIds: [instance] });
    const booting = await refusal('DetachDisks', { DiskIds: [first] });
    assert.equal(booting, 'InvalidInstance.NotSupported');
    await settle();
    await detach(first);
    await ok('TerminateDisks', { DiskIds: [first, second] });
    await settle();
  });

  test('grows, attached or not, and never shrinks', async () => {
    const id = await one();
    await ok('ResizeDisk', { DiskId: id, DiskSize: 30 });
    assert.equal(await stateOf(id), 'EXPANDING');
    assert.equal(await refusal('ResizeDisk', { DiskId: id, DiskSize: 40 }), 'InvalidDisk.Busy');
    await settle();
    assert.equal((await show(id))?.['DiskSize'], 30);
    await attach(id);
    await ok('ResizeDisk', { DiskId: id, DiskSize: 40 });
    await settle();
    assert.equal((await show(id))?.['DiskSize'], 40);
    assert.equal(await stateOf(id), 'ATTACHED');
    assert.equal(
      await refusal('ResizeDisk', { DiskId: id, DiskSize: 40 }),
      'InvalidParameterValue',
    );
    assert.equal(
      await refusal('ResizeDisk', { DiskId: id, DiskSize: 45 }),
      'InvalidParameterValue',
    );
    assert.equal(
      await refusal('ResizeDisk', { DiskId: id, DiskSize: 32_010 }),
      'InvalidParameterValue',
    );
    const [shown] = await cloud.show([instance]);
    const system = (shown?.['SystemDisk'] as Shown | undefined)?.['DiskId'];
    const asked = { DiskId: system, DiskSize: 100 };
    assert.equal(await refusal('ResizeDisk', asked), 'InvalidDisk.NotSupported');
    await detach(id);
    await remove(id);
  });

  test('InitializeDisks empties a disk that is attached to none', async () => {
    const id = await one();
    await ok('InitializeDisks', { DiskIds: [id] });
    assert.equal(await stateOf(id), 'ROLLBACKING');
    assert.equal(await refusal('InitializeDisks', { DiskIds: [id] }), 'ResourceBusy');
    await settle();
    assert.equal(await stateOf(id), 'UNATTACHED');
    const many = { DiskIds: Array.from({ length: 21 }, () => id) };
    assert.equal(await refusal('InitializeDisks', many), 'InvalidParameterValue.LimitExceeded');
    await remove(id);
  });

  test('is made from a snapshot of a data disk, as large as that or larger', async () => {
    const [shown] = await cloud.show([instance]);
    const system = (shown?.['SystemDisk'] as Shown | undefined)?.['DiskId'];
    const source = await one({ ...wish, DiskSize: 30 });
    await attach(source);
    const { SnapshotId } = await ok('CreateSnapshot', { DiskId: source });
    const { DiskSize: _size, ...sizeless } = wish;
    assert.equal(await refusal('CreateDisks', { ...sizeless, SnapshotId }), 'ResourceBusy');
    const { SnapshotId: ofSystem } = await ok('CreateSnapshot', { DiskId: system });
    await cloud.passTime(HOUR_MS);
    const id = await one({ ...sizeless, SnapshotId });
    assert.equal((await show(id))?.['DiskSize'], 30);
    const larger = await one({ ...sizeless, SnapshotId, DiskSize: 40 });
    assert.equal((await show(larger))?.['DiskSize'], 40);
    for (const [body, code] of [
      [{ SnapshotId, DiskSize: 20 }, 'InvalidParameterValue'],
      [{ SnapshotId: ofSystem, DiskSize: 100 }, 'InvalidParameterValue'],
      [{ SnapshotId: 'snap-zzzzzzzz' }, 'InvalidSnapshotId.NotFound'],
      [{ SnapshotId: 'snap-1' }, 'InvalidParameterValue'],
    ] as const) {
      const asked = { ...sizeless, ...body };
      assert.equal(await refusal('CreateDisks', asked), code, JSON.stringify(body));
    }
    await ok('InitializeDisks', { DiskIds: [id] });
    await settle();
    assert.equal(await stateOf(id), 'UNATTACHED');
    await detach(source);
    for (const each of [source, id, larger]) await remove(each);
  });

  test('ModifyDiskAttributes changes what needs no work', async () => {
    const id = await one({ ...wish, DiskSize: 100 });
    const change = (body: object) => ok('ModifyDiskAttributes', { DiskIds: [id], ...body });
    await change({ DiskName: 'data', ProjectId: 7, DeleteWithInstance: true });
    const shown = await show(id);
    assert.deepEqual(
      [
        shown?.['DiskName'],
        shown?.['DeleteWithInstance'],
        (shown?.['Placement'] as Shown | undefined)?.['ProjectId'],
      ],
      ['data', true, 7],
    );
    await change({ DiskType: 'CLOUD_SSD' });
    assert.equal((await show(id))?.['DiskType'], 'CLOUD_SSD');
    const refused = (body: object) => refusal('ModifyDiskAttributes', { DiskIds: [id], ...body });
    assert.equal(
      await refused({ DiskType: 'CLOUD_PREMIUM' }),
      'InvalidParameter.DiskConfigNotSupported',
    );
    assert.equal(await refused({ DiskType: 'CLOUD_SSD', DiskName: 'x' }), 'InvalidParameterValue');
    assert.equal(await refused({ Portable: false }), 'InvalidDisk.NotSupported');
    await remove(id);
  });

  test('a disk that is kept outlives its instance, and is attached to another', async () => {
    const [first = '', second = ''] = await cloud.launchRunning({
      InstanceCount: 2,
      DataDisks: [
        { DiskSize: 50, DiskType: 'CLOUD_PREMIUM', DeleteWithInstance: false, DiskName: 'kept' },
        { DiskSize: 60, DiskType: 'CLOUD_PREMIUM' },
      ],
    });
    const [kept, gone] = (await attachedTo(first)) as readonly string[];
    await cloud.ok('TerminateInstances', { InstanceIds: [first] });
    await settle();
    assert.equal(await show(gone ?? ''), undefined);
    const shown = await show(kept ?? '');
    assert.deepEqual(
      [shown?.['DiskState'], shown?.['DiskChargeType'], shown?.['LastAttachInsId']],
      ['UNATTACHED', 'POSTPAID_BY_HOUR', first],
    );
    await attach(kept ?? '', second);
    assert.ok((await attachedTo(second)).includes(kept));
    await cloud.ok('TerminateInstances', { InstanceIds: [second] });
    await settle();
    assert.equal(await stateOf(kept ?? ''), 'UNATTACHED', 'it stays when that goes, too');
    await remove(kept ?? '');
    const { DiskSet } = await ok('DescribeDisks', {
      Filters: [{ Name: 'disk-state', Values: ['UNATTACHED'] }],
    });
    for (const { DiskId } of DiskSet as ReadonlyArray<{ readonly DiskId: string }>) {
      await remove(DiskId);
    }
  });

  test('a data disk paid in advance goes with ReleasePrepaidDataDisks alone', async () => {
    for (const [ReleasePrepaidDataDisks, inBin, after] of [
      [true, 'TORECYCLE', undefined],
      [false, 'ATTACHED', 'UNATTACHED'],
    ] as const) {
      const [id = ''] = await cloud.launchRunning({
        InstanceChargeType: 'PREPAID',
        InstanceChargePrepaid: { Period: 1 },
        DataDisks: [{ DiskSize: 50, DiskType: 'CLOUD_PREMIUM' }],
      });
      const [disk] = (await attachedTo(id)) as readonly string[];
      await cloud.ok('TerminateInstances', { InstanceIds: [id], ReleasePrepaidDataDisks });
      await settle();
      assert.equal(await stateOf(disk ?? ''), inBin);
      await cloud.ok('TerminateInstances', { InstanceIds: [id] });
      await settle();
      assert.equal(await stateOf(disk ?? ''), after);
      if (after === undefined) continue;
      assert.equal((await show(disk ?? ''))?.['DiskChargeType'], 'PREPAID');
      await ok('TerminateDisks', { DiskIds: [disk] });
      assert.equal(await stateOf(disk ?? ''), 'TORECYCLE');
      await remove(disk ?? '');
    }
  });

  test('a disk paid in advance ends, waits in the bin, and comes back by renewal', async () => {
    const id = await one(byMonth);
    const deadline = (await show(id))?.['DeadlineTime'];
    await ok('ModifyDisksRenewFlag', { DiskIds: [id], RenewFlag: 'NOTIFY_AND_AUTO_RENEW' });
    await cloud.passTime(32 * DAY_MS);
    assert.notEqual((await show(id))?.['DeadlineTime'], deadline);
    await ok('ModifyDisksRenewFlag', {
      DiskIds: [id],
      RenewFlag: 'DISABLE_NOTIFY_AND_MANUAL_RENEW',
    });
    await attach(id);
    await cloud.passTime(31 * DAY_MS);
    assert.equal(await stateOf(id), 'TORECYCLE');
    assert.deepEqual(await attachedTo(instance), []);
    const grow = { DiskId: id, DiskSize: 100 };
    assert.equal(await refusal('ResizeDisk', grow), 'InvalidDisk.Expire');
    await ok('RenewDisk', { DiskId: id, DiskChargePrepaid: { Period: 2 } });
    assert.equal(await stateOf(id), 'UNATTACHED');
    await ok('ModifyDisksChargeType', { DiskIds: [id], DiskChargePostpaid: true });
    assert.equal((await show(id))?.['DiskChargeType'], 'POSTPAID_BY_HOUR');
    const renewal = { DiskId: id, DiskChargePrepaid: { Period: 1 } };
    assert.equal(await refusal('RenewDisk', renewal), 'ResourceUnavailable.NotSupported');
    const flag = { DiskIds: [id], RenewFlag: 'NOTIFY_AND_AUTO_RENEW' };
    assert.equal(await refusal('ModifyDisksRenewFlag', flag), 'InvalidParameterValue');
    const paid = { DiskIds: [id], DiskChargePrepaid: { Period: 1 } };
    await ok('ModifyDisksChargeType', paid);
    assert.equal(await refusal('ModifyDisksChargeType', paid), 'ResourceUnavailable.NotSupported');
    assert.equal(await refusal('ModifyDisksChargeType', { DiskIds: [id] }), 'MissingParameter');
    await cloud.passTime(60 * DAY_MS);
    assert.equal(await show(id), undefined, 'after the bin it is gone');
  });

  test('throughput and backups of a disk are bought apart', async () => {
    const id = await one({ ...wish, DiskType: 'CLOUD_HSSD', DiskSize: 470 });
    await ok('ModifyDiskExtraPerformance', { DiskId: id, ThroughputPerformance: 100 });
    await ok('ModifyDiskBackupQuota', { DiskId: id, DiskBackupQuota: 5 });
    const shown = await show(id);
    assert.deepEqual([shown?.['ThroughputPerformance'], shown?.['DiskBackupQuota']], [100, 5]);
    const zero = { DiskId: id, DiskBackupQuota: 0 };
    assert.equal(await refusal('ModifyDiskBackupQuota', zero), 'InvalidParameterValue');
    await remove(id);
    const small = await one({ ...wish, DiskType: 'CLOUD_HSSD', DiskSize: 460 });
    const more = { DiskId: small, ThroughputPerformance: 1 };
    assert.equal(await refusal('ModifyDiskExtraPerformance', more), 'InvalidDisk.NotSupported');
    await remove(small);
  });
});
