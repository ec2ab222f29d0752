import { HOUR_MS } from '#pricing/spot-market.ts';
import type { PriceLine, Term } from '#pricing/quote.ts';
import type { MeterRow } from '#store/schema/meter.ts';
import type { Cloud } from '../cloud.ts';
import {
  bandwidthLine,
  diskLine,
  machineLines,
  throughputLines,
  trafficLine,
} from '../price/lines.ts';
import { quoted } from '../price/price.ts';
import { spotShareAt } from '../price/spot.ts';
import type { MeterLine } from './meters.ts';

/** What of a meter decides its price. */
export type PricedMeter = Pick<
  MeterRow,
  'region' | 'zone' | 'line' | 'name' | 'level' | 'quantity'
>;

/** Where in its life an hour is, and when that is; cloud milliseconds. */
export interface PricedHour {
  readonly step: 0 | 1 | 2;
  readonly at: number;
}

/** What an hour of something costs, in whole micro-yuan. */
export type HourPrice = (meter: PricedMeter, hour: PricedHour) => number;

/** GB that a full Mbps carries in an hour. */
const GB_OF_MBPS_HOUR = 0.45;
const KEPT_MAX = 10_000;

/**
 * The prices of hours by the book, each quoted once: ten thousand instances are of a few kinds.
 * What the cloud no longer knows costs nothing.
 */
export function hourPricesOf(cloud: Cloud): HourPrice {
  const kept = new Map<string, number>();
  return (meter, { step, at }) => {
    const { region, zone, line, name, level, quantity } = meter;
    // The market has one price for each hour; an operator may pin it at any time.
    const share = line === 'spot' ? spotShareAt({ cloud }, { type: name, zone, at }, at) : null;
    const key = [region, line, name, level, quantity, share ?? step].join('\n');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const term: Term =
      share === null
        ? { by: line === 'traffic' ? 'use' : 'hour', step }
        : { by: 'spot-hour', share };
    const lines = linesOf(cloud, meter);
    const { paid } = lines.length === 0 ? { paid: 0 } : quoted({ cloud }, { region, lines, term });
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(key, paid);
    return paid;
  };
}

/** The lines of the price book that an hour of a meter is made of. */
function linesOf(cloud: Cloud, { line, name, level, quantity }: PricedMeter): readonly PriceLine[] {
  switch (line as MeterLine) {
    case 'machine':
    case 'spot': {
      const type = cloud.catalogue.instanceType(name);
      return type === undefined ? [] : machineLines(type, quantity);
    }
    case 'disk': {
      const doc = level === null ? {} : { performanceLevel: level };
      return [diskLine({ cloud }, { category: name, doc, sizeGiB: quantity }, 1)];
    }
    case 'throughput':
      return throughputLines(quantity, 1);
    case 'bandwidth':
      return [bandwidthLine(quantity, 1)];
    case 'traffic': {
      const share = cloud.configuration.trafficUsePercent / 100;
      return [trafficLine(quantity * GB_OF_MBPS_HOUR * share)];
    }
    default:
      return [];
  }
}

/** Prices fall after 96 hours of use and after 360 (seed 004 L37786-37801). */
export const STEPS_MS = [96 * HOUR_MS, 360 * HOUR_MS] as const;
