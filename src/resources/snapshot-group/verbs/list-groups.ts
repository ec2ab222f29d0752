import type { Key } from '#kernel/key.ts';
import { listed, type Listed, type Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { snapshotsInGroups } from '../../snapshot/usage.ts';
import { verb } from '../../verb.ts';
import { snapshotGroupFaults } from '../faults.ts';
import { type SnapshotGroup, snapshotGroupOf } from '../group.ts';
import { groupListing, type GroupQuery, groupsByKeys } from '../table.ts';

export interface GroupsNamed {
  readonly keys: ReadonlyArray<Key<'snapshot-group'>>;
  readonly region: string;
}

/** Groups of the account with their snapshots, in the order in which they are named; each once. */
export const requireGroups = verb(
  [snapshotGroupFaults.notFound],
  async (
    { db, account }: ReadScope,
    { keys, region }: GroupsNamed,
  ): Promise<readonly SnapshotGroup[]> => {
    const rows = await db.all(groupsByKeys, { keys });
    const own = rows.filter((row) => row.account === account && row.region === region);
    const found = new Map(own.map((row) => [row.key, row] as const));
    const snapshots = await snapshotsInGroups(db, keys);
    return [...new Set(keys)].map((key) => {
      const row = found.get(key);
      if (row === undefined) throw snapshotGroupFaults.notFound({ 'snapshot-group': key });
      return snapshotGroupOf(row, snapshots.get(key));
    });
  },
);

export interface GroupsRequest {
  readonly region: string;
  readonly query: GroupQuery;
  readonly newestFirst: boolean;
  readonly page: Page;
}

/** Groups of the account in a region, with their snapshots. */
export const listSnapshotGroups = verb(
  [],
  async (
    { db, account }: ReadScope,
    { region, query, newestFirst, page }: GroupsRequest,
  ): Promise<Listed<SnapshotGroup>> => {
    const asked = { query, page, newestFirst };
    const { total, rows } = await groupListing.list(db, { account, region }, asked);
    const found = listed(rows, total, { limit: page.limit, item: (row) => row });
    const keys = found.items.map(({ key }) => key);
    const snapshots = await snapshotsInGroups(db, keys);
    const items = found.items.map((row) => snapshotGroupOf(row, snapshots.get(row.key)));
    return { ...found, items };
  },
);
