// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeregions
// Seed 001 L37 and its like send their readers here for RegionId.
import { listingFaults } from '#resources/listing/faults.ts';
import { action } from '#apis/context.ts';
import { regionsOfVendor, vendorRegionName } from '#catalogue/places.ts';
import { acceptLanguage, localName } from './accept-language.ts';
import { regionWords } from '#catalogue/aliyun/regions.ts';
import * as model from '../models/describe-regions.ts';

/** Every region is open for every charge type and resource: those two parameters narrow nothing. */
export const describeRegions = action.read({
  model,
  region: 'none',
  input: {
    AcceptLanguage: acceptLanguage,
    InstanceChargeType: {
      values: ['PrePaid', 'PostPaid', 'SpotWithPriceLimit', 'SpotAsPriceGo'],
      reasons: { value: listingFaults.chargeTypeUnknown },
    },
    ResourceType: {
      values: ['instance', 'disk', 'reservedinstance', 'scu'],
      reasons: { value: listingFaults.resourceTypeUnknown },
    },
  },
  handle: (_context, { AcceptLanguage }) => {
    const regions = regionsOfVendor('aliyun').map((region) => {
      const words = regionWords(vendorRegionName('aliyun', region) ?? '');
      return {
        RegionId: region,
        LocalName: localName(words?.name, AcceptLanguage),
        RegionEndpoint: words?.endpoint ?? '',
        Status: 'available',
      };
    });
    return Promise.resolve({ Regions: regions });
  },
});
