import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeAccount } from '../../../../../test/support/make-account.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

type Shown = Readonly<Record<string, unknown>>;

const cbs = { service: 'cbs' } as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NONE = 'asp-00000000';
/** Each day at one o'clock in China. */
const daily = [{ DayOfWeek: [0, 1, 2, 3, 4, 5, 6], Hour: [1] }];

describe('automatic snapshot policies of cbs', () => {
  let cloud: TestCloud;
  let instance = '';
  let disks: readonly string[] = [];
  let local = '';

  const ok = (action: string, body: object = {}) => cloud.ok(action, body, cbs);
  const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, cbs);
  const create = async (body: object = {}) => {
    const answer = await ok('CreateAutoSnapshotPolicy', { Policy: daily, ...body });
    return answer['AutoSnapshotPolicyId'] as string;
  };
  const list = async (body: object = {}) => {
    const { AutoSnapshotPolicySet } = await ok('DescribeAutoSnapshotPolicies', body);
    return AutoSnapshotPolicySet as readonly Shown[];
  };
  const show = async (id: string) => (await list({ AutoSnapshotPolicyIds: [id] }))[0];
  const modify = (AutoSnapshotPolicyId: string, body: object) =>
    ok('ModifyAutoSnapshotPolicyAttribute', { AutoSnapshotPolicyId, ...body });
  const bind = (AutoSnapshotPolicyId: string, DiskIds: readonly string[] = disks) =>
    ok('BindAutoSnapshotPolicy', { AutoSnapshotPolicyId, DiskIds });
  const remove = (...AutoSnapshotPolicyIds: readonly string[]) =>
    ok('DeleteAutoSnapshotPolicies', { AutoSnapshotPolicyIds });
  const snapshots = async () => {
    const { SnapshotSet } = await ok('DescribeSnapshots', { Order: 'ASC', Limit: 100 });
    return SnapshotSet as readonly Shown[];
  };
  const clear = async () => {
    const SnapshotIds = (await snapshots()).map((one) => one['SnapshotId']);
    if (SnapshotIds.length > 0) await ok('DeleteSnapshots', { SnapshotIds });
  };

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning({
      DataDisks: [
        { DiskSize: 100, DiskType: 'CLOUD_SSD' },
        { DiskSize: 20, DiskType: 'LOCAL_BASIC' },
      ],
    });
    const [shown] = await cloud.show([instance]);
    const system = (shown?.['SystemDisk'] as { DiskId: string } | undefined)?.DiskId ?? '';
    const data = shown?.['DataDisks'] as ReadonlyArray<{ DiskId: string }>;
    disks = [system, data[0]?.DiskId ?? ''];
    local = data[1]?.DiskId ?? '';
  });
  after(() => cloud.stop());

  test('DescribeDisks shows the policies and the snapshots of a disk', async () => {
    const [disk = ''] = disks;
    const shown = async (body: object = {}) => {
      const { DiskSet } = await ok('DescribeDisks', { DiskIds: [disk], ...body });
      const [one = {}] = DiskSet as readonly Shown[];
      return [
        one['AutoSnapshotPolicyIds'],
        one['SnapshotCount'],
        one['SnapshotSize'],
        one['SnapshotAbility'],
      ];
    };
    const id = await create();
    await bind(id, [disk]);
    assert.deepEqual(await shown(), [null, 0, 0, true]);
    const asked = { ReturnBindAutoSnapshotPolicy: true };
    assert.deepEqual(await shown(asked), [[id], 0, 0, true]);
    await ok('CreateSnapshot', { DiskId: disk });
    await cloud.passTime(HOUR_MS);
    assert.deepEqual(await shown(asked), [[id], 1, 50 * 1_024, true]);
    await remove(id);
    assert.deepEqual(await shown(asked), [[], 1, 50 * 1_024, true]);
    await clear();
    await cloud.passTime(HOUR_MS);
    assert.deepEqual(await shown(), [null, 0, 0, true]);
  });

  test('one is shown as it was made, with its next time', async () => {
    // It is 11:04 in China, on a Friday.
    const tried = await ok('CreateAutoSnapshotPolicy', { Policy: daily, DryRun: true });
    assert.deepEqual(
      [tried['NextTriggerTime'], tried['AutoSnapshotPolicyId']],
      ['2026-01-02 17:00:00', undefined],
    );
    assert.deepEqual(await list(), []);
    const id = await create({ AutoSnapshotPolicyName: 'nightly' });
    const { CreateTime, ...shown } = (await show(id)) ?? {};
    assert.deepEqual(shown, {
      AutoSnapshotPolicyId: id,
      AutoSnapshotPolicyName: 'nightly',
      AutoSnapshotPolicyState: 'NORMAL',
      IsActivated: true,
      IsPermanent: false,
      RetentionDays: 7,
      RetentionMonths: 0,
      RetentionAmount: 0,
      AdvancedRetentionPolicy: null,
      Policy: [{ Hour: [1], DayOfWeek: [0, 1, 2, 3, 4, 5, 6], DayOfMonth: [], IntervalDays: 0 }],
      NextTriggerTime: '2026-01-02 17:00:00',
      DiskIdSet: [],
      InstanceIdSet: [],
      IsCopyToRemote: 0,
      CopyToAccountUin: null,
      CopyFromAccountUin: null,
      Tags: [],
    });
    assert.match(String(CreateTime), /^2026-01-02 \d\d:\d\d:\d\d$/);
    const ids = async (Name: string, Value: string) =>
      (await list({ Filters: [{ Name, Values: [Value] }] })).length;
    assert.equal(await ids('auto-snapshot-policy-name', 'nightly'), 1);
    assert.equal(await ids('auto-snapshot-policy-name', 'other'), 0);
    assert.equal(await ids('auto-snapshot-policy-id', id), 1);
    assert.equal(await ids('auto-snapshot-policy-state', 'NORMAL'), 1);
    assert.equal(await ids('auto-snapshot-policy-state', 'ISOLATED'), 0);
    await remove(id);
    assert.deepEqual(await list(), []);
  });

  test('what is no policy is refused', async () => {
    const rule = daily[0];
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{ Policy: [] }, 'InvalidParameterValue'],
      [{ Policy: [{ Hour: [1] }] }, 'InvalidParameterValue'],
      [{ Policy: [{ Hour: [], DayOfWeek: [1] }] }, 'InvalidParameterValue'],
      [{ Policy: [{ Hour: [24], DayOfWeek: [1] }] }, 'InvalidParameterValue'],
      [{ Policy: [{ Hour: [1], DayOfWeek: [7] }] }, 'InvalidParameterValue'],
      [{ Policy: [{ Hour: [1], DayOfMonth: [32] }] }, 'InvalidParameterValue'],
      [{ Policy: [{ Hour: [1], DayOfMonth: [0] }] }, 'InvalidParameterValue'],
      [{ Policy: [{ Hour: [1], IntervalDays: 366 }] }, 'InvalidParameterValue'],
      [{ Policy: [{ ...rule, IntervalDays: 2 }] }, 'InvalidParameterValue'],
      [{ IsPermanent: true, RetentionDays: 3 }, 'InvalidParameterValue'],
      [{ RetentionDays: 0 }, 'InvalidParameterValue'],
      [{ AutoSnapshotPolicyName: '名'.repeat(21) }, 'InvalidParameterValue'],
    ];
    for (const [body, code] of cases) {
      const whole = { Policy: daily, ...body };
      assert.equal(await refusal('CreateAutoSnapshotPolicy', whole), code, JSON.stringify(body));
    }
    assert.equal(await refusal('CreateAutoSnapshotPolicy', {}), 'MissingParameter');
    const kept = await create({
      AutoSnapshotPolicyName: '名'.repeat(20),
      IsPermanent: true,
      Policy: [
        { Hour: [0, 23], DayOfMonth: [1, 31] },
        { Hour: [5], IntervalDays: 365 },
      ],
    });
    assert.equal((await show(kept))?.['IsPermanent'], true);
    await remove(kept);
  });

  test('disks are bound to it and taken from it', async () => {
    const id = await create();
    const other = await create({ IsActivated: false });
    const body = (DiskIds: readonly string[], AutoSnapshotPolicyId = id) => ({
      AutoSnapshotPolicyId,
      DiskIds,
    });
    const cases: ReadonlyArray<readonly [object, string]> = [
      [body(disks, NONE), 'InvalidAutoSnapshotPolicyId.NotFound'],
      [body(['disk-00000000']), 'InvalidDiskId.NotFound'],
      [body([local]), 'InvalidDisk.NotSupported'],
      [body([]), 'MissingParameter'],
      [
        body(Array.from({ length: 81 }, () => disks[0] ?? '')),
        'InvalidParameterValue.LimitExceeded',
      ],
    ];
    for (const [asked, code] of cases) {
      assert.equal(await refusal('BindAutoSnapshotPolicy', asked), code);
    }
    await bind(id);
    assert.equal(await refusal('BindAutoSnapshotPolicy', body(disks)), 'InvalidDisk.AlreadyBound');
    await bind(other, disks.slice(0, 1));
    assert.deepEqual(new Set(((await show(id))?.['DiskIdSet'] ?? []) as string[]), new Set(disks));
    const [first] = disks;
    const of = await ok('DescribeDiskAssociatedAutoSnapshotPolicy', { DiskId: first });
    assert.equal(of['TotalCount'], 2);
    assert.deepEqual(
      (of['AutoSnapshotPolicySet'] as readonly Shown[]).map((one) => one['DiskIdSet']),
      [[], []],
    );
    assert.equal(
      await refusal('UnbindAutoSnapshotPolicy', { AutoSnapshotPolicyId: id }),
      'MissingParameter',
    );
    await ok('UnbindAutoSnapshotPolicy', { AutoSnapshotPolicyId: id, InstanceIds: [instance] });
    await ok('UnbindAutoSnapshotPolicy', body(disks));
    await ok('UnbindAutoSnapshotPolicy', body(disks));
    assert.deepEqual((await show(id))?.['DiskIdSet'], []);
    assert.equal(
      await refusal('UnbindAutoSnapshotPolicy', body(['disk-00000000'])),
      'InvalidDiskId.NotFound',
    );
    assert.equal(
      await refusal('DeleteAutoSnapshotPolicies', { AutoSnapshotPolicyIds: [id, NONE] }),
      'InvalidAutoSnapshotPolicyId.NotFound',
    );
    await remove(id, other);
  });

  test('it makes snapshots at its time, which go when their days are over', async () => {
    const id = await create({ RetentionDays: 2 });
    await bind(id);
    await cloud.passTime(DAY_MS);
    const made = await snapshots();
    assert.deepEqual(
      made.map((one) => [
        one['SnapshotName'],
        one['CreateTime'],
        one['AutoSnapshotPolicyId'],
        one['SnapshotState'],
        one['IsPermanent'],
      ]),
      disks.map(() => ['snap_20260103_01', '2026-01-02 17:00:00', id, 'NORMAL', false]),
    );
    assert.deepEqual(new Set(made.map((one) => one['DiskId'])), new Set(disks));
    assert.equal((await show(id))?.['NextTriggerTime'], '2026-01-03 17:00:00');
    await cloud.passTime(6 * DAY_MS);
    assert.equal((await snapshots()).length, 2 * disks.length);
    await modify(id, { IsActivated: false });
    await cloud.passTime(6 * DAY_MS);
    assert.deepEqual(await snapshots(), []);
    await remove(id);
  });

  test('it makes none of disks whose instance does not run, and goes on when it does', async () => {
    const id = await create();
    await bind(id);
    await cloud.ok('StopInstances', { InstanceIds: [instance] });
    await cloud.passTime(DAY_MS);
    assert.deepEqual(await snapshots(), []);
    await cloud.ok('StartInstances', { InstanceIds: [instance] });
    await cloud.passTime(DAY_MS);
    assert.equal((await snapshots()).length, disks.length);
    await remove(id);
    await cloud.passTime(2 * DAY_MS);
    assert.equal((await snapshots()).length, disks.length);
    await clear();
  });

  test('a change holds from now on', async () => {
    const id = await create();
    await bind(id, disks.slice(0, 1));
    assert.equal(
      await refusal('ModifyAutoSnapshotPolicyAttribute', { AutoSnapshotPolicyId: id }),
      'MissingParameter',
    );
    const conflict = { AutoSnapshotPolicyId: id, IsPermanent: true, RetentionDays: 3 };
    assert.equal(
      await refusal('ModifyAutoSnapshotPolicyAttribute', conflict),
      'InvalidParameterValue',
    );
    const unknown = { AutoSnapshotPolicyId: NONE, IsPermanent: true };
    assert.equal(
      await refusal('ModifyAutoSnapshotPolicyAttribute', unknown),
      'InvalidAutoSnapshotPolicyId.NotFound',
    );
    await modify(id, {
      AutoSnapshotPolicyName: 'changed',
      IsPermanent: true,
      Policy: [{ Hour: [2, 3], IntervalDays: 2 }],
    });
    const shown = await show(id);
    assert.equal(shown?.['AutoSnapshotPolicyName'], 'changed');
    assert.equal(shown['IsPermanent'], true);
    await cloud.passTime(4 * DAY_MS);
    assert.equal((await snapshots()).length, 4);
    await modify(id, { IsPermanent: false });
    assert.equal((await show(id))?.['RetentionDays'], 7);
    await remove(id);
    await clear();
  });

  test('a month passes at once: each day has its snapshots, and none has them twice', async () => {
    const id = await create({ IsPermanent: true });
    await bind(id);
    await cloud.server.clock.advance(30 * DAY_MS);
    await cloud.server.engine.idle();
    await cloud.passTime(HOUR_MS);
    const made = await snapshots();
    assert.equal(made.length, 30 * disks.length);
    const slots = new Set(
      made.map((one) => `${String(one['DiskId'])} ${String(one['CreateTime'])}`),
    );
    assert.equal(slots.size, made.length);
    assert.ok(made.every((one) => one['SnapshotState'] === 'NORMAL'));
    await remove(id);
    await clear();
  });

  test('policies are copied to another account, and bound to nothing there', async () => {
    const { account, key: as } = await makeAccount(cloud.server, 'policies');
    const id = await create({ AutoSnapshotPolicyName: 'shared', RetentionDays: 3 });
    const copy = { AutoSnapshotPolicyIds: [id], TargetAccountUin: account };
    const answer = await ok('CopyAutoSnapshotPolicyCrossAccount', copy);
    assert.deepEqual(answer['AutoSnapshotPolicyIds'], [id]);
    assert.equal(answer['TargetAccountUin'], account);
    const theirs = await cloud.ok('DescribeAutoSnapshotPolicies', {}, { ...cbs, as });
    const [shown, ...others] = theirs['AutoSnapshotPolicySet'] as readonly Shown[];
    assert.deepEqual(others, []);
    assert.notEqual(shown?.['AutoSnapshotPolicyId'], id);
    const { AutoSnapshotPolicyName, RetentionDays, Policy, DiskIdSet } = shown ?? {};
    assert.deepEqual([AutoSnapshotPolicyName, RetentionDays, DiskIdSet], ['shared', 3, []]);
    assert.deepEqual(Policy, (await show(id))?.['Policy']);
    for (const [body, code] of [
      [{ ...copy, TargetAccountUin: '999' }, 'InvalidParameter'],
      [
        { ...copy, AutoSnapshotPolicyIds: ['asp-00000000'] },
        'InvalidAutoSnapshotPolicyId.NotFound',
      ],
      [{ ...copy, AutoSnapshotPolicyIds: [] }, 'MissingParameter'],
    ] as const) {
      const told = await refusal('CopyAutoSnapshotPolicyCrossAccount', body);
      assert.equal(told, code, JSON.stringify(body));
    }
    const back = { AutoSnapshotPolicyIds: [shown?.['AutoSnapshotPolicyId']] };
    const self = await cloud.refusal(
      'CopyAutoSnapshotPolicyCrossAccount',
      { ...back, TargetAccountUin: account },
      { ...cbs, as },
    );
    assert.equal(self, 'InvalidParameter');
    await remove(id);
  });
});
