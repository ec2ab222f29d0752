import type { ReadContext } from '#apis/context.ts';
import type { Image } from '#resources/image/image.ts';
import type { OwnImage } from '#resources/image/own-image.ts';
import { ownImages, ownImagesTagged } from '#resources/image/own-images.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { Catalogue } from '#resources/cloud.ts';
import { filters } from '#wire/builders.ts';
import type { FilterValues, InferIn } from '#wire/infer.ts';
import { instantOf } from '#wire/instants.ts';
import type { Fault } from '#kernel/fault.ts';
import { each } from '#wire/overlay.ts';
import { fits } from '../../wildcard.ts';
import type { request } from '../models/describe-images.ts';
import { imageFitsType } from './fits-type.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFiltersOf } from '../../tag-filters.ts';
import { type ImageShown, renderImage } from './render-image.ts';
import { allImagesSeen } from './seen-images.ts';
import { showImages } from './shown-images.ts';

const NETWORKS = ['vpc', 'classic'];
const HOT_PLUGS = [
  'CpuOnlineUpgrade',
  'CpuOnlineDowngrade',
  'MemoryOnlineUpgrade',
  'MemoryOnlineDowngrade',
] as const;
const PLUGS = ['supported', 'unsupported'];

/** Filter.N.Key and Filter.N.Value. */
export const imageFilters = filters({
  filters: each(['CreationStartTime', 'CreationEndTime', 'NetworkType', ...HOT_PLUGS], {}),
  max: 10,
  valuesMax: 1,
  nameField: 'Key',
  valuesField: 'Value',
  reasons: { unknown: listingFaults.filterUnknown },
});

/** What narrows the list, as it was asked. */
export interface ImageQuery extends Omit<
  InferIn<typeof request>,
  'ImageId' | 'Status' | 'Filter' | 'PageNumber' | 'PageSize' | 'SnapshotId'
> {
  readonly ImageId: readonly string[] | undefined;
  readonly Status: readonly string[];
  readonly Filter: FilterValues | undefined;
  readonly SnapshotId: string | undefined;
}

type Asker = Pick<ReadContext, 'db' | 'account' | 'cloud' | 'region' | 'now'>;

/**
 * The images that fit, newest first: the public ones of the vendor, those of the account and those
 * that it was given. Of communities and markets there are none.
 */
export async function findImages(
  context: Asker,
  query: ImageQuery,
): Promise<readonly ImageShown[]> {
  const { catalogue } = context.cloud;
  const fitsFilters = filterOf(query.Filter);
  const type = typeAsked(catalogue, query.InstanceType);
  const fitsType = (image: Image) => type === undefined || imageFitsType(image, type);
  const own = (await ownImagesAsked(context, query)).filter(fitsType);
  const shown = [
    ...(await showImages(context, own)),
    ...allImagesSeen(catalogue).filter(fitsType).map(renderImage),
  ];
  const groups = groupsAsked(context.account, query.ResourceGroupId);
  return shown
    .filter((image) => answers(image, query, groups) && fitsFilters(image))
    .toSorted((a, b) => b.CreationTime - a.CreationTime);
}

/** Of the account's own and those it was given, which are few, what may be asked for. */
function ownImagesAsked(context: Asker, { Tag }: ImageQuery): Promise<readonly OwnImage[]> {
  const { region } = context;
  const tags = tagFiltersOf(Tag);
  if (tags === undefined || tags.length === 0) return ownImages(context, region);
  return ownImagesTagged(context, { region, tags });
}

function typeAsked(catalogue: Catalogue, name: string | undefined) {
  const type = name === undefined ? undefined : catalogue.instanceType(name);
  if (name === undefined || type?.catalogue === 'aliyun') return type;
  throw instanceTypeFaults.notFound({ type: name });
}

type Groups = ReturnType<typeof groupsAsked>;

function answers(image: ImageShown, query: ImageQuery, groups: Groups): boolean {
  const { ImageOwnerAlias: alias, Status, SnapshotId, ImageName: named } = query;
  const isPublic = image.ImageOwnerAlias === 'system';
  // Community images are asked for, or tags and groups, which public images have none of.
  if (query.IsPublic === true) return false;
  if (isPublic && ((query.Tag ?? []).length > 0 || groups !== undefined)) return false;
  const snapshots = image.DiskDeviceMappings.map((disk) => disk.SnapshotId);
  return (
    (alias ?? image.ImageOwnerAlias) === image.ImageOwnerAlias &&
    (Status.includes('ALL') || Status.includes(image.Status)) &&
    (SnapshotId === undefined || snapshots.includes(SnapshotId)) &&
    (groups === undefined || isIn(groups, image)) &&
    // It tells whose images that were shared are meant.
    (query.ImageOwnerId === undefined ||
      image.ImageOwnerAlias !== 'others' ||
      image.ImageOwnerId === query.ImageOwnerId) &&
    (query.ImageId?.includes(image.ImageId) ?? true) &&
    (named === undefined || fits(image.ImageName, named.includes('*') ? named : `*${named}*`)) &&
    EXACT.every((name) => (query[name] ?? image[name]) === image[name])
  );
}

/** An image of another account is in no group of this one. */
function isIn(groups: NonNullable<Groups>, image: ImageShown): boolean {
  return image.ImageOwnerAlias === 'self' && groups.includes(image.ResourceGroupId);
}

/** Fields that have to be as the parameter of the same name says. */
const EXACT = [
  'ImageFamily',
  'OSType',
  'Architecture',
  'Usage',
  'Usable',
  'IsSupportCloudinit',
  'IsSupportIoOptimized',
] as const;

function filterOf(given: FilterValues | undefined): (image: ImageShown) => boolean {
  const value = (name: string): string | undefined => given?.get(name)?.[0];
  const from = timeIn(value('CreationStartTime'));
  const to = timeIn(value('CreationEndTime'));
  const network = value('NetworkType');
  if (network !== undefined && !NETWORKS.includes(network)) {
    throw listingFaults.networkTypeUnknown({ message: 'The NetworkType is vpc or classic.' });
  }
  for (const name of HOT_PLUGS) {
    if (!PLUGS.includes(value(name) ?? 'supported')) throw badValue(name);
  }
  return ({ CreationTime, Features }) =>
    CreationTime >= (from ?? CreationTime) &&
    CreationTime <= (to ?? CreationTime) &&
    HOT_PLUGS.every((name) => (value(name) ?? Features[name]) === Features[name]);
}

function timeIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = instantOf(text, 'minutes');
  if (at === undefined) throw badValue('time');
  return at;
}

function badValue(name: string): Fault {
  const message = `The specified filter value is not valid: ${name}.`;
  return listingFaults.valueMalformed({ message });
}
