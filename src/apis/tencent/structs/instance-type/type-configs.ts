import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import type { FilterValues } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { instanceTypeConfig } from '../../cvm/models/instance-type-config.ts';
import { asks } from '../filters.ts';
import { cvmFilters } from '../listing.ts';
import { zoneOf } from '../region/zones.ts';
import { offeredIn, tencentInstanceTypes } from '#catalogue/tencent/types.ts';
import { requireTypeForm } from './type-name.ts';

/** InstanceTypeConfig (struct text of seed 004, L37387-37439). */
export const typeConfig = overlay(
  instanceTypeConfig,
  // Of types with a GPU alone.
  each(['GpuType', 'GpuMemory'], { optional: true }),
);

export const typeFilters = cvmFilters(
  {
    zone: asks('zones', zoneOf),
    'instance-family': asks('families'),
    'instance-type': asks('names', (name) => {
      requireTypeForm(name);
      return name;
    }),
  },
  { valuesMax: 1 },
);

/** What each zone of a region offers, sold out or not. @throws Fault where a filter is malformed */
export function typeConfigsOf(region: string, given: FilterValues | undefined) {
  const asked = typeFilters.read(given, region);
  const { zones = zonesOfVendor('tencent', region), families, names } = asked;
  const types = tencentInstanceTypes().filter(
    ({ name, family }) => families?.includes(family) !== false && names?.includes(name) !== false,
  );
  return zones.flatMap((zone) =>
    types.filter((type) => offeredIn(type, zone)).map((type) => configOf(type, zone)),
  );
}

/** InstanceTypeConfig of a type in a zone. */
export function configOf(type: InstanceType, zone: string) {
  const { gpu } = type;
  const config = {
    Zone: zone,
    InstanceType: type.name,
    InstanceFamily: type.family,
    // Whole cards, so that a slice of one shows as one here and as what it is in GpuCount.
    GPU: Math.ceil(gpu?.cards ?? 0),
    CPU: type.cpu,
    Memory: Math.ceil(type.memoryMiB / 1024),
    FPGA: type.fpgas,
    GpuCount: gpu?.cards ?? 0,
  };
  if (gpu === null) return config;
  return { ...config, GpuType: gpu.model, GpuMemory: gpu.memoryGiBPerCard };
}
