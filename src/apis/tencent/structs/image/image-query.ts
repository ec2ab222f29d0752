import type { ReadContext } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { Catalogue } from '#resources/cloud.ts';
import type { Image } from '#resources/image/image.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import { asks, asksForNone, idOf } from '../filters.ts';
import { tencentTypeSource } from '#catalogue/tencent/types.ts';
import { requireTypeForm } from '../instance-type/type-name.ts';
import { taggedFilters } from '../listing.ts';
import { allImagesSeen, imageWords } from './seen-images.ts';

/** Filters of images; dedicated clusters (of today's SDK), of which there are none, have none. */
export const imageFilters = taggedFilters({
  'image-id': asks('keys', idOf('image', imageFaults.malformed)),
  'image-type': {
    ...asks('imageTypes'),
    values: ['PRIVATE_IMAGE', 'PUBLIC_IMAGE', 'SHARED_IMAGE'],
  },
  'image-name': asks('names'),
  platform: asks('platforms'),
  'dedicated-cluster-id': asksForNone(),
  'cdc-cache-status': {
    ...asksForNone(),
    values: ['CACHED_ALL', 'CACHING', 'CACHED', 'CACHE_INVALID', 'CACHE_FAILED'],
  },
});

/** Which images are asked for; what is undefined does not narrow. */
interface ImageQuery extends Omit<ReturnType<typeof imageFilters.read>, 'keys'> {
  readonly keys?: readonly string[] | undefined;
  /** Those that fit an instance type. */
  readonly type?: string | undefined;
}

/**
 * The public images that match, in the order of the catalogue. They have no tags.
 * @throws instance-type.notFound
 */
export function publicImagesAsked(
  { cloud: { catalogue }, language }: Pick<ReadContext, 'cloud' | 'language'>,
  query: ImageQuery,
): readonly Image[] {
  const fits = fitsType(catalogue, query.type);
  if (query.tags !== undefined || query.imageTypes?.includes('PUBLIC_IMAGE') === false) return [];
  return allImagesSeen(catalogue).filter((image) => {
    const { name, platform } = imageWords(image, language);
    return (
      query.keys?.includes(image.key) !== false &&
      within(name, query.names) &&
      within(platform, query.platforms) &&
      fits(image)
    );
  });
}

/** Whether one of the texts stands in the word, case ignored. */
function within(word: string, wanted: readonly string[] | undefined): boolean {
  const lower = word.toLowerCase();
  return wanted?.some((part) => lower.includes(part.toLowerCase())) ?? true;
}

function fitsType(catalogue: Catalogue, name: string | undefined): (image: Image) => boolean {
  if (name === undefined) return () => true;
  requireTypeForm(name);
  const type = catalogue.instanceType(name);
  if (type?.catalogue !== tencentTypeSource.catalogue) {
    throw instanceTypeFaults.notFound({ type: name });
  }
  return ({ architecture }) =>
    architecture === type.architecture ||
    (architecture === 'i386' && type.architecture === 'x86_64');
}
