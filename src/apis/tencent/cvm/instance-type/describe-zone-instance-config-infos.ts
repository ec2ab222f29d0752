// https://cloud.tencent.com/document/api/213/17378 (seed 004 L20574)
import { action } from '#apis/context.ts';
import { offeredIn, tencentInstanceTypes, tencentTypeSource } from '#catalogue/tencent/types.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { availabilityOf } from '#resources/instance/availability.ts';
import { quotaFilters, sortItems } from '../../structs/instance-type/quota-filters.ts';
import { quotaItem, quotaItemShape } from '../../structs/instance-type/quota-item.ts';
import { priceIn, typePrices } from '../../structs/price/type-prices.ts';
import * as model from '../models/describe-zone-instance-config-infos.ts';

/** Each type in each zone in each way of paying for it, sold out or not; not paged. */
export const describeZoneInstanceConfigInfos = action.read({
  model,
  input: { Filters: quotaFilters.shape },
  output: { InstanceTypeQuotaSet: { item: quotaItemShape } },
  handle: async (context, { Filters }) => {
    const { region, language } = context;
    const asked = quotaFilters.read(Filters, region);
    const { zones = zonesOfVendor('tencent', region), families, names, charges, sortKeys } = asked;
    const offers = tencentInstanceTypes()
      .filter(({ family }) => families?.includes(family) !== false)
      .filter(({ name }) => names?.includes(name) !== false)
      .map((type) => ({ type, prices: typePrices(context, type, charges) }));
    const availability = await availabilityOf(context, tencentTypeSource.catalogue);
    const items = zones.flatMap((zone) =>
      offers
        .filter(({ type }) => offeredIn(type, zone))
        .flatMap(({ type, prices }) =>
          prices.map((price) => {
            const here = priceIn(context, { type, zone }, price);
            return quotaItem({ zone, type, language, availability }, here);
          }),
        ),
    );
    return { InstanceTypeQuotaSet: sortItems(items, sortKeys ?? []) };
  },
});
