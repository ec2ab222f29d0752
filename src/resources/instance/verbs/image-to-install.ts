import type { Key } from '#kernel/key.ts';
import { imageFaults } from '../../image/faults.ts';
import type { LaunchableImage } from '../../image/system.ts';
import { imageForLaunch } from '../../image/verbs/image-for-launch.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { requireInstances } from '../require.ts';

interface ImageAsked {
  readonly instance: Key<'instance'>;
  readonly region: string | null;
  /** Undefined: the one that the instance was made from. */
  readonly image: Key<'image'> | undefined;
}

/** The image that an instance is to be made from anew, which has to fit its type. */
export const imageToInstall = verb(
  [instanceFaults.notFound, imageForLaunch, imageFaults.typeUnfit],
  async (
    scope: ReadScope,
    { instance: key, region, ...asked }: ImageAsked,
  ): Promise<LaunchableImage> => {
    const [instance] = await requireInstances(scope, [key], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    const image = await imageForLaunch(scope, {
      image: asked.image ?? instance.image,
      region: instance.region,
    });
    const type = scope.cloud.catalogue.instanceType(instance.type);
    const { architecture } = image;
    const fits =
      type === undefined ||
      type.architecture === architecture ||
      (architecture === 'i386' && type.architecture === 'x86_64');
    if (!fits) throw imageFaults.typeUnfit({ image: image.key, type: instance.type });
    return image;
  },
);
