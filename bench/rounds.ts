import type { Server } from './child.ts';
import { load, type Load, type LoadOptions, perSecond } from './load.ts';
import { median, ratios, type Row } from './report.ts';

/** One side, loaded once: how fast it answered, and what a request cost its processor. */
export interface Slice {
  readonly perSecond: number;
  readonly cpuMicros: number;
  readonly load: Load;
}

/** Loads one server. */
export async function slice(server: Server, options: Omit<LoadOptions, 'port'>): Promise<Slice> {
  const before = server.cpuMs();
  const result = await load({ ...options, port: server.port });
  const cpuMicros = ((server.cpuMs() - before) * 1_000) / result.answered;
  return { perSecond: perSecond(result), cpuMicros, load: result };
}

/**
 * Runs every side once in each round, forwards in one and backwards in the next, so that what the
 * machine does besides falls on all of them alike.
 */
export async function alternate<Name extends string, Result>(
  rounds: number,
  sides: Readonly<Record<Name, (round: number) => Promise<Result>>>,
): Promise<Readonly<Record<Name, readonly Result[]>>> {
  const names = Object.keys(sides) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Result[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      results[name].push(await sides[name](round));
    }
  }
  return results;
}

/** A product and its yardstick over the rounds: what they answer, and what that costs them. */
export function compare(
  what: string,
  product: readonly Slice[],
  yardstick: readonly Slice[],
): { readonly rows: readonly Row[]; readonly ratio: number } {
  const row = (unit: string, of: (slice: Slice) => number): Row => ({
    what,
    unit,
    product: product.map(of),
    yardstick: yardstick.map(of),
  });
  const rate = row('requests/s', (slice) => slice.perSecond);
  const cost = row('µs of CPU each', (slice) => slice.cpuMicros);
  return { rows: [rate, cost], ratio: median(ratios(rate.product, rate.yardstick ?? [])) };
}
