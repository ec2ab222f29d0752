import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Listed, Page } from '../../page.ts';
import { limitOf } from '../../quota/quota.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { groupsOfPrefixLists } from '../../security-group-rule/usage.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { prefixListFaults as faults } from '../faults.ts';
import {
  checkedEntries,
  prefixListOf,
  prefixListRow,
  type AddressFamily,
  type PrefixList,
  type PrefixListEntry,
} from '../prefix-list.ts';
import {
  changePrefixListRow,
  deletePrefixListRow,
  ownPrefixList,
  prefixListsIn,
  selectPrefixLists,
  type PrefixListFilter,
} from '../table.ts';

export interface NewPrefixList {
  readonly region: string;
  readonly name: string;
  readonly description: string;
  readonly resourceGroup: string | null;
  readonly family: AddressFamily;
  readonly entriesMax: number;
  readonly entries: readonly PrefixListEntry[];
  readonly tags: readonly Tag[];
}

/** Makes a prefix list. */
export const addPrefixList = verb(
  [faults.entryMalformed, faults.entryTwice, faults.entriesExceeded, faults.quotaExceeded],
  async (scope: Scope, { tags, ...request }: NewPrefixList): Promise<PrefixList> => {
    const { db, account, now, cloud } = scope;
    const { region, family, entriesMax } = request;
    const entries = checkedEntries(family, request.entries);
    if (entries.length > entriesMax) throw faults.entriesExceeded({ limit: entriesMax });
    const limit = await limitOf(scope, 'prefixListsPerRegionMax', { place: region });
    const siblings = await db.all(prefixListsIn, { account, region });
    if (siblings.length >= limit) throw faults.quotaExceeded({ region, limit });
    const key = newKey(cloud.random);
    const list: PrefixList = { ...request, entries, key, account, createdAt: now };
    await db.insert('prefix_lists', [prefixListRow(list)]);
    await saveTags(db, { account, kind: 'prefix-list', resources: [list.key] }, tags);
    return list;
  },
);

export interface PrefixListRequest {
  readonly list: Key<'prefix-list'>;
  readonly region: string;
}

/** A prefix list of the account. @throws prefix-list.notFound */
export const getPrefixList = verb(
  [faults.notFound],
  async ({ db, account }: ReadScope, request: PrefixListRequest): Promise<PrefixList> => {
    const { list, region } = request;
    const row = await db.first(ownPrefixList, { account, key: list });
    if (row?.region !== region) throw faults.notFound({ 'prefix-list': list });
    return prefixListOf(row);
  },
);

/** What is not given stays. */
export interface PrefixListChange extends PrefixListRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly add: readonly PrefixListEntry[];
  readonly remove: readonly string[];
}

/** Names a prefix list anew, and takes entries from it before it gets others, in one step. */
export const changePrefixList = verb(
  [
    getPrefixList,
    faults.entryMalformed,
    faults.entryTwice,
    faults.entryNotFound,
    faults.entriesExceeded,
  ],
  async (scope: Scope, change: PrefixListChange): Promise<void> => {
    const list = await getPrefixList(scope, change);
    const { name = list.name, description = list.description } = change;
    const removed = change.remove.map((cidr) => ({ cidr, description: '' }));
    const named = checkedEntries(list.family, [...removed, ...change.add]);
    const gone = new Set(named.slice(0, removed.length).map(({ cidr }) => cidr));
    for (const cidr of gone) {
      if (!list.entries.some((entry) => entry.cidr === cidr)) throw faults.entryNotFound({ cidr });
    }
    const left = list.entries.filter(({ cidr }) => !gone.has(cidr));
    const added = named.slice(removed.length);
    const entries = checkedEntries(list.family, [...left, ...added]);
    const { key, entriesMax: limit } = list;
    if (entries.length > limit) throw faults.entriesExceeded({ limit });
    const { entries: before } = prefixListRow(list);
    const after = { key, before, name, description, entries: JSON.stringify(entries) };
    if ((await scope.db.run(changePrefixListRow, after)) !== 1) {
      throw faults.notFound({ 'prefix-list': key });
    }
  },
);

/** Deletes a prefix list that no rule names. */
export const removePrefixList = verb(
  [getPrefixList, faults.inUse],
  async (scope: Scope, request: PrefixListRequest): Promise<void> => {
    const { db, account } = scope;
    const { key } = await getPrefixList(scope, request);
    // First it goes, then it is asked who names it: who names it meanwhile holds it.
    if ((await db.run(deletePrefixListRow, { account, key })) !== 1) {
      throw faults.notFound({ 'prefix-list': key });
    }
    const naming = (await groupsOfPrefixLists(db, [key])).get(key) ?? [];
    if (naming.length > 0) throw faults.inUse({ 'prefix-list': key });
    await deleteTags(db, 'prefix-list', [key]);
  },
);

export interface PrefixListsRequest {
  readonly region: string;
  readonly filter: PrefixListFilter;
  readonly page: Page;
}

/** Prefix lists of the account in a region, oldest first. */
export const listPrefixLists = verb(
  [],
  ({ db, account }: ReadScope, request: PrefixListsRequest): Promise<Listed<PrefixList>> =>
    selectPrefixLists(db, { account, region: request.region }, request),
);
