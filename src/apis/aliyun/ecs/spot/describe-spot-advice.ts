// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describespotadvice
import { action } from '#apis/context.ts';
import { findFamily } from '#catalogue/aliyun/families.ts';
import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import { spotShareAt } from '#resources/price/spot.ts';
import type { ReadScope } from '#resources/scope.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import { list, number, string } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { isOptimized } from '../instance-type/available-resources.ts';
import * as model from '../models/describe-spot-advice.ts';

const fields = {
  Cores: { min: 0 },
  Memory: number({ min: 0 }),
  MinCores: { min: 0 },
  MinMemory: number({ min: 0 }),
  GpuAmount: { min: 0 },
  InstanceTypes: list(string({ max: 64 }), { max: 10 }),
  InstanceFamilyLevel: { values: ['EntryLevel', 'EnterpriseLevel', 'CreditEntryLevel'] },
} as const;
const input = overlay(model.request, fields);
type Asked = InferIn<typeof input>;

const HOUR_MS = 3_600_000;
const DAYS = 30;
/** The market goes evenly between the points that are looked at. */
const EVERY_MS = 6 * HOUR_MS;

/** What spot instances cost on the average of a month, type by type, in each zone. */
export const describeSpotAdvice = action.read({
  model,
  input: fields,
  output: {
    AvailableSpotZones: {
      item: {
        fields: { AvailableSpotResources: { item: { fields: { InterruptionRate: number() } } } },
      },
    },
  },
  handle: (context, asked) => {
    const { region } = context;
    const all = zonesOfVendor('aliyun', region);
    const { ZoneId: zone } = asked;
    if (zone !== undefined && !all.includes(zone)) throw zoneFaults.notFound();
    const types = aliyunInstanceTypes().filter((type) => isMeant(type, asked));
    const zones = (zone === undefined ? all : [zone]).map((one) => ({
      ZoneId: one,
      AvailableSpotResources: types
        .filter((type) => context.cloud.catalogue.sells(type, one))
        .map((type) => ({
          InstanceType: type.name,
          AverageSpotDiscount: averageOf(context, type, one),
          // Without a limit a bid always suffices, and of limits there is no average.
          InterruptionRate: 0,
          InterruptRateDesc: '0-3%',
        }))
        .toSorted((a, b) => a.AverageSpotDiscount - b.AverageSpotDiscount),
    }));
    return Promise.resolve({ RegionId: region, AvailableSpotZones: zones });
  },
});

function isMeant(type: InstanceType, asked: Asked): boolean {
  const family = findFamily(type.family);
  const memoryGiB = type.memoryMiB / 1024;
  return (
    isOptimized(type) &&
    type.tenancy === 'shared' &&
    (asked.Cores ?? type.cpu) === type.cpu &&
    (asked.Memory ?? memoryGiB) === memoryGiB &&
    (asked.MinCores ?? 0) <= type.cpu &&
    (asked.MinMemory ?? 0) <= memoryGiB &&
    asked.InstanceTypes?.includes(type.name) !== false &&
    (asked.InstanceTypeFamily ?? type.family) === type.family &&
    (asked.InstanceFamilyLevel ?? family?.level) === family?.level &&
    (asked.GpuSpec ?? type.gpu?.model) === type.gpu?.model &&
    (asked.GpuAmount ?? type.gpu?.cards ?? 0) === (type.gpu?.cards ?? 0)
  );
}

/** In whole percent of the listed price. */
function averageOf(scope: ReadScope, { name: type }: InstanceType, zone: string): number {
  const { now } = scope;
  const count = (DAYS * 24 * HOUR_MS) / EVERY_MS;
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const at = now - index * EVERY_MS;
    sum += spotShareAt(scope, { type, zone, at }, now);
  }
  return Math.max(Math.round(sum / count / 100), 1);
}
