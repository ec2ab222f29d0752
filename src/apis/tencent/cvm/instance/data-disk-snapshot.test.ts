import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBody, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

test('a data disk is made from a snapshot that is not larger', async () => {
  const disk = { DiskType: 'CLOUD_PREMIUM', DiskSize: 50 };
  const [id = ''] = await cloud.launchRunning({ DataDisks: [disk] });
  const [shown] = await cloud.show([id]);
  assert.ok(shown);
  const [data] = shown['DataDisks'] as ReadonlyArray<{ readonly DiskId: string }>;
  const made = await cloud.ok('CreateSnapshot', { DiskId: data?.DiskId }, { service: 'cbs' });
  const SnapshotId = String(made['SnapshotId']);
  await cloud.passTime(60_000);
  const launch = (DiskSize: number, from = SnapshotId) => ({
    ...launchBody,
    DataDisks: [{ ...disk, DiskSize, SnapshotId: from }],
  });
  const smaller = await cloud.refusal('RunInstances', launch(40));
  assert.equal(smaller, 'FailedOperation.SnapshotSizeLargerThanDataSize');
  const unknown = await cloud.refusal('RunInstances', launch(50, 'snap-00000000'));
  assert.equal(unknown, 'InvalidParameter.SnapshotNotFound');
  await cloud.ok('RunInstances', launch(50));
  await cloud.passTime(10_000);
});
