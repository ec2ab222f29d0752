import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type GivenParameters, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { listDisks } from '../disk/disk.test-support.ts';

const WHILE = 60_000;
const GIB = 2 ** 30;

describe('CopySnapshot and DescribeSnapshotsUsage', () => {
  let cloud: TestCloud;
  let snapshot = '';
  let disk = '';

  const begin = async () => {
    const made = await cloud.ok('CreateSnapshot', { DiskId: disk });
    return made['SnapshotId'] as string;
  };
  const copying = (more: GivenParameters = {}): GivenParameters => ({
    SnapshotId: snapshot,
    DestinationRegionId: 'cn-beijing',
    DestinationSnapshotName: 'copied',
    DestinationSnapshotDescription: 'from the south',
    ...more,
  });
  const refusal = (more: GivenParameters = {}) => cloud.refusal('CopySnapshot', copying(more));
  const usage = async (RegionId: string) => {
    const { SnapshotCount, SnapshotSize } = await cloud.ok('DescribeSnapshotsUsage', { RegionId });
    return [SnapshotCount, SnapshotSize];
  };

  before(async () => {
    cloud = await startTestCloud();
    const [instance = ''] = await cloud.launchRunning();
    [{ DiskId: disk } = { DiskId: '' }] = await listDisks(cloud, { InstanceId: instance });
    snapshot = await begin();
    await cloud.passTime(WHILE);
  });
  after(() => cloud.stop());

  test('a copy comes to be in the other region, with what it was told', async () => {
    const answer = await cloud.ok(
      'CopySnapshot',
      copying({ RetentionDays: 60, 'Tag.1.Key': 'k', 'Tag.1.Value': 'v' }),
    );
    const SnapshotIds = JSON.stringify([answer['SnapshotId']]);
    const show = async () => {
      const { Snapshots } = await cloud.ok('DescribeSnapshots', {
        RegionId: 'cn-beijing',
        SnapshotIds,
      });
      return (Snapshots as { readonly Snapshot: ReadonlyArray<Record<string, unknown>> })
        .Snapshot[0];
    };
    assert.equal((await show())?.['Status'], 'progressing');
    assert.equal(await refusal(), '400 InvalidParameter');
    await cloud.passTime(WHILE);
    const { Status, SnapshotName, Description, RetentionDays, ...more } = (await show()) ?? {};
    assert.deepEqual(
      [Status, SnapshotName, Description, RetentionDays],
      ['accomplished', 'copied', 'from the south', 60],
    );
    assert.deepEqual(
      [more['SourceSnapshotId'], more['SourceRegionId'], more['RegionId'], more['SourceDiskId']],
      [snapshot, 'cn-guangzhou', 'cn-beijing', disk],
    );
    assert.deepEqual(more['Tags'], { Tag: [{ TagKey: 'k', TagValue: 'v' }] });
    assert.deepEqual(await usage('cn-guangzhou'), [1, 40 * GIB]);
    assert.deepEqual(await usage('cn-beijing'), [1, 40 * GIB]);
    assert.deepEqual(await usage('cn-shanghai'), [0, 0]);
  });

  test('CopySnapshot refuses in the words of the page', async () => {
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ SnapshotId: 's-bp67acfmxazb4paaaaaa' }, '403 InvalidSnapshotId.NotFound'],
      [{ DestinationRegionId: 'cn-guangzhou' }, '400 InvalidParameter'],
      [{ DestinationRegionId: 'cn-atlantis' }, '400 InvalidParameter'],
      [{ DestinationSnapshotName: 'x' }, '400 InvalidParameter'],
      [{ DestinationSnapshotDescription: 'x' }, '400 InvalidParameter'],
      [{ RetentionDays: 65_537 }, '400 InvalidParameter'],
      [{ Encrypted: true }, '400 InvalidParameter'],
      [{ KMSKeyId: '0e478b7a-4262-4802-b8cb-00d3fb40826X' }, '400 InvalidParameter'],
      [{ 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }, '400 Duplicate.TagKey'],
      [{ 'Tag.1.Key': 'acs:a' }, '400 InvalidTagKey.Malformed'],
      [{ 'Tag.1.Key': 'a', 'Tag.1.Value': 'http://a' }, '400 InvalidTagValue.Malformed'],
    ];
    for (const [parameters, code] of cases) {
      assert.equal(await refusal(parameters), code, JSON.stringify(parameters));
    }
    const unready = await begin();
    assert.equal(await refusal({ SnapshotId: unready }), '403 InvalidSnapshotId.NotReady');
    await cloud.passTime(WHILE);
  });
});
