import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeAccount } from '../../../../../test/support/make-account.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const MADE_MS = 10_000;
const brought = {
  Architecture: 'x86_64',
  OsType: 'CentOS',
  OsVersion: '6',
  ImageUrl: 'https://bucket.example.test/disk.vmdk',
  ImageName: 'sample',
} as const;

let cloud: TestCloud;
let friend = '';
let names = 0;
before(async () => {
  cloud = await startTestCloud();
  ({ account: friend } = await makeAccount(cloud.server, 'friend'));
});
after(() => cloud.stop());

type Shown = Readonly<Record<string, unknown>>;

const unique = () => ({ ImageName: `brought ${(names += 1)}` });
const importRefused = (more: object) =>
  cloud.refusal('ImportImage', { ...brought, ...unique(), ...more });

async function bring(more: object = {}): Promise<string> {
  const { ImageId } = await cloud.ok('ImportImage', { ...brought, ...unique(), ...more });
  return String(ImageId);
}

async function show(id: string): Promise<Shown | undefined> {
  const answer = await cloud.ok('DescribeImages', { ImageIds: [id] });
  return (answer['ImageSet'] as readonly Shown[])[0];
}

describe('ImportImage', () => {
  test('the image is IMPORTING, then NORMAL, and launches', async () => {
    const tags = [{ Key: 'from', Value: 'afar' }];
    const id = await bring({
      ImageDescription: 'sampleimage',
      ImageFamily: 'brought',
      TagSpecification: [{ ResourceType: 'image', Tags: tags }],
      ImportImageDataDiskList: [{ ImageUrl: 'https://bucket.example.test/data.qcow2' }],
    });
    assert.equal((await show(id))?.['ImageState'], 'IMPORTING');
    await cloud.passTime(MADE_MS);
    const shown = await show(id);
    const told = ['ImageState', 'ImageSource', 'OsName', 'Platform', 'LicenseType', 'ImageFamily'];
    assert.deepEqual(
      told.map((name) => shown?.[name]),
      ['NORMAL', 'EXTERNAL_IMPORT', 'CentOS 6', 'CentOS', 'TencentCloud', 'brought'],
    );
    assert.deepEqual([shown?.['Tags'], shown?.['SnapshotSet']], [tags, []]);
    const [instance = ''] = await cloud.launchRunning({ ImageId: id });
    assert.equal((await cloud.show([instance]))[0]?.['OsName'], 'CentOS 6');
  });

  test('one under its own licence is not shared', async () => {
    const id = await bring({ LicenseType: 'BYOL', BootMode: 'UEFI', Architecture: 'arm_64' });
    await cloud.passTime(MADE_MS);
    const shown = await show(id);
    assert.deepEqual([shown?.['LicenseType'], shown?.['Architecture']], ['BYOL', 'arm']);
    const sharing = { ImageId: id, Permission: 'SHARE', AccountIds: [friend] };
    const code = await cloud.refusal('ModifyImageSharePermission', sharing);
    assert.equal(code, 'FailedOperation.BYOLImageShareFailed');
  });

  test('one that fails is IMPORTFAILED, and can be deleted', async () => {
    cloud.server.simulator?.provoke({ effect: 'fail', verb: 'import-image', times: 1 });
    const id = await bring();
    await cloud.passTime(MADE_MS);
    assert.equal((await show(id))?.['ImageState'], 'IMPORTFAILED');
    const launch = { Placement: { Zone: 'ap-guangzhou-3' }, ImageId: id };
    const code = await cloud.refusal('RunInstances', launch);
    assert.equal(code, 'InvalidParameterValue.InvalidImageState');
    await cloud.ok('DeleteImages', { ImageIds: [id] });
  });

  const wrong: ReadonlyArray<readonly [more: object, code: string]> = [
    [{ OsType: 'BeOS' }, 'InvalidImageOsType.Unsupported'],
    [{ OsVersion: '4' }, 'InvalidImageOsVersion.Unsupported'],
    [{ ImageUrl: 'bucket/disk' }, 'InvalidParameter.InvalidParameterUrlError'],
    [{ ImageUrl: 'ftp://bucket/disk' }, 'InvalidParameter.InvalidParameterUrlError'],
    [{ ImageUrl: 'https://bucket/disk.iso' }, 'InvalidParameterValue.ISOMustImportByForce'],
    [
      { ImportImageDataDiskList: [{ ImageUrl: 'nowhere' }] },
      'InvalidParameter.InvalidParameterUrlError',
    ],
    [{ BootMode: 'BIOS' }, 'InvalidParameterValue.InvalidBootMode'],
    [{ LicenseType: 'GPL' }, 'InvalidParameterValue.InvalidLicenseType'],
    [{ ImageFamily: 'two words' }, 'InvalidParameterValue.InvalidImageFamily'],
    [{ ImageName: 'n'.repeat(61) }, 'InvalidParameterValue.TooLarge'],
    [{ ImageDescription: 'd'.repeat(257) }, 'InvalidParameterValue.TooLarge'],
  ];
  for (const [more, code] of wrong) {
    test(`refuses ${JSON.stringify(more).slice(0, 60)}`, async () =>
      assert.equal(await importRefused(more), code));
  }

  test('by force an ISO file and an unknown version go; a name is taken once', async () => {
    await bring({ Force: true, ImageUrl: 'https://bucket/disk.iso', OsVersion: '4' });
    await bring({ ImageName: 'twice' });
    assert.equal(await importRefused({ ImageName: 'twice' }), 'InvalidImageName.Duplicate');
    await cloud.passTime(MADE_MS);
  });
});

