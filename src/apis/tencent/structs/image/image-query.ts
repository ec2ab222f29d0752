import type { ReadContext } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { Catalogue } from '#resources/cloud.ts';
import type { Image } from '#resources/image/image.ts';
import type { OwnImage } from '#resources/image/own-image.ts';
import { ownImages, ownImagesTagged } from '#resources/image/own-images.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import { asks, asksForNone, idOf } from '../filters.ts';
import { tencentTypeSource } from '#catalogue/tencent/types.ts';
import { requireTypeForm } from '../instance-type/type-name.ts';
import { taggedFilters } from '../listing.ts';
import { allImagesSeen, imageWords } from './seen-images.ts';
import { imageTypeWords } from './words.ts';

/** Filters of images; dedicated clusters (of today's SDK), of which there are none, have none. */
export const imageFilters = taggedFilters({
  'image-id': asks('keys', idOf('image', imageFaults.malformed)),
  'image-type': { ...asks('imageTypes'), values: Object.values(imageTypeWords) },
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

type Asker = Pick<ReadContext, 'db' | 'account' | 'cloud' | 'language' | 'region'>;

/**
 * The images that match: the account's own, those it was given, each the newest first, then the
 * public ones in the order of the catalogue. Only its own have tags that it sees.
 * @throws instance-type.notFound
 */
export async function imagesAsked(
  context: Asker,
  query: ImageQuery,
): Promise<ReadonlyArray<Image | OwnImage>> {
  const { region, language } = context;
  const { catalogue } = context.cloud;
  const fits = fitsType(catalogue, query.type);
  const all =
    query.tags === undefined
      ? [...(await ownImages(context, region)), ...allImagesSeen(catalogue)]
      : await ownImagesTagged(context, { region, tags: query.tags });
  return all.filter((image) => {
    const { name, platform } = imageWords(image, language);
    return (
      query.imageTypes?.includes(imageTypeWords[image.visibility]) !== false &&
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
