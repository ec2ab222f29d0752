import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { bandwidthFaults } from './faults.ts';
import { deleteEndedPeriods, deletePeriods, periodsOfInstance } from './table.ts';

/** Bandwidth for a time. Cloud milliseconds; `endsAt` is not part of it. */
export interface BandwidthPeriod {
  readonly beginsAt: number;
  /** Null: as long as the instance is paid for. */
  readonly endsAt: number | null;
  readonly mbps: number;
}

/** What of an instance says the bandwidth that it was launched with. */
interface Launched {
  readonly key: Key<'instance'>;
  readonly createdAt: number;
  readonly internet: { readonly outMbps: number };
}

/** No document has a bound; what a request can add to for ever needs one. */
const PERIODS_MAX = 100;

/** All that an instance had, has and will have; at first that is what it was launched with. */
export async function periodsOf(
  reader: Reader,
  { key, createdAt, internet }: Launched,
): Promise<readonly BandwidthPeriod[]> {
  const rows = await reader.all(periodsOfInstance, { instance: key });
  if (rows.length === 0) {
    return [{ beginsAt: createdAt, endsAt: null, mbps: internet.outMbps }];
  }
  return rows.map(({ begins_at: beginsAt, ends_at: endsAt, mbps }) => ({ beginsAt, endsAt, mbps }));
}

/** Adds a period to those of an instance. @throws bandwidth.tooManyPeriods */
export async function addPeriod(
  tx: Tx,
  instance: Launched,
  { added, now }: { readonly added: BandwidthPeriod; readonly now: number },
): Promise<readonly BandwidthPeriod[]> {
  const before = await periodsOf(tx, instance);
  const ended = before.filter(({ endsAt }) => endsAt !== null && endsAt <= now);
  const kept = before.length < PERIODS_MAX ? before : before.filter((one) => !ended.includes(one));
  if (kept.length >= PERIODS_MAX) throw bandwidthFaults.tooManyPeriods({ limit: PERIODS_MAX });
  const rows = await tx.all(periodsOfInstance, { instance: instance.key });
  if (kept.length < before.length) {
    await tx.run(deleteEndedPeriods, { instance: instance.key, until: now });
  }
  const number = (rows.at(-1)?.number ?? -1) + 1;
  const fresh = rows.length === 0 ? [...before, added] : [added];
  await tx.insert(
    'bandwidth_periods',
    fresh.map(({ beginsAt, endsAt, mbps }, index) => ({
      instance: instance.key,
      number: number + index,
      begins_at: beginsAt,
      ends_at: endsAt,
      mbps,
    })),
  );
  return [...kept, added];
}

/** Forgets the periods of an instance that goes. */
export async function forgetPeriods(tx: Tx, instance: Key<'instance'>): Promise<void> {
  await tx.run(deletePeriods, { instance });
}

/** The most that is paid for at a time. */
export function mbpsAt(periods: readonly BandwidthPeriod[], at: number): number {
  return mostBetween(periods, at, at + 1);
}

/** The most that is paid for at any time from `from` until `until`. */
export function mostBetween(
  periods: readonly BandwidthPeriod[],
  from: number,
  until: number,
): number {
  const met = periods.filter(
    ({ beginsAt, endsAt }) => beginsAt < until && (endsAt === null || endsAt > from),
  );
  return Math.max(0, ...met.map(({ mbps }) => mbps));
}

/** When something begins or ends next; undefined where all stays as it is. */
export function nextChange(periods: readonly BandwidthPeriod[], now: number): number | undefined {
  const times = periods.flatMap(({ beginsAt, endsAt }) => [beginsAt, endsAt ?? now]);
  const later = times.filter((time) => time > now);
  return later.length === 0 ? undefined : Math.min(...later);
}
