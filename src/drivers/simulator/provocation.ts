import type { MachineState } from '../driver.ts';
import type { Verb } from '../verbs.ts';
import type { StockEntry } from './configuration.ts';

/** What an operator makes the simulator do, from now on and until cleared or used up. */
export type Provocation = Failing | Slow | SoldOut | Seen | SpotPrice;

/**
 * The next `times` machines (disks, snapshots, images) fail, each for good; or, where `retryable`,
 * the next `times` calls do, so that trying again helps.
 */
export interface Failing extends Aim {
  readonly effect: 'fail';
  readonly reason?: string;
  readonly retryable?: boolean;
}

/** The next `times` machines (disks, snapshots, images) take that much longer. */
export interface Slow extends Aim {
  readonly effect: 'slow';
  readonly addedMs: number;
}

/** What matches every name given is sold out. */
export interface SoldOut extends Omit<StockEntry, 'remaining'> {
  readonly effect: 'sold-out';
}

/** `inspect` says so of one machine, as if something had happened to it. */
export interface Seen {
  readonly effect: 'seen';
  readonly machine: string;
  readonly state: MachineState;
}

/** The market's price of what matches every name given stands still at that. */
export interface SpotPrice {
  readonly effect: 'spot-price';
  readonly type?: string;
  /** Neutral. */
  readonly zone?: string;
  /** Of the listed price. */
  readonly percent: number;
}

export interface Aim {
  readonly verb: Verb;
  readonly times: number;
  /** Neutral zone name; any zone when absent. */
  readonly zone?: string;
  /** Key of the one machine that is meant. */
  readonly machine?: string;
  /** Key of the one machine, disk, snapshot or image that is meant. */
  readonly key?: string;
}

/** What a call is about: a machine, a disk, a snapshot or an image. */
export interface Subject {
  readonly key: string;
  readonly generation: number;
  readonly zone: string;
}

export interface Provocations {
  /** @throws Error where it is out of bounds, or too many are in force. */
  add(provocation: Provocation): void;
  list(): readonly Provocation[];
  clear(): void;
  /** What a call fails with, if it has been provoked. Repeating a call does not change that. */
  failing(verb: Verb, subject: Subject): Failing | undefined;
  addedMs(verb: Verb, subject: Subject): number;
  /** What the price is pinned to; the latest one that matches counts. */
  spotPercent(place: { readonly type: string; readonly zone: string }): number | undefined;
}

const TIMES_MAX = 10_000;
const PROVOCATIONS_MAX = 100;
const ADDED_MS_MAX = 86_400_000;

interface Force<Kind extends Provocation> {
  readonly provocation: Kind;
  left: number;
  /** Calls that were hit, so that their repetitions are as well. */
  readonly hit: Set<string>;
}

/** The only thing the simulator remembers besides its configuration: what it was told to do. */
export function createProvocations(): Provocations {
  const failing: Array<Force<Failing>> = [];
  const slow: Array<Force<Slow>> = [];
  const others: Array<SoldOut | Seen | SpotPrice> = [];
  return {
    add(provocation) {
      if (failing.length + slow.length + others.length >= PROVOCATIONS_MAX) {
        throw new Error(`${PROVOCATIONS_MAX} provocations are in force already; clear them first.`);
      }
      if (provocation.effect === 'fail') failing.push(force(provocation));
      else if (provocation.effect === 'slow') slow.push(force(provocation));
      else others.push(provocation);
    },
    list: () => [...[...failing, ...slow].map(withLeft), ...others],
    clear() {
      for (const list of [failing, slow, others]) list.splice(0);
    },
    failing: (verb, subject) => hit(failing, verb, subject),
    spotPercent: ({ type, zone }) =>
      others.findLast(
        (one): one is SpotPrice =>
          one.effect === 'spot-price' && (one.type ?? type) === type && (one.zone ?? zone) === zone,
      )?.percent,
    addedMs: (verb, subject) => hit(slow, verb, subject)?.addedMs ?? 0,
  };
}

function force<Kind extends Failing | Slow>(provocation: Kind): Force<Kind> {
  bounded('times', provocation.times, TIMES_MAX);
  if (provocation.effect === 'slow') bounded('addedMs', provocation.addedMs, ADDED_MS_MAX);
  return { provocation, left: provocation.times, hit: new Set() };
}

function withLeft({ provocation, left }: Force<Failing | Slow>): Provocation {
  return { ...provocation, times: left };
}

function hit<Kind extends Failing | Slow>(
  forces: ReadonlyArray<Force<Kind>>,
  verb: Verb,
  subject: Subject,
): Kind | undefined {
  const call = `${verb} ${subject.key} ${subject.generation}`;
  for (const each of forces) {
    const { provocation } = each;
    if (!aimedAt(provocation, verb, subject)) continue;
    if (each.hit.has(call)) return provocation;
    if (each.left === 0) continue;
    each.left -= 1;
    if (!('retryable' in provocation && provocation.retryable)) each.hit.add(call);
    return provocation;
  }
  return undefined;
}

function aimedAt(aim: Aim, verb: Verb, subject: Subject): boolean {
  return (
    aim.verb === verb &&
    (aim.zone === undefined || aim.zone === subject.zone) &&
    (aim.machine === undefined || aim.machine === subject.key) &&
    (aim.key === undefined || aim.key === subject.key)
  );
}

function bounded(name: string, value: number, max: number): void {
  if (Number.isSafeInteger(value) && value >= 1 && value <= max) return;
  throw new Error(`${name} must be a whole number from 1 to ${max}, not ${value}.`);
}
