import {
  type MicroYuan,
  type PartName,
  partNames,
  type PriceBook,
  type Rate,
  type Tier,
} from './price-book.ts';

/** One kind of thing that costs, and how many of it. */
export type PriceLine = { readonly count: number } & (
  | {
      readonly of: 'machine';
      readonly type: string;
      readonly cpu: number;
      readonly memoryMiB: number;
      /** Whole cards, or a part of one. */
      readonly gpus: number;
      readonly fpgas: number;
    }
  | { readonly of: 'disk'; readonly kind: string; readonly sizeGiB: number }
  | { readonly of: 'throughput'; readonly mibs: number }
  | { readonly of: 'bandwidth'; readonly mbps: number }
  | { readonly of: 'traffic'; readonly gigabytes: number }
);

/** For how long, and how it is paid. Traffic costs by use alone, all else by time alone. */
export type Term =
  | { readonly by: 'hour'; readonly step: 0 | 1 | 2 }
  | { readonly by: 'month'; readonly months: number }
  | { readonly by: 'week'; readonly weeks: number }
  /** At a share of the listed price, in hundredths of a percent; the book's by default. */
  | { readonly by: 'spot-hour'; readonly share?: number }
  | { readonly by: 'use' };

/** A sum as listed, and as it is paid. */
export interface Money {
  readonly listed: MicroYuan;
  readonly paid: MicroYuan;
}

export interface Quote extends Money {
  /** What each line comes to, in their order; together they are the sum exactly. */
  readonly lines: readonly Money[];
}

export interface Asked {
  /** Neutral. */
  readonly region: string;
  readonly lines: readonly PriceLine[];
  readonly term: Term;
}

/** The whole, in hundredths of a percent. */
const WHOLE = 10_000n;
/** Quantities are thousandths; three shares follow: of the region, of the unit, of what is paid. */
const SCALE = 1_000n * WHOLE ** 3n;

/**
 * What lines cost together. It is exact until the end, where the sum is rounded once, half up, to
 * a millionth of a yuan; a line is what it adds to the rounded sum of those before it.
 * @throws RangeError where the sum is beyond 9,000 million yuan, which no number holds exactly
 */
export function quote(book: PriceBook, { region, lines, term }: Asked): Quote {
  const inRegion = BigInt(book.regions.get(region) ?? WHOLE);
  const shares = sharesOf(book, term);
  const sum = { listed: 0n, paid: 0n };
  let rounded: Money = { listed: 0, paid: 0 };
  const each = lines.map((line): Money => {
    for (const { price, thousandths } of partsOf(book, line, term)) {
      const times = thousandths * BigInt(line.count) * inRegion * shares.unit;
      sum.listed += BigInt(price.listed) * times * WHOLE;
      // Of a spot instance the machine alone is spot.
      const isWhole = term.by === 'spot-hour' && line.of !== 'machine';
      sum.paid += BigInt(price.paid) * times * (isWhole ? WHOLE : shares.paid);
    }
    const before = rounded;
    rounded = { listed: roundedOf(sum.listed), paid: roundedOf(sum.paid) };
    return { listed: rounded.listed - before.listed, paid: rounded.paid - before.paid };
  });
  return { ...rounded, lines: each };
}

function roundedOf(sum: bigint): MicroYuan {
  const whole = Number((2n * sum + SCALE) / (2n * SCALE));
  if (Number.isSafeInteger(whole)) return whole;
  throw new RangeError('The sum is beyond what a price can be.');
}

/** How many units of the book's time a term has, and which share of their price is paid. */
function sharesOf(book: PriceBook, term: Term): { readonly unit: bigint; readonly paid: bigint } {
  switch (term.by) {
    case 'month': {
      const found = book.fromMonths.find(([months]) => term.months >= months);
      return { unit: WHOLE * BigInt(term.months), paid: BigInt(found?.[1] ?? WHOLE) };
    }
    case 'week':
      return { unit: BigInt(book.week) * BigInt(term.weeks), paid: WHOLE };
    case 'spot-hour':
      return { unit: WHOLE, paid: BigInt(term.share ?? book.spot) };
    default:
      return { unit: WHOLE, paid: WHOLE };
  }
}

/** A price, and how many thousandths of it. */
interface Part {
  readonly price: Money;
  readonly thousandths: bigint;
}

function partsOf(book: PriceBook, line: PriceLine, term: Term): readonly Part[] {
  if (line.of === 'traffic') {
    if (term.by !== 'use') return [];
    const { each, paid } = book.traffic;
    return [part({ listed: each, paid }, line.gigabytes)];
  }
  if (term.by === 'use') return [];
  const priced = (rate: Rate | undefined, quantity: number): readonly Part[] => {
    const price = rate === undefined ? undefined : priceOf(rate, term);
    return price === undefined ? [] : [part(price, quantity)];
  };
  if (line.of === 'bandwidth') {
    const listed = tiered(isHourly(term) ? book.bandwidth.hour : book.bandwidth.month, line.mbps);
    return [part({ listed, paid: listed }, 1)];
  }
  if (line.of === 'throughput') return priced(book.throughput, line.mibs);
  if (line.of === 'disk') return priced(book.disks.get(line.kind), line.sizeGiB);
  const own = priced(book.types.get(line.type), 1);
  if (own.length > 0) return own;
  const quantities: Readonly<Record<PartName, number>> = {
    vcpu: line.cpu,
    memoryGiB: line.memoryMiB / 1024,
    gpu: line.gpus,
    fpga: line.fpgas,
  };
  return partNames.flatMap((name) => priced(book.parts[name], quantities[name]));
}

function part(price: Money, quantity: number): Part {
  return { price, thousandths: BigInt(Math.round(quantity * 1_000)) };
}

function isHourly({ by }: Term): boolean {
  return by === 'hour' || by === 'spot-hour';
}

/** The price of a unit of time; undefined where a row leaves it to the parts. */
function priceOf({ hour, hourPaid, month, monthPaid }: Rate, term: Term): Money | undefined {
  if (!isHourly(term)) {
    return month === undefined ? undefined : { listed: month, paid: monthPaid ?? month };
  }
  if (hour === undefined) return undefined;
  // A spot price is a share of the listed one, whatever discount an hour has otherwise.
  if (term.by !== 'hour') return { listed: hour[0], paid: hour[0] };
  return { listed: hour[term.step], paid: (hourPaid ?? hour)[term.step] };
}

/** Each Mbps costs what its tier says, so more of them never cost less. */
function tiered(tiers: readonly Tier[], mbps: number): MicroYuan {
  let [sum, from] = [0, 0];
  for (const { upTo, each } of tiers) {
    sum += each * Math.max(Math.min(mbps, upTo) - from, 0);
    from = upTo;
  }
  return sum;
}
