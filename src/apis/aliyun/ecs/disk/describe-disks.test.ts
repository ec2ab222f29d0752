import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Disk {
  readonly DiskId: string;
  readonly [field: string]: unknown;
}

describe('DescribeDisks of ecs', () => {
  let cloud: TestCloud;
  let hourly = '';
  let monthly = '';
  let disks: readonly Disk[] = [];

  const list = async (parameters: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeDisks', parameters);
    return { answer, set: (answer['Disks'] as { readonly Disk: readonly Disk[] }).Disk };
  };
  const positions = async (parameters: GivenParameters) => {
    const ids = disks.map(({ DiskId }) => DiskId);
    return (await list(parameters)).set.map(({ DiskId }) => ids.indexOf(DiskId));
  };
  const refusal = (parameters: GivenParameters) => cloud.refusal('DescribeDisks', parameters);

  before(async () => {
    cloud = await startTestCloud();
    [hourly = ''] = await cloud.launchRunning({
      'SystemDisk.Category': 'cloud_essd',
      'SystemDisk.DiskName': 'sys-disk',
      'SystemDisk.Description': 'boots from it',
      'DataDisk.1.Category': 'cloud_ssd',
      'DataDisk.1.Size': 40,
      'DataDisk.1.DiskName': 'data-one',
      'DataDisk.1.Encrypted': true,
      'DataDisk.2.Category': 'cloud_efficiency',
      'DataDisk.2.Size': 20,
      'DataDisk.2.Device': '/dev/xvdz',
    });
    await cloud.passTime(60 * 60_000);
    [monthly = ''] = await cloud.launchRunning({
      InstanceChargeType: 'PrePaid',
      Period: 1,
      PeriodUnit: 'Month',
    });
    disks = (await list()).set.toReversed();
  });
  after(() => cloud.stop());

  test('shows the disks of an instance as it was launched', async () => {
    assert.deepEqual(
      disks.map((disk) => [
        disk['InstanceId'],
        disk['Type'],
        disk['Category'],
        disk['Size'],
        disk['DiskName'],
        disk['Device'],
        disk['PerformanceLevel'],
      ]),
      [
        [hourly, 'system', 'cloud_essd', 40, 'sys-disk', '/dev/xvda', 'PL1'],
        [hourly, 'data', 'cloud_ssd', 40, 'data-one', '/dev/xvdb', ''],
        [hourly, 'data', 'cloud_efficiency', 20, '', '/dev/xvdz', ''],
        [monthly, 'system', 'cloud_efficiency', 40, '', '/dev/xvda', ''],
      ],
    );
    const [system, data, , ofMonth] = disks;
    assert.equal(system?.['Description'], 'boots from it');
    assert.equal(system?.['IOPS'], 1800 + 50 * 40);
    assert.deepEqual([system?.['Encrypted'], data?.['Encrypted']], [false, true]);
    assert.deepEqual([system?.['ImageId'] === undefined, data?.['ImageId']], [false, undefined]);
    assert.equal(system?.['CreationTime'], '2026-01-02T03:04:05Z');
    assert.deepEqual(
      [system, ofMonth].map((disk) => [disk?.['DiskChargeType'], disk?.['ExpiredTime']]),
      [
        ['PostPaid', '2099-12-31T15:59Z'],
        ['PrePaid', '2026-02-02T04:04Z'],
      ],
    );
    const attached = data?.['Attachments'] as { readonly Attachment: readonly Disk[] } | undefined;
    assert.deepEqual(attached?.Attachment, [
      { AttachedTime: '2026-01-02T03:04:05Z', Device: '/dev/xvdb', InstanceId: hourly },
    ]);
  });

  test('narrows by each parameter of its page', async () => {
    const ids = disks.map(({ DiskId }) => DiskId);
    const cases: ReadonlyArray<readonly [GivenParameters, readonly number[]]> = [
      [{ InstanceId: hourly, DiskType: 'system' }, [0]],
      [{ InstanceId: hourly, DiskType: 'data' }, [2, 1]],
      [{ InstanceId: 'i-bp67acfmxazb4qaaaa' }, []],
      [{ DiskIds: JSON.stringify(ids.slice(0, 2)) }, [1, 0]],
      [{ DiskIds: '[]' }, []],
      [{ DiskIds: '["d-bp67acfmxazb4paaaa"]' }, []],
      [{ DiskType: 'all', Category: 'all', Status: 'All' }, [3, 2, 1, 0]],
      [{ Category: 'cloud_efficiency' }, [3, 2]],
      [{ Category: 'local_ssd_pro' }, []],
      [{ DiskName: 'data-one' }, [1]],
      [{ DiskChargeType: 'PrePaid' }, [3]],
      [{ DiskChargeType: 'PostPaid' }, [2, 1, 0]],
      [{ Encrypted: true }, [1]],
      [{ Encrypted: false }, [3, 2, 1, 0]],
      [{ DeleteWithInstance: true }, [3, 2, 1, 0]],
      [{ DeleteWithInstance: false }, []],
      [{ Status: 'In_use' }, [3, 2, 1, 0]],
      [{ Status: 'Available' }, []],
      [{ ZoneId: 'cn-guangzhou-a' }, [3, 2, 1, 0]],
      [{ ZoneId: 'cn-guangzhou-b' }, []],
      [{ Portable: true }, [2, 1]],
      [{ Portable: false }, [3, 0]],
      [{ MultiAttach: 'Disabled' }, [3, 2, 1, 0]],
      [{ MultiAttach: 'Enabled' }, []],
      [{ EnableAutoSnapshot: true }, [3, 2, 1, 0]],
      [{ EnableAutoSnapshot: false }, []],
      [{ EnableAutomatedSnapshotPolicy: true }, []],
      [{ EnableAutomatedSnapshotPolicy: false }, [3, 2, 1, 0]],
      [{ DeleteAutoSnapshot: true }, []],
      [{ EnableShared: true }, []],
      [{ SnapshotId: 's-bp67acfmxazb4paaaa' }, []],
      [{ KMSKeyId: '0e478b7a-4262-4802-b8cb-00d3fb40826X' }, []],
      [{ AutoSnapshotPolicyId: 'sp-m5e2w2jutw8bv31aaaa' }, []],
      [{ ResourceGroupId: 'rg-acfmxazb4paaaa' }, []],
      [{ LockReason: 'financial' }, []],
      [{ LockReason: 'security' }, []],
      [{ LockReason: 'recycling' }, []],
      [{ LockReason: 'dedicatedhostfinancial' }, []],
      [{ MultiAttach: 'Disabled', EnableShared: false }, [3, 2, 1, 0]],
      [{ 'Filter.1.Key': 'CreationEndTime', 'Filter.1.Value': '2026-01-02T03:30Z' }, [2, 1, 0]],
      [{ 'Tag.1.Key': 'team' }, []],
      [{ 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': '2026-01-02T03:30Z' }, [3]],
      [
        { 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': '2026-01-02T03:04Z' },
        [3, 2, 1, 0],
      ],
    ];
    for (const [parameters, expected] of cases) {
      assert.deepEqual(await positions(parameters), expected, JSON.stringify(parameters));
    }
  });

  test('pages by number or by token', async () => {
    const { answer, set } = await list({ PageNumber: 2, PageSize: 3 });
    assert.deepEqual([answer['TotalCount'], answer['PageNumber'], answer['PageSize']], [4, 2, 3]);
    assert.equal(set.length, 1);
    assert.equal((await list({ PageSize: 100 })).set.length, 4);
    assert.equal(await refusal({ PageSize: 101 }), '400 InvalidParameter');
    // Less than ten is taken as ten, which is all there are.
    assert.equal((await list({ MaxResults: 1 })).answer['NextToken'], '');
  });

  test('refuses what no disk can be', async () => {
    const wrong: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ DiskType: 'swap' }, '400 InvalidDiskType.ValueNotSupported'],
      [{ Category: 'cloud_tape' }, '400 InvalidCategory.ValueNotSupported'],
      [{ Status: 'Lost' }, '400 InvalidStatus.ValueNotSupported'],
      [{ DiskIds: 'd-1' }, '400 InvalidParameter.DiskIds'],
      [
        { DiskIds: JSON.stringify(Array.from({ length: 101 }, () => 'd-1')) },
        '403 InvalidDiskIds.Malformed',
      ],
      [{ LockReason: 'lost' }, '404 InvalidLockReason.NotFound'],
      [{ DiskChargeType: 'Free' }, '404 InvalidDiskChargeType.NotFound'],
      [{ MultiAttach: 'Maybe' }, '403 InvalidParameter.MultiAttach'],
      [
        { MultiAttach: 'Disabled', EnableShared: true },
        '403 InvalidParameter.MultiAttachAndEnableSharedNotMatch',
      ],
      [{ 'Filter.1.Key': 'Colour', 'Filter.1.Value': 'red' }, '404 InvalidFilterKey.NotFound'],
      [
        { 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': 'today' },
        '404 InvalidFilterValue',
      ],
      [{ NextToken: 'none' }, '400 InValidParameter.NextToken'],
    ];
    for (const [parameters, code] of wrong) {
      assert.equal(await refusal(parameters), code, JSON.stringify(parameters));
    }
    assert.equal(await refusal({ DryRun: true }), '400 DryRunOperation');
  });
});
