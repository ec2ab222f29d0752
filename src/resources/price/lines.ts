import type { PriceLine } from '#pricing/quote.ts';
import type { DiskDoc } from '../disk/disk.ts';
import type { InternetAccess } from '../instance/instance.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import type { ReadScope } from '../scope.ts';

/** A machine without its disks. On a host of one's own it costs nothing: the host does. */
export function machineLines(type: InstanceType, count: number): readonly PriceLine[] {
  if (type.tenancy === 'dedicated-host') return [];
  const { name, cpu, memoryMiB, gpu, fpgas } = type;
  return [{ of: 'machine', type: name, cpu, memoryMiB, gpus: gpu?.cards ?? 0, fpgas, count }];
}

/** The machine of an instance that is there: on a host of one's own it costs nothing. */
export function machineLinesOf(
  { dedicatedHost }: { readonly dedicatedHost: string | null },
  type: InstanceType,
): readonly PriceLine[] {
  return dedicatedHost === null ? machineLines(type, 1) : [];
}

/** What of a disk decides its price. */
export interface PricedDisk {
  readonly category: string;
  readonly doc: Pick<DiskDoc, 'performanceLevel'>;
  readonly sizeGiB: number;
}

/** Disks that are alike. */
export function diskLine({ cloud }: Pick<ReadScope, 'cloud'>, disk: PricedDisk, count: number) {
  const { category, doc, sizeGiB } = disk;
  const kind = cloud.catalogue.diskKind(category, doc.performanceLevel);
  return { of: 'disk', kind, sizeGiB, count } as const satisfies PriceLine;
}

/** What disks are to do beyond what they are sold for; nothing where it is not bought. */
export function throughputLines(mibs: number | undefined, count: number) {
  if (mibs === undefined || mibs === 0) return [];
  return [{ of: 'throughput', mibs, count }] as const satisfies readonly PriceLine[];
}

/** Bandwidth to the internet. */
export function bandwidthLine(mbps: number, count: number) {
  return { of: 'bandwidth', mbps, count } as const satisfies PriceLine;
}

/** Bandwidth that is paid in advance with its instance; nothing of another kind. */
export function prepaidBandwidth({
  chargeType,
  outMbps,
}: Pick<InternetAccess, 'chargeType' | 'outMbps'>): readonly PriceLine[] {
  return chargeType === 'bandwidth-prepaid' && outMbps > 0 ? [bandwidthLine(outMbps, 1)] : [];
}

/** Traffic to the internet, which costs by use. */
export function trafficLine(gigabytes: number) {
  return { of: 'traffic', gigabytes, count: 1 } as const satisfies PriceLine;
}