describe('ExportImages', () => {
  const BucketName = 'test-bucket-AppId';
  const exporting = (ImageIds: readonly string[], more: object = {}) => ({
    BucketName,
    ImageIds,
    ...more,
  });
  const exportRefused = (ImageIds: readonly string[], more?: object) =>
    cloud.refusal('ExportImages', exporting(ImageIds, more));

  async function whole(): Promise<{ id: string; snapshots: readonly string[] }> {
    const data = { DiskSize: 100, DiskType: 'CLOUD_PREMIUM' };
    const [instance = ''] = await cloud.launchRunning({ DataDisks: [data] });
    const [shown] = await cloud.show([instance]);
    const disks = shown?.['DataDisks'] as ReadonlyArray<{ DiskId: string }>;
    const asked = { InstanceId: instance, DataDiskIds: [disks[0]?.DiskId], ...unique() };
    const id = String((await cloud.ok('CreateImage', asked))['ImageId']);
    await cloud.passTime(MADE_MS);
    const set = (await show(id))?.['SnapshotSet'] as ReadonlyArray<{ SnapshotId: string }>;
    return { id, snapshots: set.map(({ SnapshotId }) => SnapshotId) };
  }

  test('names the files of a task', async () => {
    const { id, snapshots } = await whole();
    const [system = '', data = ''] = snapshots;
    const first = await cloud.ok('ExportImages', exporting([id]));
    assert.deepEqual(first['CosPaths'], [`/${id}_system_${system}.raw`, `/${id}_data_${data}.raw`]);
    assert.ok(Number.isInteger(first['TaskId']));
    const more = { FileNamePrefixList: ['mine'], OnlyExportRootDisk: true, ExportFormat: 'QCOW2' };
    const second = await cloud.ok('ExportImages', exporting([id], more));
    assert.deepEqual(second['CosPaths'], [`/mine_${id}_system_${system}.qcow2`]);
    assert.notEqual(second['TaskId'], first['TaskId']);
    for (let at = 2; at < 5; at += 1) await cloud.ok('ExportImages', exporting([id]));
    const full = await exportRefused([id]);
    assert.equal(full, 'LimitExceeded.ExportImageTaskLimitExceeded');
    await cloud.passTime(MADE_MS);
    await cloud.ok('ExportImages', exporting([id], { DryRun: true }));
  });

  test('refuses what the page says it refuses', async () => {
    const [linux, windows] = [await bring(), await bring(ofType('Windows Server 2016', '9'))];
    const redHat = await bring(ofType('Redhat', '7'));
    assert.equal(await exportRefused([linux]), 'InvalidParameterValue.InvalidImageState');
    await cloud.passTime(MADE_MS);
    assert.equal(await exportRefused([]), 'InvalidParameter.ImageIdsSnapshotIdsMustOne');
    const prefixes = { FileNamePrefixList: ['one', 'two'] };
    assert.equal(
      await exportRefused([linux], prefixes),
      'InvalidParameterValue.InvalidFileNamePrefixList',
    );
    const many = Array.from({ length: 21 }, () => linux);
    assert.equal(await exportRefused(many), 'InvalidParameterValue.LimitExceeded');
    assert.equal(await exportRefused(['img-1']), 'InvalidImageId.Malformed');
    assert.equal(await exportRefused(['img-00000000']), 'InvalidImageId.NotFound');
    for (const [id, what] of [
      ['img-9qabwvbn', 'Public'],
      [windows, 'Windows'],
      [redHat, 'RedHat'],
    ] as const) {
      assert.equal(await exportRefused([id]), `UnsupportedOperation.${what}ImageExportUnsupported`);
    }
    assert.equal(
      await exportRefused([linux], { RoleName: 'Nobody' }),
      'AuthFailure.CamRoleNameAuthenticateFailed',
    );
  });
});

const ofType = (OsType: string, OsVersion: string) => ({ OsType, OsVersion });

test('DescribeImportImageOs tells types, versions and architectures', async () => {
  const answer = await cloud.ok('DescribeImportImageOs');
  const listed = answer['ImportImageOsListSupported'] as {
    Linux: readonly string[];
    Windows: readonly string[];
  };
  assert.ok(listed.Linux.includes('CentOS') && listed.Windows.includes('Windows Server 2016'));
  const versions = answer['ImportImageOsVersionSet'] as readonly Shown[];
  assert.deepEqual(
    versions.find(({ OsName }) => OsName === 'Ubuntu'),
    {
      OsName: 'Ubuntu',
      OsVersions: ['10', '12', '14', '16'],
      Architecture: ['x86_64', 'i386'],
    },
  );
});
