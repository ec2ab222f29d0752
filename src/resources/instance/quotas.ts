import { addToCounter, readCounters } from '#store/counters.ts';
import type { Tx } from '#store/store.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { instanceFaults } from './faults.ts';

/**
 * How many instances an account has in each zone of a region. One counter serves the quota and
 * the unfiltered TotalCount (D6); those that failed to launch hold no quota and are counted apart.
 */
export async function countInstances(
  { db, account }: ReadScope,
  region: string,
  options: { readonly zones: readonly string[]; readonly launchFailed: boolean },
): Promise<number> {
  const counters = await readCounters(db, { account, scope: scopeOf(region) });
  let total = 0;
  for (const zone of options.zones) {
    total += counters.get(zone) ?? 0;
    if (options.launchFailed) total += counters.get(failedIn(zone)) ?? 0;
  }
  return total;
}

export interface Place {
  readonly region: string;
  readonly zone: string;
}

/** Counts instances in, within the quota of the zone. @throws instance.quotaExceeded */
export async function takeQuota(scope: Scope, place: Place, count: number): Promise<void> {
  const limit = scope.cloud.configuration.instancesPerZoneMax;
  const counter = { account: scope.account, scope: scopeOf(place.region), name: place.zone };
  if (await addToCounter(scope.db, { ...counter, limit }, count)) return;
  const counters = await readCounters(scope.db, counter);
  const used = counters.get(place.zone) ?? 0;
  throw instanceFaults.quotaExceeded({ zone: place.zone, limit, used });
}

interface Counted extends Place {
  readonly account: string;
}

/** Counts instances out that are gone. */
export async function returnQuota(tx: Tx, of: Counted, count: number): Promise<void> {
  const counter = { account: of.account, scope: scopeOf(of.region), name: of.zone };
  await addToCounter(tx, counter, -count);
}

/** Instances that failed to launch: `delta` more or fewer of them are shown. */
export async function countFailed(tx: Tx, of: Counted, delta: number): Promise<void> {
  const counter = { account: of.account, scope: scopeOf(of.region), name: failedIn(of.zone) };
  await addToCounter(tx, counter, delta);
}

function scopeOf(region: string): string {
  return `instances:${region}`;
}

function failedIn(zone: string): string {
  return `${zone}:launch-failed`;
}
