import { dataSizeOf, systemSizeOf } from '#catalogue/aliyun/disks.ts';
import { findFamily } from '#catalogue/aliyun/families.ts';
import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import type { ReadContext } from '#apis/context.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import { isClosed, stockReader } from '#resources/instance/stock.ts';

/** What of a zone is looked for. */
export const destinations = [
  'Zone',
  'IoOptimized',
  'InstanceType',
  'Network',
  'ddh',
  'SystemDisk',
  'DataDisk',
] as const;
export type Destination = (typeof destinations)[number];

export interface ResourcesAsked {
  readonly destination: Destination;
  readonly zones: readonly string[];
  /** A neutral way of charging. */
  readonly charge: string;
  fits(type: InstanceType): boolean;
}

/** A resource of a zone, whether there are any left, and for disks how large they may be. */
interface Supported {
  readonly Value: string;
  readonly hasStock: boolean;
  readonly sizes?: readonly [min: number, max: number];
}

/**
 * What of the types asked for each zone sells, and whether it has any left. A zone that sells none
 * of them is left out; one that has none left is sold out, with all that is in it.
 */
export async function availableZones(context: ReadContext, asked: ResourcesAsked) {
  const { region, cloud } = context;
  const stockLeft = await stockReader(context);
  return asked.zones.flatMap((zone) => {
    const closed = isClosed(context, 'aliyun', zone);
    const types = aliyunInstanceTypes()
      .filter((type) => asked.fits(type) && cloud.catalogue.sells(type, zone))
      .map((type) => {
        const query = { zone, type: type.name, charge: asked.charge };
        return { type, hasStock: !closed && stockLeft(query, 1).count > 0 };
      });
    if (types.length === 0) return [];
    const resources = supportedBy(types, asked.destination);
    return {
      RegionId: region,
      ZoneId: zone,
      ...statusOf(types.some(({ hasStock }) => hasStock)),
      AvailableResources:
        asked.destination === 'Zone'
          ? []
          : [{ Type: asked.destination, SupportedResources: resources.map(shown) }],
    };
  });
}

function statusOf(hasStock: boolean) {
  return hasStock
    ? { Status: 'Available', StatusCategory: 'WithStock' }
    : { Status: 'SoldOut', StatusCategory: 'WithoutStock' };
}

function shown({ Value, hasStock, sizes }: Supported) {
  const range = sizes === undefined ? {} : { Min: sizes[0], Max: sizes[1], Unit: 'GiB' };
  return { Value, ...statusOf(hasStock), ...range };
}

type Sold = ReadonlyArray<{ readonly type: InstanceType; readonly hasStock: boolean }>;

function supportedBy(types: Sold, destination: Destination): readonly Supported[] {
  switch (destination) {
    case 'InstanceType':
      return types.map(({ type, hasStock }) => ({ Value: type.name, hasStock }));
    case 'IoOptimized':
      return grouped(types, (type) => [isOptimized(type) ? 'optimized' : 'none']);
    case 'Network':
      return grouped(types, () => ['vpc']);
    case 'SystemDisk':
      return withSizes(grouped(types, diskCategoriesOf), systemSizeOf);
    case 'DataDisk':
      return withSizes(grouped(types, diskCategoriesOf), dataSizeOf);
    // No dedicated host is sold here.
    case 'ddh':
    case 'Zone':
      return [];
  }
}

/** What types have in common: one of them that is left is enough. */
function grouped(types: Sold, valuesOf: (type: InstanceType) => readonly string[]): Supported[] {
  const stocks = new Map<string, boolean>();
  for (const { type, hasStock } of types) {
    for (const value of valuesOf(type)) stocks.set(value, hasStock || stocks.get(value) === true);
  }
  return [...stocks].map(([Value, hasStock]) => ({ Value, hasStock }));
}

function withSizes(
  supported: readonly Supported[],
  sizesOf: (category: string) => readonly [number, number],
): readonly Supported[] {
  return supported.map((one) => ({ ...one, sizes: sizesOf(one.Value) }));
}

/** Whether disks of the network have a way of their own to instances of the type. */
export function isOptimized({ family }: InstanceType): boolean {
  return findFamily(family)?.isIoOptimized === true;
}

/** The categories of disks that instances of the type take. */
export function diskCategoriesOf({ family }: InstanceType): readonly string[] {
  return findFamily(family)?.diskCategories ?? [];
}
