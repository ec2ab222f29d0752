import { vendorRegionName, vendorZoneName } from '../places.ts';
import type {
  CpuCredits,
  InstanceType,
  InstanceTypeSource,
} from '#resources/instance-type/instance-type.ts';
import { findZone } from '#resources/region/region.ts';
import { findFamily } from './families.ts';
import type { SizeRow } from './size-row.ts';
import { baselinePercentPerCpu, sizesByFamily } from './sizes.ts';

const catalogue = 'aliyun';

/** DataDisk.N, N from 1 to 16 (seeds 001 to 003). DiskQuantity counts the system disk as well. */
const dataDisksMax = 16;

const initialCreditsPerCpu = 30;

function creditsOf(name: string, cpu: number): CpuCredits | null {
  const baseline = baselinePercentPerCpu.find(([pattern]) => pattern.test(name));
  if (baseline === undefined) return null;
  return { initial: initialCreditsPerCpu * cpu, baselinePercent: baseline[1] * cpu };
}

function typeOfSize(familyName: string, name: string, row: SizeRow): InstanceType {
  const family = findFamily(familyName);
  if (family === undefined) throw new Error(`${name} belongs to no family of families.ts`);
  const [, cpu, memoryGiB, mbps, thousandPacketsPerSecond, queues, ...interfaces] = row;
  const [interfacesMax, addressesPerInterfaceMax, ipv6AddressesPerInterfaceMax, ...devices] =
    interfaces;
  const [count = 0, deviceGiB] = devices;
  const { gpu, localDisk } = family;
  return {
    name,
    catalogue,
    family: familyName,
    cpu,
    memoryMiB: memoryGiB * 1024,
    architecture: family.architecture,
    tenancy: 'shared',
    needsHpcCluster: familyName.startsWith('ecs.scc'),
    processor: family.processor,
    clockMHz: family.clockMHz,
    turboMHz: family.turboMHz,
    gpu: gpu === null ? null : { ...gpu, cards: count },
    fpgas: 0,
    localDisks:
      localDisk === null
        ? null
        : { kind: localDisk.kind, count, sizeGiB: deviceGiB ?? localDisk.sizeGiB },
    network: {
      mbps,
      packetsPerSecond: thousandPacketsPerSecond * 1000,
      queues,
      interfacesMax,
      addressesPerInterfaceMax,
      ipv6AddressesPerInterfaceMax,
    },
    dataDisksMax,
    credits: family.level === 'CreditEntryLevel' ? creditsOf(name, cpu) : null,
  };
}

let types: readonly InstanceType[] | undefined;

/** Every type, family by family; built on the first call. */
export function aliyunInstanceTypes(): readonly InstanceType[] {
  types ??= sizesByFamily.flatMap(([family, separator, rows]) =>
    rows.map((row) => typeOfSize(family, family + separator + row[0], row)),
  );
  return types;
}

/**
 * What is not sold everywhere (sample data): the two smallest types of ecs.e only outside the
 * mainland of China.
 */
const abroadOnly: ReadonlySet<string> = new Set(['ecs.e-c4m1.large', 'ecs.e-c2m1.large']);

function isAbroad(zone: string): boolean {
  const region = vendorRegionName('aliyun', findZone(zone)?.region ?? '') ?? '';
  return !region.startsWith('cn-') || region === 'cn-hongkong';
}

function sells(type: InstanceType, zone: string): boolean {
  if (vendorZoneName('aliyun', zone) === undefined) return false;
  return !abroadOnly.has(type.name) || isAbroad(zone);
}

/** Alibaba's types as the domain sees them: all zones sell all types, with the exception above. */
export const aliyunTypeSource: InstanceTypeSource = {
  catalogue,
  types: aliyunInstanceTypes,
  // Alibaba's names spell out a size only for customised types, which nobody has (seed 003).
  typeByRule: () => undefined,
  sells,
};

/** Sample data: two threads a core, but for the types with a single vCPU. */
export function coresOf({ cpu }: { readonly cpu: number }): {
  readonly cores: number;
  readonly threadsPerCore: number;
} {
  const threadsPerCore = cpu % 2 === 0 ? 2 : 1;
  return { cores: cpu / threadsPerCore, threadsPerCore };
}
