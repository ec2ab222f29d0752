import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { ImageSeeker } from '#apis/seen-images.ts';
import { newestOfFamily } from '#resources/image/family.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { Image } from '#resources/image/image.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import { imageFitsType } from '../../image/fits-type.ts';
import { publicImageKeys, publicImageWords } from '#catalogue/aliyun/images.ts';
import { findImageSeen } from '../../image/seen-images.ts';
import { findFamily, type Family } from '#catalogue/aliyun/families.ts';
import type { LaunchAsked } from './launch-asked.ts';

/** What a launch is made of. */
export interface Subjects {
  readonly image: Image;
  readonly type: InstanceType;
  readonly family: Family;
  readonly windows: boolean;
}

type Asked = Pick<LaunchAsked, 'ImageId' | 'ImageFamily' | 'InstanceType' | 'IoOptimized'>;

/** The image and the type, which must exist, be of this vendor and fit together. */
export async function subjectsOf(seeker: ImageSeeker, asked: Asked): Promise<Subjects> {
  const { catalogue } = seeker.cloud;
  const { ImageId, ImageFamily = '', InstanceType: name = '', IoOptimized } = asked;
  const key = ImageId ?? (await newestOf(seeker, ImageFamily));
  const image = await findImageSeen(seeker, key);
  if (image === undefined) throw imageFaults.notFound({ image: key });
  const type = catalogue.instanceType(name);
  const family = findFamily(type?.family ?? '');
  if (type === undefined || family === undefined) throw instanceTypeFaults.notFound({ type: name });
  if (!imageFitsType(image, type)) throw imageFaults.typeUnfit({ image: key, type: name });
  if (IoOptimized === 'none' && family.isIoOptimized) throw launchFaults.typeMustBeOptimized();
  if (IoOptimized === 'optimized' && !family.isIoOptimized) throw launchFaults.typeNotOptimized();
  return { image, type, family, windows: image.osFamily === 'windows' };
}

/** The image that was made last in a family (seed 003 L154-158): the account's own come first. */
async function newestOf(seeker: ImageSeeker, family: string): Promise<string> {
  const own = await newestOfFamily(seeker, { family, region: seeker.region });
  if (own !== undefined) return own.key;
  const images = publicImageKeys
    .filter((key) => publicImageWords(key)?.imageFamily === family)
    .map((key) => seeker.cloud.catalogue.image(key))
    .filter((image) => image !== undefined)
    .toSorted((a, b) => b.createdAt - a.createdAt);
  const key = images[0]?.key;
  if (key !== undefined) return key;
  throw launchFaults.imageFamilyEmpty();
}
