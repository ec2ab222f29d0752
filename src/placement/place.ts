import type { Random } from '#kernel/random.ts';
import { roomOfUnit, unitOf } from './candidate.ts';
import type { Demand, HostCandidate, Share } from './candidate.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explain.ts';
import { roomFor, roomOfAll } from './filters.ts';
import type { Room } from './filters.ts';
import { heapify, removeTop, sink } from './heap.ts';
import { costOf, fillOf } from './scores.ts';
import type { Fill, Strategy } from './scores.ts';

export interface PlaceOptions {
  /** Instances wanted, 1 or more. Tencent allows 500 a call (seed 004 L8718), Alibaba 100. */
  readonly count: number;
  /**
   * The least that is worth placing; default: all of them. MinCount of Tencent (seed 000 L84),
   * MinAmount of Alibaba (today's SDK).
   */
  readonly countMin?: number;
  readonly strategy?: Strategy;
  /** Decides between hosts that are equally good. */
  readonly random: Random;
}

/** Where the instances go, ordered by host key (the order their rows are locked in, D3). */
export interface Placed {
  readonly placed: readonly Share[];
  /** Sum of the shares: `count`, or what fitted where that is at least `countMin`. */
  readonly count: number;
}

export interface Rejected {
  readonly rejected: Explanation;
}

interface Bin {
  readonly key: string;
  readonly fill: Fill;
  readonly tie: number;
  /** What it belongs to, where the instances are of a group that is kept apart. */
  readonly unit: Unit | undefined;
  /** What the unit held when the bin was put in order. */
  held: number;
  room: number;
  placed: number;
  cost: number;
}

/** Hosts that hold the members of a group together. */
interface Unit {
  held: number;
  room: number;
}

const TIES = 2 ** 32;

function byKey(one: { readonly key: string }, other: { readonly key: string }): number {
  return one.key < other.key ? -1 : 1;
}

/** The unit with the fewest members first, so that a group is spread as evenly as may be. */
function before(one: Bin, other: Bin): boolean {
  if (one.held !== other.held) return one.held < other.held;
  if (one.cost !== other.cost) return one.cost < other.cost;
  if (one.tie !== other.tie) return one.tie < other.tie;
  return one.key < other.key;
}

function binsOf(hosts: readonly HostCandidate[], demand: Demand, options: PlaceOptions): Bin[] {
  const room: Room = roomFor(demand);
  const bins: Bin[] = [];
  const unitFor = unitsOf(demand);
  // In key order, so that a seed gives the same placement however the store orders the hosts.
  for (const host of [...hosts].sort(byKey)) {
    const here = Math.min(room(host), options.count);
    if (here > 0) {
      const fill = fillOf(host, demand);
      const cost = costOf(options.strategy ?? 'spread', fill, 0);
      const tie = options.random.integer(TIES);
      const unit = unitFor(host);
      const held = unit?.held ?? 0;
      bins.push({ key: host.key, fill, tie, unit, held, room: here, placed: 0, cost });
    }
  }
  return bins;
}

function unitsOf({ spread }: Demand): (host: HostCandidate) => Unit | undefined {
  if (spread === undefined) return () => undefined;
  const units = new Map<string, Unit>();
  return (host) => {
    const name = unitOf(host, spread.by);
    const unit = units.get(name) ?? {
      held: spread.now.get(name) ?? 0,
      room: roomOfUnit(spread, name),
    };
    units.set(name, unit);
    return unit;
  };
}

/**
 * Places up to `count` instances of one demand, each on the host where it costs least, one after
 * the other; never more on a host than it has room for. O(hosts log hosts + count log hosts).
 * Pure but for the draws from `random`; the caller still books conditionally (D3), since what the
 * candidates say may be old by then.
 */
export function place(
  hosts: readonly HostCandidate[],
  demand: Demand,
  options: PlaceOptions,
): Placed | Rejected {
  const { count, countMin = count, strategy = 'spread' } = options;
  const bins = binsOf(hosts, demand, options);
  const room = roomOfAll(hosts, demand);
  if (room < countMin) return { rejected: explain(hosts, demand) };
  const heap = [...bins];
  heapify(heap, before);
  const placing = Math.min(room, count);
  for (let done = 0; done < placing;) {
    const best = heap[0];
    if (best === undefined) break;
    const { unit } = best;
    if (unit !== undefined && unit.held !== best.held) {
      // Another host of the unit was chosen since: costs only grow, so it is looked at again.
      best.held = unit.held;
      reorder(heap, best);
      continue;
    }
    done += 1;
    best.placed += 1;
    best.room -= 1;
    best.cost = costOf(strategy, best.fill, best.placed);
    if (unit !== undefined) {
      unit.room -= 1;
      unit.held += 1;
      best.held = unit.held;
    }
    reorder(heap, best);
  }
  const used = bins.filter((bin) => bin.placed > 0);
  return { placed: used.map((bin) => ({ host: bin.key, count: bin.placed })), count: placing };
}

/** Puts the top where it belongs now; one that has no room is taken away. */
function reorder(heap: Bin[], top: Bin): void {
  if (top.room === 0 || top.unit?.room === 0) removeTop(heap, before);
  else sink(heap, 0, before);
}
