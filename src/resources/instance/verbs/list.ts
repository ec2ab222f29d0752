import type { InstanceRow } from '#store/schema/instance.ts';
import { disksOf } from '../../disk/disk.ts';
import type { InstanceDisk } from '../../disk/disk.ts';
import { listed as listedRows } from '../../page.ts';
import { findRegion } from '../../region/region.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import { instanceListing } from '../listing.ts';
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
  /** What to give as `before` to go on; undefined on the last page. */
  readonly next: number | undefined;
}

/**
 * Instances that match, newest first. Those in zones the asker has no name for do not exist for
 * them. The cost follows what matches, never what is stored (D6).
 */
export const listInstances = verb(
  [],
  async (scope: ReadScope, request: ListRequest): Promise<ListedInstances> => {
    if (request.nothing === true) return { total: 0, instances: [], next: undefined };
    if (onlyKeys(request)) return byKeys(scope, request);
    const query = visible(scope, request);
    const { region, offset } = query;
    const total = await countedApart(scope, query);
    if (total !== undefined && offset >= total) return { total, instances: [], next: undefined };
    if (total !== undefined && region !== null && given(query).length === 0) {
      return pageOf(query, total, await rowsAlone(scope, { ...query, region }));
    }
    return listed(scope, query, total);
  },
);

/** A page out of rows of which there is one more than its limit where others follow. */
function pageOf(
  { limit }: ListRequest,
  total: number,
  rows: readonly InstanceRow[],
): ListedInstances {
  const { items, next } = listedRows(rows, total, { limit, item: instanceOf });
  return { total, instances: items, next };
}

/** The disks of listed instances, by instance key: the system disk first. */
export function disksOfListed(
  { db }: ReadScope,
  instances: readonly Instance[],
): Promise<ReadonlyMap<string, readonly InstanceDisk[]>> {
  const keys = instances.map(({ key }) => key);
  return disksOf(db, keys);
}

function given({ offset: _offset, limit: _limit, region: _region, ...rest }: ListRequest) {
  return Object.entries(rest).filter(([, value]) => value !== undefined);
}

const byKeyNames = new Set(['keys', 'notStates', 'region', 'offset', 'limit']);

/** The way of a poll by id: one prepared statement, no query built. */
function onlyKeys(request: ListRequest): boolean {
  if (request.keys === undefined) return false;
  for (const name in request) {
    if (!byKeyNames.has(name) && request[name as keyof ListRequest] !== undefined) return false;
  }
  return true;
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
  return pageOf(request, found.length, found.slice(offset, offset + limit + 1));
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
async function countedApart(scope: ReadScope, query: ListRequest): Promise<number | undefined> {
  const { region, zones, notStates: hidden = [] } = query;
  const plain = given(query).every(([name]) => ['zones', 'notStates', 'before'].includes(name));
  if (region === null || !plain || !hidden.every((state) => state === 'launch-failed')) {
    return undefined;
  }
  const counted = zones ?? findRegion(region)?.zones ?? [];
  return countInstances(scope, region, { zones: counted, launchFailed: hidden.length === 0 });
}

async function rowsAlone(
  scope: ReadScope,
  { region, offset, limit }: ListRequest & { readonly region: string },
): Promise<readonly InstanceRow[]> {
  const { account } = scope;
  return scope.db.all(instancePage, { account, region, offset, limit: limit + 1 });
}

async function listed(
  scope: ReadScope,
  request: ListRequest,
  known: number | undefined,
): Promise<ListedInstances> {
  const { region, offset, limit, before, namePatterns, nameless, ...narrowing } = request;
  const named = namePatterns === undefined ? undefined : { patterns: namePatterns, nameless };
  const page = before === undefined ? { offset, limit } : { after: before, limit, beyond: offset };
  const { total, rows } = await instanceListing.list(
    scope.db,
    { account: scope.account, region },
    {
      query: { ...narrowing, named },
      page,
      newestFirst: true,
      ...(known === undefined ? {} : { total: known }),
    },
  );
  return pageOf(request, total, rows);
}
