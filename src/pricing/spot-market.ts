import { mix } from '#kernel/ids.ts';

/** What moves a market: another seed is another market. */
export interface SpotMarket {
  readonly seed: string;
  /** How far the price moves at most, up and down, in percent of what it is in the middle. */
  readonly swingPercent: number;
}

export interface SpotPlace {
  readonly type: string;
  readonly zone: string;
}

export const HOUR_MS = 3_600_000;
/** The price goes evenly from one drawn point to the next, six hours later. */
const POINT_MS = 6 * HOUR_MS;
const WHOLE = 10_000;
const POSSIBLE = 2 ** 32;

/**
 * The share of the listed price that a spot instance pays in the hour that holds `at` (cloud
 * milliseconds), in hundredths of a percent; `middle` is that of a market that stands still. It
 * follows from its arguments alone, so that every process and every repetition sees one market.
 */
export function spotShare(
  market: SpotMarket,
  { type, zone }: SpotPlace,
  { middle, at }: { readonly middle: number; readonly at: number },
): number {
  const hour = at - (at % HOUR_MS);
  const point = Math.floor(hour / POINT_MS);
  const gone = (hour - point * POINT_MS) / POINT_MS;
  const drawn = (index: number): number =>
    (2 * mix(`${market.seed} ${type} ${zone} ${index}`, 0x5b07)) / POSSIBLE - 1;
  const wave = drawn(point) * (1 - gone) + drawn(point + 1) * gone;
  const moved = middle * (1 + (wave * market.swingPercent) / 100);
  return Math.min(Math.max(Math.round(moved), 1), WHOLE);
}

/** When the hour that holds `at` is over. */
export function hourEnd(at: number): number {
  return at - (at % HOUR_MS) + HOUR_MS;
}
