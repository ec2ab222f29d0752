import { addToCounter, keepCounters, readCounters } from '#store/counters.ts';
import { limitOf } from '../quota/quota.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { elasticAddressFaults } from './faults.ts';

/** So many applications a day for each address that an account may have (seed 004 L48310). */
const APPLICATIONS_PER_ADDRESS = 2;
const DAY_MS = 86_400_000;
/** A day begins at midnight in China. */
const CHINA_MS = 8 * 3_600_000;

const counterOf = (region: string) => ({ scope: `elastic-addresses:${region}`, name: 'own' });
const dailyScope = (region: string) => `elastic-address-days:${region}`;
const dayOf = (now: number) => Math.floor((now + CHINA_MS) / DAY_MS);

/** How many of something an account has or had today, and how many it may. */
export interface AddressQuota {
  readonly used: number;
  readonly limit: number;
}

/** What an account may have in a region, apply for in a day, and be given anew in a day. */
export async function addressQuotas(
  scope: ReadScope,
  region: string,
): Promise<Readonly<Record<'held' | 'applied' | 'givenAnew', AddressQuota>>> {
  const { db, account, now } = scope;
  const held = await readCounters(db, { account, scope: counterOf(region).scope });
  const today = await readCounters(db, { account, scope: dailyScope(region) });
  const limit = await limitOf(scope, 'elasticAddressesPerRegionMax', { place: region });
  const anew = await limitOf(scope, 'ordinaryAddressesPerDayMax', { place: region });
  return {
    held: { used: held.get('own') ?? 0, limit },
    applied: {
      used: today.get(`${dayOf(now)}:applied`) ?? 0,
      limit: limit * APPLICATIONS_PER_ADDRESS,
    },
    givenAnew: { used: today.get(`${dayOf(now)}:given-anew`) ?? 0, limit: anew },
  };
}

/**
 * Counts addresses in that an account takes: each is an application of the day as well, unless it
 * had it before as an ordinary one. @throws elastic-address.quotaExceeded, dailyQuotaExceeded
 */
export async function takeAddressQuota(
  scope: Scope,
  { region, count, applied }: { region: string; count: number; applied: boolean },
): Promise<void> {
  const { account, db } = scope;
  const limit = await limitOf(scope, 'elasticAddressesPerRegionMax', { place: region });
  if (!(await addToCounter(db, { account, ...counterOf(region), limit }, count))) {
    throw elasticAddressFaults.quotaExceeded({ region, limit });
  }
  if (!applied) return;
  const daily = limit * APPLICATIONS_PER_ADDRESS;
  if (await countToday(scope, { region, name: 'applied', limit: daily, count })) return;
  throw elasticAddressFaults.dailyQuotaExceeded({ region, limit: daily });
}

/** Counts one ordinary address in that is given anew. @throws ordinaryQuotaExceeded */
export async function takeOrdinaryQuota(scope: Scope, region: string): Promise<void> {
  const limit = await limitOf(scope, 'ordinaryAddressesPerDayMax', { place: region });
  if (await countToday(scope, { region, name: 'given-anew', limit, count: 1 })) return;
  throw elasticAddressFaults.ordinaryQuotaExceeded({ region, limit });
}

/** Counts addresses out that are released. */
export async function returnAddressQuota(
  { db, account }: Pick<Scope, 'db' | 'account'>,
  region: string,
  count: number,
): Promise<void> {
  await addToCounter(db, { account, ...counterOf(region) }, -count);
}

async function countToday(
  { db, account, now }: Scope,
  counted: { region: string; name: string; limit: number; count: number },
): Promise<boolean> {
  const { region, name, limit, count } = counted;
  const scope = dailyScope(region);
  const today = dayOf(now);
  // Those of other days are of no use any more.
  await keepCounters(db, { account, scope }, [`${today}:applied`, `${today}:given-anew`]);
  return addToCounter(db, { account, scope, name: `${today}:${name}`, limit }, count);
}
