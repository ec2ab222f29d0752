import { list, integer, number, string } from '#wire/builders.ts';
import type { InferInput } from '#wire/infer.ts';
import type { TypeShown } from './render-type.ts';

const several = list(string(), { max: 10, source: 'sdk' });

/** What must be at least, or at most, so much: the parameter and the field it is held against. */
const bounds = {
  MinimumCpuCoreCount: 'CpuCoreCount',
  MaximumCpuCoreCount: 'CpuCoreCount',
  MinimumMemorySize: 'MemorySize',
  MaximumMemorySize: 'MemorySize',
  MinimumCpuSpeedFrequency: 'CpuSpeedFrequency',
  MaximumCpuSpeedFrequency: 'CpuSpeedFrequency',
  MinimumCpuTurboFrequency: 'CpuTurboFrequency',
  MaximumCpuTurboFrequency: 'CpuTurboFrequency',
  MinimumGPUAmount: 'GPUAmount',
  MaximumGPUAmount: 'GPUAmount',
  MinimumBaselineCredit: 'BaselineCredit',
  MinimumInitialCredit: 'InitialCredit',
  MinimumDiskQuantity: 'DiskQuantity',
  MinimumEniQuantity: 'EniQuantity',
  MinimumEniPrivateIpAddressQuantity: 'EniPrivateIpAddressQuantity',
  MinimumEniIpv6AddressQuantity: 'EniIpv6AddressQuantity',
  MinimumEriQuantity: 'EriQuantity',
  MinimumInstanceBandwidthRx: 'InstanceBandwidthRx',
  MinimumInstanceBandwidthTx: 'InstanceBandwidthTx',
  MinimumInstancePpsRx: 'InstancePpsRx',
  MinimumInstancePpsTx: 'InstancePpsTx',
  MinimumLocalStorageAmount: 'LocalStorageAmount',
  MinimumLocalStorageCapacity: 'LocalStorageCapacity',
  MinimumPrimaryEniQueueNumber: 'PrimaryEniQueueNumber',
  MinimumSecondaryEniQueueNumber: 'SecondaryEniQueueNumber',
  MinimumQueuePairNumber: 'QueuePairNumber',
} as const satisfies Record<string, keyof TypeShown>;

type Bound = keyof typeof bounds;

const amount = integer({ min: 0 });
const fraction = number({ min: 0 });

/** The parameters that narrow a list of types. */
export const typeFilters = {
  InstanceTypes: list(string(), { max: 10 }),
  InstanceTypeFamily: string(),
  InstanceTypeFamilies: several,
  InstanceFamilyLevel: string({ values: ['EntryLevel', 'EnterpriseLevel', 'CreditEntryLevel'] }),
  InstanceCategory: string(),
  InstanceCategories: several,
  CpuArchitecture: string({ values: ['X86', 'ARM'] }),
  CpuArchitectures: several,
  PhysicalProcessorModel: string(),
  PhysicalProcessorModels: several,
  GPUSpec: string(),
  GpuSpecs: several,
  LocalStorageCategory: string(),
  LocalStorageCategories: several,
  NvmeSupport: string({ values: ['required', 'unsupported'] }),
  MinimumCpuCoreCount: amount,
  MaximumCpuCoreCount: amount,
  MinimumMemorySize: fraction,
  MaximumMemorySize: fraction,
  MinimumCpuSpeedFrequency: fraction,
  MaximumCpuSpeedFrequency: fraction,
  MinimumCpuTurboFrequency: fraction,
  MaximumCpuTurboFrequency: fraction,
  MinimumGPUAmount: amount,
  MaximumGPUAmount: amount,
  MinimumBaselineCredit: amount,
  MinimumInitialCredit: amount,
  MinimumDiskQuantity: amount,
  MinimumEniQuantity: amount,
  MinimumEniPrivateIpAddressQuantity: amount,
  MinimumEniIpv6AddressQuantity: amount,
  MinimumEriQuantity: amount,
  MinimumInstanceBandwidthRx: amount,
  MinimumInstanceBandwidthTx: amount,
  MinimumInstancePpsRx: amount,
  MinimumInstancePpsTx: amount,
  MinimumLocalStorageAmount: amount,
  MinimumLocalStorageCapacity: amount,
  MinimumPrimaryEniQueueNumber: amount,
  MinimumSecondaryEniQueueNumber: amount,
  MinimumQueuePairNumber: amount,
} as const;

type Given = InferInput<typeof typeFilters>;

/** Whether a type is one of those asked for. */
export function typeAnswers(type: TypeShown, given: Given): boolean {
  const within = [
    [given.InstanceTypes, type.InstanceTypeId],
    [one(given.InstanceTypeFamily), type.InstanceTypeFamily],
    [given.InstanceTypeFamilies, type.InstanceTypeFamily],
    [one(given.InstanceFamilyLevel), type.InstanceFamilyLevel],
    [one(given.InstanceCategory), type.InstanceCategory],
    [given.InstanceCategories, type.InstanceCategory],
    [one(given.CpuArchitecture), type.CpuArchitecture],
    [given.CpuArchitectures, type.CpuArchitecture],
    [one(given.LocalStorageCategory), type.LocalStorageCategory],
    [given.LocalStorageCategories, type.LocalStorageCategory],
    [one(given.NvmeSupport), type.NvmeSupport],
  ] as const;
  // Models of processors and cards are found by any part of their names.
  const parts = [
    [one(given.PhysicalProcessorModel), type.PhysicalProcessorModel],
    [given.PhysicalProcessorModels, type.PhysicalProcessorModel],
    [one(given.GPUSpec), type.GPUSpec],
    [given.GpuSpecs, type.GPUSpec],
  ] as const;
  return (
    within.every(([wanted, is]) => isOpen(wanted) || wanted.includes(is)) &&
    parts.every(([wanted, is]) => isOpen(wanted) || wanted.some((part) => is.includes(part))) &&
    Object.keys(bounds).every((bound) => isWithin(bound as Bound, type, given))
  );
}

type Wanted = readonly string[] | undefined;

function one(value: string | undefined): Wanted {
  return value === undefined ? undefined : [value];
}

function isOpen(wanted: Wanted): wanted is undefined {
  return wanted === undefined || wanted.length === 0;
}

function isWithin(bound: Bound, type: TypeShown, given: Given): boolean {
  const limit = given[bound];
  if (limit === undefined) return true;
  const is = type[bounds[bound]];
  return bound.startsWith('Minimum') ? is >= limit : is <= limit;
}
