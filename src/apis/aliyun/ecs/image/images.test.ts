import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  IMAGE,
  startTestCloud,
  type TestCloud,
} from '../../cloud.test-support.ts';

const WHILE = 3_600_000;
const NONE = 'm-bp67acfmxazb4paaaaaa';

interface ShownImage {
  readonly ImageId: string;
  readonly Status: string;
  readonly [field: string]: unknown;
}

describe('images of an account', () => {
  let cloud: TestCloud;
  let instance = '';
  let image = '';

  const list = async (parameters: GivenParameters = {}): Promise<readonly ShownImage[]> => {
    const answer = await cloud.ok('DescribeImages', {
      Status: 'ALL',
      PageSize: 100,
      ...parameters,
    });
    return (answer['Images'] as { readonly Image: readonly ShownImage[] }).Image;
  };
  const ids = async (parameters: GivenParameters) =>
    (await list({ ImageOwnerAlias: 'self', ...parameters })).map(({ ImageId }) => ImageId);
  const show = async (ImageId: string, more: GivenParameters = {}) =>
    (await list({ ImageId, ...more }))[0];

  before(async () => {
    cloud = await startTestCloud();
    [instance = ''] = await cloud.launchRunning({
      'DataDisk.1.Size': 20,
      'DataDisk.1.Category': 'cloud_efficiency',
    });
    const made = await cloud.ok('CreateImage', {
      InstanceId: instance,
      ImageName: 'golden',
      Description: 'of the test',
      ImageFamily: 'family',
      ImageVersion: '7',
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'red',
    });
    image = made['ImageId'] as string;
  });
  after(() => cloud.stop());

  test('CreateImage makes one of a running instance and its disks', async () => {
    assert.match(image, /^m-/);
    assert.equal((await show(image))?.Status, 'Creating');
    await cloud.passTime(WHILE);
    const shown = await show(image);
    assert.deepEqual(
      [shown?.Status, shown?.['Progress'], shown?.['Usable'], shown?.['ImageOwnerAlias']],
      ['Available', '100%', true, 'self'],
    );
    assert.deepEqual(
      [
        shown?.['ImageName'],
        shown?.['Description'],
        shown?.['ImageFamily'],
        shown?.['ImageVersion'],
      ],
      ['golden', 'of the test', 'family', '7'],
    );
    assert.deepEqual(
      [shown?.['Platform'], shown?.['Size'], shown?.['Usage'], shown?.['IsSelfShared']],
      ['Ubuntu', 40, 'none', 'False'],
    );
    assert.deepEqual(shown?.['Tags'], { Tag: [{ TagKey: 'team', TagValue: 'red' }] });
    interface Mappings {
      readonly DiskDeviceMapping: readonly ShownImage[];
    }
    const disks = (shown?.['DiskDeviceMappings'] as Mappings | undefined)?.DiskDeviceMapping ?? [];
    assert.deepEqual(
      disks.map((disk) => [disk['Type'], disk['Size'], disk['Device']]),
      [
        ['system', '40', '/dev/xvda'],
        ['data', '20', '/dev/xvdb'],
      ],
    );
    for (const disk of disks) assert.match(String(disk['SnapshotId']), /^s-/);
  });

  test('DescribeImages narrows by each parameter of its page', async () => {
    const cases: ReadonlyArray<readonly [GivenParameters, readonly string[]]> = [
      [{}, [image]],
      [{ ImageId: image }, [image]],
      [{ ImageName: 'gold' }, [image]],
      [{ ImageFamily: 'family' }, [image]],
      [{ ImageFamily: 'other' }, []],
      [{ ImageOwnerAlias: 'others' }, []],
      [{ ImageOwnerAlias: 'marketplace' }, []],
      [{ Status: 'Creating' }, []],
      [{ Status: 'Available' }, [image]],
      [{ Usage: 'instance' }, []],
      [{ 'Tag.1.Key': 'team', 'Tag.1.Value': 'red' }, [image]],
      [{ 'Tag.1.Key': 'team', 'Tag.1.Value': 'blue' }, []],
      [{ SnapshotId: 's-bp67acfmxazb4paaaaaa' }, []],
      [{ InstanceType: 'ecs.g6.large' }, [image]],
      [{ RegionId: 'cn-shenzhen' }, []],
    ];
    for (const [parameters, expected] of cases) {
      assert.deepEqual(await ids(parameters), expected, JSON.stringify(parameters));
    }
  });

  test('an instance is made of it, which keeps it from being deleted', async () => {
    const [made = ''] = await cloud.launchRunning({ ImageId: image });
    assert.equal((await cloud.showOne(made))['ImageId'], image);
    assert.equal((await show(image))?.['Usage'], 'instance');
    const code = await cloud.refusal('DeleteImage', { ImageId: image });
    assert.equal(code, '403 ImageUsingByInstance');
    await cloud.ok('DeleteInstance', { InstanceId: made, Force: true });
    await cloud.passTime(WHILE);
  });

  test('ModifyImageAttribute: a deprecated image leaves its family', async () => {
    const family = async () =>
      (await cloud.ok('DescribeImageFromFamily', { ImageFamily: 'family' }))['Image'] as
        | ShownImage
        | undefined;
    assert.equal((await family())?.ImageId, image);
    await cloud.ok('ModifyImageAttribute', { ImageId: image, Status: 'Deprecated' });
    assert.equal((await show(image))?.Status, 'Deprecated');
    assert.equal(await family(), undefined);
    await cloud.ok('ModifyImageAttribute', {
      ImageId: image,
      Status: 'Available',
      ImageName: 'silver',
      Description: 'changed',
      LicenseType: 'BYOL',
      'Features.NvmeSupport': 'supported',
    });
    const shown = await show(image);
    assert.deepEqual(
      [shown?.Status, shown?.['ImageName'], shown?.['Description'], shown?.['LicenseType']],
      ['Available', 'silver', 'changed', 'BYOL'],
    );
    const wrong: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ ImageId: NONE, ImageName: 'named' }, '404 InvalidImageId.NotFound'],
      [{ ImageId: IMAGE, ImageName: 'named' }, '404 InvalidImageId.NotFound'],
      [{ ImageId: image, ImageName: '1a' }, '400 InvalidImageName.Malformed'],
      [{ ImageId: image, Description: 'http://a' }, '400 InvalidDescription.Malformed'],
    ];
    for (const [parameters, code] of wrong) {
      const got = await cloud.refusal('ModifyImageAttribute', parameters);
      assert.equal(got, code, JSON.stringify(parameters));
    }
  });

  test('CopyImage, and CancelCopyImage', async () => {
    const copy = async (more: GivenParameters = {}) =>
      (
        await cloud.ok('CopyImage', {
          ImageId: image,
          DestinationRegionId: 'cn-beijing',
          ...more,
        })
      )['ImageId'] as string;
    const there = { RegionId: 'cn-beijing' };
    const first = await copy({ DestinationImageName: 'copied' });
    const shown = await show(first, there);
    assert.deepEqual(
      [shown?.Status, shown?.['IsCopied'], shown?.['ImageName']],
      ['Creating', true, 'copied'],
    );
    const busy = await cloud.refusal('DeleteImage', { ImageId: image });
    assert.equal(busy, '403 OperationDenied.ImageCopying');
    await cloud.passTime(WHILE);
    assert.equal((await show(first, there))?.Status, 'Available');
    const late = { ImageId: first, ...there };
    assert.equal(await cloud.refusal('CancelCopyImage', late), '400 IncorrectImageStatus');
    const second = await copy();
    await cloud.ok('CancelCopyImage', { ImageId: second, ...there });
    assert.equal(await show(second, there), undefined);
    const own = await cloud.refusal('CancelCopyImage', { ImageId: image });
    assert.equal(own, '400 ImageCreatedNotFromCopy');
    const lost = { ImageId: image, DestinationRegionId: 'cn-nowhere' };
    assert.equal(await cloud.refusal('CopyImage', lost), '400 DestinationRegion.NotFound');
    const here = { ImageId: image, DestinationRegionId: 'cn-guangzhou' };
    assert.equal(await cloud.refusal('CopyImage', here), '403 IncorrectDestinationRegion');
  });

  test('ImportImage and ExportImage go by tasks, which can be cancelled', async () => {
    const asked = {
      ImageName: 'imported',
      Platform: 'CentOS',
      'DiskDeviceMapping.1.OSSBucket': 'bucket',
      'DiskDeviceMapping.1.OSSObject': 'disk.qcow2',
      'DiskDeviceMapping.1.DiskImageSize': 30,
    };
    const made = await cloud.ok('ImportImage', asked);
    const { TaskId, ImageId } = made as unknown as { TaskId: string; ImageId: string };
    assert.equal((await show(ImageId))?.Status, 'Creating');
    await cloud.ok('CancelTask', { TaskId });
    assert.equal(await show(ImageId), undefined);
    const again = await cloud.refusal('CancelTask', { TaskId });
    assert.equal(again, '403 InvalidTaskId.IncorrectTaskStatus');
    const second = (await cloud.ok('ImportImage', asked)) as unknown as { ImageId: string };
    await cloud.passTime(WHILE);
    const shown = await show(second.ImageId);
    assert.deepEqual(
      [shown?.Status, shown?.['Platform'], shown?.['Size']],
      ['Available', 'CentOS', 30],
    );
    const out = { ImageId: image, OSSBucket: 'bucket' };
    const exported = (await cloud.ok('ExportImage', out)) as unknown as { TaskId: string };
    assert.equal(await cloud.refusal('ExportImage', out), '403 ImageIsExporting');
    await cloud.passTime(WHILE);
    const task = await cloud.ok('DescribeTaskAttribute', { TaskId: exported.TaskId });
    assert.deepEqual([task['TaskStatus'], task['TaskAction']], ['Finished', 'ExportImage']);
    const wrong: ReadonlyArray<readonly [string, GivenParameters, string]> = [
      ['ImportImage', {}, '403 MissingParameter.DiskDeviceMapping'],
      ['ImportImage', { 'DiskDeviceMapping.1.OSSBucket': 'a' }, '400 MissingParameter'],
      ['ImportImage', { ...asked, OSType: 'dos' }, '400 InvalidOSType.Malformed'],
      ['ImportImage', { ...asked, Architecture: 'z80' }, '400 InvalidArchitecture.Malformed'],
      [
        'ImportImage',
        { ...asked, 'DiskDeviceMapping.1.DiskImageSize': 501 },
        '400 InvalidImageSize',
      ],
      ['ExportImage', { ...out, ImageFormat: 'tar' }, '400 InvalidImageFormat.Malformed'],
      ['ExportImage', { ...out, OSSPrefix: 'a_b' }, '400 InvalidOSSPrefix.Malformed'],
      ['ExportImage', { ...out, ImageId: NONE }, '404 InvalidImageId.NotFound'],
      ['CancelTask', { TaskId: 't-bp67acfmxazb4paaaaaa' }, '400 InvalidTaskId.NotFound'],
    ];
    for (const [name, parameters, code] of wrong) {
      assert.equal(await cloud.refusal(name, parameters), code, JSON.stringify(parameters));
    }
  });

  test('DeleteImage: what is not there is ignored', async () => {
    await cloud.ok('DeleteImage', { ImageId: NONE });
    assert.equal(
      await cloud.refusal('DeleteImage', { ImageId: IMAGE }),
      '404 InvalidImageId.NotFound',
    );
    await cloud.ok('DeleteImage', { ImageId: image });
    assert.equal(await show(image), undefined);
    await cloud.ok('DeleteImage', { ImageId: image });
  });
});
