// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describespotpricehistory
import { action } from '#apis/context.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { spotHour } from '#resources/price/spot.ts';
import { number, time } from '#wire/builders.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import { each } from '#wire/overlay.ts';
import { silent } from '../../parameters.ts';
import { isOptimized } from '../instance-type/available-resources.ts';
import * as model from '../models/describe-spot-price-history.ts';
import { spotTypeOf } from './spot-type.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How far back the page looks, and how far before EndTime it begins where nothing is said. */
const DAYS_MAX = 30;
const HOURS_DEFAULT = 3;
const ROWS_MAX = 1_000;

/** The price of each hour of some time, in each zone that sells the type; the oldest first. */
export const describeSpotPriceHistory = action.read({
  model,
  input: {
    InstanceType: { max: 64 },
    NetworkType: { values: ['classic', 'vpc'] },
    StartTime: time({ form: 'seconds' }),
    EndTime: time({ form: 'seconds' }),
    Offset: { default: 0, min: 0 },
    // Neither changes the price.
    ...each(['OSType', 'IoOptimized'], silent),
    SpotDuration: silent,
  },
  output: {
    SpotPrices: {
      item: {
        fields: {
          ...each(['OriginPrice', 'SpotPrice'], number()),
          Timestamp: time({ form: 'seconds' }),
        },
      },
    },
  },
  handle: (context, input) => {
    const { region, now } = context;
    const { Offset: offset, NetworkType: network } = input;
    const until = Math.min(input.EndTime ?? now, now);
    const from = input.StartTime ?? until - HOURS_DEFAULT * HOUR_MS;
    if (from > until || from < until - DAYS_MAX * DAY_MS) {
      const problem = `is not before EndTime, or more than ${DAYS_MAX} days before it`;
      throw new ParameterFault(undefined, { constraint: 'value', at: 'StartTime', problem });
    }
    const type = spotTypeOf(context, input.InstanceType);
    const all = zonesOfVendor('aliyun', region);
    const zones = (input.ZoneId === undefined ? all : [input.ZoneId]).filter((zone) =>
      context.cloud.catalogue.sells(type, zone),
    );
    // There is no classic network here.
    const hours = network === 'classic' ? [] : hoursBetween(from, until);
    const rows = zones.flatMap((zone) => hours.map((at) => ({ zone, at })));
    const page = rows.slice(offset, offset + ROWS_MAX);
    return Promise.resolve({
      Currency: 'CNY',
      NextOffset: offset + page.length,
      SpotPrices: page.map(({ zone, at }) => {
        const { listed, paid } = spotHour(context, { type, zone, at }, { region, now });
        return {
          InstanceType: type.name,
          ZoneId: zone,
          NetworkType: 'vpc',
          IoOptimized: isOptimized(type) ? 'optimized' : 'none',
          Timestamp: at,
          OriginPrice: listed / 1_000_000,
          SpotPrice: paid / 1_000_000,
        };
      }),
    });
  },
});

function hoursBetween(from: number, until: number): readonly number[] {
  const first = Math.ceil(from / HOUR_MS) * HOUR_MS;
  const count = Math.max(Math.floor((until - first) / HOUR_MS) + 1, 0);
  return Array.from({ length: count }, (_, index) => first + index * HOUR_MS);
}
