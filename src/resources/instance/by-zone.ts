import type { InstanceRow } from '#store/schema/instance.ts';
import { findRegion, findZone } from '../region/region.ts';
import type { ReadScope } from '../scope.ts';
import type { InstanceQuery } from './query.ts';
import { instanceStates } from './states.ts';
import { anyInPair, pageOfPairs } from './table.ts';

/**
 * A query that nothing but zones and states narrows. The index by account, zone and state holds
 * the instances of each such pair newest first, so a page is merged from their beginnings: its
 * cost follows the page, where a walk through the whole region would follow what is stored (D6).
 */
export interface ByZone {
  readonly zones: readonly string[];
  readonly states: readonly string[];
  readonly before: number | undefined;
}

const names: ReadonlySet<string> = new Set(['region', 'zones', 'states', 'notStates', 'before']);

/** The query as one by zone; undefined where other things narrow it, or no region is named. */
export function asByZone(query: InstanceQuery): ByZone | undefined {
  const { region, zones, states, notStates = [], before } = query;
  if (region === null) return undefined;
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && !names.has(name)) return undefined;
  }
  const wanted = zones ?? findRegion(region)?.zones ?? [];
  return {
    zones: [...new Set(wanted)].filter((zone) => findZone(zone)?.region === region),
    states: instanceStates.filter(
      (state) => states?.includes(state) !== false && !notStates.includes(state),
    ),
    before,
  };
}

/** How many there are, on whatever page. */
export async function countByZone(
  { db, account }: ReadScope,
  { zones, states }: ByZone,
): Promise<number> {
  const row = await db.db
    .selectFrom('instances')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('account', '=', account)
    .where('zone', 'in', zones)
    .where('state', 'in', states)
    .executeTakeFirstOrThrow();
  return row.total;
}

/** A page of them, newest first. */
export async function pageByZone(
  { db, account }: ReadScope,
  { zones, states, before = Number.MAX_SAFE_INTEGER }: ByZone,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly InstanceRow[]> {
  const pairs: Array<{ readonly zone: string; readonly state: string }> = [];
  // Most states have no instances, and each that is merged costs every step of the merging.
  for (const zone of zones) {
    for (const state of states) {
      const any = await db.first(anyInPair, { account, zone, state });
      if (any !== undefined) pairs.push({ zone, state });
    }
  }
  if (pairs.length === 0) return [];
  while (Math.log2(pairs.length) % 1 !== 0) pairs.push(nothing);
  return db.all(pageOfPairs, {
    account,
    zones: pairs.map(({ zone }) => zone),
    states: pairs.map(({ state }) => state),
    before,
    offset,
    limit,
  });
}

const nothing = { zone: '', state: '' };
