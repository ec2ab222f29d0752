import type { Quote } from '#pricing/quote.ts';
import { hourEnd, spotShare } from '#pricing/spot-market.ts';
import type { Cloud } from '../cloud.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import type { Instance, Spot } from '../instance/instance.ts';
import { machineLines } from './lines.ts';
import { quoted } from './price.ts';

interface Market {
  readonly cloud: Cloud;
}

/** Where a spot instance is, and when; cloud milliseconds. */
export interface SpotMoment {
  readonly type: string;
  /** Neutral. */
  readonly zone: string;
  readonly at: number;
}

/**
 * The share of the listed price that is the market's, in hundredths of a percent. What an operator
 * has pinned holds for the hour that is now, and for none before.
 */
export function spotShareAt(
  { cloud }: Market,
  { type, zone, at }: SpotMoment,
  now: number,
): number {
  const pinned =
    hourEnd(at) >= hourEnd(now) ? cloud.supply.spotPercent?.({ type, zone }) : undefined;
  if (pinned !== undefined) return Math.round(pinned * 100);
  const { spotSeed: seed, spotSwingPercent: swingPercent } = cloud.configuration;
  return spotShare({ seed, swingPercent }, { type, zone }, { middle: cloud.prices.spot, at });
}

/** A machine of a type for an hour: as listed, and at the market's price. */
export function spotHour(
  market: Market,
  { type, ...place }: Omit<SpotMoment, 'type'> & { readonly type: InstanceType },
  { region, now }: { readonly region: string; readonly now: number },
): Quote {
  const share = spotShareAt(market, { ...place, type: type.name }, now);
  const lines = machineLines(type, 1);
  return quoted(market, { region, lines, term: { by: 'spot-hour', share } });
}

/** The same of instances by the name of their type; of one that is known no more it is nothing. */
export function spotHoursOf(cloud: Cloud) {
  return (
    { type: name, zone, region }: Pick<Instance, 'type' | 'zone' | 'region'>,
    now: number,
  ): Quote => {
    const type = cloud.catalogue.instanceType(name);
    if (type === undefined) return { listed: 0, paid: 0, lines: [] };
    return spotHour({ cloud }, { type, zone, at: now }, { region, now });
  };
}

const MICROS = 1_000_000;

/** Whether a bid is no less than the price of an hour; one without a limit always is. */
export function bidSuffices(spot: Spot, { paid }: Pick<Quote, 'paid'>): boolean {
  const { strategy, priceLimit } = spot;
  if (strategy === 'as-price-go' || priceLimit === null) return true;
  return Math.round(Number(priceLimit) * MICROS) >= paid;
}
