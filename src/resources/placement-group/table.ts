import type { Key } from '#kernel/key.ts';
import type { PlacementGroupRow } from '#store/schema/placement-group.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { like, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { placementGroupOf, type PlacementGroup } from './placement-group.ts';

interface One {
  readonly account: string;
  readonly key: Key<'placement-group'>;
}

export const ownGroup = statement<One>()((db, p) =>
  db
    .selectFrom('placement_groups')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

export const holdGroupRow = statement<One>()((db, p) =>
  db
    .updateTable('placement_groups')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

export const changeGroupRow = statement<{
  readonly key: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly affinity: number;
}>()((db, p) =>
  db
    .updateTable('placement_groups')
    .set({ name: p.name, description: p.description, affinity: p.affinity })
    .where('key', '=', p.key),
);

export const deleteGroupRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('placement_groups').where('key', '=', p.key),
);

/** What a group must be like; the values of one field are alternatives. */
export interface PlacementGroupFilter {
  readonly keys?: ReadonlyArray<Key<'placement-group'>> | undefined;
  readonly names?: readonly string[] | undefined;
  /** Patterns of `containing`. */
  readonly namePatterns?: readonly string[] | undefined;
  readonly strategies?: ReadonlyArray<PlacementGroup['strategy']> | undefined;
  readonly levels?: ReadonlyArray<PlacementGroup['level']> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const placementGroupListing = listing<PlacementGroupFilter, PlacementGroupRow>('placement_groups', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  namePatterns: like('name'),
  strategies: within('strategy', 'scan'),
  levels: within('level', 'scan'),
  tags: taggedWith('placement-group'),
});

/** The groups of an account in a region, newest first. */
export async function selectGroups(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: PlacementGroupFilter; readonly page: Page },
): Promise<Listed<PlacementGroup>> {
  const request = { query: filter, page, newestFirst: true };
  const { total, rows } = await placementGroupListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: placementGroupOf });
}
