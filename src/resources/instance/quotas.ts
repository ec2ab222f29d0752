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

/** Instances that are alike: those that bid are counted by their vCPUs as well. */
export interface Counted extends Place {
  /** vCPUs of each. */
  readonly cpu: number;
}

/**
 * Counts instances in, within the quota of their zone and charge type: spot instances by their
 * vCPUs too (seed 004 L39103). Takes all of it or nothing.
 * @throws instance.quotaExceeded
 */
export async function takeQuota(scope: Scope, counted: Counted, count: number): Promise<void> {
  const { region, zone, chargeType } = counted;
  const { account } = scope;
  if (count <= 0) {
    await returnQuota(scope.db, { ...counted, account }, -count);
    return;
  }
  const vcpus = vcpuCounter(account, counted);
  if (chargeType === 'spot') await takeSpotVcpus(scope, counted, count * counted.cpu);
  const name = countedAs(zone, chargeType);
  const counter = { account, scope: scopeOf(region), name };
  const limit = await limitOf(scope, 'instancesPerZoneMax', { place: zone, chargeType });
  if (await addToCounter(scope.db, { ...counter, limit }, count)) return;
  if (chargeType === 'spot') await addToCounter(scope.db, vcpus, -count * counted.cpu);
  const used = (await readCounters(scope.db, counter)).get(name) ?? 0;
  throw instanceFaults.quotaExceeded({ zone, charge: chargeType, limit, used });
}

/** Counts vCPUs of spot instances in. @throws instance.quotaExceeded */
export async function takeSpotVcpus(
  scope: Scope,
  place: Pick<Place, 'region' | 'zone'>,
  vcpus: number,
): Promise<void> {
  const { zone } = place;
  const counter = vcpuCounter(scope.account, place);
  const limit = await limitOf(scope, 'spotVcpusPerZoneMax', { place: zone });
  if (await addToCounter(scope.db, { ...counter, limit }, vcpus)) return;
  const used = (await readCounters(scope.db, counter)).get(zone) ?? 0;
  throw instanceFaults.quotaExceeded({ zone, charge: 'spot', unit: 'vCPUs', limit, used });
}

/** Counts vCPUs of spot instances out; fewer than none are counted in, whatever the quota. */
export async function returnSpotVcpus(
  tx: Tx,
  of: Pick<Owned, 'account' | 'region' | 'zone'>,
  vcpus: number,
): Promise<void> {
  await addToCounter(tx, vcpuCounter(of.account, of), -vcpus);
}

/** How much of a quota there is, and is used. */
export interface QuotaUsed {
  readonly used: number;
  readonly limit: number;
}

/** How many instances an account may have in a zone that are paid in one way, and has. */
export async function quotaInZone(scope: ReadScope, place: Place): Promise<QuotaUsed> {
  const { region, zone, chargeType } = place;
  const counters = await readCounters(scope.db, { account: scope.account, scope: scopeOf(region) });
  const used = counters.get(countedAs(zone, chargeType)) ?? 0;
  const limit = await limitOf(scope, 'instancesPerZoneMax', { place: zone, chargeType });
  return { used, limit };
}

/** How many vCPUs its spot instances may have in a zone, and have. */
export async function spotQuotaInZone(
  scope: ReadScope,
  place: Pick<Place, 'region' | 'zone'>,
): Promise<QuotaUsed> {
  const counters = await readCounters(scope.db, vcpuCounter(scope.account, place));
  const limit = await limitOf(scope, 'spotVcpusPerZoneMax', { place: place.zone });
  return { used: counters.get(place.zone) ?? 0, limit };
}

/**
 * Whether so many more are within the quota now, for what merely asks.
 * @throws instance.quotaExceeded
 */
export async function requireQuota(
  scope: ReadScope,
  counted: Counted,
  count: number,
): Promise<void> {
  const { zone, chargeType: charge, cpu } = counted;
  if (charge === 'spot') {
    const { used, limit } = await spotQuotaInZone(scope, counted);
    if (used + count * cpu > limit) {
      throw instanceFaults.quotaExceeded({ zone, charge, unit: 'vCPUs', limit, used });
    }
  }
  const { used, limit } = await quotaInZone(scope, counted);
  if (used + count <= limit) return;
  throw instanceFaults.quotaExceeded({ zone, charge, limit, used });
}

interface Owned extends Place {
  readonly account: string;
}

/** Counts instances out that are gone. */
export async function returnQuota(tx: Tx, of: Owned & Counted, count: number): Promise<void> {
  const { account, region, zone, chargeType, cpu } = of;
  const counter = { account, scope: scopeOf(region), name: countedAs(zone, chargeType) };
  await addToCounter(tx, counter, -count);
  if (chargeType === 'spot') await addToCounter(tx, vcpuCounter(account, of), -count * cpu);
}

/** Instances that failed to launch: `delta` more or fewer of them are shown. */
export async function countFailed(tx: Tx, of: Owned, delta: number): Promise<void> {
  const counter = { account: of.account, scope: scopeOf(of.region), name: failedIn(of.zone) };
  await addToCounter(tx, counter, delta);
}

function scopeOf(region: string): string {
  return `instances:${region}`;
}

/** vCPUs of spot instances, by zone. */
function vcpuCounter(account: string, { region, zone }: Pick<Place, 'region' | 'zone'>) {
  return { account, scope: `spot-vcpus:${region}`, name: zone };
}

function countedAs(zone: string, chargeType: ChargeType): string {
  return `${zone}:${chargeType}`;
}

function failedIn(zone: string): string {
  return `${zone}:launch-failed`;
}
