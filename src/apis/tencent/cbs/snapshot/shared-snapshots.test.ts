import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createAccount } from '#resources/account/accounts.ts';
import { seededRandom } from '#kernel/random.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

interface Snapshot {
  readonly SnapshotId: string;
  readonly [field: string]: unknown;
}

const cbs = { service: 'cbs' } as const;
const MADE_MS = 60_000;
const OTHER = 'ap-beijing';

describe('snapshots of cbs that others see, and copies', () => {
  let cloud: TestCloud;
  let friend = '';
  let data = '';
  let secret = '';
  let system = '';

  const ok = (action: string, body: object = {}) => cloud.ok(action, body, cbs);
  const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, cbs);
  const list = async (body: object = {}, region = 'ap-guangzhou') => {
    const answer = await cloud.ok('DescribeSnapshots', body, { ...cbs, region });
    return answer['SnapshotSet'] as readonly Snapshot[];
  };
  const show = async (id: string, region?: string) =>
    (await list({ SnapshotIds: [id] }, region))[0];
  const make = async (DiskId: string) => {
    const { SnapshotId } = await ok('CreateSnapshot', { DiskId });
    await cloud.passTime(MADE_MS);
    return SnapshotId as string;
  };
  const share = (SnapshotIds: readonly string[], AccountIds: readonly string[]) => ({
    SnapshotIds,
    AccountIds,
    Permission: 'SHARE',
  });

  before(async () => {
    cloud = await startTestCloud();
    const random = seededRandom('friend');
    friend = await cloud.server.store.write((tx) =>
      createAccount(tx, { name: 'friend', random, now: 0 }),
    );
    const [instance = ''] = await cloud.launchRunning({
      SystemDisk: { DiskSize: 50 },
      DataDisks: [
        { DiskSize: 100, DiskType: 'CLOUD_SSD' },
        { DiskSize: 100, DiskType: 'CLOUD_SSD', Encrypt: true },
      ],
    });
    const [shown] = await cloud.show([instance]);
    system = (shown?.['SystemDisk'] as { DiskId: string } | undefined)?.DiskId ?? '';
    const disks = shown?.['DataDisks'] as ReadonlyArray<{ DiskId: string }>;
    [data = '', secret = ''] = disks.map(({ DiskId }) => DiskId);
  });
  after(() => cloud.stop());

  test('one of a data disk is shared with accounts, and counts them', async () => {
    const [id, ofSystem, ofSecret] = [await make(data), await make(system), await make(secret)];
    const owner = '100000000001';
    const cases: ReadonlyArray<readonly [object, string]> = [
      [share([ofSystem], [friend]), 'InvalidSnapshot.NotSupported'],
      [share([ofSecret], [friend]), 'InvalidSnapshot.NotSupported'],
      [share(['snap-00000000'], [friend]), 'InvalidSnapshotId.NotFound'],
      [share([id], [owner]), 'InvalidParameter'],
      [share([id], ['100099999999']), 'InvalidParameter'],
      [share([id], []), 'MissingParameter'],
      [{ ...share([id], [friend]), Permission: 'LEND' }, 'InvalidParameterValue'],
    ];
    for (const [body, code] of cases) {
      assert.equal(await refusal('ModifySnapshotsSharePermission', body), code);
    }
    await ok('ModifySnapshotsSharePermission', share([id], [friend]));
    await ok('ModifySnapshotsSharePermission', share([id], [friend, friend]));
    const { SharePermissionSet } = await ok('DescribeSnapshotSharePermission', { SnapshotId: id });
    const [one, ...more] = SharePermissionSet as ReadonlyArray<Record<string, string>>;
    assert.deepEqual([one?.['AccountId'], more], [friend, []]);
    assert.match(one?.['CreatedTime'] ?? '', /^2026-01-02 \d\d:\d\d:\d\d$/);
    assert.equal((await show(id))?.['ShareReference'], 1);
    assert.match(String((await show(id))?.['TimeStartShare']), /^2026-01-02 /);
    assert.equal(
      await refusal('DeleteSnapshots', { SnapshotIds: [id] }),
      'UnsupportedOperation.SnapHasShared',
    );
    const end = { SnapshotId: id, Deadline: '2027-01-02T00:00:00+00:00' };
    assert.equal(
      await refusal('ModifySnapshotAttribute', end),
      'UnsupportedOperation.SnapHasShared',
    );
    const cancel = { ...share([id], [friend, owner]), Permission: 'CANCEL' };
    await ok('ModifySnapshotsSharePermission', cancel);
    assert.equal((await show(id))?.['ShareReference'], 0);
    const none = await refusal('DescribeSnapshotSharePermission', { SnapshotId: 'snap-00000000' });
    assert.equal(none, 'InvalidParameterValue');
    await ok('DeleteSnapshots', { SnapshotIds: [id, ofSystem, ofSecret] });
  });

  test('a copy is one of its own in the other region', async () => {
    const id = await make(data);
    const copy = { SnapshotId: id, DestinationRegions: [OTHER, 'ap-shanghai'] };
    const { SnapshotCopyResultSet } = await ok('CopySnapshotCrossRegions', copy);
    const results = SnapshotCopyResultSet as ReadonlyArray<Record<string, string>>;
    assert.deepEqual(
      results.map(({ SnapshotId: _, ...result }) => result),
      copy.DestinationRegions.map((DestinationRegion) => ({
        DestinationRegion,
        Code: 'Success',
        Message: '',
      })),
    );
    const copied = results[0]?.['SnapshotId'] ?? '';
    assert.equal((await show(copied, OTHER))?.['SnapshotState'], 'COPYING_FROM_REMOTE');
    assert.deepEqual((await show(id))?.['CopyingToRegions'], copy.DestinationRegions);
    assert.equal(
      await refusal('CopySnapshotCrossRegions', copy),
      'ResourceInUse.CopySnapshotConflict',
    );
    assert.equal(await refusal('DeleteSnapshots', { SnapshotIds: [id] }), 'ResourceBusy');
    await cloud.passTime(MADE_MS);
    const shown = await show(copied, OTHER);
    assert.equal(shown?.['SnapshotState'], 'NORMAL');
    assert.equal(shown?.['CopyFromRemote'], true);
    assert.equal(shown?.['SnapshotName'], `Copied ${id} from ap-guangzhou`);
    assert.match(JSON.stringify(shown?.['Placement']), /"Zone":"ap-beijing-/);
    assert.deepEqual((await show(id))?.['CopyingToRegions'], []);
    await ok('DeleteSnapshots', { SnapshotIds: [id] });
    assert.ok(await show(copied, OTHER), 'the copy outlives what it was made of');
    const cleared = { SnapshotIds: [copied] };
    await cloud.ok('DeleteSnapshots', cleared, { ...cbs, region: OTHER });
  });

  test('what cannot be copied is refused', async () => {
    const [id, ofSecret] = [await make(data), await make(secret)];
    const copy = { SnapshotId: id, DestinationRegions: [OTHER] };
    const cases: ReadonlyArray<readonly [object, string]> = [
      [{ ...copy, SnapshotId: 'snap-00000000' }, 'InvalidSnapshotId.NotFound'],
      [{ ...copy, SnapshotId: ofSecret }, 'UnsupportedOperation.SnapshotNotSupportCopy'],
      [{ ...copy, DestinationRegions: ['ap-guangzhou'] }, 'InvalidParameterValue'],
      [{ ...copy, DestinationRegions: ['ap-nowhere'] }, 'InvalidParameterValue'],
    ];
    for (const [body, code] of cases) {
      assert.equal(await refusal('CopySnapshotCrossRegions', body), code, JSON.stringify(body));
    }
    await ok('DeleteSnapshots', { SnapshotIds: [id, ofSecret] });
  });

  test('snapshots of others are shown where they are shared', async () => {
    const id = await make(data);
    const key = id.slice('snap-'.length);
    // As another account's that it shares with this one.
    await cloud.server.store.write(async (tx) => {
      await tx.db
        .updateTable('snapshots')
        .set({ account: friend })
        .where('key', '=', key)
        .execute();
      const share = { snapshot: key, account: '100000000001', region: 'guangzhou', shared_at: 0 };
      await tx.insert('snapshot_shares', [share]);
    });
    const of = (...Values: readonly string[]) =>
      list({ Filters: [{ Name: 'snapshot-type', Values }] });
    assert.deepEqual(await list(), []);
    assert.equal((await show(id))?.['SnapshotType'], 'SHARED_SNAPSHOT');
    assert.equal((await of('SHARED_SNAPSHOT')).length, 1);
    assert.equal((await of('SHARED_SNAPSHOT', 'PRIVATE_SNAPSHOT')).length, 1);
    assert.equal((await of('PRIVATE_SNAPSHOT')).length, 0);
    assert.equal(
      await refusal('DeleteSnapshots', { SnapshotIds: [id] }),
      'InvalidSnapshotId.NotFound',
    );
    await cloud.server.store.write(async (tx) => {
      await tx.db.deleteFrom('snapshot_shares').where('snapshot', '=', key).execute();
      await tx.db
        .updateTable('snapshots')
        .set({ account: '100000000001' })
        .where('key', '=', key)
        .execute();
    });
    await ok('DeleteSnapshots', { SnapshotIds: [id] });
  });
});
