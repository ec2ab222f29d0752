import type { Cloud } from '../cloud.ts';
import { hourPricesOf } from '../meter/hour-price.ts';
import { tryOrdersOf } from '../order/try-order.ts';
import { spotHoursOf } from '../price/spot.ts';
import type { InstanceServices } from './workflows/services.ts';

/** What the workflows of instances need to know of prices, and to be paid. */
export function moneyServices(
  cloud: Cloud,
): Pick<InstanceServices, 'spotHour' | 'tryOrder' | 'hourPrice' | 'arrearsRule'> {
  return {
    spotHour: spotHoursOf(cloud),
    tryOrder: tryOrdersOf(cloud),
    hourPrice: hourPricesOf(cloud),
    arrearsRule: (launchedBy) => cloud.catalogue.arrearsRule(launchedBy),
  };
}
