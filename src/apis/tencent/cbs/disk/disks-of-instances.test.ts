import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Config {
  readonly Zone: string;
  readonly InstanceFamily: string | null;
  readonly DiskType: string;
  readonly DiskUsage: string;
  readonly DiskChargeType: string;
  readonly Available: boolean;
  readonly MinDiskSize: number;
  readonly MaxDiskSize: number;
  readonly StepSize: number;
  readonly Price: Readonly<Record<string, unknown>>;
}

const cbs = { service: 'cbs' } as const;

describe('disks of instances', () => {
  let cloud: TestCloud;
  let instance = '';
  let system = '';
  let data = '';

  const refusal = (action: string, body: object) => cloud.refusal(action, body, cbs);
  const nameOf = async (id: string) => {
    const answer = await cloud.ok('DescribeDisks', { DiskIds: [id] }, cbs);
    const [disk] = answer['DiskSet'] as ReadonlyArray<{ readonly DiskName: string }>;
    return disk?.DiskName;
  };
  const change = (body: object) => cloud.ok('ModifyDiskAttributes', body, cbs);
  const configs = async (body: object) => {
    const answer = await cloud.ok('DescribeDiskConfigQuota', body, cbs);
    return answer['DiskConfigSet'] as readonly Config[];
  };

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning({
      DataDisks: [
        { DiskSize: 100, DiskType: 'CLOUD_SSD' },
        { DiskSize: 20, DiskType: 'LOCAL_BASIC' },
      ],
    });
    const answer = await cloud.ok('DescribeDisks', { Order: 'ASC' }, cbs);
    const ids = answer['DiskSet'] as ReadonlyArray<{ readonly DiskId: string }>;
    [system = '', data = ''] = ids.map(({ DiskId }) => DiskId);
  });
  after(() => cloud.stop());

  test('ModifyDiskAttributes names disks, all of them or none, wherever they show', async () => {
    await change({ DiskIds: [system, data], DiskName: 'renamed' });
    assert.deepEqual([await nameOf(system), await nameOf(data)], ['renamed', 'renamed']);
    const [shown] = await cloud.show([instance]);
    const ofInstance = shown?.['SystemDisk'] as Readonly<Record<string, unknown>> | undefined;
    assert.equal(ofInstance?.['DiskName'], 'renamed');
    const lost = { DiskIds: [system, 'disk-zzzzzzzz'], DiskName: 'half' };
    assert.equal(await refusal('ModifyDiskAttributes', lost), 'InvalidDiskId.NotFound');
    assert.equal(await nameOf(system), 'renamed');
    await change({ DiskIds: [data], DiskName: 'n'.repeat(128), DeleteWithInstance: true });
    assert.equal(await nameOf(data), 'n'.repeat(128));
    await change({ DiskIds: [data], DiskName: '' });
    assert.equal(await nameOf(data), '');
  });

  test('ModifyDiskAttributes refuses what a disk of an instance cannot be', async () => {
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{ DiskIds: [system], ProjectId: 1 }, 'InvalidDisk.NotSupported'],
      [{ DiskIds: [system], Portable: true }, 'InvalidDisk.NotSupported'],
      [{ DiskIds: [system], DeleteWithInstance: false }, 'InvalidDisk.NotSupported'],
      [{ DiskType: 'CLOUD_SSD' }, 'InvalidParameter.DiskConfigNotSupported'],
      [{ BurstPerformanceOperation: 'CREATE' }, 'InvalidParameter.DiskConfigNotSupported'],
      [{ BurstPerformanceOperation: 'MAYBE' }, 'InvalidParameterValue'],
      [{ DiskName: 'n'.repeat(129) }, 'InvalidParameterValue'],
      [{}, 'MissingParameter'],
    ];
    for (const [body, code] of cases) {
      const asked = { DiskIds: [data], ...body };
      assert.equal(await refusal('ModifyDiskAttributes', asked), code, JSON.stringify(body));
    }
    const named = (DiskIds: readonly string[]) => ({ DiskIds, DiskName: 'x' });
    assert.equal(await refusal('ModifyDiskAttributes', named([])), 'MissingParameter');
    assert.equal(await refusal('ModifyDiskAttributes', named(['disk-1'])), 'InvalidParameterValue');
    assert.equal(await refusal('ModifyDiskAttributes', { DiskName: 'x' }), 'MissingParameter');
  });

  test('DescribeInstancesDiskNum counts cloud data disks', async () => {
    const body = { InstanceIds: [instance, 'ins-zzzzzzzz'] };
    const answer = await cloud.ok('DescribeInstancesDiskNum', body, cbs);
    assert.deepEqual(answer['AttachDetail'], [
      { InstanceId: instance, AttachedDiskCount: 1, MaxAttachCount: 20 },
    ]);
    const none = { InstanceIds: [] };
    assert.equal(await refusal('DescribeInstancesDiskNum', none), 'MissingParameter');
    const wrong = { InstanceIds: ['ins-1'] };
    assert.equal(await refusal('DescribeInstancesDiskNum', wrong), 'InvalidParameterValue');
  });

  test('DescribeDiskConfigQuota tells the sizes and prices of disks by themselves', async () => {
    const all = await configs({
      InquiryType: 'INQUIRY_CBS_CONFIG',
      Zones: ['ap-guangzhou-3', 'ap-guangzhou-1'],
      DiskTypes: ['CLOUD_PREMIUM'],
    });
    assert.deepEqual(
      all.map((one) => [one.Zone, one.DiskChargeType, one.DiskUsage, one.Available]),
      [
        ['ap-guangzhou-3', 'PREPAID', 'DATA_DISK', true],
        ['ap-guangzhou-3', 'POSTPAID_BY_HOUR', 'DATA_DISK', true],
        ['ap-guangzhou-1', 'PREPAID', 'DATA_DISK', false],
        ['ap-guangzhou-1', 'POSTPAID_BY_HOUR', 'DATA_DISK', false],
      ],
    );
    const [monthly, hourly] = all;
    assert.deepEqual(
      [monthly?.InstanceFamily, monthly?.MinDiskSize, monthly?.MaxDiskSize, monthly?.StepSize],
      [null, 10, 32_000, 10],
    );
    assert.equal(typeof monthly?.Price['OriginalPrice'], 'number');
    assert.equal(monthly?.Price['UnitPrice'], null);
    assert.equal(hourly?.Price['ChargeUnit'], 'HOUR');
    assert.equal(Number(hourly?.Price['UnitPriceHigh']), hourly?.Price['UnitPrice']);
    const usage = { InquiryType: 'INQUIRY_CBS_CONFIG', DiskUsage: 'SYSTEM_DISK' };
    assert.deepEqual(await configs(usage), [], 'a system disk comes with an instance');
  });

  test('and of disks with the instances that are asked for', async () => {
    const asked = {
      InquiryType: 'INQUIRY_CVM_CONFIG',
      DiskChargeType: 'POSTPAID_BY_HOUR',
      Zones: ['ap-guangzhou-3'],
      CPU: 2,
      Memory: 4,
      InstanceFamilies: ['S5', 'SA2'],
    };
    const found = await configs({ ...asked, DiskTypes: ['CLOUD_SSD'] });
    assert.deepEqual(
      found.map(({ InstanceFamily, DiskUsage }) => [InstanceFamily, DiskUsage]),
      [
        ['S5', 'SYSTEM_DISK'],
        ['SA2', 'SYSTEM_DISK'],
        ['S5', 'DATA_DISK'],
        ['SA2', 'DATA_DISK'],
      ],
    );
    assert.deepEqual([found[0]?.MaxDiskSize, found[0]?.StepSize], [2048, 1]);
    assert.deepEqual(await configs({ ...asked, Memory: 5 }), []);
    const cluster = { ...asked, DedicatedClusterId: 'cluster-o42khj98' };
    assert.deepEqual(await configs(cluster), []);
  });

  test('DescribeDiskConfigQuota refuses words and places that there are not', async () => {
    const action = 'DescribeDiskConfigQuota';
    assert.equal(await refusal(action, {}), 'MissingParameter');
    for (const body of [
      { InquiryType: 'ALL' },
      { InquiryType: 'INQUIRY_CBS_CONFIG', DiskTypes: ['LOCAL_SSD'] },
      { InquiryType: 'INQUIRY_CBS_CONFIG', DiskUsage: 'SWAP' },
      { InquiryType: 'INQUIRY_CBS_CONFIG', DiskChargeType: 'SPOTPAID' },
      { InquiryType: 'INQUIRY_CBS_CONFIG', Zones: ['ap-shanghai-2'] },
    ]) {
      assert.equal(await refusal(action, body), 'InvalidParameterValue', JSON.stringify(body));
    }
  });

  test('DescribeSnapshots has none to show, and checks what it is asked', async () => {
    const none = { TotalCount: 0, SnapshotSet: [] };
    const filter = (Name: string, value: string) => ({ Filters: [{ Name, Values: [value] }] });
    for (const body of [
      {},
      { SnapshotIds: ['snap-zzzzzzzz'], Limit: 100 },
      filter('disk-id', data),
      filter('snapshot-state', 'NORMAL'),
      filter('zone', 'ap-guangzhou-3'),
      filter('tag:team', 'a'),
    ]) {
      const { RequestId: _id, ...answer } = await cloud.ok('DescribeSnapshots', body, cbs);
      assert.deepEqual(answer, none);
    }
    const action = 'DescribeSnapshots';
    assert.equal(await refusal(action, filter('colour', 'red')), 'InvalidFilter');
    assert.equal(await refusal(action, { SnapshotIds: ['snap-1'] }), 'InvalidParameterValue');
    assert.equal(await refusal(action, filter('snapshot-state', 'X')), 'InvalidParameterValue');
    assert.equal(await refusal(action, filter('disk-id', 'disk-1')), 'InvalidParameterValue');
    assert.equal(await refusal(action, { Limit: 101 }), 'InvalidParameterValue');
    const both = { SnapshotIds: ['snap-zzzzzzzz'], ...filter('disk-id', data) };
    assert.equal(await refusal(action, both), 'InvalidParameter');
  });
});
