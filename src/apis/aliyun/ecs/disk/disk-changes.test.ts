import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { listDisks, makeDisk, showDisk } from './disk.test-support.ts';

const WHILE = 60_000;
const NONE = 'd-bp67acfmxazb4paaaaaa';

describe('changes of disks', () => {
  let cloud: TestCloud;
  let instance = '';
  let system = '';

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning();
    [{ DiskId: system } = { DiskId: '' }] = await listDisks(cloud, { InstanceId: instance });
  });
  after(() => cloud.stop());

  describe('ResizeDisk', () => {
    const refusal = (parameters: GivenParameters) => cloud.refusal('ResizeDisk', parameters);
    const size = async (id: string) => (await showDisk(cloud, id)).Size;

    test('makes a disk larger, attached or not, and a system disk', async () => {
      const disk = await makeDisk(cloud);
      await cloud.ok('ResizeDisk', { DiskId: disk, NewSize: 21 });
      await cloud.passTime(WHILE);
      assert.deepEqual([await size(disk), (await showDisk(cloud, disk)).Status], [21, 'Available']);
      await cloud.ok('AttachDisk', { DiskId: disk, InstanceId: instance });
      await cloud.passTime(WHILE);
      await cloud.ok('ResizeDisk', { DiskId: disk, NewSize: 32_768, Type: 'online' });
      await cloud.passTime(WHILE);
      assert.deepEqual(
        [await size(disk), (await showDisk(cloud, disk)).Status],
        [32_768, 'In_use'],
      );
      await cloud.ok('ResizeDisk', { DiskId: system, NewSize: 2048 });
      await cloud.passTime(WHILE);
      assert.equal(await size(system), 2048);
      assert.equal(
        await refusal({ DiskId: system, NewSize: 2049 }),
        '403 InvalidDiskSize.TooLarge',
      );
      assert.equal(
        await refusal({ DiskId: disk, NewSize: 32_769 }),
        '403 InvalidDiskSize.TooLarge',
      );
      await cloud.ok('DetachDisk', { DiskId: disk, InstanceId: instance });
      await cloud.passTime(WHILE);
    });

    test('refuses in the words of the page', async () => {
      const disk = await makeDisk(cloud);
      const plain = await makeDisk(cloud, { DiskCategory: 'cloud' });
      const wrong: ReadonlyArray<readonly [GivenParameters, string]> = [
        [{ DiskId: NONE, NewSize: 30 }, '404 InvalidDiskId.NotFound'],
        [{ DiskId: disk, NewSize: 20 }, '403 InvalidDiskSize'],
        [{ DiskId: disk, NewSize: 19 }, '403 InvalidDiskSize.TooSmall'],
        [{ DiskId: disk, NewSize: 30, Type: 'later' }, '400 InvalidParam.Type'],
        [{ DiskId: plain, NewSize: 30, Type: 'online' }, '403 InvalidDiskCategory.NotSupported'],
      ];
      for (const [parameters, code] of wrong) {
        assert.equal(await refusal(parameters), code, JSON.stringify(parameters));
      }
      await cloud.ok('ResizeDisk', { DiskId: disk, NewSize: 30 });
      assert.equal(await refusal({ DiskId: disk, NewSize: 40 }), '403 IncorrectDiskStatus');
      await cloud.passTime(WHILE);
      await cloud.ok('AttachDisk', { DiskId: disk, InstanceId: instance });
      await cloud.passTime(WHILE);
      await cloud.ok('StopInstance', { InstanceId: instance });
      assert.equal(await refusal({ DiskId: disk, NewSize: 40 }), '403 IncorrectInstanceStatus');
      await cloud.passTime(WHILE);
      const online = { DiskId: disk, NewSize: 40, Type: 'online' };
      assert.equal(await refusal(online), '403 InvalidInstanceStatus.NotRunning');
      await cloud.ok('ResizeDisk', { DiskId: disk, NewSize: 40 });
      await cloud.passTime(WHILE);
      await cloud.ok('StartInstance', { InstanceId: instance });
      await cloud.passTime(WHILE);
      assert.equal(await size(disk), 40);
    });
  });

  describe('ModifyDiskAttribute', () => {
    const refusal = (parameters: GivenParameters) =>
      cloud.refusal('ModifyDiskAttribute', parameters);

    test('changes what is given, of one disk or of many', async () => {
      const [one, two] = [await makeDisk(cloud), await makeDisk(cloud)];
      await cloud.ok('ModifyDiskAttribute', {
        DiskId: one,
        DiskName: 'named',
        Description: 'described',
        DeleteAutoSnapshot: true,
        EnableAutoSnapshot: false,
        DeleteWithInstance: true,
      });
      const shown = await showDisk(cloud, one);
      assert.deepEqual(
        [shown['DiskName'], shown['Description'], shown['DeleteAutoSnapshot']],
        ['named', 'described', true],
      );
      assert.deepEqual([shown['EnableAutoSnapshot'], shown['DeleteWithInstance']], [false, true]);
      await cloud.ok('ModifyDiskAttribute', {
        'DiskIds.1': one,
        'DiskIds.2': two,
        DiskName: 'both',
      });
      const both = await listDisks(cloud, { DiskName: 'both' });
      assert.deepEqual(both.map(({ DiskId }) => DiskId).toSorted(), [one, two].toSorted());
      assert.equal((await showDisk(cloud, one))['Description'], 'described');
      const ids = (parameters: GivenParameters) =>
        listDisks(cloud, parameters).then((disks) => disks.map(({ DiskId }) => DiskId));
      assert.deepEqual(await ids({ DiskName: 'both', EnableAutoSnapshot: false }), [one]);
      assert.deepEqual(await ids({ DiskName: 'both', DeleteAutoSnapshot: false }), [two]);
      assert.deepEqual(await ids({ DiskName: 'both', Portable: true, Status: 'Available' }), [
        two,
        one,
      ]);
      const auto = await makeDisk(cloud, { DiskCategory: 'cloud_auto' });
      await cloud.ok('ModifyDiskAttribute', { DiskId: auto, BurstingEnabled: true });
      assert.equal((await showDisk(cloud, auto))['BurstingEnabled'], true);
    });

    test('refuses in the words of the page', async () => {
      const disk = await makeDisk(cloud);
      const many = Object.fromEntries(
        Array.from({ length: 101 }, (_, index) => [`DiskIds.${index + 1}`, disk]),
      );
      const wrong: ReadonlyArray<readonly [GivenParameters, string]> = [
        [{ DiskName: 'named' }, '400 IncompleteParamter'],
        [{ DiskId: disk }, '400 NoAttributeToModify'],
        [{ DiskId: disk, 'DiskIds.1': disk, DiskName: 'named' }, '400 InvalidParameter'],
        [{ ...many, DiskName: 'named' }, '400 InvalidParameter'],
        [{ DiskId: NONE, DiskName: 'named' }, '404 InvalidDiskId.NotFound'],
        [{ DiskId: disk, DiskName: '!' }, '400 InvalidDiskName.Malformed'],
        [{ DiskId: disk, Description: 'https://a' }, '404 InvalidDescription.Malformed'],
        [{ DiskId: disk, BurstingEnabled: true }, '400 BurstingEnabledForDiskCategoryUnsupported'],
        [{ DiskId: system, DeleteWithInstance: false }, '403 DiskNotPortable'],
      ];
      for (const [parameters, code] of wrong) {
        assert.equal(await refusal(parameters), code, JSON.stringify(parameters));
      }
      const elsewhere = { RegionId: 'cn-shenzhen', DiskId: disk, DiskName: 'named' };
      assert.equal(await refusal(elsewhere), '404 InvalidDiskId.NotFound');
      await cloud.ok('DeleteDisk', { DiskId: disk });
      const late = { DiskId: disk, DiskName: 'late' };
      assert.equal(await refusal(late), '403 IncorrectDiskStatus');
      await cloud.passTime(WHILE);
    });
  });

  describe('ModifyDiskSpec', () => {
    const refusal = (parameters: GivenParameters) => cloud.refusal('ModifyDiskSpec', parameters);
    const spec = async (id: string) => {
      const disk = await showDisk(cloud, id);
      return [disk.Category, disk['PerformanceLevel'], disk['ProvisionedIops']];
    };

    test('changes category, level and bought operations', async () => {
      const disk = await makeDisk(cloud, { DiskCategory: 'cloud_efficiency', Size: 500 });
      const moved = await cloud.ok('ModifyDiskSpec', { DiskId: disk, DiskCategory: 'cloud_essd' });
      assert.match(String(moved['TaskId']), /^t-/);
      assert.deepEqual(await spec(disk), ['cloud_essd', 'PL1', 0]);
      const levelled = await cloud.ok('ModifyDiskSpec', { DiskId: disk, PerformanceLevel: 'PL2' });
      assert.ok(!('TaskId' in levelled));
      assert.deepEqual(await spec(disk), ['cloud_essd', 'PL2', 0]);
      await cloud.ok('ModifyDiskSpec', { DiskId: disk, PerformanceLevel: 'PL1' });
      const auto = { DiskId: disk, DiskCategory: 'cloud_auto', ProvisionedIops: 1000 };
      await cloud.ok('ModifyDiskSpec', auto);
      assert.deepEqual(await spec(disk), ['cloud_auto', '', 1000]);
      const dry = { DiskId: disk, ProvisionedIops: 2000, DryRun: true };
      assert.equal(await refusal(dry), '400 DryRunOperation');
      assert.deepEqual(await spec(disk), ['cloud_auto', '', 1000]);
    });

    test('refuses in the words of the page', async () => {
      const plain = await makeDisk(cloud, { DiskCategory: 'cloud' });
      const essd = await makeDisk(cloud, { DiskCategory: 'cloud_essd', Size: 460 });
      const entry = await makeDisk(cloud, { DiskCategory: 'cloud_essd_entry' });
      const wrong: ReadonlyArray<readonly [GivenParameters, string]> = [
        [{ DiskId: NONE, PerformanceLevel: 'PL1' }, '404 InvalidDiskId.NotFound'],
        [{ DiskId: plain, DiskCategory: 'cloud_ssd' }, '403 OperationDenied'],
        [{ DiskId: entry, DiskCategory: 'cloud_ssd' }, '403 OperationDenied'],
        [{ DiskId: essd, DiskCategory: 'cloud' }, '400 InvalidDiskCategory.ValueNotSupported'],
        [{ DiskId: essd, PerformanceLevel: 'PL7' }, '400 InvalidPerformanceLevel.Malformed'],
        [{ DiskId: essd, PerformanceLevel: 'PL0' }, '403 OperationDenied'],
        [{ DiskId: essd, PerformanceLevel: 'PL2' }, '403 OperationDenied.PerformanceLevelNotMatch'],
        [{ DiskId: essd, ProvisionedIops: 5 }, '400 ProvisionedIopsForDiskCategoryUnsupported'],
      ];
      for (const [parameters, code] of wrong) {
        assert.equal(await refusal(parameters), code, JSON.stringify(parameters));
      }
    });
  });

  test('ModifyDiskChargeType: with the instance, or by the hour', async () => {
    const [monthly = ''] = await cloud.launchRunning({
      InstanceChargeType: 'PrePaid',
      Period: 1,
      'DataDisk.1.Size': 20,
      'DataDisk.1.Category': 'cloud_efficiency',
    });
    const [disk] = await listDisks(cloud, { InstanceId: monthly, DiskType: 'data' });
    const DiskIds = JSON.stringify([disk?.DiskId]);
    const paid = async () => {
      const shown = await showDisk(cloud, disk?.DiskId ?? '');
      return [shown['DiskChargeType'], shown['Portable']];
    };
    const change = (DiskChargeType: string) =>
      cloud.ok('ModifyDiskChargeType', { InstanceId: monthly, DiskIds, DiskChargeType });
    assert.deepEqual(await paid(), ['PrePaid', false]);
    await change('PostPaid');
    assert.deepEqual(await paid(), ['PostPaid', true]);
    await change('PrePaid');
    assert.deepEqual(await paid(), ['PrePaid', false]);
    const refusal = (parameters: GivenParameters) =>
      cloud.refusal('ModifyDiskChargeType', { InstanceId: monthly, DiskIds, ...parameters });
    assert.equal(await refusal({ InstanceId: instance }), '403 InvalidInstanceChargeType.NotFound');
    assert.equal(await refusal({ DiskIds: JSON.stringify([NONE]) }), '404 InvalidDiskIds.NotFound');
    assert.equal(
      await refusal({ DiskIds: JSON.stringify([system]) }),
      '404 InvalidDiskIds.NotFound',
    );
    const [own] = await listDisks(cloud, { InstanceId: monthly, DiskType: 'system' });
    const ofIt = JSON.stringify([own?.DiskId]);
    assert.equal(await refusal({ DiskIds: ofIt }), '404 InvalidDiskIds.NotPortable');
  });
});
