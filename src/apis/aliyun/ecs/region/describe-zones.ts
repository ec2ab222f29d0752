// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describezones
// Seed 001 L38, 002 L150 and 003 L302 send their readers here for ZoneId.
import { listingFaults } from '#resources/listing/faults.ts';
import { action } from '#apis/context.ts';
import { vendorZoneName, zonesOfVendor } from '#catalogue/places.ts';
import type { Catalogue } from '#resources/cloud.ts';
import { soldOutZones } from '#resources/instance/stock.ts';
import { aliyunInstanceTypes } from '#catalogue/aliyun/types.ts';
import { findFamily } from '#catalogue/aliyun/families.ts';
import { acceptLanguage, localName } from './accept-language.ts';
import { zoneType, zoneWords } from '#catalogue/aliyun/regions.ts';
import * as model from '../models/describe-zones.ts';

/** Every zone sells under every charge type: InstanceChargeType and SpotStrategy narrow nothing. */
export const describeZones = action.read({
  model,
  input: {
    AcceptLanguage: acceptLanguage,
    InstanceChargeType: {
      values: ['PrePaid', 'PostPaid'],
      reasons: { value: listingFaults.chargeTypeUnknown },
    },
    SpotStrategy: {
      values: ['NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'],
      reasons: { value: listingFaults.spotStrategyUnknown },
    },
    Verbose: { default: true },
  },
  handle: async (context, { AcceptLanguage, Verbose }) => {
    const all = zonesOfVendor('aliyun', context.region);
    const soldOut = await soldOutZones(context, 'aliyun', all);
    const zones = all.map((zone) => {
      const words = zoneWords(vendorZoneName('aliyun', zone) ?? '');
      return {
        ZoneId: zone,
        LocalName: localName(words, AcceptLanguage),
        ZoneType: zoneType,
        ...nothing,
        ...(Verbose && offered(context.cloud.catalogue, zone, soldOut.has(zone))),
      };
    });
    return { Zones: zones };
  },
});

/** Without Verbose the details are empty, not gone: clients look them up by path. */
const nothing = {
  AvailableResourceCreation: [],
  AvailableResources: [],
  AvailableInstanceTypes: [],
  AvailableDiskCategories: [],
  AvailableVolumeCategories: [],
  AvailableDedicatedHostTypes: [],
  DedicatedHostGenerations: [],
};

/** In a zone that is sold out only what costs no machine can be made. */
function offered(catalogue: Catalogue, zone: string, isSoldOut: boolean) {
  if (isSoldOut) return { AvailableResourceCreation: ['VSwitch'] };
  const sold = aliyunInstanceTypes().filter((type) => catalogue.sells(type, zone));
  const infos = [true, false].map((isOptimized) => {
    const types = sold.filter(({ family }) => findFamily(family)?.isIoOptimized === isOptimized);
    const families = [...new Set(types.map(({ family }) => family))];
    const found = families.map((family) => findFamily(family));
    const categories = [...new Set(found.flatMap((family) => family?.diskCategories ?? []))];
    return {
      IoOptimized: isOptimized,
      InstanceTypes: types.map(({ name }) => name),
      InstanceTypeFamilies: families,
      InstanceGenerations: [...new Set(found.map((family) => family?.generation ?? ''))],
      SystemDiskCategories: categories,
      DataDiskCategories: categories,
      NetworkTypes: ['vpc'],
    };
  });
  return {
    AvailableResourceCreation: ['VSwitch', 'IoOptimized', 'Instance', 'Disk'],
    AvailableResources: infos,
    AvailableInstanceTypes: sold.map(({ name }) => name),
    AvailableDiskCategories: [
      ...new Set(infos.flatMap(({ DataDiskCategories }) => DataDiskCategories)),
    ],
  };
}
