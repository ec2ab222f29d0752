// https://cloud.tencent.com/document/api/213/15749 (seed 004 L11269)
import { action } from '#apis/context.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import { each, overlay } from '#wire/overlay.ts';
import { zonesOfVendor } from '../../../places.ts';
import { namedFilters } from '../listing.ts';
import { zoneOf } from '../region/zones.ts';
import { offeredIn, tencentInstanceTypes } from './catalogue.ts';
import { requireTypeForm } from './type-name.ts';
import * as model from '../models/describe-instance-type-configs.ts';

/** The types each zone of the region offers, sold out or not; not paged. */
export const describeInstanceTypeConfigs = action.read({
  name: 'DescribeInstanceTypeConfigs',
  region: 'required',
  ratePerSecond: 40,
  input: overlay(model.request, {
    Filters: namedFilters(
      { zone: {}, 'instance-family': {}, 'instance-type': {} },
      { valuesMax: 1, withTags: false },
    ),
  }),
  // GpuType and GpuMemory are of types with a GPU alone.
  output: overlay(model.response, {
    InstanceTypeConfigSet: { item: { fields: each(['GpuType', 'GpuMemory'], { optional: true }) } },
  }),
  handle: async ({ region }, { Filters: given }) => {
    const named = given?.get('zone')?.map((name) => zoneOf(name, region));
    const zones = named ?? zonesOfVendor('tencent', region);
    const families = given?.get('instance-family');
    const names = given?.get('instance-type');
    for (const name of names ?? []) requireTypeForm(name);
    const types = tencentInstanceTypes().filter(
      ({ name, family }) => families?.includes(family) !== false && names?.includes(name) !== false,
    );
    const configs = zones.flatMap((zone) =>
      types.filter((type) => offeredIn(type, zone)).map((type) => configOf(type, zone)),
    );
    return { InstanceTypeConfigSet: configs };
  },
});

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
