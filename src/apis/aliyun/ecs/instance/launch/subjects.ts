import type { Catalogue } from '#resources/cloud.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { Image } from '#resources/image/image.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import { imageFitsType } from '../../image/fits-type.ts';
import { publicImageKeys, publicImageWords } from '../../image/public-names.ts';
import { findImageSeen } from '../../image/seen-images.ts';
import { findFamily, type Family } from '../../instance-type/families.ts';
import type { LaunchAsked } from './launch-fields.ts';
import { pageCode, refuse } from './page-codes.ts';

/** What a launch is made of. */
export interface Subjects {
  readonly image: Image;
  readonly type: InstanceType;
  readonly family: Family;
  readonly windows: boolean;
}

type Asked = Pick<LaunchAsked, 'ImageId' | 'ImageFamily' | 'InstanceType' | 'IoOptimized'>;

/** The image and the type, which must exist, be of this vendor and fit together. */
export function subjectsOf(catalogue: Catalogue, asked: Asked): Subjects {
  const { ImageId, ImageFamily = '', InstanceType: name = '', IoOptimized } = asked;
  const key = ImageId ?? newestOf(catalogue, ImageFamily);
  const image = findImageSeen(catalogue, key);
  if (image === undefined) throw imageFaults.notFound({ image: key });
  const type = catalogue.instanceType(name);
  const family = findFamily(type?.family ?? '');
  if (type === undefined || family === undefined) throw instanceTypeFaults.notFound({ type: name });
  if (!imageFitsType(image, type)) throw imageFaults.typeUnfit({ image: key, type: name });
  if (IoOptimized === 'none' && family.isIoOptimized) refuse(mustBeOptimized);
  if (IoOptimized === 'optimized' && !family.isIoOptimized) refuse(cannotBeOptimized);
  return { image, type, family, windows: image.osFamily === 'windows' };
}

const mustBeOptimized = pageCode(
  'DependencyViolation.IoOptimized',
  'The specified instancetype must be IoOptimized instance.',
  404,
);
const cannotBeOptimized = pageCode(
  'IoOptimized.NotSupported',
  'The specified instancetype is not support IoOptimized instance.',
  404,
);

/** The image that was made last in a family (seed 003 L154-158). */
function newestOf(catalogue: Catalogue, family: string): string {
  const images = publicImageKeys
    .filter((key) => publicImageWords(key)?.imageFamily === family)
    .map((key) => catalogue.image(key))
    .filter((image) => image !== undefined)
    .toSorted((a, b) => b.createdAt - a.createdAt);
  const key = images[0]?.key;
  if (key !== undefined) return key;
  return refuse(
    pageCode(
      'InvalidImageFamily.MissingAvailableImage',
      'There is no available image related to the specified image family.',
      403,
    ),
  );
}
