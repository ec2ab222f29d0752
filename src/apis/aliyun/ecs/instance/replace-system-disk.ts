// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-replacesystemdisk
import { action } from '#apis/context.ts';
import { diskCategoryOf, systemSizeDefault, systemSizeOf } from '#catalogue/aliyun/disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import type { Disk } from '#resources/disk/disk.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { requireSystemDisk } from '#resources/disk/system-disk.ts';
import { imageToInstall } from '#resources/instance/verbs/image-to-install.ts';
import { reinstall } from '#resources/instance/verbs/reinstall.ts';
import { requireNoMaking } from '#resources/snapshot/require-no-making.ts';
import { id } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { clientToken, silent } from '../../parameters.ts';
import { findImageSeen } from '../image/seen-images.ts';
import * as model from '../models/replace-system-disk.ts';
import { unexpiredInstance } from './named-instance.ts';
import { reinstallLoginOf } from './reinstall-login.ts';

/** Gives a stopped instance another system disk, made from an image; the one before it goes. */
export const replaceSystemDisk = action.write({
  model,
  region: 'none',
  input: {
    ImageId: id('image', { required: true }),
    ClientToken: clientToken,
    Password: { secret: true },
    PasswordInherit: { default: false },
    // Of agents and of times before images had ids; what is not open to use.
    ...each(
      [
        'UseAdditionalService',
        'SecurityEnhancementStrategy',
        'Architecture',
        'Platform',
        'DiskId',
        'EncryptAlgorithm',
        'Arn',
      ],
      silent,
    ),
  },
  rules: [
    {
      rule: 'exclusive',
      fields: ['PasswordInherit', 'Password'],
      reason: launchFaults.loginConflict,
    },
  ],
  handle: async (context, asked) => {
    const instance = await unexpiredInstance(context, asked.InstanceId);
    if (asked.KMSKeyId !== undefined) throw diskFaults.encryptionKeyNotFound();
    const named = { instance: instance.key, region: null };
    const image = await imageToInstall(context, { ...named, image: asked.ImageId });
    const where = { ...context, region: instance.region };
    if ((await findImageSeen(where, image.key)) === undefined) {
      throw imageFaults.notFound({ image: image.key });
    }
    const sizeGiB = asked.SystemDisk?.Size ?? null;
    const disk = await requireSystemDisk(context, instance);
    requireSize(sizeGiB, disk);
    await requireNoMaking(context, [disk.key]);
    const DiskId = await reinstall(context, {
      ...named,
      image,
      sizeGiB,
      sizeGiBDefault: systemSizeDefault,
      encrypted: asked.Encrypted,
      login: await reinstallLoginOf(where, asked, image),
      newDisk: 'always',
      running: 'refuse',
    });
    return { DiskId };
  },
});

function requireSize(sizeGiB: number | null, { category }: Disk): void {
  if (sizeGiB === null) return;
  const [min, max] = systemSizeOf(diskCategoryOf(category));
  if (sizeGiB < min) throw diskFaults.sizeTooSmall();
  if (sizeGiB > max) throw diskFaults.sizeTooLarge();
}
