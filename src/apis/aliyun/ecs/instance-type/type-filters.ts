import { number } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import { request } from '../models/describe-instance-types.ts';
import type { TypeShown } from './render-type.ts';

/** `MinimumX` asks for at least so much of the field X, `MaximumX` for at most so much. */
type Bound = Extract<keyof typeof request.fields, `${'Minimum' | 'Maximum'}${string}`>;
type Bounded<B> = B extends `${'Minimum' | 'Maximum'}${infer Field}` ? Field : never;

const bounds = Object.keys(request.fields).filter((name): name is Bound =>
  /^M(?:in|ax)imum/.test(name),
);
const fractions = [
  'MinimumMemorySize',
  'MaximumMemorySize',
  'MinimumCpuSpeedFrequency',
  'MaximumCpuSpeedFrequency',
  'MinimumCpuTurboFrequency',
  'MaximumCpuTurboFrequency',
] as const satisfies readonly Bound[];
const lists = [
  'InstanceTypes',
  'InstanceTypeFamilies',
  'InstanceCategories',
  'CpuArchitectures',
  'PhysicalProcessorModels',
  'GpuSpecs',
  'LocalStorageCategories',
] as const;

/** What the parameters that narrow a list of types say besides their model. */
export const typeFilters = {
  ...each(bounds, { min: 0 }),
  ...each(fractions, number({ min: 0 })),
  ...each(lists, { max: 10 }),
  InstanceFamilyLevel: { values: ['EntryLevel', 'EnterpriseLevel', 'CreditEntryLevel'] },
  CpuArchitecture: { values: ['X86', 'ARM'] },
  NvmeSupport: { values: ['required', 'unsupported'] },
} as const;

const input = overlay(request, typeFilters);

type Asked = InferIn<typeof input>;

/** Whether a type is one of those asked for. */
export function typeAnswers(type: TypeShown, asked: Asked): boolean {
  const one = (value: string | undefined): Wanted => (value === undefined ? undefined : [value]);
  const within: ReadonlyArray<readonly [Wanted, string]> = [
    [asked.InstanceTypes, type.InstanceTypeId],
    [one(asked.InstanceTypeFamily), type.InstanceTypeFamily],
    [asked.InstanceTypeFamilies, type.InstanceTypeFamily],
    [one(asked.InstanceFamilyLevel), type.InstanceFamilyLevel],
    [one(asked.InstanceCategory), type.InstanceCategory],
    [asked.InstanceCategories, type.InstanceCategory],
    [one(asked.CpuArchitecture), type.CpuArchitecture],
    [asked.CpuArchitectures, type.CpuArchitecture],
    [one(asked.LocalStorageCategory), type.LocalStorageCategory],
    [asked.LocalStorageCategories, type.LocalStorageCategory],
    [one(asked.NvmeSupport), type.NvmeSupport],
  ];
  // Models of processors and cards are found by any part of their names.
  const parts: ReadonlyArray<readonly [Wanted, string]> = [
    [one(asked.PhysicalProcessorModel), type.PhysicalProcessorModel],
    [asked.PhysicalProcessorModels, type.PhysicalProcessorModel],
    [one(asked.GPUSpec), type.GPUSpec],
    [asked.GpuSpecs, type.GPUSpec],
  ];
  return (
    within.every(([wanted = [], is]) => wanted.length === 0 || wanted.includes(is)) &&
    parts.every(
      ([wanted = [], is]) => wanted.length === 0 || wanted.some((it) => is.includes(it)),
    ) &&
    bounds.every((bound) => isWithin(bound, type, asked))
  );
}

type Wanted = readonly string[] | undefined;

function isWithin(bound: Bound, type: TypeShown, asked: Asked): boolean {
  const limit = asked[bound];
  if (limit === undefined) return true;
  const is = type[bound.slice('Minimum'.length) as Bounded<Bound>];
  return bound.startsWith('Minimum') ? is >= limit : is <= limit;
}
