// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-importimage
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { importImage as importImageVerb } from '#resources/image/verbs/import-image.ts';
import { id } from '#wire/builders.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken, silent } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/import-image.ts';
import { bootMode, imageDescription, imageName, ownOf } from './image-fields.ts';

/** GiB of a file whose size nobody told. */
const SIZE_DEFAULT = 20;
const SYSTEM_MAX = 500;
const DATA_MAX = 1000;

/** Takes in an image from an object store; a task tells how far that is. */
export const importImage = action.write({
  model,
  input: {
    ImageName: imageName,
    Description: imageDescription,
    Architecture: {
      values: ['i386', 'x86_64', 'arm64'],
      default: 'x86_64',
      reasons: { value: imageFaults.architectureUnknown },
    },
    OSType: {
      values: ['linux', 'windows'],
      default: 'linux',
      reasons: { value: imageFaults.systemTypeUnknown },
    },
    Platform: { default: 'Others Linux', max: 64 },
    BootMode: bootMode,
    LicenseType: {
      values: ['Auto', 'Aliyun', 'BYOL'],
      default: 'Auto',
      reasons: { value: imageFaults.licenceUnknown },
    },
    DiskDeviceMapping: {
      item: {
        fields: {
          Device: silent,
          Format: {
            values: ['RAW', 'VHD', 'QCOW2', 'raw', 'vhd', 'qcow2'],
            reasons: { value: imageFaults.formatUnknown },
          },
          OSSBucket: { max: 64 },
          OSSObject: { max: 1024 },
        },
      },
    },
    DetectionStrategy: silent,
    // Nothing here asks who may read the store.
    RoleName: silent,
    StorageLocationArn: silent,
    Tag: givenTags,
    ClientToken: clientToken,
  },
  output: { ImageId: id('image'), TaskId: id('task') },
  handle: async (context, { DiskDeviceMapping: disks = [], ...asked }) => {
    const { region } = context;
    const [system] = disks;
    const { OSSBucket, OSSObject, Format } = system ?? {};
    if (system === undefined) throw imageFaults.filesMissing();
    if (OSSBucket === undefined || OSSObject === undefined) throw imageFaults.fileMissing();
    const { OSType: osFamily, Platform, BootMode, Description } = asked;
    const sizesGiB = disks.map(({ DiskImageSize, DiskImSize }, at) => {
      const sizeGiB = DiskImageSize ?? DiskImSize ?? SIZE_DEFAULT;
      const isWrong = sizeGiB < 5 || sizeGiB > (at === 0 ? SYSTEM_MAX : DATA_MAX);
      if (!isWrong) return sizeGiB;
      throw at === 0 ? imageFaults.importSizeOutOfRange() : imageFaults.importDataSizeOutOfRange();
    });
    const isArm = asked.Architecture === 'arm64';
    const { image, task } = await importImageVerb(context, {
      region,
      name: asked.ImageName ?? '',
      ...(Description !== undefined && { description: Description }),
      tags: checkedTags(asked.Tag),
      resourceGroup: await groupForNew(context, asked.ResourceGroupId),
      osFamily,
      osName: Platform,
      platform: Platform,
      architecture: asked.Architecture,
      loginUser: osFamily === 'windows' ? 'Administrator' : 'root',
      cloudInit: true,
      licence: 'vendor',
      bootMode: BootMode ?? (isArm ? 'UEFI' : 'BIOS'),
      own: ownOf({
        ...asked.Features,
        LicenseType: asked.LicenseType,
        OSSBucket,
        OSSObject,
        Format,
      }),
      url: `oss://${OSSBucket}/${OSSObject}`,
      sizesGiB,
    });
    return { ImageId: image, TaskId: task, RegionId: region };
  },
});
