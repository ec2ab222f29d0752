import type { Key } from '#kernel/key.ts';
import type { DhcpOptionSetRow } from '#store/schema/dhcp-option-set.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { dhcpOptionSetOf, type DhcpOptionSet, type optionColumns } from './dhcp-option-set.ts';

export const ownDhcpOptionSet = statement<{ readonly account: string; readonly key: string }>()(
  (db, p) =>
    db
      .selectFrom('dhcp_option_sets')
      .selectAll()
      .where('key', '=', p.key)
      .where('account', '=', p.account),
);

export const dhcpOptionSetsIn = statement<{ readonly account: string; readonly region: string }>()(
  (db, p) =>
    db
      .selectFrom('dhcp_option_sets')
      .select('key')
      .where('account', '=', p.account)
      .where('region', '=', p.region),
);

/** Keeps a set from going and from getting other networks until the transaction is done (D3). */
export const holdDhcpOptionSetRow = statement<{ readonly key: string }>()((db, p) =>
  db.updateTable('dhcp_option_sets').set({ key: p.key }).where('key', '=', p.key),
);

export const changeDhcpOptionSetRow = statement<
  ReturnType<typeof optionColumns> & { readonly key: string }
>()((db, p) =>
  db
    .updateTable('dhcp_option_sets')
    .set({
      name: p.name,
      description: p.description,
      domain_name: p.domain_name,
      servers: p.servers,
      lease_time: p.lease_time,
      ipv6_lease_time: p.ipv6_lease_time,
    })
    .where('key', '=', p.key),
);

export const deleteDhcpOptionSetRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('dhcp_option_sets').where('key', '=', p.key),
);

export const associationsOfVpcs = statement<{ readonly vpcs: ReadonlyArray<Key<'vpc'>> }>()(
  (db, p) => db.selectFrom('dhcp_associations').selectAll().where('vpc', 'in', p.vpcs),
);

export const associationsOfSets = statement<{
  readonly sets: ReadonlyArray<Key<'dhcp-option-set'>>;
}>()((db, p) =>
  db.selectFrom('dhcp_associations').selectAll().where('option_set', 'in', p.sets).orderBy('vpc'),
);

export const deleteAssociationRow = statement<{ readonly vpc: string }>()((db, p) =>
  db.deleteFrom('dhcp_associations').where('vpc', '=', p.vpc),
);

/** What a set must be like; the values of one field are alternatives. */
export interface DhcpOptionSetFilter {
  readonly keys?: ReadonlyArray<Key<'dhcp-option-set'>> | undefined;
  readonly names?: readonly string[] | undefined;
  readonly domainNames?: readonly string[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const dhcpOptionSetListing = listing<DhcpOptionSetFilter, DhcpOptionSetRow>('dhcp_option_sets', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  domainNames: within('domain_name', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('dhcp-option-set'),
});

/** The sets of an account in a region, oldest first. */
export async function selectDhcpOptionSets(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: DhcpOptionSetFilter; readonly page: Page },
): Promise<Listed<DhcpOptionSet>> {
  const request = { query: filter, page, newestFirst: false };
  const { total, rows } = await dhcpOptionSetListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: dhcpOptionSetOf });
}
