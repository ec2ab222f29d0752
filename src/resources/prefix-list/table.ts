import type { Key } from '#kernel/key.ts';
import type { PrefixListRow } from '#store/schema/prefix-list.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { equal, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { prefixListOf, type AddressFamily, type PrefixList } from './prefix-list.ts';

interface Own {
  readonly account: string;
  readonly key: string;
}

export const ownPrefixList = statement<Own>()((db, p) =>
  db
    .selectFrom('prefix_lists')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

export const prefixListsByKeys = statement<{
  readonly keys: ReadonlyArray<Key<'prefix-list'>>;
}>()((db, p) => db.selectFrom('prefix_lists').selectAll().where('key', 'in', p.keys));

export const prefixListsIn = statement<{ readonly account: string; readonly region: string }>()(
  (db, p) =>
    db
      .selectFrom('prefix_lists')
      .select('key')
      .where('account', '=', p.account)
      .where('region', '=', p.region),
);

/** Keeps a prefix list from going until this transaction is done (D3). */
export const holdPrefixListRow = statement<{ readonly key: string }>()((db, p) =>
  db
    .updateTable('prefix_lists')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('key', '=', p.key),
);

/** Changes it only while its entries are those that were looked at (D3). */
export const changePrefixListRow = statement<{
  readonly key: string;
  readonly before: string;
  readonly name: string;
  readonly description: string;
  readonly entries: string;
}>()((db, p) =>
  db
    .updateTable('prefix_lists')
    .set({ name: p.name, description: p.description, entries: p.entries })
    .where('key', '=', p.key)
    .where('entries', '=', p.before),
);

export const deletePrefixListRow = statement<Own>()((db, p) =>
  db.deleteFrom('prefix_lists').where('key', '=', p.key).where('account', '=', p.account),
);

/** What a prefix list must be like; the values of one field are alternatives. */
export interface PrefixListFilter {
  readonly keys?: ReadonlyArray<Key<'prefix-list'>> | undefined;
  readonly names?: readonly string[] | undefined;
  readonly family?: AddressFamily | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const prefixListListing = listing<PrefixListFilter, PrefixListRow>('prefix_lists', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  family: equal('family', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('prefix-list'),
});

/** The prefix lists of an account in a region, oldest first. */
export async function selectPrefixLists(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: PrefixListFilter; readonly page: Page },
): Promise<Listed<PrefixList>> {
  const request = { query: filter, page, newestFirst: false };
  const { total, rows } = await prefixListListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: prefixListOf });
}
