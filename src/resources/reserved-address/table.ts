import type { Key } from '#kernel/key.ts';
import type { ReservedAddressRow } from '#store/schema/reserved-address.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { reservedAddressOf, type ReservedAddress } from './reserved-address.ts';

export const ownReservedAddresses = statement<{
  readonly account: string;
  readonly keys: ReadonlyArray<Key<'reserved-address'>>;
}>()((db, p) =>
  db
    .selectFrom('reserved_addresses')
    .selectAll()
    .where('key', 'in', p.keys)
    .where('account', '=', p.account),
);

export const changeReservedAddress = statement<{
  readonly key: string;
  readonly name: string;
  readonly description: string;
}>()((db, p) =>
  db
    .updateTable('reserved_addresses')
    .set({ name: p.name, description: p.description })
    .where('key', '=', p.key),
);

export const deleteReservedAddress = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('reserved_addresses').where('key', '=', p.key),
);

/** What an address must be like; the values of one field are alternatives. */
export interface ReservedAddressFilter {
  readonly keys?: ReadonlyArray<Key<'reserved-address'>> | undefined;
  readonly vpcs?: ReadonlyArray<Key<'vpc'>> | undefined;
  readonly subnets?: ReadonlyArray<Key<'subnet'>> | undefined;
  readonly addresses?: readonly number[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const reservedListing = listing<ReservedAddressFilter, ReservedAddressRow>('reserved_addresses', {
  keys: within('key', 'few'),
  subnets: within('subnet', 'few'),
  vpcs: within('vpc', 'scan'),
  addresses: within('address', 'scan'),
  names: within('name', 'scan'),
  zones: within('zone', 'scan'),
  tags: taggedWith('reserved-address'),
});

/** The addresses of an account in a region, oldest first. */
export async function selectReservedAddresses(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: ReservedAddressFilter; readonly page: Page },
): Promise<Listed<ReservedAddress>> {
  const request = { query: filter, page, newestFirst: false };
  const { total, rows } = await reservedListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: reservedAddressOf });
}
