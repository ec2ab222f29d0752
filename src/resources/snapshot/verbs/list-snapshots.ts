import type { Key } from '#kernel/key.ts';
import type { SnapshotRow } from '#store/schema/snapshot.ts';
import { listing } from '../../listing/listing.ts';
import { equal, given, like, type Narrowing, nothing, within } from '../../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../../page.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { taggedWith } from '../../tag/narrowing.ts';
import type { TagFilter } from '../../tag/tag.ts';
import { verb } from '../../verb.ts';
import { type Snapshot, snapshotOf, type SnapshotState } from '../snapshot.ts';
import { snapshotsSharedWith, snapshotTotals } from '../table.ts';

/** What snapshots are asked for. Every list given narrows; the values within one widen. */
export interface SnapshotQuery {
  readonly keys?: ReadonlyArray<Key<'snapshot'>> | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly disks?: ReadonlyArray<Key<'disk'>> | undefined;
  readonly instances?: ReadonlyArray<Key<'instance'>> | undefined;
  readonly states?: readonly SnapshotState[] | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  /** Patterns of `containing`, and the like of them with `\` as the escape. */
  readonly namePatterns?: readonly string[] | undefined;
  readonly projects?: readonly number[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly encrypted?: boolean | undefined;
  /** Whether a policy made it. */
  readonly automatic?: boolean | undefined;
  /** Whether it is a copy. */
  readonly copied?: boolean | undefined;
  readonly policies?: ReadonlyArray<Key<'auto-snapshot-policy'>> | undefined;
  /** Whether images, or disks that are there, were made from it. */
  readonly hasImages?: boolean | undefined;
  readonly hasDisks?: boolean | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  /** Cloud milliseconds, included. */
  readonly createdFrom?: number | undefined;
  /** Cloud milliseconds, not included. */
  readonly createdBefore?: number | undefined;
  readonly nothing?: true | undefined;
}

/** Whether a row of the table is made from it. */
function usedIn(table: 'disks' | 'image_disks'): Narrowing<boolean> {
  return {
    by: 'scan',
    condition(eb, wanted) {
      const made = eb.exists(
        eb.selectFrom(table).select('snapshot').whereRef(`${table}.snapshot`, '=', 'snapshots.key'),
      );
      return wanted ? made : eb.not(made);
    },
  };
}

/** How snapshots are listed (D6). */
const snapshotListing = listing<SnapshotQuery, SnapshotRow>('snapshots', {
  keys: within('key', 'few'),
  disks: within('disk', 'few'),
  zones: within('zone', 'scan'),
  instances: within('instance', 'scan'),
  states: within('state', 'scan'),
  roles: within('role', 'scan'),
  names: within('name', 'scan'),
  namePatterns: like('name'),
  projects: within('project', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  encrypted: equal('encrypted', 'scan'),
  automatic: given('policy'),
  copied: given('source'),
  policies: within('policy', 'scan'),
  hasImages: usedIn('image_disks'),
  hasDisks: usedIn('disks'),
  tags: taggedWith('snapshot'),
  createdFrom: { by: 'scan', condition: (eb, time) => eb('created_at', '>=', time) },
  createdBefore: { by: 'scan', condition: (eb, time) => eb('created_at', '<', time) },
  nothing,
});

export interface SnapshotsRequest {
  readonly region: string;
  readonly query: SnapshotQuery;
  /** Of whom: the account's own, and those of others that are shared with it, behind its own. */
  readonly owners: { readonly own: boolean; readonly others: boolean };
  readonly newestFirst: boolean;
  /** By number alone where those of others are asked for. */
  readonly page: Page;
}

/** Snapshots in zones that the asker sees. */
export const listSnapshots = verb(
  [],
  async (scope: ReadScope, request: SnapshotsRequest): Promise<Listed<Snapshot>> => {
    const { own, others } = request.owners;
    const found = own ? await listOwn(scope, request) : { total: 0, items: [], next: undefined };
    if (!others) return found;
    const { limit } = request.page;
    const offset = 'offset' in request.page ? request.page.offset : 0;
    const shared = await listShared(scope, request);
    const from = Math.max(0, offset - found.total);
    const room = limit - found.items.length;
    const items = [...found.items, ...shared.slice(from, from + room)];
    return { total: found.total + shared.length, items, next: undefined };
  },
);

async function listOwn(scope: ReadScope, request: SnapshotsRequest): Promise<Listed<Snapshot>> {
  const { region, newestFirst, page } = request;
  const { db, account } = scope;
  const query = { ...request.query, zones: zonesAsked(scope, request) };
  const asked = { query, page, newestFirst };
  const { total, rows } = await snapshotListing.list(db, { account, region }, asked);
  return listed(rows, total, { limit: page.limit, item: snapshotOf });
}

/** Undefined where the asker sees them all: then the zone narrows nothing. */
function zonesAsked(
  scope: ReadScope,
  { region, query: { zones: wanted } }: SnapshotsRequest,
): readonly string[] | undefined {
  const seen = seenZones(scope, region);
  if (wanted !== undefined) return seen.filter((zone) => wanted.includes(zone));
  return seen.length === seenZones({ sees: () => true }, region).length ? undefined : seen;
}

/** More are shared with no account. */
const SHARED_MAX = 10_000;

/** What others share is little: it is all read, and looked through here. */
async function listShared(
  scope: ReadScope,
  { region, query, newestFirst }: SnapshotsRequest,
): Promise<readonly Snapshot[]> {
  const { db, account } = scope;
  const rows = await db.all(snapshotsSharedWith, { account, region, most: SHARED_MAX });
  const found = rows
    .filter(({ zone }) => scope.sees(zone))
    .map(snapshotOf)
    .filter((snapshot) => matches(snapshot, query));
  return newestFirst ? found.toReversed() : found;
}

/** As the list does; tags and groups of resources are their owners', and match nothing. */
function matches(snapshot: Snapshot, query: SnapshotQuery): boolean {
  const { key, disk, zone, state, role, name, project, encrypted } = snapshot;
  const isIn = (wanted: ReadonlyArray<string | number> | undefined, value: string | number) =>
    wanted?.includes(value) !== false;
  return (
    isIn(query.keys, key) &&
    isIn(query.disks, disk) &&
    isIn(query.zones, zone) &&
    isIn(query.states, state) &&
    isIn(query.roles, role) &&
    isIn(query.names, name ?? '') &&
    isIn(query.projects, project) &&
    (query.encrypted === undefined || query.encrypted === encrypted) &&
    (query.nothing ?? query.tags ?? query.resourceGroups ?? query.instances) === undefined
  );
}

/** How many snapshots the account has in a region, and how large they are together. */
export async function countSnapshots(
  { db, account }: ReadScope,
  region: string,
): Promise<{ readonly count: number; readonly sizeGiB: number }> {
  const row = await db.first(snapshotTotals, { account, region });
  return { count: row?.count ?? 0, sizeGiB: Number(row?.gib ?? 0) };
}
