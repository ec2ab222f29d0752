import { addToCounter, readCounters } from '#store/counters.ts';
import type { Tx } from '#store/store.ts';
import { limitOf } from '../quota/quota.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { instanceFaults } from './faults.ts';
import { type ChargeType, chargeTypes } from './instance.ts';

/**
 * How many instances an account has in zones of a region. The counters of each charge type serve
 * the quota and the unfiltered TotalCount (D6); those that failed to launch hold no quota and are
 * counted apart.
 */
export async function countInstances(
  { db, account }: ReadScope,
  region: string,
  options: { readonly zones: readonly string[]; readonly launchFailed: boolean },
): Promise<number> {
  const counters = await readCounters(db, { account, scope: scopeOf(region) });
  let total = 0;
  for (const zone of options.zones) {
    for (const charge of chargeTypes) total += counters.get(countedAs(zone, charge)) ?? 0;
    if (options.launchFailed) total += counters.get(failedIn(zone)) ?? 0;
  }
  return total;
}

export interface Place {
  readonly region: string;
  readonly zone: string;
  readonly chargeType: ChargeType;
}

/**
 * Counts instances in, within the quota of their zone and charge type.
 * @throws instance.quotaExceeded
 */
export async function takeQuota(scope: Scope, place: Place, count: number): Promise<void> {
  const { region, zone, chargeType } = place;
  const name = countedAs(zone, chargeType);
  const counter = { account: scope.account, scope: scopeOf(region), name };
  if (count <= 0) {
    await addToCounter(scope.db, counter, count);
    return;
  }
  const limit = await limitOf(scope, 'instancesPerZoneMax', { place: zone, chargeType });
  if (await addToCounter(scope.db, { ...counter, limit }, count)) return;
  const used = (await readCounters(scope.db, counter)).get(name) ?? 0;
  throw instanceFaults.quotaExceeded({ zone, charge: chargeType, limit, used });
}

/**
 * Whether so many more are within the quota now, for what merely asks.
 * @throws instance.quotaExceeded
 */
export async function requireQuota(scope: ReadScope, place: Place, count: number): Promise<void> {
  const { region, zone, chargeType } = place;
  const counters = await readCounters(scope.db, { account: scope.account, scope: scopeOf(region) });
  const used = counters.get(countedAs(zone, chargeType)) ?? 0;
  const limit = await limitOf(scope, 'instancesPerZoneMax', { place: zone, chargeType });
  if (used + count <= limit) return;
  throw instanceFaults.quotaExceeded({ zone, charge: chargeType, limit, used });
}

interface Counted extends Place {
  readonly account: string;
}

/** Counts instances out that are gone. */
export async function returnQuota(tx: Tx, of: Counted, count: number): Promise<void> {
  const counter = {
    account: of.account,
    scope: scopeOf(of.region),
    name: countedAs(of.zone, of.chargeType),
  };
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

function countedAs(zone: string, chargeType: ChargeType): string {
  return `${zone}:${chargeType}`;
}

function failedIn(zone: string): string {
  return `${zone}:launch-failed`;
}
