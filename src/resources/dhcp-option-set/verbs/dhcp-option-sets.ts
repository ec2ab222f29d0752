import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Listed, Page } from '../../page.ts';
import { limitOf } from '../../quota/quota.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { vpcsOfDhcpOptionSets } from '../associations.ts';
import {
  dhcpOptionSetOf,
  dhcpOptionSetRow,
  optionColumns,
  type DhcpOptions,
  type DhcpOptionSet,
} from '../dhcp-option-set.ts';
import { dhcpOptionSetFaults as faults } from '../faults.ts';
import {
  changeDhcpOptionSetRow,
  deleteDhcpOptionSetRow,
  dhcpOptionSetsIn,
  holdDhcpOptionSetRow,
  ownDhcpOptionSet,
  selectDhcpOptionSets,
  type DhcpOptionSetFilter,
} from '../table.ts';

export interface NewDhcpOptionSet extends DhcpOptions {
  readonly region: string;
  readonly resourceGroup: string | null;
  readonly tags: readonly Tag[];
}

/** Makes a set that no network has yet. */
export const addDhcpOptionSet = verb(
  [faults.quotaExceeded],
  async (scope: Scope, { tags, ...request }: NewDhcpOptionSet): Promise<DhcpOptionSet> => {
    const { db, account, now, cloud } = scope;
    const { region } = request;
    const limit = await limitOf(scope, 'dhcpOptionSetsPerRegionMax', { place: region });
    const siblings = await db.all(dhcpOptionSetsIn, { account, region });
    if (siblings.length >= limit) throw faults.quotaExceeded({ region, limit });
    const set = { ...request, key: newKey(cloud.random), account, createdAt: now };
    await db.insert('dhcp_option_sets', [dhcpOptionSetRow(set)]);
    await saveTags(db, { account, kind: 'dhcp-option-set', resources: [set.key] }, tags);
    return set;
  },
);

export interface DhcpOptionSetRequest {
  readonly set: Key<'dhcp-option-set'>;
  readonly region: string;
}

/** A set of the account; undefined where it is not there. */
export async function findDhcpOptionSet(
  { db, account }: ReadScope,
  { set, region }: DhcpOptionSetRequest,
): Promise<DhcpOptionSet | undefined> {
  const row = await db.first(ownDhcpOptionSet, { account, key: set });
  return row?.region === region ? dhcpOptionSetOf(row) : undefined;
}

/** A set of the account that stays as it is until this transaction is done (D3). */
export const holdDhcpOptionSet = verb(
  [faults.notFound],
  async (scope: Scope, request: DhcpOptionSetRequest): Promise<DhcpOptionSet> => {
    await scope.db.run(holdDhcpOptionSetRow, { key: request.set });
    const found = await findDhcpOptionSet(scope, request);
    if (found === undefined) throw faults.notFound({ 'dhcp-option-set': request.set });
    return found;
  },
);

/** What is not given stays. */
export interface DhcpOptionSetChange extends DhcpOptionSetRequest {
  readonly options: { readonly [Name in keyof DhcpOptions]?: DhcpOptions[Name] | undefined };
}

/** Changes what machines are told, once they ask anew. */
export const changeDhcpOptionSet = verb(
  [holdDhcpOptionSet],
  async (scope: Scope, { options, ...request }: DhcpOptionSetChange): Promise<void> => {
    const set = await holdDhcpOptionSet(scope, request);
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    const changed: DhcpOptions = { ...set, ...(Object.fromEntries(given) as Partial<DhcpOptions>) };
    await scope.db.run(changeDhcpOptionSetRow, { key: set.key, ...optionColumns(changed) });
  },
);

/** Deletes a set that no network has. */
export const removeDhcpOptionSet = verb(
  [holdDhcpOptionSet, faults.inUse],
  async (scope: Scope, request: DhcpOptionSetRequest): Promise<void> => {
    const { db } = scope;
    const { key } = await holdDhcpOptionSet(scope, request);
    const used = await vpcsOfDhcpOptionSets(db, [key]);
    if (used.size > 0) throw faults.inUse({ 'dhcp-option-set': key });
    await db.run(deleteDhcpOptionSetRow, { key });
    await deleteTags(db, 'dhcp-option-set', [key]);
  },
);

export interface DhcpOptionSetsRequest {
  readonly region: string;
  readonly filter: DhcpOptionSetFilter;
  readonly page: Page;
}

/** Sets of the account in a region, oldest first. */
export const listDhcpOptionSets = verb(
  [],
  ({ db, account }: ReadScope, request: DhcpOptionSetsRequest): Promise<Listed<DhcpOptionSet>> =>
    selectDhcpOptionSets(db, { account, region: request.region }, request),
);
