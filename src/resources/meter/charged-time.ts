import { HOUR_MS, hourEnd } from '#pricing/spot-market.ts';
import type { MeterRow } from '#store/schema/meter.ts';
import type { ChargedTime } from '../ledger/books.ts';
import { type HourPrice, type PricedHour, STEPS_MS } from './hour-price.ts';

/**
 * What time of one price comes to, in whole micro-yuan. A part of an hour costs its part, rounded
 * such that the parts of an hour add up to it: what begins and ends within one, or is charged in
 * pieces, comes to the same.
 */
export function microYuanOf({ from, until, hourMicroYuan: hour }: Omit<ChargedTime, 'line'>) {
  const hours = Math.floor(until / HOUR_MS) - Math.floor(from / HOUR_MS);
  return hours * hour + partOf(until, hour) - partOf(from, hour);
}

/** What the part of an hour costs that ends at that time. */
function partOf(at: number, hour: number): number {
  return Number((BigInt(hour) * BigInt(at % HOUR_MS)) / BigInt(HOUR_MS));
}

/**
 * The time of a meter from one time to another, cloud milliseconds, in pieces of one price that
 * follow each other: consecutive hours of the same price are one piece.
 */
export function chargedTimes(
  meter: MeterRow,
  { from, until }: { readonly from: number; readonly until: number },
  hourPrice: HourPrice,
): readonly ChargedTime[] {
  const { line, began_at: began } = meter;
  const pieces: ChargedTime[] = [];
  let at = from;
  while (at < until) {
    const hour = hourAt(at, began);
    const end = Math.min(line === 'spot' ? hourEnd(at) : stepEnd(hour, began), until);
    const hourMicroYuan = hourPrice(meter, hour);
    const last = pieces.at(-1);
    if (last?.hourMicroYuan === hourMicroYuan) pieces[pieces.length - 1] = { ...last, until: end };
    else pieces.push({ line, from: at, until: end, hourMicroYuan });
    at = end;
  }
  return pieces;
}

function hourAt(at: number, began: number): PricedHour {
  const [second, third] = STEPS_MS;
  const used = at - began;
  if (used < second) return { at, step: 0 };
  return { at, step: used < third ? 1 : 2 };
}

function stepEnd({ step }: PricedHour, began: number): number {
  const [second, third] = STEPS_MS;
  return step === 2 ? Infinity : began + (step === 0 ? second : third);
}
