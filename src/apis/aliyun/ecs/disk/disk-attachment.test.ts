import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { listDisks, makeDisk, showDisk } from './disk.test-support.ts';

const WHILE = 60_000;
const NONE = 'd-bp67acfmxazb4paaaaaa';

describe('AttachDisk, DetachDisk, DeleteDisk', () => {
  let cloud: TestCloud;
  let instance = '';

  const attach = (DiskId: string, more: GivenParameters = {}) =>
    ({ DiskId, InstanceId: instance, ...more }) as const;
  const attached = async (parameters: GivenParameters): Promise<void> => {
    await cloud.ok('AttachDisk', parameters);
    await cloud.passTime(WHILE);
  };
  const detached = async (parameters: GivenParameters): Promise<void> => {
    await cloud.ok('DetachDisk', parameters);
    await cloud.passTime(WHILE);
  };

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning();
  });
  after(() => cloud.stop());

  test('a disk goes from one running instance to another of its zone', async () => {
    const disk = await makeDisk(cloud, { DiskName: 'moves' });
    await cloud.ok('AttachDisk', attach(disk));
    assert.equal((await showDisk(cloud, disk)).Status, 'Attaching');
    await cloud.passTime(WHILE);
    const there = await showDisk(cloud, disk);
    assert.deepEqual(
      [there.Status, there.InstanceId, there['Device'], there['DeleteWithInstance']],
      ['In_use', instance, '/dev/xvdb', false],
    );
    assert.match(String(there['AttachedTime']), /^2026-01-02T/);
    assert.deepEqual(
      (await listDisks(cloud, { InstanceId: instance, DiskType: 'data' })).map((one) => one.DiskId),
      [disk],
    );
    await cloud.ok('DetachDisk', attach(disk));
    assert.equal((await showDisk(cloud, disk)).Status, 'Detaching');
    await cloud.passTime(WHILE);
    const gone = await showDisk(cloud, disk);
    assert.deepEqual([gone.Status, gone.InstanceId, gone['Device']], ['Available', '', '']);
    assert.match(String(gone['DetachedTime']), /^2026-01-02T/);
    const [other = ''] = await cloud.launchRunning();
    await attached({ DiskId: disk, InstanceId: other, DeleteWithInstance: true });
    const moved = await showDisk(cloud, disk);
    assert.deepEqual([moved.InstanceId, moved['DeleteWithInstance']], [other, true]);
    await cloud.ok('DeleteInstance', { InstanceId: other, Force: true });
    await cloud.passTime(WHILE);
    assert.deepEqual(await listDisks(cloud, { DiskIds: JSON.stringify([disk]) }), []);
  });

  test('a disk that is kept outlives its instance, and is deleted by its id', async () => {
    const [short = ''] = await cloud.launchRunning({
      'DataDisk.1.Size': 20,
      'DataDisk.1.Category': 'cloud_efficiency',
      'DataDisk.1.DeleteWithInstance': false,
    });
    const [disk] = await listDisks(cloud, { InstanceId: short, DiskType: 'data' });
    assert.ok(disk);
    assert.deepEqual([disk['Portable'], disk['DeleteWithInstance']], [true, false]);
    await cloud.ok('DeleteInstance', { InstanceId: short, Force: true });
    await cloud.passTime(WHILE);
    const kept = await showDisk(cloud, disk.DiskId);
    assert.deepEqual([kept.Status, kept.InstanceId], ['Available', '']);
    await cloud.ok('DeleteDisk', { DiskId: disk.DiskId });
    await cloud.passTime(WHILE);
    assert.deepEqual(await listDisks(cloud, { DiskIds: JSON.stringify([disk.DiskId]) }), []);
  });

  test('devices are given in their order, or as they are asked for', async () => {
    const [first, second, third] = [
      await makeDisk(cloud),
      await makeDisk(cloud),
      await makeDisk(cloud),
    ];
    await attached(attach(first, { Device: '/dev/xvdf' }));
    assert.equal(
      await cloud.refusal('AttachDisk', attach(second, { Device: '/dev/xvdf' })),
      '403 InvalidDevice.InUse',
    );
    const malformed = attach(second, { Device: '/dev/sdb' });
    assert.equal(await cloud.refusal('AttachDisk', malformed), '400 InvalidDevice.Malformed');
    await attached(attach(second));
    assert.deepEqual(
      [(await showDisk(cloud, first))['Device'], (await showDisk(cloud, second))['Device']],
      ['/dev/xvdf', '/dev/xvdb'],
    );
    await detached(attach(first, { DeleteWithInstance: true }));
    assert.equal((await showDisk(cloud, first))['DeleteWithInstance'], true);
    await attached(attach(third));
    assert.equal((await showDisk(cloud, third))['Device'], '/dev/xvdc');
    for (const disk of [second, third]) await detached(attach(disk));
  });

  test('an instance has sixteen data disks and no more', async () => {
    const [full = ''] = await cloud.launchRunning(
      Object.fromEntries(
        Array.from({ length: 15 }, (_, index) => [
          [`DataDisk.${index + 1}.Size`, 20] as const,
          [`DataDisk.${index + 1}.Category`, 'cloud_efficiency'] as const,
        ]).flat(),
      ),
    );
    await attached({ DiskId: await makeDisk(cloud), InstanceId: full });
    const more = { DiskId: await makeDisk(cloud), InstanceId: full };
    assert.equal(await cloud.refusal('AttachDisk', more), '403 InstanceDiskLimitExceeded');
  });

  test('refuses what cannot be attached, in the words of the page', async () => {
    const disk = await makeDisk(cloud);
    const refusal = (parameters: GivenParameters) => cloud.refusal('AttachDisk', parameters);
    assert.equal(await refusal(attach(NONE)), '404 InvalidDiskId.NotFound');
    const lost = { DiskId: disk, InstanceId: 'i-bp67acfmxazb4qaaaaaa' };
    assert.equal(await refusal(lost), '404 InvalidInstanceId.NotFound');
    assert.equal(await refusal(attach(disk, { Bootable: true })), '400 IncorrectInstanceStatus');
    assert.equal(
      await refusal(attach(disk, { Force: true })),
      '400 DiskCategory.OperationNotSupported',
    );
    const plain = await makeDisk(cloud, { DiskCategory: 'cloud' });
    assert.equal(await refusal(attach(plain)), '403 InvalidInstanceType.NotSupportDiskCategory');
    const far = await makeDisk(cloud, { ZoneId: 'cn-guangzhou-b' });
    assert.equal(await refusal(attach(far)), '403 ResourcesNotInSameZone');
    await cloud.ok('StopInstance', { InstanceId: instance });
    assert.equal(await refusal(attach(disk)), '400 IncorrectInstanceStatus');
    await cloud.passTime(WHILE);
    // A stopped one takes disks as well.
    await cloud.ok('AttachDisk', attach(disk));
    assert.equal(await refusal(attach(disk)), '403 IncorrectDiskStatus');
    await cloud.passTime(WHILE);
    assert.equal(await refusal(attach(disk)), '404 InvalidDisk.InUse');
    await cloud.ok('StartInstance', { InstanceId: instance });
    await cloud.passTime(WHILE);
    await detached(attach(disk));
    const fresh = await cloud.ok('CreateDisk', {
      ZoneId: 'cn-guangzhou-a',
      DiskCategory: 'cloud_ssd',
      Size: 20,
    });
    const early = attach(fresh['DiskId'] as string);
    assert.equal(await refusal(early), '403 IncorrectDiskStatus');
    await cloud.passTime(WHILE);
    await attached(early);
    await detached(early);
  });

  test('refuses what cannot be detached or deleted', async () => {
    const disk = await makeDisk(cloud);
    const refusal = (parameters: GivenParameters) => cloud.refusal('DetachDisk', parameters);
    assert.equal(await refusal(attach(NONE)), '404 InvalidDiskId.NotFound');
    assert.equal(await refusal(attach(disk)), '404 InvalidDisk.AlreadyDetached');
    await attached(attach(disk));
    const [other = ''] = await cloud.launchRunning();
    assert.equal(await refusal({ DiskId: disk, InstanceId: other }), '403 DependencyViolation');
    assert.equal(await cloud.refusal('DeleteDisk', { DiskId: disk }), '403 DiskStillAttached');
    const [system] = await listDisks(cloud, { InstanceId: instance, DiskType: 'system' });
    assert.ok(system);
    assert.equal(await refusal(attach(system.DiskId)), '403 DiskTypeViolation');
    await cloud.ok('StopInstance', { InstanceId: instance });
    assert.equal(await refusal(attach(disk)), '403 IncorrectInstanceStatus');
    await cloud.passTime(WHILE);
    await detached(attach(disk));
    await cloud.ok('StartInstance', { InstanceId: instance });
    await cloud.passTime(WHILE);
    await cloud.ok('DeleteDisk', { DiskId: disk });
    assert.equal(await cloud.refusal('DeleteDisk', { DiskId: disk }), '403 IncorrectDiskStatus');
    await cloud.passTime(WHILE);
    // "If the specified disk does not exist, the request is ignored."
    await cloud.ok('DeleteDisk', { DiskId: disk });
  });
});
