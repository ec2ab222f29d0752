import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { rootAccount } from '#resources/account/accounts.ts';
import type { KeyPair } from '#resources/account/access-keys.ts';
import { makeAccount } from '../../../../../test/support/make-account.ts';
import { type CallOptions, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const MADE_MS = 10_000;
const CBS = { service: 'cbs' } as const;
const SHANGHAI = { region: 'ap-shanghai' } as const;
const UNKNOWN = 'img-00000000';
const PUBLIC = 'img-9qabwvbn';

let cloud: TestCloud;
let instance = '';
let systemDisk = '';
let dataDisk = '';
let localDisk = '';
let friend = '';
let friendKey: KeyPair;
let names = 0;
before(async () => {
  cloud = await startTestCloud({ configuration: { imagesPerRegionMax: 40 } });
  ({ account: friend, key: friendKey } = await makeAccount(cloud.server, 'friend'));
  [instance = ''] = await cloud.launchRunning({
    DataDisks: [
      { DiskSize: 100, DiskType: 'CLOUD_PREMIUM' },
      { DiskSize: 100, DiskType: 'LOCAL_BASIC' },
    ],
  });
  [systemDisk = '', dataDisk = '', localDisk = ''] = await disksOf(instance);
});
after(() => cloud.stop());

const newName = () => `image ${(names += 1)}`;
const asFriend = (more: CallOptions = {}): CallOptions => ({ as: friendKey, ...more });

interface Shown {
  readonly ImageId: string;
  readonly [field: string]: unknown;
}

async function disksOf(id: string): Promise<readonly string[]> {
  const [shown] = await cloud.show([id]);
  const { SystemDisk, DataDisks } = shown as unknown as {
    SystemDisk: { DiskId: string };
    DataDisks: ReadonlyArray<{ DiskId: string }>;
  };
  return [SystemDisk.DiskId, ...DataDisks.map(({ DiskId }) => DiskId)];
}

async function create(body: object = {}, options?: CallOptions): Promise<string> {
  const asked = { InstanceId: instance, ImageName: newName(), ...body };
  return String((await cloud.ok('CreateImage', asked, options))['ImageId']);
}

/** An image that is there. */
async function make(body: object = {}): Promise<string> {
  const id = await create(body);
  await cloud.passTime(MADE_MS);
  assert.equal((await show(id))?.['ImageState'], 'NORMAL');
  return id;
}

async function list(body: object = {}, options?: CallOptions): Promise<readonly Shown[]> {
  return (await cloud.ok('DescribeImages', body, options))['ImageSet'] as readonly Shown[];
}

async function show(id: string, options?: CallOptions): Promise<Shown | undefined> {
  return (await list({ ImageIds: [id] }, options))[0];
}

const ofType = (type: string, more: object = {}) => ({
  Filters: [{ Name: 'image-type', Values: [type] }],
  ...more,
});
const refused = (body: object) =>
  cloud.refusal('CreateImage', { InstanceId: instance, ImageName: newName(), ...body });

interface SnapshotShown {
  readonly SnapshotId: string;
  readonly DiskUsage: string;
  readonly DiskSize: number;
}
const snapshotsOf = (shown: Shown | undefined) =>
  (shown?.['SnapshotSet'] ?? []) as readonly SnapshotShown[];

describe('CreateImage of an instance', () => {
  test('the image is CREATING, then has what the model has', async () => {
    const tags = [{ Key: 'city', Value: 'shenzhen' }];
    const id = await create({
      ImageName: 'whole',
      ImageDescription: 'of everything',
      ImageFamily: 'business-daily-update',
      DataDiskIds: [dataDisk],
      TagSpecification: [{ ResourceType: 'image', Tags: tags }],
    });
    assert.match(id, /^img-[a-z0-9]{8}$/);
    const [before_] = await cloud.show([instance]);
    assert.equal(before_?.['InstanceState'], 'RUNNING');
    assert.equal(before_['LatestOperation'], 'CreateImage');
    assert.equal(before_['LatestOperationState'], 'OPERATING');
    assert.equal((await show(id))?.['ImageState'], 'CREATING');
    await cloud.passTime(MADE_MS);
    const [after_] = await cloud.show([instance]);
    assert.equal(after_?.['LatestOperationState'], 'SUCCESS');
    const shown = await show(id);
    const snapshots = snapshotsOf(shown);
    assert.deepEqual(
      snapshots.map(({ DiskUsage, DiskSize }) => [DiskUsage, DiskSize]),
      [
        ['SYSTEM_DISK', 50],
        ['DATA_DISK', 100],
      ],
    );
    assert.deepEqual(
      { ...shown, SnapshotSet: [] },
      {
        ImageId: id,
        OsName: 'CentOS 7.6 64bit',
        ImageType: 'PRIVATE_IMAGE',
        CreatedTime: '2026-01-02T03:04:06Z',
        ImageName: 'whole',
        ImageDescription: 'of everything',
        ImageSize: 50,
        Architecture: 'x86_64',
        ImageState: 'NORMAL',
        Platform: 'CentOS',
        ImageCreator: rootAccount,
        ImageSource: 'CREATE_IMAGE',
        SyncPercent: null,
        IsSupportCloudinit: true,
        SnapshotSet: [],
        Tags: tags,
        LicenseType: 'TencentCloud',
        ImageFamily: 'business-daily-update',
        ImageDeprecated: false,
        CdcCacheStatus: '',
      },
    );
    const { SnapshotSet } = await cloud.ok('DescribeSnapshots', {}, CBS);
    const made = SnapshotSet as ReadonlyArray<{ SnapshotId: string; Images: unknown }>;
    const system = made.find(({ SnapshotId }) => SnapshotId === snapshots[0]?.SnapshotId);
    assert.deepEqual(system?.Images, [{ ImageId: id, ImageName: 'whole' }]);
  });

  test('a name of 60 characters and a description of 256 go, one more does not', async () => {
    const [ImageName, ImageDescription] = ['n'.repeat(60), 'd'.repeat(256)];
    await make({ ImageName, ImageDescription });
    for (const body of [{ ImageName: `${ImageName}n` }, { ImageDescription: 'd'.repeat(257) }]) {
      assert.equal(await refused(body), 'InvalidParameterValue.TooLarge');
    }
    assert.equal(await refused({ ImageName }), 'InvalidImageName.Duplicate');
  });

  const wrong: ReadonlyArray<readonly [body: () => object, code: string]> = [
    [() => ({ InstanceId: 'ins-00000000' }), 'InvalidInstanceId.NotFound'],
    [() => ({ InstanceId: undefined }), 'InvalidParameter.SpecifyOneParameter'],
    [() => ({ SnapshotIds: ['snap-00000000'] }), 'InvalidParameterConflict'],
    [
      () => ({ InstanceId: undefined, DataDiskIds: [dataDisk] }),
      'InvalidParameter.InvalidDependence',
    ],
    [() => ({ DataDiskIds: [systemDisk] }), 'InvalidParameter.DataDiskIdContainsRootDisk'],
    [
      () => ({ DataDiskIds: ['disk-00000000'] }),
      'InvalidParameter.DataDiskNotBelongSpecifiedInstance',
    ],
    [() => ({ ImageFamily: 'two words' }), 'InvalidParameterValue.InvalidImageFamily'],
    [
      () => ({ InstanceId: undefined, SnapshotIds: ['snap-00000000'] }),
      'InvalidParameter.SnapshotNotFound',
    ],
    [
      () => ({ InstanceId: undefined, SnapshotIds: Array(22).fill('snap-00000000') }),
      'InvalidParameterValue.LimitExceeded',
    ],
  ];
  for (const [body, code] of wrong) {
    test(`refuses with ${code}`, async () => assert.equal(await refused(body()), code));
  }

  test('while it is made, nothing else is done with the instance', async () => {
    await create();
    for (const [action, body] of [
      ['StopInstances', { InstanceIds: [instance] }],
      ['TerminateInstances', { InstanceIds: [instance] }],
    ] as const) {
      const code = await cloud.refusal(action, body);
      assert.match(code, /^(?:OperationDenied\.InstanceOperationInProgress|MutexOperation\.Task)/);
    }
    assert.equal(await refused({}), 'MutexOperation.TaskRunning');
    await cloud.passTime(MADE_MS);
  });

  test('it waits until a disk of the instance is larger, and disks wait for it', async () => {
    const resize = (DiskSize: number) => ({ DiskId: dataDisk, DiskSize });
    await cloud.ok('ResizeDisk', resize(110), CBS);
    assert.equal(await refused({}), 'OperationDenied.InstanceOperationInProgress');
    await cloud.passTime(MADE_MS);
    await create();
    const code = await cloud.refusal('ResizeDisk', resize(120), CBS);
    assert.match(code, /^(?:InvalidDisk\.Busy|ResourceBusy)$/);
    await cloud.passTime(MADE_MS);
    await cloud.ok('ResizeDisk', resize(120), CBS);
    await cloud.passTime(MADE_MS);
  });

  test('ForcePoweroff shuts a running instance down first, and it stays so', async () => {
    const [stopped = ''] = await cloud.launchRunning();
    const id = await create({ InstanceId: stopped, ForcePoweroff: 'true' });
    const stateOf = async () => (await cloud.show([stopped]))[0]?.['InstanceState'];
    assert.equal(await stateOf(), 'STOPPING');
    assert.equal(await refused({ InstanceId: stopped }), 'MutexOperation.TaskRunning');
    await cloud.passTime(MADE_MS);
    assert.equal(await stateOf(), 'STOPPED');
    assert.equal((await show(id))?.['ImageState'], 'NORMAL');
    await make({ InstanceId: stopped });
    for (const [action, state] of [
      ['StartInstances', 'Starting'],
      ['RebootInstances', 'Rebooting'],
      ['StopInstances', 'Stopping'],
      ['TerminateInstances', 'Terminating'],
    ] as const) {
      await cloud.ok(action, { InstanceIds: [stopped] });
      const code = await refused({ InstanceId: stopped });
      assert.equal(code, `UnsupportedOperation.InstanceState${state}`);
      await cloud.passTime(MADE_MS);
    }
  });

  test('one that is stopped without charge, and local data disks, are refused', async () => {
    const [free = ''] = await cloud.launchRunning();
    await cloud.ok('StopInstances', { InstanceIds: [free], StoppedMode: 'STOP_CHARGING' });
    await cloud.passTime(MADE_MS);
    const code = await refused({ InstanceId: free });
    assert.equal(code, 'UnsupportedOperation.StoppedModeStopCharging');
    const local = await refused({ DataDiskIds: [localDisk] });
    assert.equal(local, 'InvalidParameter.LocalDataDiskNotSupport');
  });

  test('an image that cannot be made is CREATEFAILED, and can be deleted', async () => {
    const id = await create();
    cloud.server.simulator?.provoke({
      effect: 'fail',
      verb: 'publish-image',
      times: 1,
      key: id.slice('img-'.length),
    });
    await cloud.passTime(MADE_MS);
    cloud.server.simulator?.clearProvocations();
    assert.equal((await show(id))?.['ImageState'], 'CREATEFAILED');
    const [shown] = await cloud.show([instance]);
    assert.equal(shown?.['LatestOperationState'], 'FAILED');
    await cloud.ok('DeleteImages', { ImageIds: [id], DeleteBindedSnap: true });
  });

  test('a dry run makes nothing', async () => {
    const ImageName = newName();
    await cloud.ok('CreateImage', { InstanceId: instance, ImageName, DryRun: true });
    assert.ok(!(await list({ Limit: 100 })).some((one) => one['ImageName'] === ImageName));
  });
});

describe('CreateImage of snapshots', () => {
  test('takes one of a system disk, with others', async () => {
    const whole = await make({ DataDiskIds: [dataDisk] });
    const [system, data] = snapshotsOf(await show(whole)).map(({ SnapshotId }) => SnapshotId);
    const from = { InstanceId: undefined, SnapshotIds: [data, system] };
    const id = await make(from);
    const shown = await show(id);
    assert.deepEqual(
      snapshotsOf(shown).map(({ SnapshotId }) => SnapshotId),
      [system, data],
    );
    assert.deepEqual([shown?.['OsName'], shown?.['ImageSize']], ['CentOS 7.6 64bit', 50]);
    const code = await refused({ InstanceId: undefined, SnapshotIds: [data] });
    assert.equal(code, 'InvalidParameter.SystemSnapshotNotFound');
    const [other] = snapshotsOf(await show(await make())).map(({ SnapshotId }) => SnapshotId);
    const twice = { InstanceId: undefined, SnapshotIds: [system, other] };
    assert.equal(await refused(twice), 'InvalidParameter.DuplicateSystemSnapshots');
    const used = await cloud.refusal('DeleteSnapshots', { SnapshotIds: [system] }, CBS);
    assert.match(used, /Image/);
  });
});

describe('DeleteImages', () => {
  test('takes those that are there, with their snapshots where that is wished', async () => {
    const [kept, dropped] = [await make(), await make()];
    const [keptSnapshot, droppedSnapshot] = [
      snapshotsOf(await show(kept))[0]?.SnapshotId,
      snapshotsOf(await show(dropped))[0]?.SnapshotId,
    ];
    await cloud.ok('DeleteImages', { ImageIds: [kept] });
    await cloud.ok('DeleteImages', { ImageIds: [dropped], DeleteBindedSnap: true });
    assert.equal(await show(kept), undefined);
    const { SnapshotSet } = await cloud.ok('DescribeSnapshots', { Limit: 100 }, CBS);
    const ids = (SnapshotSet as readonly SnapshotShown[]).map(({ SnapshotId }) => SnapshotId);
    assert.ok(ids.includes(keptSnapshot ?? ''));
    assert.ok(!ids.includes(droppedSnapshot ?? ''));
    await cloud.passTime(MADE_MS);
    await cloud.ok('DeleteSnapshots', { SnapshotIds: [keptSnapshot] }, CBS);
  });

  test('refuses what the page says it refuses, and then deletes none', async () => {
    const id = await make();
    const deletion = (...ImageIds: readonly string[]) =>
      cloud.refusal('DeleteImages', { ImageIds });
    assert.equal(await deletion(id, UNKNOWN), 'InvalidImageId.NotFound');
    assert.ok(await show(id));
    assert.equal(await deletion(PUBLIC), 'InvalidParameterValue.InvalidImageId');
    assert.equal(await deletion('img-1'), 'InvalidImageId.Malformed');
    const creating = await create();
    assert.equal(await deletion(creating), 'InvalidImageId.IncorrectState');
    await cloud.passTime(MADE_MS);
    const [made = ''] = await cloud.launch({ ImageId: id });
    assert.equal(await deletion(id), 'InvalidImageId.IncorrectState');
    await cloud.passTime(MADE_MS);
    await share(id, 'SHARE', friend);
    assert.equal(await deletion(id), 'InvalidImageId.InShared');
    const byFriend = await cloud.refusal('DeleteImages', { ImageIds: [id] }, asFriend());
    assert.equal(byFriend, 'InvalidParameterValue.InvalidImageIdIsShared');
    await share(id, 'CANCEL', friend);
    await cloud.ok('DeleteImages', { ImageIds: [id] });
    // What was made from it stays, and is told what runs in it.
    const [shown] = await cloud.show([made]);
    assert.deepEqual([shown?.['ImageId'], shown?.['OsName']], [id, 'CentOS 7.6 64bit']);
  });
});

async function share(ImageId: string, Permission: string, ...AccountIds: readonly string[]) {
  await cloud.ok('ModifyImageSharePermission', { ImageId, Permission, AccountIds });
}

describe('ModifyImageSharePermission', () => {
  const sharing = (ImageId: string, more: object = {}, options?: CallOptions) =>
    cloud.refusal(
      'ModifyImageSharePermission',
      { ImageId, Permission: 'SHARE', AccountIds: [friend], ...more },
      options,
    );

  test('the other account sees and launches it, and copies it to an own one', async () => {
    const id = await make({ ImageFamily: 'given' });
    assert.equal(await show(id, asFriend()), undefined);
    await share(id, 'SHARE', friend);
    const shares = async () =>
      (await cloud.ok('DescribeImageSharePermission', { ImageId: id }))['SharePermissionSet'];
    const [told] = (await shares()) as ReadonlyArray<{ AccountId: string; CreatedTime: string }>;
    assert.equal(told?.AccountId, friend);
    assert.match(told.CreatedTime, /^2026-01-02T03:0\d:\d\dZ$/);
    const seen = await show(id, asFriend());
    assert.deepEqual(
      [seen?.['ImageType'], seen?.['ImageCreator'], seen?.['SnapshotSet'], seen?.['Tags']],
      ['SHARED_IMAGE', rootAccount, [], []],
    );
    assert.equal((await list(ofType('SHARED_IMAGE'), asFriend())).length, 1);
    assert.equal(await show(id, asFriend(SHANGHAI)), undefined);
    const launched = await cloud.launchRunning({ ImageId: id }, asFriend());
    assert.equal(launched.length, 1);
    const sync = { ImageIds: [id], ImageSetRequired: true };
    const elsewhere = { ...sync, DestinationRegions: ['ap-shanghai'] };
    assert.equal(
      await cloud.refusal('SyncImages', elsewhere, asFriend()),
      'InvalidRegion.Unavailable',
    );
    const here = { ...sync, DestinationRegions: ['ap-guangzhou'] };
    const { ImageSet } = await cloud.ok('SyncImages', here, asFriend());
    const [copy] = ImageSet as readonly Shown[];
    await cloud.passTime(MADE_MS);
    const own = await show(copy?.ImageId ?? '', asFriend());
    assert.deepEqual([own?.['ImageType'], own?.['ImageState']], ['PRIVATE_IMAGE', 'NORMAL']);
    await share(id, 'CANCEL', friend);
    assert.deepEqual(await shares(), []);
    assert.equal(await show(id, asFriend()), undefined);
  });

  test('refuses what the page says it refuses', async () => {
    const id = await make();
    assert.equal(await sharing(id, { AccountIds: ['123'] }), 'InvalidAccountId.NotFound');
    assert.equal(await sharing(id, { AccountIds: [rootAccount] }), 'InvalidAccountIs.YourSelf');
    assert.equal(await sharing(PUBLIC), 'InvalidParameterValue.InvalidImageId');
    assert.equal(await sharing(UNKNOWN), 'InvalidImageId.NotFound');
    assert.equal(await sharing('img-1'), 'InvalidImageId.Malformed');
    assert.equal(await sharing(id, { Permission: 'CANCEL' }), 'InvalidAccountId.NotFound');
    const many = Array.from({ length: 501 }, (_, at) => String(at));
    assert.equal(await sharing(id, { AccountIds: many }), 'InvalidParameterValue.LimitExceeded');
    await share(id, 'SHARE', friend);
    assert.equal(await sharing(id), 'FailedOperation.AccountAlreadyExists');
    assert.equal(
      await sharing(id, { AccountIds: [rootAccount] }, asFriend()),
      'UnauthorizedOperation.ImageNotBelongToAccount',
    );
    const asked = await cloud.refusal('DescribeImageSharePermission', { ImageId: id }, asFriend());
    assert.equal(asked, 'UnauthorizedOperation.ImageNotBelongToAccount');
    const changed = await cloud.refusal('ModifyImageAttribute', { ImageId: id, ImageName: 'x' });
    assert.equal(changed, 'InvalidImageId.IncorrectState');
    await share(id, 'CANCEL', friend);
    const creating = await create();
    assert.equal(await sharing(creating), 'InvalidParameterValue.InvalidImageState');
    await cloud.passTime(MADE_MS);
  });
});

describe('ModifyImageAttribute', () => {
  const change = (ImageId: string, more: object) =>
    cloud.ok('ModifyImageAttribute', { ImageId, ...more });
  const changeRefused = (ImageId: string, more: object) =>
    cloud.refusal('ModifyImageAttribute', { ImageId, ...more });

  test('changes what is given; a family goes on without a deprecated one', async () => {
    const family = async () => {
      const asked = { ImageFamily: 'daily' };
      const answer = await cloud.ok('DescribeImageFromFamily', asked);
      return (answer['Image'] as Shown | null)?.ImageId;
    };
    assert.equal(await family(), undefined);
    const older = await make({ ImageFamily: 'daily' });
    const newer = await make();
    assert.equal(await family(), older);
    await change(newer, { ImageFamily: 'daily' });
    assert.equal(await family(), newer);
    await change(newer, { ImageDeprecated: true });
    assert.equal(await family(), older);
    await change(newer, { ImageName: 'sample', ImageDescription: '' });
    const shown = await show(newer);
    assert.deepEqual(
      [shown?.['ImageName'], shown?.['ImageDescription'], shown?.['ImageFamily']],
      ['sample', '', 'daily'],
    );
    assert.equal(shown?.['ImageDeprecated'], true);
    await change(newer, { ImageName: 'sample', ImageFamily: '' });
    assert.equal((await show(newer))?.['ImageFamily'], '');
    assert.equal(await changeRefused(older, { ImageName: 'sample' }), 'InvalidImageName.Duplicate');
  });

  test('refuses what the page says it refuses', async () => {
    const id = await make();
    const long = [{ ImageName: 'n'.repeat(61) }, { ImageDescription: 'd'.repeat(257) }];
    for (const more of long) {
      assert.equal(await changeRefused(id, more), 'InvalidParameterValue.TooLarge');
    }
    assert.equal(
      await changeRefused(id, { ImageFamily: 'two words' }),
      'InvalidParameterValue.InvalidImageFamily',
    );
    assert.equal(await changeRefused(UNKNOWN, { ImageName: 'x' }), 'InvalidImageId.NotFound');
    assert.equal(await changeRefused('img-1', { ImageName: 'x' }), 'InvalidImageId.Malformed');
    const creating = await create();
    assert.equal(
      await changeRefused(creating, { ImageName: 'x' }),
      'InvalidImageId.IncorrectState',
    );
    await cloud.passTime(MADE_MS);
  });
});

describe('SyncImages', () => {
  const sync = (ImageIds: readonly string[], more: object = {}) => ({
    ImageIds,
    DestinationRegions: ['ap-shanghai', 'ap-beijing'],
    ...more,
  });
  const syncRefused = (ImageIds: readonly string[], more?: object) =>
    cloud.refusal('SyncImages', sync(ImageIds, more));

  test('copies to several regions, where it is SYNCING and then launches', async () => {
    const id = await make({ ImageDescription: 'to go' });
    const { ImageSet } = await cloud.ok('SyncImages', sync([id], { ImageSetRequired: true }));
    const copies = ImageSet as ReadonlyArray<{ ImageId: string; Region: string }>;
    assert.deepEqual(
      copies.map(({ Region }) => Region),
      ['ap-shanghai', 'ap-beijing'],
    );
    const copy = copies[0]?.ImageId ?? '';
    const copying = await show(copy, SHANGHAI);
    assert.deepEqual([copying?.['ImageState'], copying?.['SyncPercent']], ['SYNCING', 0]);
    const deletion = await cloud.refusal('DeleteImages', { ImageIds: [id] });
    assert.equal(deletion, 'InvalidImageId.IncorrectState');
    await cloud.passTime(250);
    assert.equal((await show(copy, SHANGHAI))?.['SyncPercent'], 50);
    const early = await cloud.refusal(
      'RunInstances',
      { Placement: { Zone: 'ap-shanghai-2' }, ImageId: copy },
      SHANGHAI,
    );
    assert.equal(early, 'InvalidParameterValue.InvalidImageState');
    await cloud.passTime(MADE_MS);
    const shown = await show(copy, SHANGHAI);
    assert.deepEqual(
      [shown?.['ImageState'], shown?.['SyncPercent'], shown?.['ImageDescription']],
      ['NORMAL', null, 'to go'],
    );
    assert.equal(snapshotsOf(shown).length, 1);
    await cloud.launchRunning({ Placement: { Zone: 'ap-shanghai-2' }, ImageId: copy }, SHANGHAI);
    // The name of the source is taken there now.
    assert.equal(await syncRefused([id]), 'InvalidImageName.Duplicate');
    const renamed = { ImageName: newName(), DestinationRegions: ['ap-shanghai'] };
    assert.deepEqual((await cloud.ok('SyncImages', sync([id], renamed)))['ImageSet'], []);
    await cloud.passTime(MADE_MS);
  });

  test('an encrypted copy is made in the region of the image alone', async () => {
    const id = await make();
    const encrypted = { Encrypt: true, ImageName: newName(), ImageSetRequired: true };
    assert.equal(await syncRefused([id], encrypted), 'InvalidRegion.Unavailable');
    const here = { ...encrypted, DestinationRegions: ['ap-guangzhou'] };
    const { ImageSet } = await cloud.ok('SyncImages', sync([id], here));
    const [{ ImageId: copy } = { ImageId: '' }] = ImageSet as readonly Shown[];
    await cloud.passTime(MADE_MS);
    assert.equal(
      await syncRefused([copy], { ImageName: newName() }),
      'UnsupportedOperation.EncryptedImagesNotSupported',
    );
    assert.equal(
      await syncRefused([copy], { ...here, ImageName: newName() }),
      'UnsupportedOperation.SyncEncryptImageNotSupport',
    );
    const sharing = { ImageId: copy, Permission: 'SHARE', AccountIds: [friend] };
    assert.equal(
      await cloud.refusal('ModifyImageSharePermission', sharing),
      'UnsupportedOperation.EncryptedImagesNotSupported',
    );
  });

  test('refuses what the page says it refuses', async () => {
    const id = await make();
    const to = (...DestinationRegions: readonly string[]) => ({ DestinationRegions });
    assert.equal(await syncRefused([id, PUBLIC]), 'InvalidParameterValue.LimitExceeded');
    assert.equal(await syncRefused([id], to('ap-guangzhou')), 'InvalidRegion.Unavailable');
    assert.equal(await syncRefused([id], to('ap-nowhere')), 'InvalidRegion.NotFound');
    assert.equal(await syncRefused([PUBLIC]), 'InvalidParameterValue.InvalidImageId');
    assert.equal(await syncRefused([UNKNOWN]), 'InvalidImageId.NotFound');
    assert.equal(await syncRefused(['img-1']), 'InvalidImageId.Malformed');
    const creating = await create();
    assert.equal(await syncRefused([creating]), 'InvalidImageId.IncorrectState');
    await cloud.passTime(MADE_MS);
  });
});

describe('lists, launches and limits', () => {
  test('lists by type, tag, name and id, own ones before public ones', async () => {
    const Tags = [{ Key: 'find', Value: 'me' }];
    const TagSpecification = [{ ResourceType: 'image', Tags }];
    const id = await make({ ImageName: 'Needle', TagSpecification });
    const [newest] = await list({ Limit: 1 });
    assert.equal(newest?.ImageId, id);
    const filtered = async (Name: string, Value: string) =>
      (await list({ Filters: [{ Name, Values: [Value] }] })).map(({ ImageId }) => ImageId);
    for (const [name, value] of [
      ['tag-key', 'find'],
      ['tag-value', 'me'],
      ['tag:find', 'me'],
      ['image-name', 'needle'],
      ['image-id', id],
    ] as const) {
      assert.deepEqual(await filtered(name, value), [id]);
    }
    assert.deepEqual(await filtered('tag:find', 'you'), []);
    const publicOnes = await list(ofType('PUBLIC_IMAGE', { Limit: 100 }));
    assert.ok(publicOnes.every((one) => one['ImageType'] === 'PUBLIC_IMAGE'));
    const privateOnes = await list(ofType('PRIVATE_IMAGE', { Limit: 100 }));
    assert.ok(privateOnes.some(({ ImageId }) => ImageId === id));
  });

  test('an own image has a login to keep, and its size is the least of a system disk', async () => {
    const id = await make();
    const keeps = { KeepImageLogin: 'true' };
    await cloud.launchRunning({ ImageId: id, LoginSettings: keeps });
    const small = { ImageId: id, SystemDisk: { DiskSize: 49 } };
    assert.match(await cloud.refusal('RunInstances', { ...launch, ...small }), /^InvalidParameter/);
    await cloud.launchRunning({ ImageId: id, SystemDisk: { DiskSize: 50 } });
  });

  test('the quota of a region is told and held', async () => {
    const quota = await cloud.ok('DescribeImageQuota', {}, { region: 'ap-chengdu' });
    assert.equal(quota['ImageNumQuota'], 40);
    const used = (await list(ofType('PRIVATE_IMAGE', { Limit: 100 }))).length;
    for (let at = used; at < 40; at += 1) await importOne();
    const code = await refused({});
    assert.equal(code, 'ImageQuotaLimitExceeded');
    await cloud.passTime(MADE_MS);
    const [one] = await list(ofType('PRIVATE_IMAGE', { Limit: 1 }));
    await cloud.ok('DeleteImages', { ImageIds: [one?.ImageId] });
    await create();
    await cloud.passTime(MADE_MS);
  });
});

const launch = { Placement: { Zone: 'ap-guangzhou-3' }, InstanceType: 'S5.MEDIUM2' } as const;
const brought = {
  Architecture: 'x86_64',
  OsType: 'CentOS',
  OsVersion: '6',
  ImageUrl: 'https://bucket.example.test/disk.vmdk',
} as const;

async function importOne(more: object = {}): Promise<string> {
  const asked = { ...brought, ImageName: newName(), ...more };
  return String((await cloud.ok('ImportImage', asked))['ImageId']);
}
