import { addMonths } from '#kernel/calendar.ts';
import type { PriceLine } from '#pricing/quote.ts';
import { documentOf } from '#store/document.ts';
import type { OrderLineRow } from '#store/schema/order.ts';
import { quoted } from '../price/price.ts';
import type { ReadScope } from '../scope.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Bought less long ago, one thing of each kind comes back in full. */
const FULL_MS = 5 * DAY_MS;

type Line = Pick<OrderLineRow, 'cash_micro_yuan' | 'begins_at' | 'ends_at' | 'region' | 'parts'>;

/** All that the balance has paid for it: vouchers do not come back. */
export function fullRefund(lines: readonly Line[]): number {
  return Math.max(sum(lines.map((line) => line.cash_micro_yuan)), 0);
}

/** Whether something was bought in the last five days, the fifth included. */
export function isNew(boughtAt: number, now: number): boolean {
  return now - boughtAt <= FULL_MS;
}

/** Of each sum the part that is for the time to come. */
export function shareRefund(lines: readonly Line[], now: number): number {
  return Math.max(sum(lines.map((line) => shareOf(line, now))), 0);
}

/**
 * What was paid less what was used, never less than nothing: of a term under way each month that is
 * over at the price of so many months, and the rest by the hour; of what was added, the part that
 * is for the time to come. A term that has not begun comes back whole.
 */
export function usedRefund(
  scope: Pick<ReadScope, 'cloud' | 'now'>,
  lines: readonly Line[],
): number {
  const { now } = scope;
  const each = lines.map((line) => {
    const { begins_at: from, ends_at: until, cash_micro_yuan: cash } = line;
    const isUnderWay = from !== null && until !== null && from < now && now < until;
    if (!isUnderWay || line.parts === null) return shareOf(line, now);
    return cash - usedValue(scope, { line, from });
  });
  return Math.max(Math.min(sum(each), fullRefund(lines)), 0);
}

function shareOf({ cash_micro_yuan: cash, begins_at: from, ends_at: until }: Line, now: number) {
  if (from === null || until === null || now >= until) return 0;
  if (now <= from) return cash;
  const [paid, whole, left] = [BigInt(cash), BigInt(until - from), BigInt(until - now)];
  // Rounded so that never more comes back.
  const share = (paid * left) / whole;
  return Number(paid < 0n && (paid * left) % whole !== 0n ? share - 1n : share);
}

function usedValue(
  scope: Pick<ReadScope, 'cloud' | 'now'>,
  { line, from }: { readonly line: Line; readonly from: number },
): number {
  const { now } = scope;
  const region = line.region ?? '';
  const parts = documentOf<readonly PriceLine[]>(line.parts ?? '[]', []);
  const bandwidth = parts.filter(({ of }) => of === 'bandwidth');
  const machine = parts.filter(({ of }) => of !== 'bandwidth');
  let months = 0;
  while (addMonths(from, months + 1) <= now) months += 1;
  const since = addMonths(from, months);
  const term = { by: 'month', months } as const;
  const whole = months === 0 ? 0 : quoted(scope, { region, lines: machine, term }).paid;
  // Bandwidth is counted by the hour all the time.
  return (
    whole +
    hoursOf(scope, { region, lines: machine, ms: now - since }) +
    hoursOf(scope, { region, lines: bandwidth, ms: now - from })
  );
}

/** The price by the hour has three steps: until the 96th, until the 360th, and from then on. */
const STEPS = [
  [0, 96 * HOUR_MS],
  [96 * HOUR_MS, 360 * HOUR_MS],
  [360 * HOUR_MS, Number.MAX_SAFE_INTEGER],
] as const;

interface Used {
  readonly region: string;
  readonly lines: readonly PriceLine[];
  readonly ms: number;
}

function hoursOf(scope: Pick<ReadScope, 'cloud'>, { region, lines, ms }: Used): number {
  if (lines.length === 0) return 0;
  const exact = STEPS.reduce((total, [from, to], at) => {
    const used = Math.max(Math.min(ms, to) - from, 0);
    if (used === 0) return total;
    const term = { by: 'hour', step: at as 0 | 1 | 2 } as const;
    return total + BigInt(quoted(scope, { region, lines, term }).paid) * BigInt(used);
  }, 0n);
  const hour = BigInt(HOUR_MS);
  return Number((2n * exact + hour) / (2n * hour));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
