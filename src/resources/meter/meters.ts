import type { MeterRow, NewMeter } from '#store/schema/meter.ts';
import type { Tx } from '#store/store.ts';
import { endMetersBySeq, endMetersOf, openMetersOf } from './table.ts';

/** By which lines something may cost, and what kind of resource that is. */
export const kindsOfLines = {
  machine: 'instance',
  spot: 'instance',
  disk: 'disk',
  throughput: 'disk',
  bandwidth: 'instance',
  traffic: 'instance',
} as const;

export type MeterLine = keyof typeof kindsOfLines;

/** Something that costs by time or use: what it is, and not what it costs. */
export interface Metered {
  readonly account: string;
  /** Neutral. */
  readonly region: string;
  /** Neutral; empty where it is in none. */
  readonly zone: string;
  readonly resource: string;
  readonly line: MeterLine;
  /** Such as the type of a machine or the category of a disk. */
  readonly name: string;
  readonly level: string | null;
  /** GiB, Mbps, or pieces. */
  readonly quantity: number;
}

/**
 * Has resources cost `wanted` from `now` on, cloud milliseconds, and nothing else: what is so
 * already goes on, what changes is charged up to now as it was. All lines of these resources are
 * in `wanted`. `holds` is what is frozen for a resource that begins to cost, by its key.
 */
export async function meter(
  tx: Tx,
  { resources, wanted }: { readonly resources: readonly string[]; readonly wanted: Wanted },
  { now, holds }: { readonly now: number; readonly holds?: ReadonlyMap<string, number> },
): Promise<void> {
  if (resources.length === 0) return;
  const open = (
    await Promise.all(pagesOf(resources).map((some) => tx.all(openMetersOf, { resources: some })))
  ).flat();
  const openBy = Map.groupBy(open, lineOf);
  const kept = new Set<MeterRow>();
  const added: NewMeter[] = [];
  for (const one of wanted) {
    const before = openBy.get(lineOf(one))?.[0];
    if (before !== undefined && isAlike(before, one)) kept.add(before);
    else added.push(rowOf(one, now, before));
  }
  const over = open.filter((row) => !kept.has(row)).map(({ seq }) => seq);
  for (const seqs of pagesOf(over)) await tx.run(endMetersBySeq, { seqs, at: now });
  if (added.length > 0) await tx.insert('meters', withHolds(added, holds));
}

/** A statement takes so many values in a list. */
const LISTED_MAX = 1_000;

function pagesOf<Item>(items: readonly Item[]): ReadonlyArray<readonly Item[]> {
  const pages = Math.ceil(items.length / LISTED_MAX);
  return Array.from({ length: pages }, (_, at) =>
    items.slice(at * LISTED_MAX, (at + 1) * LISTED_MAX),
  );
}

function lineOf({ resource, line }: Pick<MeterRow, 'resource' | 'line'>): string {
  return `${resource} ${line}`;
}

type Wanted = readonly Metered[];

/** What was frozen for a resource is held by its first line. */
function withHolds(
  rows: readonly NewMeter[],
  holds: ReadonlyMap<string, number> = new Map(),
): readonly NewMeter[] {
  const left = new Map(holds);
  return rows.map((row) => {
    const hold = left.get(row.resource) ?? 0;
    left.delete(row.resource);
    return hold === 0 ? row : { ...row, hold };
  });
}

/** Has resources cost nothing from then on, cloud milliseconds. */
export async function endMeters(tx: Tx, resources: readonly string[], at: number): Promise<void> {
  for (const some of pagesOf(resources)) await tx.run(endMetersOf, { resources: some, at });
}

function isAlike(row: MeterRow, { name, level, quantity }: Metered): boolean {
  return row.name === name && row.level === level && row.quantity === quantity;
}

/** The steps of a price count on over a change. */
function rowOf(one: Metered, now: number, before: MeterRow | undefined): NewMeter {
  const { account, region, zone, resource, line, name, level, quantity } = one;
  return {
    account,
    region,
    zone,
    resource,
    line,
    name,
    level,
    quantity,
    began_at: before?.began_at ?? now,
    settled_at: Math.max(now, before?.settled_at ?? now),
    ends_at: null,
    hold: 0,
  };
}
