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
import { type ImageShown, renderImage } from './render-image.ts';
import { allImagesSeen } from './seen-images.ts';

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
  'ImageId' | 'Status' | 'Filter' | 'PageNumber' | 'PageSize'
> {
  readonly ImageId: readonly string[] | undefined;
  readonly Status: readonly string[];
  readonly Filter: FilterValues | undefined;
}

/** The images that fit, newest first. All there are is the public ones of the vendor. */
export function findImages(catalogue: Catalogue, query: ImageQuery): readonly ImageShown[] {
  const fitsFilters = filterOf(query.Filter);
  const type = typeAsked(catalogue, query.InstanceType);
  const shown = allImagesSeen(catalogue)
    .filter((image) => type === undefined || imageFitsType(image, type))
    .map(renderImage);
  return shown
    .filter((image) => answers(image, query) && fitsFilters(image))
    .toSorted((a, b) => b.CreationTime - a.CreationTime);
}

function typeAsked(catalogue: Catalogue, name: string | undefined) {
  const type = name === undefined ? undefined : catalogue.instanceType(name);
  if (name === undefined || type?.catalogue === 'aliyun') return type;
  throw instanceTypeFaults.notFound({ type: name });
}

function answers(image: ImageShown, query: ImageQuery): boolean {
  const { ImageOwnerAlias: alias = 'system', Status } = query;
  // Custom images, shared and community ones and their tags, groups and snapshots: nobody has any.
  if (alias !== 'system' || query.IsPublic === true) return false;
  if ((query.Tag ?? []).length > 0) return false;
  if (query.ResourceGroupId !== undefined || query.SnapshotId !== undefined) return false;
  const status = Status.includes('ALL') || Status.includes(image.Status);
  const named = query.ImageName;
  return (
    status &&
    (query.ImageId?.includes(image.ImageId) ?? true) &&
    (named === undefined || fits(image.ImageName, named.includes('*') ? named : `*${named}*`)) &&
    EXACT.every((name) => (query[name] ?? image[name]) === image[name])
  );
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
