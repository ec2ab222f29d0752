import { disksOf } from '../../disk/disk.ts';
import type { Disk } from '../../disk/disk.ts';
import { findRegion } from '../../region/region.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { asByZone, countByZone, pageByZone } from '../by-zone.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import { conditionsOf } from '../query.ts';
import type { InstanceQuery } from '../query.ts';
import { countInstances } from '../quotas.ts';
import { instancePage, ownInstancesByKeys } from '../table.ts';

export interface ListRequest extends InstanceQuery {
  readonly offset: number;
  readonly limit: number;
}

export interface ListedInstances {
  /** All that match, on this page or not. */
  readonly total: number;
  /** Newest first. */
  readonly instances: readonly Instance[];
}

/**
 * Instances that match, newest first. Those in zones the asker has no name for do not exist for
 * them. The cost follows what matches, never what is stored (D6).
 */
export const listInstances = verb(
  [],
  async (scope: ReadScope, request: ListRequest): Promise<ListedInstances> => {
    if (request.nothing === true) return { total: 0, instances: [] };
    if (onlyKeys(request)) return byKeys(scope, request);
    const query = visible(scope, request);
    // What comes behind a page is counted with all the others.
    const total = await countAll(scope, { ...query, before: undefined });
    // Also of a page so far behind that no column holds its number.
    if (request.offset >= total) return { total, instances: [] };
    return { total, instances: await page(scope, query) };
  },
);

/** The disks of listed instances, by instance key: the system disk first. */
export function disksOfListed(
  { db }: ReadScope,
  instances: readonly Instance[],
): Promise<ReadonlyMap<string, readonly Disk[]>> {
  const keys = instances.map(({ key }) => key);
  return disksOf(db, keys);
}

function narrowing({ offset: _offset, limit: _limit, ...query }: ListRequest): InstanceQuery {
  return query;
}

function given({ offset: _offset, limit: _limit, region: _region, ...rest }: ListRequest) {
  return Object.entries(rest).filter(([, value]) => value !== undefined);
}

/** The way of a poll by id: one prepared statement, no query built. */
function onlyKeys(request: ListRequest): boolean {
  return (
    given(request).every(([name]) => name === 'keys' || name === 'notStates') &&
    request.keys !== undefined
  );
}

async function byKeys(scope: ReadScope, request: ListRequest): Promise<ListedInstances> {
  const { keys = [], notStates, region, offset, limit } = request;
  const { account } = scope;
  const rows = await scope.db.all(ownInstancesByKeys, { keys, account });
  const found = rows.filter(
    (row) =>
      (region === null || row.region === region) &&
      scope.sees(row.zone) &&
      notStates?.includes(row.state) !== true,
  );
  const instances = found.slice(offset, offset + limit).map(instanceOf);
  return { total: found.length, instances };
}

/** Narrows to the zones the asker sees, where a region has others. */
function visible(scope: ReadScope, request: ListRequest): ListRequest {
  const { region, zones } = request;
  if (zones !== undefined) {
    // Named twice, a zone would be counted twice.
    return { ...request, zones: [...new Set(zones)].filter((zone) => scope.sees(zone)) };
  }
  const all = region === null ? [] : (findRegion(region)?.zones ?? []);
  const seen = all.filter((zone) => scope.sees(zone));
  return seen.length === all.length ? request : { ...request, zones: seen };
}

/** Counters answer where nothing but zones narrows; else the matches are counted. */
async function countAll(scope: ReadScope, query: ListRequest): Promise<number> {
  const { region, zones } = query;
  const plain = given(query).every(([name]) => name === 'zones' || name === 'notStates');
  const hidden = query.notStates ?? [];
  if (region !== null && plain && hidden.every((state) => state === 'launch-failed')) {
    const counted = zones ?? findRegion(region)?.zones ?? [];
    const launchFailed = hidden.length === 0;
    return countInstances(scope, region, { zones: counted, launchFailed });
  }
  const byZone = asByZone(narrowing(query));
  if (byZone !== undefined) return countByZone(scope, byZone);
  const row = await scope.db.db
    .selectFrom('instances')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where((eb) => conditionsOf(eb, query, scope))
    .executeTakeFirstOrThrow();
  return row.total;
}

async function page(scope: ReadScope, query: ListRequest): Promise<readonly Instance[]> {
  const { region, offset, limit } = query;
  const { account } = scope;
  if (region !== null && given(query).length === 0) {
    const rows = await scope.db.all(instancePage, { account, region, offset, limit });
    return rows.map(instanceOf);
  }
  const byZone = asByZone(narrowing(query));
  if (byZone !== undefined) {
    const rows = await pageByZone(scope, byZone, { offset, limit });
    return rows.map(instanceOf);
  }
  const rows = await scope.db.db
    .selectFrom('instances')
    .selectAll()
    .where((eb) => conditionsOf(eb, query, scope))
    .orderBy('seq', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map(instanceOf);
}
