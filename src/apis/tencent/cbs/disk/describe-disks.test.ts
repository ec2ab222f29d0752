import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Disk {
  readonly DiskId: string;
  readonly [field: string]: unknown;
}

const cbs = { service: 'cbs' } as const;
const HOUR_MS = 60 * 60_000;

describe('DescribeDisks of cbs', () => {
  let cloud: TestCloud;
  let hourly = '';
  let monthly = '';
  let disks: readonly Disk[] = [];

  const list = async (body: object = {}) => {
    const answer = await cloud.ok('DescribeDisks', body, cbs);
    const set = answer['DiskSet'] as readonly Disk[];
    return { total: answer['TotalCount'], set, ids: set.map(({ DiskId }) => DiskId) };
  };
  const filtered = async (Name: string, ...Values: readonly string[]) =>
    (await list({ Filters: [{ Name, Values }] })).set;
  const refusal = (body: object) => cloud.refusal('DescribeDisks', body, cbs);

  before(async () => {
    cloud = await startTestCloud();
    [hourly = ''] = await cloud.launchRunning({
      InstanceName: 'by-hour',
      SystemDisk: { DiskSize: 50, DiskName: 'sys', DiskType: 'CLOUD_PREMIUM' },
      DataDisks: [
        { DiskSize: 100, DiskType: 'CLOUD_SSD', DiskName: 'one', Encrypt: true },
        { DiskSize: 20, DiskType: 'LOCAL_BASIC' },
      ],
      TagSpecification: [{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'a' }] }],
    });
    await cloud.passTime(HOUR_MS);
    [monthly = ''] = await cloud.launchRunning({
      InstanceName: 'by-month',
      InstanceChargeType: 'PREPAID',
      InstanceChargePrepaid: { Period: 1, RenewFlag: 'NOTIFY_AND_AUTO_RENEW' },
      Placement: { Zone: 'ap-guangzhou-4' },
    });
    disks = (await list({ Order: 'ASC' })).set;
  });
  after(() => cloud.stop());

  test('shows cloud disks by the names and ids that their instance shows', async () => {
    const [shown] = await cloud.show([hourly]);
    const system = shown?.['SystemDisk'] as Disk | undefined;
    const data = (shown?.['DataDisks'] as readonly Disk[] | undefined)?.[0];
    assert.deepEqual(
      disks.map(({ DiskId, DiskName, DiskUsage, DiskSize, DiskType, InstanceId }) => {
        return [DiskId, DiskName, DiskUsage, DiskSize, DiskType, InstanceId];
      }),
      [
        [system?.DiskId, 'sys', 'SYSTEM_DISK', 50, 'CLOUD_PREMIUM', hourly],
        [data?.DiskId, 'one', 'DATA_DISK', 100, 'CLOUD_SSD', hourly],
        [disks[2]?.DiskId, '', 'SYSTEM_DISK', 50, 'CLOUD_PREMIUM', monthly],
      ],
      'the local disk is none of this service',
    );
    const [first, second, third] = disks;
    assert.deepEqual([first?.['Encrypt'], second?.['Encrypt']], [false, true]);
    assert.deepEqual([first?.['DiskState'], first?.['Attached']], ['ATTACHED', true]);
    assert.equal(first?.['CreateTime'], '2026-01-02 03:04:05');
    assert.deepEqual(
      [first, third].map((disk) => [
        disk?.['DiskChargeType'],
        disk?.['RenewFlag'],
        disk?.['DeadlineTime'],
        disk?.['DifferDaysOfDeadline'],
      ]),
      [
        ['POSTPAID_BY_HOUR', 'NOTIFY_AND_MANUAL_RENEW', '', null],
        ['PREPAID', 'NOTIFY_AND_AUTO_RENEW', '2026-02-02 04:04:06', 30],
      ],
    );
    assert.equal(first?.['AutoSnapshotPolicyIds'], null);
    const [asked] = (await list({ ReturnBindAutoSnapshotPolicy: true })).set;
    assert.deepEqual(asked?.['AutoSnapshotPolicyIds'], []);
  });

  test('narrows by each filter of its page', async () => {
    const ids = disks.map(({ DiskId }) => DiskId);
    const [shown] = await cloud.show([hourly]);
    const addresses = shown?.['PrivateIpAddresses'] as readonly string[] | undefined;
    const address = addresses?.[0] ?? '';
    const cases: ReadonlyArray<readonly [string, readonly string[], readonly number[]]> = [
      ['disk-usage', ['SYSTEM_DISK'], [2, 0]],
      ['disk-usage', ['DATA_DISK'], [1]],
      ['disk-charge-type', ['PREPAID'], [2]],
      ['disk-charge-type', ['POSTPAID_BY_HOUR'], [1, 0]],
      ['portable', ['FALSE'], [2, 0]],
      ['portable', ['TRUE'], [1]],
      ['portable', ['true', 'FALSE'], [2, 1, 0]],
      ['project-id', ['0'], [2, 1, 0]],
      ['project-id', ['7'], []],
      ['disk-id', [ids[1] ?? ''], [1]],
      ['disk-name', ['sys', 'one'], [1, 0]],
      ['disk-type', ['CLOUD_SSD'], [1]],
      ['disk-type', ['CLOUD_TSSD'], []],
      ['disk-state', ['ATTACHED', 'UNATTACHED'], [2, 1, 0]],
      ['disk-state', ['UNATTACHED', 'TORECYCLE'], []],
      ['instance-id', [monthly], [2]],
      ['zone', ['ap-guangzhou-3'], [1, 0]],
      ['instance-ip-address', [address], [1, 0]],
      ['instance-name', ['by-month'], [2]],
      ['tag-key', ['team'], []],
      ['tag-value', ['a'], []],
      ['tag:team', ['a'], []],
      ['dedicated-cluster-id', ['cluster-o42khj98'], []],
      ['cluster-group-id', ['x'], []],
    ];
    for (const [name, values, expected] of cases) {
      const found = (await filtered(name, ...values)).map(({ DiskId }) => ids.indexOf(DiskId));
      assert.deepEqual(found, expected, `${name} ${values.join()}`);
    }
  });

  test('pages, newest first where no order is asked for', async () => {
    const ids = disks.map(({ DiskId }) => DiskId);
    const page = await list({ Limit: 2, Offset: 1 });
    assert.deepEqual([page.total, page.ids], [3, [ids[1], ids[0]]]);
    assert.deepEqual((await list({ Order: 'ASC', OrderField: 'CREATE_TIME' })).ids, ids);
    assert.deepEqual((await list({ DiskIds: ids.slice(0, 1) })).ids, ids.slice(0, 1));
    assert.deepEqual((await list({ DiskIds: ['disk-zzzzzzzz'] })).ids, []);
    assert.equal((await list({ Limit: 100 })).total, 3);
    assert.equal(await refusal({ Limit: 101 }), 'InvalidParameterValue');
    assert.equal(await refusal({ Limit: 0 }), 'InvalidParameterValue');
  });

  test('orders by the end of what was paid for, that of the instance too', async () => {
    const charge = (Period: number) => ({
      Placement: { Zone: 'ap-guangzhou-3' },
      DiskType: 'CLOUD_PREMIUM',
      DiskSize: 20,
      DiskChargeType: 'PREPAID',
      DiskChargePrepaid: { Period, RenewFlag: 'NOTIFY_AND_MANUAL_RENEW' },
    });
    const created = async (Period: number): Promise<string> => {
      const { DiskIdSet } = await cloud.ok('CreateDisks', charge(Period), cbs);
      return (DiskIdSet as readonly string[])[0] ?? '';
    };
    const [longest, long] = [await created(12), await created(2)];
    await cloud.passTime(60_000);
    const [first, second, third] = disks.map(({ DiskId }) => DiskId);
    // The disk of the instance that is paid for a month ends first; others are paid by the hour.
    const byEnd = { OrderField: 'DEADLINE' };
    const ascending = [third, long, longest, first, second];
    assert.deepEqual((await list({ ...byEnd, Order: 'ASC' })).ids, ascending);
    const descending = [longest, long, third, second, first];
    assert.deepEqual((await list(byEnd)).ids, descending);
    const page = await list({ ...byEnd, Offset: 1, Limit: 3 });
    assert.deepEqual([page.total, page.ids], [5, descending.slice(1, 4)]);
    assert.deepEqual((await list({ ...byEnd, Offset: 5 })).ids, []);
    const Filters = [{ Name: 'disk-charge-type', Values: ['PREPAID'] }];
    assert.deepEqual((await list({ ...byEnd, Filters })).ids, [longest, long, third]);
    for (const id of [long, longest]) {
      await cloud.ok('TerminateDisks', { DiskIds: [id] }, cbs);
      await cloud.ok('TerminateDisks', { DiskIds: [id] }, cbs);
      await cloud.passTime(60_000);
    }
    assert.equal((await list()).total, 3);
  });

  test('refuses what the page does not have, in its codes', async () => {
    assert.equal(await refusal({ DiskIds: ['disk-1'] }), 'InvalidParameterValue');
    assert.equal(await refusal({ OrderField: 'DISK_SIZE' }), 'InvalidParameterValue');
    assert.equal(await refusal({ Order: 'UP' }), 'InvalidParameterValue');
    const Filters = [{ Name: 'colour', Values: ['red'] }];
    assert.equal(await refusal({ Filters }), 'InvalidFilter');
    assert.equal(await refusal({ Filters: [{ Name: 'zone' }] }), 'MissingParameter');
    for (const [Name, value] of [
      ['disk-usage', 'SWAP'],
      ['disk-id', 'disk-1'],
      ['instance-ip-address', 'here'],
      ['project-id', 'x'],
    ]) {
      assert.equal(
        await refusal({ Filters: [{ Name, Values: [value] }] }),
        'InvalidParameterValue',
      );
    }
    const both = { DiskIds: ['disk-zzzzzzzz'], Filters: [{ Name: 'disk-name', Values: ['x'] }] };
    assert.equal(await refusal(both), 'InvalidParameter');
  });

  test('a disk of an instance in the recycle bin waits there too, and goes with it', async () => {
    await cloud.ok('TerminateInstances', { InstanceIds: [monthly] });
    await cloud.passTime(HOUR_MS);
    const [disk] = await filtered('instance-id', monthly);
    assert.equal(disk?.['DiskState'], 'TORECYCLE');
    await cloud.ok('TerminateInstances', { InstanceIds: [monthly] });
    await cloud.passTime(HOUR_MS);
    assert.deepEqual(await filtered('instance-id', monthly), []);
  });
});
