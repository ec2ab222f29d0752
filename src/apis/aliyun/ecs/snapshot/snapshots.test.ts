import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  IMAGE,
  makeGroup,
  startTestCloud,
  type TestCloud,
} from '../../cloud.test-support.ts';
import { listDisks, makeDisk, showDisk } from '../disk/disk.test-support.ts';

const WHILE = 60_000;
const DAY_MS = 86_400_000;
const NONE = 's-bp67acfmxazb4paaaaaa';
const NO_DISK = 'd-bp67acfmxazb4paaaaaa';

interface Shown {
  readonly SnapshotId: string;
  readonly [field: string]: unknown;
}

describe('snapshots of ecs', () => {
  let cloud: TestCloud;
  let instance = '';
  let system = '';
  let data = '';
  let encrypted = '';

  const list = async (parameters: GivenParameters = {}) => {
    const answer = await cloud.ok('DescribeSnapshots', parameters);
    return { answer, set: (answer['Snapshots'] as { Snapshot: readonly Shown[] }).Snapshot };
  };
  const find = async (id: string) => (await list({ SnapshotIds: JSON.stringify([id]) })).set.at(0);
  const show = async (id: string): Promise<Shown> => {
    const shown = await find(id);
    assert.ok(shown, `${id} is not shown`);
    return shown;
  };
  const begin = async (parameters: GivenParameters) =>
    (await cloud.ok('CreateSnapshot', parameters))['SnapshotId'] as string;
  const make = async (parameters: GivenParameters) => {
    const id = await begin(parameters);
    await cloud.passTime(WHILE);
    return id;
  };
  const drop = async (...ids: readonly string[]) => {
    for (const SnapshotId of ids) await cloud.ok('DeleteSnapshot', { SnapshotId });
  };

  /** One that takes ten seconds is watched until it is made, and is tagged then. */
  const watchMaking = async (id: string): Promise<void> => {
    await cloud.passTime(5_000);
    assert.deepEqual([(await show(id))['Progress'], (await show(id))['RemainTime']], ['50%', 5]);
    assert.equal(
      await cloud.refusal('CreateSnapshot', { DiskId: data }),
      '403 IncorrectDiskStatus.CreatingSnapshot',
    );
    assert.equal(
      await cloud.refusal('ResetDisk', { DiskId: data, SnapshotId: id }),
      '403 InvalidSnapshotId.NotReady',
    );
    await cloud.passTime(5_000);
    const made = await show(id);
    assert.deepEqual(
      [made['Status'], made['Progress'], made['RemainTime'], made['Available']],
      ['accomplished', '100%', 0, true],
    );
    await cloud.ok('TagResources', {
      ResourceType: 'snapshot',
      'ResourceId.1': id,
      'Tag.1.Key': 'later',
      'Tag.1.Value': 'b',
    });
    const tags = (await show(id))['Tags'] as { readonly Tag: readonly unknown[] };
    assert.equal(tags.Tag.length, 2);
  };

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning({
      'SystemDisk.Category': 'cloud_essd',
      'DataDisk.1.Category': 'cloud_efficiency',
      'DataDisk.1.Size': 20,
      'DataDisk.2.Category': 'cloud_ssd',
      'DataDisk.2.Size': 30,
      'DataDisk.2.Encrypted': true,
    });
    const disks = await listDisks(cloud, { InstanceId: instance });
    const of = (size: number) => disks.find(({ Size }) => Size === size)?.DiskId ?? '';
    [system, data, encrypted] = [of(40), of(20), of(30)];
  });
  after(() => cloud.stop());

  test('one is progressing by the clock, then accomplished, with all its fields', async () => {
    const group = await makeGroup(cloud, 'kept-apart');
    cloud.server.simulator?.provoke({
      effect: 'slow',
      verb: 'create-snapshot',
      times: 1,
      addedMs: 9_500,
    });
    const id = await begin({
      DiskId: data,
      SnapshotName: 'first',
      Description: 'as it was',
      RetentionDays: 30,
      Category: 'standard',
      ResourceGroupId: group,
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'a',
    });
    await cloud.passTime(0);
    const { SnapshotLinkId, CreationTime, LastModifiedTime, ...shown } = await show(id);
    assert.match(String(SnapshotLinkId), /^sl-[\da-z]{20}$/);
    assert.match(String(CreationTime), /^2026-01-02T\d\d:\d\d:\d\dZ$/);
    assert.match(String(LastModifiedTime), /^2026-01-02T\d\d:\d\d:\d\dZ$/);
    const { SnapshotSN } = shown;
    assert.match(String(SnapshotSN), /^\w+$/);
    assert.deepEqual(shown, {
      SnapshotId: id,
      SnapshotSN,
      SnapshotName: 'first',
      Description: 'as it was',
      SnapshotType: 'user',
      Status: 'progressing',
      Progress: '0%',
      RemainTime: 10,
      Available: false,
      Category: 'standard',
      RetentionDays: 30,
      InstantAccess: false,
      InstantAccessRetentionDays: 30,
      Encrypted: false,
      KMSKeyId: '',
      ProductCode: '',
      RegionId: 'cn-guangzhou',
      ResourceGroupId: group,
      SourceDiskId: data,
      SourceDiskSize: '20',
      SourceDiskType: 'data',
      SourceStorageType: 'disk',
      FullSnapshotSizeInBytes: 20 * 2 ** 30,
      Usage: 'none',
      Tags: { Tag: [{ TagKey: 'team', TagValue: 'a' }] },
    });
    await watchMaking(id);
    await drop(id);
  });

  test('one that could not be made has failed; one that is made may be cancelled', async () => {
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'create-snapshot', times: 1 });
    const failed = await make({ DiskId: data });
    const { Status, Progress, Available } = await show(failed);
    assert.deepEqual([Status, Progress, Available], ['failed', '0%', false]);
    const cancelled = await begin({ DiskId: data });
    await drop(failed, cancelled);
    assert.deepEqual((await list()).set, []);
    await drop(await make({ DiskId: data }));
  });

  test('CreateSnapshot refuses in the words of the page', async () => {
    const unattached = await makeDisk(cloud);
    const made = await cloud.ok('CreateInstance', { ImageId: IMAGE, InstanceType: 'ecs.g6.large' });
    await cloud.passTime(WHILE);
    const never = (await listDisks(cloud, { InstanceId: made['InstanceId'] as string }))[0];
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ DiskId: NO_DISK }, '404 InvalidDiskId.NotFound'],
      [{}, '400 MissingParameter'],
      [{ DiskId: unattached }, '403 IncorrectDiskStatus.NeverAttached'],
      [{ DiskId: never?.DiskId ?? '' }, '400 IncorrectInstanceStatus'],
      [{ DiskId: data, SnapshotName: 'x' }, '400 InvalidSnapshotName.Malformed'],
      [{ DiskId: data, SnapshotName: 'automatic' }, '400 InvalidSnapshotName.Malformed'],
      [{ DiskId: data, SnapshotName: '1st' }, '400 InvalidSnapshotName.Malformed'],
      [{ DiskId: data, SnapshotName: 'x'.repeat(129) }, '400 InvalidSnapshotName.Malformed'],
      [{ DiskId: data, Description: 'x' }, '404 InvalidDescription.Malformed'],
      [{ DiskId: data, Description: 'http://a' }, '404 InvalidDescription.Malformed'],
      [{ DiskId: data, Description: 'x'.repeat(257) }, '404 InvalidDescription.Malformed'],
      [{ DiskId: data, RetentionDays: 0 }, '400 InvalidParameter'],
      [{ DiskId: data, RetentionDays: 65_537 }, '400 InvalidParameter'],
      [{ DiskId: data, Category: 'Flash' }, '400 InvalidParameter'],
      [{ DiskId: data, InstantAccess: true }, '400 DiskCategory.OperationNotSupported'],
      [{ DiskId: system, InstantAccess: true, Category: 'Standard' }, '400 InvalidParameter'],
      [
        { DiskId: system, InstantAccess: true, InstantAccessRetentionDays: 65_536 },
        '400 InvalidParameter',
      ],
      [{ DiskId: data, ResourceGroupId: 'rg-acfmxazb4paaaa' }, '400 InvalidParameter'],
      [{ DiskId: data, 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }, '400 Duplicate.TagKey'],
      [{ DiskId: data, 'Tag.1.Key': 'acs:a' }, '400 InvalidTagKey.Malformed'],
    ];
    for (const [parameters, code] of cases) {
      assert.equal(
        await cloud.refusal('CreateSnapshot', parameters),
        code,
        JSON.stringify(parameters),
      );
    }
    const id = await make({
      DiskId: data,
      SnapshotName: 'x'.repeat(128),
      Description: 'x'.repeat(256),
      RetentionDays: 65_536,
    });
    assert.equal((await show(id))['RetentionDays'], 65_536);
    await drop(id);
  });

  test('one token makes one snapshot', async () => {
    const asked = { DiskId: data, ClientToken: 'once' };
    const id = await make(asked);
    assert.equal(await begin(asked), id);
    assert.equal(
      await cloud.refusal('CreateSnapshot', { ...asked, DiskId: system }),
      '403 IdempotentParameterMismatch',
    );
    await drop(id);
  });

  test('instant access is shown for its days, or until it is taken away', async () => {
    const access = { DiskId: system, InstantAccess: true };
    const days = await make({ ...access, InstantAccessRetentionDays: 1 });
    const kept = await make(access);
    const shown = async (id: string) => {
      const { InstantAccess, InstantAccessRetentionDays } = await show(id);
      return [InstantAccess, InstantAccessRetentionDays];
    };
    assert.deepEqual(
      [await shown(days), await shown(kept)],
      [
        [true, 1],
        [true, 0],
      ],
    );
    await cloud.ok('ModifySnapshotAttribute', { SnapshotId: kept, DisableInstantAccess: true });
    await cloud.passTime(DAY_MS);
    assert.deepEqual(
      [await shown(days), await shown(kept)],
      [
        [false, 1],
        [false, 0],
      ],
    );
    await drop(days, kept);
  });

  test('one whose days are over goes by itself; they may be made more and no fewer', async () => {
    const ending = await make({ DiskId: data, RetentionDays: 2 });
    const longer = await make({ DiskId: data, RetentionDays: 2 });
    const modify = { SnapshotId: longer };
    assert.equal(
      await cloud.refusal('ModifySnapshotAttribute', { ...modify, RetentionDays: 1 }),
      '400 InvalidParameter',
    );
    await cloud.ok('ModifySnapshotAttribute', { ...modify, RetentionDays: 3 });
    await cloud.passTime(2 * DAY_MS);
    assert.equal(await find(ending), undefined);
    assert.equal((await show(longer))['RetentionDays'], 3);
    await cloud.passTime(DAY_MS);
    assert.equal(await find(longer), undefined);
  });

  test('ModifySnapshotAttribute changes the name and the description', async () => {
    const id = await make({ DiskId: data });
    const modify = { SnapshotId: id, SnapshotName: 'second', Description: 'of today' };
    await cloud.ok('ModifySnapshotAttribute', modify);
    const texts = async () => {
      const { SnapshotName, Description } = await show(id);
      return [SnapshotName, Description];
    };
    assert.deepEqual(await texts(), ['second', 'of today']);
    await cloud.ok('ModifySnapshotAttribute', { SnapshotId: id, Description: '' });
    assert.deepEqual(await texts(), ['second', '']);
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{}, '400 NoAttributeToModify'],
      [{ SnapshotId: NONE, SnapshotName: 'other' }, '404 InvalidSnapshotId.NotFound'],
      [{ SnapshotName: 'auto-x' }, '400 InvalidSnapshotName.Malformed'],
      [{ Description: 'https://a' }, '404 InvalidDescription.Malformed'],
    ];
    for (const [parameters, code] of cases) {
      const given = { SnapshotId: id, ...parameters };
      assert.equal(await cloud.refusal('ModifySnapshotAttribute', given), code);
    }
    await drop(id);
  });

  test('DeleteSnapshot refuses what images and disks are made from', async () => {
    const id = await make({ DiskId: system });
    const ofData = await make({ DiskId: data });
    const image = (await cloud.ok('CreateImage', { SnapshotId: id, ImageName: 'of-snapshot' }))[
      'ImageId'
    ] as string;
    const disk = await makeDisk(cloud, { SnapshotId: ofData });
    await cloud.passTime(WHILE);
    const usages = [(await show(id))['Usage'], (await show(ofData))['Usage']];
    assert.deepEqual(usages, ['image', 'disk']);
    for (const [Usage, ids] of [
      ['image', [id]],
      ['disk', [ofData]],
      ['image_disk', []],
      ['none', []],
    ] as const) {
      assert.deepEqual(
        (await list({ Usage })).set.map((one) => one.SnapshotId),
        ids,
        Usage,
      );
    }
    const refusal = (SnapshotId: string) => cloud.refusal('DeleteSnapshot', { SnapshotId });
    assert.equal(await refusal(id), '403 SnapshotCreatedImage');
    assert.equal(await refusal(ofData), '403 SnapshotCreatedDisk');
    assert.equal((await showDisk(cloud, disk))['SourceSnapshotId'], ofData);
    await cloud.ok('DeleteSnapshot', { SnapshotId: ofData, Force: true });
    await cloud.ok('DeleteImage', { ImageId: image });
    await cloud.passTime(WHILE);
    await drop(id, NONE);
    assert.deepEqual((await list()).set, []);
  });

  test('DescribeSnapshots narrows by each parameter of its page', async () => {
    const one = await make({
      DiskId: data,
      SnapshotName: 'one',
      'Tag.1.Key': 'k',
      'Tag.1.Value': 'v',
    });
    await cloud.passTime(60 * WHILE);
    const two = await make({ DiskId: system });
    const three = await make({ DiskId: encrypted });
    const all = [three, two, one];
    const link = (await show(one))['SnapshotLinkId'] as string;
    const created = String((await show(two))['CreationTime']).replace(/:\d\dZ$/, 'Z');
    const cases: ReadonlyArray<readonly [GivenParameters, readonly string[]]> = [
      [{ SnapshotIds: JSON.stringify([one, three]) }, [three, one]],
      [{ SnapshotIds: '[]' }, []],
      [{ SnapshotIds: JSON.stringify([NONE]) }, []],
      [{ InstanceId: instance }, all],
      [{ InstanceId: 'i-bp67acfmxazb4qaaaaaa' }, []],
      [{ DiskId: data }, [one]],
      [{ SnapshotLinkId: link }, [one]],
      [{ SnapshotLinkId: link, DiskId: system }, []],
      [{ SnapshotName: 'one' }, [one]],
      [{ Status: 'accomplished' }, all],
      [{ Status: 'progressing' }, []],
      [{ Status: 'failed' }, []],
      [{ SnapshotType: 'user' }, all],
      [{ SnapshotType: 'auto' }, []],
      [{ SourceDiskType: 'System' }, [two]],
      [{ SourceDiskType: 'data' }, [three, one]],
      [{ Encrypted: true }, [three]],
      [{ Encrypted: false }, all],
      [{ KMSKeyId: '0e478b7a-4262-4802-b8cb-00d3fb40826X' }, []],
      [{ Category: 'Standard' }, all],
      [{ Category: 'Flash' }, []],
      [{ ResourceGroupId: 'rg-acfmxazb4paaaa' }, []],
      [{ 'Tag.1.Key': 'k', 'Tag.1.Value': 'v' }, [one]],
      [{ 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': created }, [three, two]],
      [{ 'Filter.2.Key': 'CreationEndTime', 'Filter.2.Value': created }, [one]],
      [{ PageNumber: 2, PageSize: 2 }, [one]],
      [{ RegionId: 'cn-beijing' }, []],
    ];
    for (const [parameters, ids] of cases) {
      const { set } = await list(parameters);
      assert.deepEqual(
        set.map((shown) => shown.SnapshotId),
        ids,
        JSON.stringify(parameters),
      );
    }
    const first = await list({ MaxResults: 2 });
    const rest = await list({ NextToken: first.answer['NextToken'] as string });
    assert.deepEqual(
      [first, rest].map(({ set }) => set.map((shown) => shown.SnapshotId)),
      [[three, two], [one]],
    );
    assert.equal(first.answer['TotalCount'], 3);
    await drop(...all);
  });

  test('DescribeSnapshots refuses in the words of the page', async () => {
    const ids = Array.from({ length: 101 }, () => NONE);
    const tags = Array.from({ length: 21 }, (_, at) => [`Tag.${at + 1}.Key`, `k${at}`] as const);
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ SnapshotIds: JSON.stringify(ids) }, '403 InvalidSnapshotIds.Malformed'],
      [{ SnapshotIds: 'one' }, '403 InvalidSnapshotIds.Malformed'],
      [{ SnapshotLinkId: 'sl-bp67acfmxazb4paaaaaa' }, '404 InvalidSnapshotLinkId.NotFound'],
      [{ SnapshotType: 'timer' }, '404 InvalidSnapshotType.NotFound'],
      [{ SourceDiskType: 'all' }, '404 InvalidSourceDiskType'],
      [{ Status: 'done' }, '404 InvalidStatus.NotFound'],
      [{ Usage: 'instance' }, '404 InvalidUsage'],
      [{ Category: 'cold' }, '403 InvalidSnapshotCategory.Malformed'],
      [{ 'Filter.1.Key': 'Colour', 'Filter.1.Value': 'red' }, '404 InvalidFilterKey.NotFound'],
      [{ 'Tag.1.Value': 'v' }, '400 InvalidTag.Mismatch'],
      [Object.fromEntries(tags), '400 InvalidTagCount'],
      [{ DryRun: true }, '400 DryRunOperation'],
      [{ PageSize: 101 }, '400 InvalidParameter'],
    ];
    for (const [parameters, code] of cases) {
      assert.equal(
        await cloud.refusal('DescribeSnapshots', parameters),
        code,
        JSON.stringify(parameters),
      );
    }
    const hundred = JSON.stringify(ids.slice(1));
    assert.deepEqual((await list({ SnapshotIds: hundred })).set, []);
  });

  test('ResetDisk rolls a disk back while its instance stands still', async () => {
    const id = await make({ DiskId: data });
    const ofSystem = await make({ DiskId: system });
    const reset = { DiskId: data, SnapshotId: id };
    const refusal = (more: GivenParameters = {}) =>
      cloud.refusal('ResetDisk', { ...reset, ...more });
    assert.equal(await refusal(), '403 IncorrectInstanceStatus');
    assert.equal(await refusal({ DiskId: NO_DISK }), '404 InvalidDiskId.NotFound');
    assert.equal(await refusal({ SnapshotId: NONE }), '404 InvalidSnapshotId.NotFound');
    assert.equal(await refusal({ SnapshotId: ofSystem }), '403 InvalidParameter.Mismatch');
    await cloud.ok('StopInstance', { InstanceId: instance });
    await cloud.passTime(WHILE);
    assert.equal(await refusal({ DryRun: true }), '400 DryRunOperation');
    await cloud.ok('ResetDisk', reset);
    assert.equal(await refusal(), '403 Operation.Conflict');
    assert.equal(
      await cloud.refusal('DeleteSnapshot', { SnapshotId: id }),
      '403 Operation.Conflict',
    );
    assert.equal((await show(id))['Status'], 'accomplished');
    const asImage = { InstanceId: instance };
    const code = await cloud.refusal('CreateImage', asImage);
    assert.equal(code, '403 IncorrectDiskStatus');
    assert.equal(
      await cloud.refusal('CreateSnapshot', { DiskId: data }),
      '403 IncorrectDiskStatus',
    );
    await cloud.passTime(WHILE);
    assert.equal((await showDisk(cloud, data)).Status, 'In_use');
    await cloud.ok('CreateSnapshot', { DiskId: data });
    const making = await cloud.refusal('CreateImage', asImage);
    assert.equal(making, '403 IncorrectDiskStatus.CreatingSnapshot');
    await cloud.passTime(WHILE);
    await cloud.ok('ResetDisk', { DiskId: system, SnapshotId: ofSystem });
    await cloud.passTime(WHILE);
    await cloud.ok('ResizeDisk', { DiskId: data, NewSize: 21 });
    await cloud.passTime(WHILE);
    assert.equal(await refusal(), '403 OperationDenied');
    await cloud.ok('StartInstance', { InstanceId: instance });
    await cloud.passTime(WHILE);
    await drop(id, ofSystem);
  });
});
