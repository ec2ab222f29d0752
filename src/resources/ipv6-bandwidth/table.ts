import type { Key } from '#kernel/key.ts';
import type { Ipv6BandwidthRow } from '#store/schema/ipv6-bandwidth.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { ipv6BandwidthOf, type Ipv6Bandwidth } from './ipv6-bandwidth.ts';

export const ownBandwidthsByKeys = statement<{
  readonly account: string;
  readonly keys: ReadonlyArray<Key<'ipv6-bandwidth'>>;
}>()((db, p) =>
  db
    .selectFrom('ipv6_bandwidths')
    .selectAll()
    .where('key', 'in', p.keys)
    .where('account', '=', p.account),
);

export const ownBandwidthsByAddresses = statement<{
  readonly account: string;
  readonly addresses: readonly string[];
}>()((db, p) =>
  db
    .selectFrom('ipv6_bandwidths')
    .selectAll()
    .where('address', 'in', p.addresses)
    .where('account', '=', p.account),
);

export const changeBandwidth = statement<{ readonly key: string; readonly mbps: number }>()(
  (db, p) => db.updateTable('ipv6_bandwidths').set({ out_mbps: p.mbps }).where('key', '=', p.key),
);

export const deleteBandwidths = statement<{ readonly addresses: readonly string[] }>()((db, p) =>
  db.deleteFrom('ipv6_bandwidths').where('address', 'in', p.addresses).returning('key'),
);

export const deleteBandwidthsOf = statement<{
  readonly interfaces: ReadonlyArray<Key<'network-interface'>>;
}>()((db, p) =>
  db.deleteFrom('ipv6_bandwidths').where('network_interface', 'in', p.interfaces).returning('key'),
);

/** What bandwidth must be like; the values of one field are alternatives. */
export interface Ipv6BandwidthFilter {
  readonly keys?: ReadonlyArray<Key<'ipv6-bandwidth'>> | undefined;
  readonly addresses?: readonly string[] | undefined;
  readonly interfaces?: ReadonlyArray<Key<'network-interface'>> | undefined;
}

const bandwidthListing = listing<Ipv6BandwidthFilter, Ipv6BandwidthRow>('ipv6_bandwidths', {
  keys: within('key', 'few'),
  addresses: within('address', 'few'),
  interfaces: within('network_interface', 'few'),
});

/** Those of an account in a region, oldest first. */
export async function selectBandwidths(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: Ipv6BandwidthFilter; readonly page: Page },
): Promise<Listed<Ipv6Bandwidth>> {
  const request = { query: filter, page, newestFirst: false };
  const { total, rows } = await bandwidthListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: ipv6BandwidthOf });
}
