import type { MicroYuan, PriceBook, Rate, Tier } from '#pricing/price-book.ts';

/** A line of the price book, in yuan as it is paid. */
export interface ListedPrice {
  readonly what: string;
  readonly name: string;
  /** Until the 96th hour, until the 360th, and from then on. */
  readonly hour: readonly number[] | null;
  readonly month: number | null;
  /** What a GB costs. */
  readonly each: number | null;
}

const MICROS = 1_000_000;

/** What is in a price book, one line each. */
export function listedPrices(book: PriceBook): readonly ListedPrice[] {
  return [
    ...Object.entries(book.parts).map(([name, rate]) => rated('part', name, rate)),
    ...[...book.types].map(([name, rate]) => rated('type', name, rate)),
    ...[...book.disks].map(([name, rate]) => rated('disk, a GiB', name, rate)),
    rated('throughput', 'a MiB a second', book.throughput),
    ...tiers(book.bandwidth.hour).map(({ name, each }) => ({
      ...line('bandwidth', name),
      hour: [yuan(each)],
    })),
    ...tiers(book.bandwidth.month).map(({ name, each }) => ({
      ...line('bandwidth', name),
      month: yuan(each),
    })),
    { ...line('traffic', 'a GB'), each: yuan(book.traffic.paid) },
  ];
}

function line(what: string, name: string): ListedPrice {
  return { what, name, hour: null, month: null, each: null };
}

function rated(what: string, name: string, rate: Rate): ListedPrice {
  const hour = (rate.hourPaid ?? rate.hour)?.map(yuan) ?? null;
  const month = rate.monthPaid ?? rate.month;
  return { ...line(what, name), hour, month: month === undefined ? null : yuan(month) };
}

function tiers(all: readonly Tier[]): ReadonlyArray<{ readonly name: string; each: MicroYuan }> {
  return all.map(({ upTo, each }) => ({
    name: Number.isFinite(upTo) ? `a Mbps up to ${upTo}` : 'a Mbps more',
    each,
  }));
}

function yuan(microYuan: MicroYuan): number {
  return microYuan / MICROS;
}
