import {
  aliyunDiskKind,
  dataSizeOf,
  levelDefault,
  levelSizeOf,
  systemSizeOf,
} from '#catalogue/aliyun/disks.ts';
import { aliyunTypeSource } from '#catalogue/aliyun/types.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import { priceFaults } from '#resources/price/faults.ts';
import { bandwidthLine, diskLine, machineLines, trafficLine } from '#resources/price/lines.ts';
import type { ReadContext } from '../../../context.ts';
import { findImageSeen } from '../image/seen-images.ts';

/** One line of DetailInfos. */
export interface Item {
  readonly resource:
    | 'instance'
    | 'instanceType'
    | 'systemDisk'
    | 'dataDisk'
    | 'bandwidth'
    | 'image';
  readonly lines: ReadonlyArray<
    | ReturnType<typeof machineLines>[number]
    | ReturnType<typeof diskLine>
    | ReturnType<typeof bandwidthLine>
    | ReturnType<typeof trafficLine>
  >;
}

interface DiskAsked {
  readonly Category?: string | undefined;
  readonly Size?: number | undefined;
  readonly PerformanceLevel?: string | undefined;
}

export interface ItemsAsked {
  readonly ResourceType: string;
  readonly InstanceType?: string | undefined;
  readonly ImageId?: string | undefined;
  readonly ZoneId?: string | undefined;
  readonly SystemDisk?: DiskAsked | undefined;
  readonly DataDisk?: readonly DiskAsked[] | undefined;
  readonly Amount: number;
  readonly InternetChargeType: string;
  readonly InternetMaxBandwidthOut: number;
}

/** What is priced. @throws price.notSoldHere, and what is wrong with a type or a disk */
export async function itemsOf(context: ReadContext, asked: ItemsAsked): Promise<readonly Item[]> {
  const { DataDisk: data = [], Amount: count } = asked;
  switch (asked.ResourceType) {
    case 'instance':
      return instanceItems(context, asked);
    case 'disk':
      if (data.length === 0) throw missingDisk('DataDisk.1.Category');
      return data.map((disk) => dataDiskItem(context, disk, count));
    case 'bandwidth':
      return [{ resource: 'bandwidth', lines: [trafficLine(1)] }];
    default: {
      const message = `There is no price of ${asked.ResourceType} here.`;
      throw priceFaults.notSoldHere({ message });
    }
  }
}

async function instanceItems(context: ReadContext, asked: ItemsAsked): Promise<readonly Item[]> {
  const { catalogue } = context.cloud;
  const { InstanceType: name, ZoneId: zone, Amount: count, SystemDisk, ImageId: image } = asked;
  if (name === undefined) throw priceFaults.ofNoType();
  const type = catalogue.instanceType(name);
  if (type?.catalogue !== aliyunTypeSource.catalogue) {
    throw instanceTypeFaults.notFound({ type: name });
  }
  if (zone !== undefined && !catalogue.sells(type, zone)) {
    throw priceFaults.notSoldHere({ message: 'The zone does not sell the instance type.' });
  }
  const imageGiB = image === undefined ? 0 : await imageSize(context, image);
  const hasSystemDisk = SystemDisk !== undefined || image !== undefined;
  const { InternetMaxBandwidthOut: mbps, InternetChargeType: charge } = asked;
  const paidByMbps = charge === 'PayByBandwidth' && mbps > 0;
  return [
    { resource: 'instanceType', lines: machineLines(type, count) },
    ...(hasSystemDisk ? [systemDisk(context, SystemDisk ?? {}, { count, imageGiB })] : []),
    ...(asked.DataDisk ?? []).map((disk) => dataDiskItem(context, disk, count)),
    { resource: 'bandwidth', lines: paidByMbps ? [bandwidthLine(mbps, count)] : [] },
    { resource: 'image', lines: [] },
  ];
}

/** @throws image.notFound */
async function imageSize(context: ReadContext, key: string): Promise<number> {
  const image = await findImageSeen(context, key);
  if (image !== undefined) return image.sizeGiB;
  throw imageFaults.notFound({ image: key });
}

/** By default of 20 GiB, or as large as its image. */
const SYSTEM_GIB = 20;

function systemDisk(
  context: ReadContext,
  { Category: category = 'cloud_efficiency', Size, PerformanceLevel: level }: DiskAsked,
  { count, imageGiB }: { readonly count: number; readonly imageGiB: number },
): Item {
  requireKind(category, level, 'SystemDisk');
  const [min, max] = systemSizeOf(category);
  const least = leastGiB(category, level, min);
  const sizeGiB = Size ?? Math.max(SYSTEM_GIB, least, imageGiB);
  if (sizeGiB < imageGiB) throw imageFaults.tooLarge({ minGiB: imageGiB });
  if (sizeGiB < least) throw diskFaults.sizeTooSmall();
  if (sizeGiB > max) throw diskFaults.sizeTooLarge();
  return { resource: 'systemDisk', lines: [lineOf(context, { category, level, sizeGiB }, count)] };
}

/** A data disk of a category. @throws what is wrong with it */
export function dataDiskItem(
  context: ReadContext,
  { Category: category, Size: sizeGiB, PerformanceLevel: level }: DiskAsked,
  count: number,
): Item {
  if (category === undefined) throw missingDisk('DataDisk.n.Category');
  if (sizeGiB === undefined) throw diskFaults.dataSizeOutOfRange();
  requireKind(category, level, 'DataDisk');
  const [min, max] = dataSizeOf(category);
  if (sizeGiB < leastGiB(category, level, min) || sizeGiB > max) {
    throw diskFaults.dataSizeOutOfRange();
  }
  return { resource: 'dataDisk', lines: [lineOf(context, { category, level, sizeGiB }, count)] };
}

/** @throws disk.categoryUnknown, disk.dataCategoryUnknown, price.malformed */
function requireKind(category: string, level: string | undefined, of: 'SystemDisk' | 'DataDisk') {
  if (aliyunDiskKind(category, level) === undefined) {
    throw of === 'DataDisk' ? diskFaults.dataCategoryUnknown() : diskFaults.categoryUnknown();
  }
  if (level === undefined || category === 'cloud_essd') return;
  throw priceFaults.malformed({ message: `${of}.PerformanceLevel is for cloud_essd alone.` });
}

/** An ESSD of a level has a least size of its own, which is below that of others for PL0. */
function leastGiB(category: string, level = levelDefault, min: number): number {
  return category === 'cloud_essd' ? levelSizeOf(level) : min;
}

function lineOf(
  context: ReadContext,
  disk: { readonly category: string; readonly level: string | undefined; readonly sizeGiB: number },
  count: number,
) {
  const { category, level, sizeGiB } = disk;
  const doc = level === undefined ? {} : { performanceLevel: level };
  return diskLine(context, { category, doc, sizeGiB }, count);
}

function missingDisk(at: string) {
  return priceFaults.ofNoDisk({ message: `The ${at} parameter is needed.` });
}
