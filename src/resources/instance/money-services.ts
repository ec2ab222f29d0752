import type { Cloud } from '../cloud.ts';
import { hourPricesOf } from '../meter/hour-price.ts';
import { spotHoursOf } from '../price/spot.ts';
import { payRenewalsOf } from './pay-renewal.ts';
import type { InstanceServices } from './workflows/services.ts';

/** What the workflows of instances need to know of prices, and to be paid. */
export function moneyServices(
  cloud: Cloud,
): Pick<InstanceServices, 'spotHour' | 'payRenewal' | 'hourPrice' | 'arrearsRule'> {
  return {
    spotHour: spotHoursOf(cloud),
    payRenewal: payRenewalsOf(cloud),
    hourPrice: hourPricesOf(cloud),
    arrearsRule: (launchedBy) => cloud.catalogue.arrearsRule(launchedBy),
  };
}
