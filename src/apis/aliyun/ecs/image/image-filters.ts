import { listingFaults } from '#resources/listing/faults.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { Catalogue } from '#resources/cloud.ts';
import { filters } from '#wire/builders.ts';
import type { FilterValues } from '#wire/infer.ts';
import { instantOf } from '#wire/instants.ts';
import type { Fault } from '#kernel/fault.ts';
import { fits } from '../../wildcard.ts';
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
  filters: {
    CreationStartTime: {},
    CreationEndTime: {},
    NetworkType: {},
    CpuOnlineUpgrade: {},
    CpuOnlineDowngrade: {},
    MemoryOnlineUpgrade: {},
    MemoryOnlineDowngrade: {},
  },
  max: 10,
  valuesMax: 1,
  nameField: 'Key',
  valuesField: 'Value',
  reasons: { unknown: listingFaults.filterUnknown },
});

/** What narrows the list, as it was asked. */
export interface ImageQuery {
  readonly ImageId: readonly string[] | undefined;
  readonly ImageName: string | undefined;
  readonly ImageFamily: string | undefined;
  readonly ImageOwnerAlias: string | undefined;
  readonly Status: readonly string[];
  readonly OSType: string | undefined;
  readonly Architecture: string | undefined;
  readonly Usage: string | undefined;
  readonly Usable: boolean | undefined;
  readonly IsPublic: boolean;
  readonly IsSupportCloudinit: boolean | undefined;
  readonly IsSupportIoOptimized: boolean | undefined;
  readonly InstanceType: string | undefined;
  readonly ResourceGroupId: string | undefined;
  readonly SnapshotId: string | undefined;
  readonly Tag: readonly unknown[] | undefined;
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
  if (alias !== 'system' || query.IsPublic) return false;
  if ((query.Tag ?? []).length > 0) return false;
  if (query.ResourceGroupId !== undefined || query.SnapshotId !== undefined) return false;
  const status = Status.includes('ALL') || Status.includes(image.Status);
  const named = query.ImageName;
  const exact = [
    [query.ImageFamily, image.ImageFamily],
    [query.OSType, image.OSType],
    [query.Architecture, image.Architecture],
    [query.Usage, image.Usage],
    [query.Usable, image.Usable],
    [query.IsSupportCloudinit, image.IsSupportCloudinit],
    [query.IsSupportIoOptimized, image.IsSupportIoOptimized],
  ] as const;
  return (
    status &&
    (query.ImageId?.includes(image.ImageId) ?? true) &&
    (named === undefined || fits(image.ImageName, named.includes('*') ? named : `*${named}*`)) &&
    exact.every(([wanted, is]) => wanted === undefined || wanted === is)
  );
}

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
