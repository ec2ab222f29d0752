import { imageFaults } from '#resources/image/faults.ts';
import type { Catalogue } from '#resources/cloud.ts';
import type { Image } from '#resources/image/image.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { FilterValues } from '#wire/infer.ts';
import { parseTencentId } from '../../ids.ts';
import { tagFiltersIn } from '../listing.ts';
import { tencentTypeSource } from '../instance-type/catalogue.ts';
import { requireTypeForm } from '../instance-type/type-name.ts';
import { allImagesSeen, imageWords } from './seen-images.ts';

/** Filters of images in dedicated clusters, of which there are none. */
const ofClusters = ['dedicated-cluster-id', 'cdc-cache-status'];

/** Which images are asked for; what is undefined does not narrow. */
interface ImageQuery {
  readonly keys: readonly string[] | undefined;
  readonly imageTypes: readonly string[] | undefined;
  /** Texts of which one stands in the name, of which one in the platform; case ignored. */
  readonly names: readonly string[] | undefined;
  readonly platforms: readonly string[] | undefined;
  readonly type: string | undefined;
  /** What no public image has is asked for: a tag, a place in a dedicated cluster's cache. */
  readonly nothing: boolean;
}

/** @throws Fault where a filter's value is malformed */
export function imageQueryOf(asked: {
  readonly ids: readonly string[] | undefined;
  readonly filters: FilterValues | undefined;
  readonly type: string | undefined;
}): ImageQuery {
  const { ids, filters, type } = asked;
  if (type !== undefined) requireTypeForm(type);
  return {
    keys: filters?.get('image-id')?.map(imageKeyOf) ?? (ids?.length === 0 ? undefined : ids),
    imageTypes: filters?.get('image-type'),
    names: filters?.get('image-name')?.map((text) => text.toLowerCase()),
    platforms: filters?.get('platform')?.map((text) => text.toLowerCase()),
    type,
    nothing:
      tagFiltersIn(filters) !== undefined || ofClusters.some((name) => filters?.has(name) === true),
  };
}

function imageKeyOf(text: string): string {
  const parsed = parseTencentId('image', text);
  if (parsed !== 'malformed') return parsed.key;
  throw imageFaults.malformed({ message: `\`${text.slice(0, 64)}\` is no image id.` });
}

/** The public images that match, in the order of the catalogue. @throws instance-type.notFound */
export function publicImagesAsked(
  catalogue: Catalogue,
  query: ImageQuery,
  language: 'en-US' | 'zh-CN',
): readonly Image[] {
  const fits = fitsType(catalogue, query.type);
  if (query.nothing || query.imageTypes?.includes('PUBLIC_IMAGE') === false) return [];
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

function within(text: string, wanted: readonly string[] | undefined): boolean {
  const lower = text.toLowerCase();
  return wanted?.some((part) => lower.includes(part)) ?? true;
}

function fitsType(catalogue: Catalogue, name: string | undefined): (image: Image) => boolean {
  if (name === undefined) return () => true;
  const type = catalogue.instanceType(name);
  if (type?.catalogue !== tencentTypeSource.catalogue) {
    throw instanceTypeFaults.notFound({ type: name });
  }
  return ({ architecture }) =>
    architecture === type.architecture ||
    (architecture === 'i386' && type.architecture === 'x86_64');
}
