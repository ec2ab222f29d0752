import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

type Shown = Readonly<Record<string, unknown>>;

const cbs = { service: 'cbs' } as const;
const sold = {
  Placement: { Zone: 'ap-guangzhou-3' },
  DiskType: 'CLOUD_SSD',
  DiskChargeType: 'POSTPAID_BY_HOUR',
};

describe('what comes from an encrypted snapshot', () => {
  let cloud: TestCloud;
  const snapshots: Record<'open' | 'encrypted', string> = { open: '', encrypted: '' };

  const made = async (body: object) => {
    const { DiskIdSet } = await cloud.ok('CreateDisks', { ...sold, ...body }, cbs);
    await cloud.passTime(60_000);
    return (DiskIdSet as readonly [string])[0];
  };
  const isEncrypted = async (id: unknown) => {
    const { DiskSet } = await cloud.ok('DescribeDisks', { DiskIds: [id] }, cbs);
    return (DiskSet as readonly Shown[])[0]?.['Encrypt'];
  };

  before(async () => {
    cloud = await startTestCloud();
    for (const [kind, how] of [
      ['open', {}],
      ['encrypted', { Encrypt: 'ENCRYPT' }],
    ] as const) {
      const DiskId = await made({ DiskSize: 100, ...how });
      const { SnapshotId } = await cloud.ok('CreateSnapshot', { DiskId }, cbs);
      await cloud.passTime(60_000);
      snapshots[kind] = String(SnapshotId);
    }
  });
  after(() => cloud.stop());

  test('is encrypted without a word, and the other is not', async () => {
    assert.equal(await isEncrypted(await made({ SnapshotId: snapshots.encrypted })), true);
    assert.equal(await isEncrypted(await made({ SnapshotId: snapshots.open })), false);
    const asked = { SnapshotId: snapshots.open, Encrypt: 'ENCRYPT' };
    assert.equal(await isEncrypted(await made(asked)), true);
  });

  test('is encrypted where it is launched with an instance', async () => {
    const [instance = ''] = await cloud.launchRunning({
      DataDisks: [snapshots.encrypted, snapshots.open].map((SnapshotId) => ({
        DiskType: 'CLOUD_SSD',
        DiskSize: 100,
        SnapshotId,
      })),
    });
    const [shown] = await cloud.show([instance]);
    const disks = shown?.['DataDisks'] as readonly Shown[];
    assert.deepEqual(
      disks.map(({ SnapshotId, Encrypt }) => [SnapshotId, Encrypt]),
      [
        [snapshots.encrypted, true],
        [snapshots.open, false],
      ],
    );
    const seen = [];
    for (const { DiskId } of disks) seen.push(await isEncrypted(DiskId));
    assert.deepEqual(seen, [true, false]);
  });

  test('an instance of an encrypted image has an encrypted system disk', async () => {
    const [instance = ''] = await cloud.launchRunning({ SystemDisk: { Encrypt: true } });
    const { ImageId } = await cloud.ok('CreateImage', {
      InstanceId: instance,
      ImageName: 'sealed',
    });
    await cloud.passTime(60_000);
    const [copy = ''] = await cloud.launchRunning({ ImageId });
    const [shown] = await cloud.show([copy]);
    assert.equal(await isEncrypted((shown?.['SystemDisk'] as Shown | undefined)?.['DiskId']), true);
  });
});
