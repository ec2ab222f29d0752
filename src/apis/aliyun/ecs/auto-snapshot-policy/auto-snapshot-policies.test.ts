import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  makeGroup,
  startTestCloud,
  type TestCloud,
} from '../../cloud.test-support.ts';

type Shown = Readonly<Record<string, unknown>>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NONE = 'sp-7xv00000000000000000';
const INVALID = '403 ParameterInvalid';
const UNKNOWN = '404 ParameterInvalid';
/** Each day at one o'clock in China. */
const daily = {
  timePoints: '["1"]',
  repeatWeekdays: '["1","2","3","4","5","6","7"]',
  retentionDays: 7,
} as const;

describe('automatic snapshot policies of ecs', () => {
  let cloud: TestCloud;
  let instance = '';
  let disks: readonly string[] = [];

  // As Terraform sends it: the region with a small letter.
  const small = { region: undefined } as const;
  const region = { regionId: 'cn-guangzhou' } as const;
  const ok = (action: string, given: GivenParameters = {}) =>
    cloud.ok(action, { ...region, ...given }, small);
  const refusal = (action: string, given: GivenParameters = {}) =>
    cloud.refusal(action, { ...region, ...given }, small);
  const create = async (given: GivenParameters = {}) => {
    const answer = await ok('CreateAutoSnapshotPolicy', { ...daily, ...given });
    return answer['AutoSnapshotPolicyId'] as string;
  };
  const notMade = (given: GivenParameters) =>
    refusal('CreateAutoSnapshotPolicy', { ...daily, ...given });
  const list = async (given: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeAutoSnapshotPolicyEx', given);
    const { AutoSnapshotPolicy } = answer['AutoSnapshotPolicies'] as {
      readonly AutoSnapshotPolicy: readonly Shown[];
    };
    return AutoSnapshotPolicy;
  };
  const show = async (id: string) => (await list({ AutoSnapshotPolicyId: id }))[0];
  const ids = (shown: readonly Shown[]) => shown.map((one) => one['AutoSnapshotPolicyId']);
  const modify = (autoSnapshotPolicyId: string, given: GivenParameters) =>
    ok('ModifyAutoSnapshotPolicyEx', { autoSnapshotPolicyId, ...given });
  const apply = (autoSnapshotPolicyId: string, diskIds: readonly string[] = disks) =>
    ok('ApplyAutoSnapshotPolicy', { autoSnapshotPolicyId, diskIds: JSON.stringify(diskIds) });
  const cancel = (diskIds: readonly string[], given: GivenParameters = {}) =>
    ok('CancelAutoSnapshotPolicy', { diskIds: JSON.stringify(diskIds), ...given });
  const remove = (autoSnapshotPolicyId: string) =>
    ok('DeleteAutoSnapshotPolicy', { autoSnapshotPolicyId });
  const associations = async (given: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeAutoSnapshotPolicyAssociations', given);
    const { AutoSnapshotPolicyAssociation } = answer['AutoSnapshotPolicyAssociations'] as {
      readonly AutoSnapshotPolicyAssociation: readonly Shown[];
    };
    return { pairs: AutoSnapshotPolicyAssociation, next: answer['NextToken'] as string };
  };
  const snapshots = () =>
    cloud.server.store.read(({ db }) =>
      db.selectFrom('snapshots').select(['disk', 'policy', 'expires_at']).execute(),
    );

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning({
      'DataDisk.1.Category': 'cloud_ssd',
      'DataDisk.1.Size': 40,
    });
    const shown = await cloud.ok('DescribeDisks', { InstanceId: instance });
    disks = (shown['Disks'] as { readonly Disk: ReadonlyArray<{ DiskId: string }> }).Disk.map(
      ({ DiskId }) => DiskId,
    );
  });
  after(() => cloud.stop());

  test('one is shown as it was made', async () => {
    const id = await create({
      autoSnapshotPolicyName: 'nightly',
      timePoints: '["22","1"]',
      repeatWeekdays: '["7","1"]',
      EnableCrossRegionCopy: false,
      TargetCopyRegions: '[]',
      'CopyEncryptionConfiguration.Encrypted': false,
      AssociationType: 'AssociatedWithDisk',
      'Tag.1.Key': 'k',
      'Tag.1.Value': 'v',
    });
    assert.match(id, /^sp-/);
    assert.deepEqual(await show(id), {
      AssociationType: 'AssociatedWithDisk',
      AutoSnapshotPolicyId: id,
      AutoSnapshotPolicyName: 'nightly',
      CopiedSnapshotsRetentionDays: -1,
      CreationTime: '2026-01-02T03:04:06Z',
      DiskNums: 0,
      EnableCrossRegionCopy: false,
      RegionId: 'cn-guangzhou',
      RepeatWeekdays: '["7","1"]',
      ResourceGroupId: '',
      RetentionDays: 7,
      Status: 'Normal',
      Tags: { Tag: [{ TagKey: 'k', TagValue: 'v' }] },
      TargetCopyRegions: '[]',
      TargetTags: { TargetTag: [] },
      TimePoints: '["22","1"]',
      Type: 'Custom',
      VolumeNums: 0,
    });
    await remove(id);
    assert.equal(await show(id), undefined);
  });

  test('times, days and retention have their bounds', async () => {
    const widest = await create({
      timePoints: JSON.stringify(Array.from({ length: 24 }, (_, hour) => String(hour))),
      retentionDays: -1,
    });
    assert.equal((await show(widest))?.['RetentionDays'], -1);
    const longest = await create({ retentionDays: 65_535, timePoints: '[0,23]' });
    assert.equal((await show(longest))?.['RetentionDays'], 65_535);
    for (const wrong of [
      { timePoints: '["24"]' },
      { timePoints: '["-1"]' },
      { timePoints: '[]' },
      { timePoints: 'one' },
      { timePoints: JSON.stringify(Array.from({ length: 25 }, () => '1')) },
      { repeatWeekdays: '["0"]' },
      { repeatWeekdays: '["8"]' },
      { repeatWeekdays: '[]' },
      { repeatWeekdays: '["1","1","1","1","1","1","1","1"]' },
      { retentionDays: 0 },
      { retentionDays: -2 },
      { retentionDays: 65_536 },
      { autoSnapshotPolicyName: 'x' },
      { autoSnapshotPolicyName: '1x' },
      { autoSnapshotPolicyName: 'http://x' },
      { autoSnapshotPolicyName: 'x'.repeat(129) },
    ]) {
      assert.equal(await notMade(wrong), INVALID, JSON.stringify(wrong));
    }
    await modify(longest, { retentionDays: 65_536 });
    assert.equal((await show(longest))?.['RetentionDays'], 65_536);
    for (const id of [widest, longest]) await remove(id);
  });

  test('copies to other regions and instances by tags are refused', async () => {
    const id = await create();
    for (const wrong of [
      { EnableCrossRegionCopy: true },
      { TargetCopyRegions: '["cn-beijing"]' },
      { CopiedSnapshotsRetentionDays: 30 },
      { 'CopyEncryptionConfiguration.Encrypted': true },
      { 'CopyEncryptionConfiguration.KMSKeyId': 'key' },
      { 'TargetTags.1.Key': 'k' },
    ]) {
      assert.equal(await notMade(wrong), INVALID, JSON.stringify(wrong));
      const changed = { autoSnapshotPolicyId: id, ...wrong };
      assert.equal(await refusal('ModifyAutoSnapshotPolicyEx', changed), INVALID);
    }
    assert.equal(await notMade({ AssociationType: 'AssociatedWithInstanceTag' }), INVALID);
    await remove(id);
  });

  test('tags, groups and names narrow the list; the page has its bounds', async () => {
    const group = await makeGroup(cloud, 'policies');
    const one = await create({ autoSnapshotPolicyName: 'one', 'Tag.1.Key': 'a' });
    const two = await create({ autoSnapshotPolicyName: 'two', ResourceGroupId: group });
    assert.deepEqual(ids(await list()), [two, one]);
    assert.deepEqual(ids(await list({ AutoSnapshotPolicyName: 'one' })), [one]);
    assert.deepEqual(ids(await list({ ResourceGroupId: group })), [two]);
    assert.deepEqual(ids(await list({ 'Tag.1.Key': 'a' })), [one]);
    assert.deepEqual(ids(await list({ PageSize: 1, PageNumber: 2 })), [one]);
    assert.deepEqual(ids(await list({ PageSize: 100 })), [two, one]);
    assert.match(await cloud.refusal('DescribeAutoSnapshotPolicyEx', { PageSize: 101 }), /^400 /);
    assert.deepEqual(await list({ AutoSnapshotPolicyId: NONE }), []);
    const tagged = { ResourceType: 'snapshotpolicy', 'ResourceId.1': one };
    await cloud.ok('TagResources', { ...tagged, 'Tag.1.Key': 'b', 'Tag.1.Value': 'c' });
    assert.deepEqual(ids(await list({ 'Tag.1.Key': 'b', 'Tag.1.Value': 'c' })), [one]);
    const joined = { ResourceType: 'snapshotpolicy', ResourceId: one, ResourceGroupId: group };
    await cloud.ok('JoinResourceGroup', joined);
    assert.equal((await show(one))?.['ResourceGroupId'], group);
    assert.equal(await notMade({ 'Tag.1.Key': 'acs:x' }), '400 InvalidTagKey.Malformed');
    const long = { 'Tag.1.Key': 'a', 'Tag.1.Value': 'http://x' };
    assert.equal(await notMade(long), '400 InvalidTagValue.Malformed');
    assert.equal(await notMade({ 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }), '400 Duplicate.TagKey');
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, n) => [`Tag.${n + 1}.Key`, `k${n}`]),
    );
    assert.equal(await cloud.refusal('DescribeAutoSnapshotPolicyEx', many), '400 InvalidTagCount');
    for (const id of [one, two]) await remove(id);
  });

  test('a change leaves what it does not name', async () => {
    const id = await create({ autoSnapshotPolicyName: 'before' });
    await modify(id, { timePoints: '["2","3"]' });
    await modify(id, { autoSnapshotPolicyName: '', repeatWeekdays: '["7"]' });
    await modify(id, { retentionDays: -1 });
    const shown = (await show(id)) ?? {};
    assert.deepEqual(
      ['AutoSnapshotPolicyName', 'TimePoints', 'RepeatWeekdays', 'RetentionDays'].map(
        (field) => shown[field],
      ),
      ['before', '["2","3"]', '["7"]', -1],
    );
    await modify(id, { autoSnapshotPolicyName: 'after' });
    assert.equal((await show(id))?.['AutoSnapshotPolicyName'], 'after');
    const changed = (given: GivenParameters) =>
      refusal('ModifyAutoSnapshotPolicyEx', { autoSnapshotPolicyId: id, ...given });
    assert.equal(await changed({ timePoints: '["24"]' }), INVALID);
    assert.equal(await changed({ retentionDays: 65_537 }), INVALID);
    assert.equal(await changed({ autoSnapshotPolicyId: NONE }), UNKNOWN);
    await remove(id);
    assert.equal(await changed({}), UNKNOWN);
    assert.equal(await refusal('DeleteAutoSnapshotPolicy', { autoSnapshotPolicyId: id }), UNKNOWN);
    const elsewhere = await create();
    assert.equal(
      await cloud.refusal(
        'DeleteAutoSnapshotPolicy',
        { regionId: 'cn-beijing', autoSnapshotPolicyId: elsewhere },
        small,
      ),
      UNKNOWN,
    );
    await remove(elsewhere);
  });

  test('disks of an instance that runs, or is stopped, have their snapshots', async () => {
    const id = await create();
    await apply(id);
    await apply(id);
    assert.equal((await show(id))?.['DiskNums'], 2);
    await cloud.passTime(2 * DAY_MS);
    const made = await snapshots();
    assert.equal(made.length, 4);
    await cloud.ok('StopInstance', { InstanceId: instance });
    await cloud.passTime(DAY_MS);
    assert.equal((await snapshots()).length, 6);
    await cancel(disks);
    assert.equal((await show(id))?.['DiskNums'], 0);
    await cancel(disks);
    await cloud.passTime(DAY_MS);
    assert.equal((await snapshots()).length, 6);
    await remove(id);
    await cloud.passTime(8 * DAY_MS);
    assert.deepEqual(await snapshots(), []);
  });

  test('a disk has ten policies; which one it leaves is named', async () => {
    const [disk = '', other = ''] = disks;
    const policies: string[] = [];
    for (let one = 0; one < 11; one += 1) policies.push(await create());
    const [first = '', ...more] = policies;
    const last = more.at(-1) ?? '';
    for (const policy of policies.slice(0, 10)) await apply(policy, [disk]);
    const eleventh = { autoSnapshotPolicyId: last, diskIds: JSON.stringify([other, disk]) };
    assert.equal(await refusal('ApplyAutoSnapshotPolicy', eleventh), INVALID);
    await apply(last, [other]);
    const cancelled = { diskIds: JSON.stringify([disk]) };
    assert.equal(
      await refusal('CancelAutoSnapshotPolicy', cancelled),
      '403 OperationDenied.TooManyAutoSnapshotPolicies',
    );
    const unknown = { ...cancelled, autoSnapshotPolicyId: NONE };
    assert.equal(await refusal('CancelAutoSnapshotPolicy', unknown), INVALID);

    const page = await associations({ MaxResults: 1 });
    assert.equal(page.pairs.length, 10);
    const rest = await associations({ NextToken: page.next });
    assert.deepEqual([rest.pairs.length, rest.next], [1, '']);
    const all = await associations({ MaxResults: 101 });
    assert.deepEqual([...page.pairs, ...rest.pairs], all.pairs);
    const ofFirst = await associations({ AutoSnapshotPolicyId: first });
    assert.deepEqual(ofFirst.pairs, [{ AutoSnapshotPolicyId: first, DiskId: disk }]);
    const ofOther = await associations({ DiskId: other });
    assert.deepEqual(ofOther.pairs, [{ AutoSnapshotPolicyId: last, DiskId: other }]);
    assert.deepEqual((await associations({ DiskId: 'd-none' })).pairs, []);
    const both = { DiskId: disk, AutoSnapshotPolicyId: first };
    const action = 'DescribeAutoSnapshotPolicyAssociations';
    assert.match(await cloud.refusal(action, both), /^400 /);
    assert.match(await cloud.refusal(action, { NextToken: 'none' }), /^400 /);

    await cancel([disk], { autoSnapshotPolicyId: first });
    assert.equal((await associations({ DiskId: disk })).pairs.length, 9);
    for (const policy of policies) await remove(policy);
    assert.deepEqual((await associations()).pairs, []);
  });

  test('what is no disk of the region, or cannot have snapshots, is refused', async () => {
    const id = await create();
    const applied = (diskIds: string, autoSnapshotPolicyId = id) =>
      refusal('ApplyAutoSnapshotPolicy', { autoSnapshotPolicyId, diskIds });
    assert.equal(await applied(JSON.stringify(disks), NONE), UNKNOWN);
    assert.equal(await applied('["d-none"]'), '404 InvalidDiskId.NotFound');
    assert.equal(await applied('none'), INVALID);
    assert.equal(await applied('[]'), INVALID);
    const cancelled = (diskIds: string) => refusal('CancelAutoSnapshotPolicy', { diskIds });
    assert.equal(await cancelled('["d-none"]'), '404 InvalidDiskId.NotFound');
    assert.equal(await cancelled('[]'), INVALID);
    await remove(id);
  });

  test('an account has a hundred in a region', async () => {
    const made: string[] = [];
    for (let one = 0; one < 100; one += 1) made.push(await create());
    assert.equal(await notMade({}), '403 AutoSnapshotPolicy.QuotaExceed');
    for (const id of made) await remove(id);
    await remove(await create());
  });
});
