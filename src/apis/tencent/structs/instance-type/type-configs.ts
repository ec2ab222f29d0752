import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import type { FilterValues } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { instanceTypeConfig } from '../../cvm/models/instance-type-config.ts';
import { zoneOf } from '../region/zones.ts';
import { offeredIn, tencentInstanceTypes } from './catalogue.ts';
import { requireTypeForm } from './type-name.ts';

/** InstanceTypeConfig (struct text of seed 004, L37387-37439). */
export const typeConfig = overlay(
  instanceTypeConfig,
  // Of types with a GPU alone.
  each(['GpuType', 'GpuMemory'], { optional: true }),
);

/** What each zone of a region offers, sold out or not. @throws Fault where a filter is malformed */
export function typeConfigsOf(region: string, given: FilterValues | undefined) {
  const named = given?.get('zone')?.map((name) => zoneOf(name, region));
  const zones = named ?? zonesOfVendor('tencent', region);
  const families = given?.get('instance-family');
  const names = given?.get('instance-type');
  for (const name of names ?? []) requireTypeForm(name);
  const types = tencentInstanceTypes().filter(
    ({ name, family }) => families?.includes(family) !== false && names?.includes(name) !== false,
  );
  return zones.flatMap((zone) =>
    types.filter((type) => offeredIn(type, zone)).map((type) => configOf(type, zone)),
  );
}

function configOf(type: InstanceType, zone: string) {
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
