import type { Key } from '#kernel/key.ts';
import type { SnapshotRow } from '#store/schema/snapshot.ts';
import { listing } from '../../listing/listing.ts';
import { equal, given, like, nothing, within } from '../../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../../page.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { taggedWith } from '../../tag/narrowing.ts';
import type { TagFilter } from '../../tag/tag.ts';
import { verb } from '../../verb.ts';
import { type Snapshot, snapshotOf, type SnapshotState } from '../snapshot.ts';
import { snapshotTotals } from '../table.ts';

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
  readonly tags?: readonly TagFilter[] | undefined;
  /** Cloud milliseconds, included. */
  readonly createdFrom?: number | undefined;
  /** Cloud milliseconds, not included. */
  readonly createdBefore?: number | undefined;
  readonly nothing?: true | undefined;
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
  tags: taggedWith('snapshot'),
  createdFrom: { by: 'scan', condition: (eb, time) => eb('created_at', '>=', time) },
  createdBefore: { by: 'scan', condition: (eb, time) => eb('created_at', '<', time) },
  nothing,
});

export interface SnapshotsRequest {
  readonly region: string;
  readonly query: SnapshotQuery;
  readonly newestFirst: boolean;
  readonly page: Page;
}

/** Snapshots of the account in zones that the asker sees. */
export const listSnapshots = verb(
  [],
  async (scope: ReadScope, request: SnapshotsRequest): Promise<Listed<Snapshot>> => {
    const { region, newestFirst, page } = request;
    const { db, account } = scope;
    const query = { ...request.query, zones: zonesAsked(scope, request) };
    const asked = { query, page, newestFirst };
    const { total, rows } = await snapshotListing.list(db, { account, region }, asked);
    return listed(rows, total, { limit: page.limit, item: snapshotOf });
  },
);

/** Undefined where the asker sees them all: then the zone narrows nothing. */
function zonesAsked(
  scope: ReadScope,
  { region, query: { zones: wanted } }: SnapshotsRequest,
): readonly string[] | undefined {
  const seen = seenZones(scope, region);
  if (wanted !== undefined) return seen.filter((zone) => wanted.includes(zone));
  return seen.length === seenZones({ sees: () => true }, region).length ? undefined : seen;
}

/** Snapshots of other accounts that are shared with this one, in a region, oldest share first. */
export async function sharedSnapshots(
  scope: ReadScope,
  { region, keys }: { readonly region: string; readonly keys?: readonly string[] | undefined },
): Promise<readonly Snapshot[]> {
  const { db, account } = scope;
  let shares = db.db
    .selectFrom('snapshot_shares')
    .innerJoin('snapshots', 'snapshots.key', 'snapshot_shares.snapshot')
    .selectAll('snapshots')
    .where('snapshot_shares.account', '=', account)
    .where('snapshot_shares.region', '=', region);
  if (keys !== undefined) shares = shares.where('snapshot_shares.snapshot', 'in', keys);
  const rows = await shares.orderBy('snapshots.seq').limit(SHARED_MAX).execute();
  return rows.filter(({ zone }) => scope.sees(zone)).map(snapshotOf);
}

/** More are shared with nobody. */
const SHARED_MAX = 10_000;

/** How many snapshots the account has in a region, and how large they are together. */
export async function countSnapshots(
  { db, account }: ReadScope,
  region: string,
): Promise<{ readonly count: number; readonly sizeGiB: number }> {
  const row = await db.first(snapshotTotals, { account, region });
  return { count: Number(row?.count ?? 0), sizeGiB: Number(row?.gib ?? 0) };
}
