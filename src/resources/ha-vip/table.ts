import type { Key } from '#kernel/key.ts';
import type { HaVipRow } from '#store/schema/ha-vip.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { hasElasticAddress } from '../elastic-address/bound.ts';
import { listing } from '../listing/listing.ts';
import { equal, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { haVipOf, type HaVip } from './ha-vip.ts';

export const ownHaVip = statement<{ readonly account: string; readonly key: string }>()((db, p) =>
  db.selectFrom('ha_vips').selectAll().where('key', '=', p.key).where('account', '=', p.account),
);

export const haVipsOfVpc = statement<{
  readonly account: string;
  readonly region: string;
  readonly vpc: Key<'vpc'>;
}>()((db, p) =>
  db
    .selectFrom('ha_vips')
    .select('key')
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('vpc', '=', p.vpc),
);

export const changeHaVipRow = statement<{
  readonly key: string;
  readonly name: string | null;
  readonly description: string;
}>()((db, p) =>
  db
    .updateTable('ha_vips')
    .set({ name: p.name, description: p.description })
    .where('key', '=', p.key),
);

export const deleteHaVipRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('ha_vips').where('key', '=', p.key),
);

/** What an address must be like; the values of one field are alternatives. */
export interface HaVipFilter {
  readonly keys?: ReadonlyArray<Key<'ha-vip'>> | undefined;
  readonly vpcs?: ReadonlyArray<Key<'vpc'>> | undefined;
  readonly subnets?: ReadonlyArray<Key<'subnet'>> | undefined;
  readonly addresses?: readonly number[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly checks?: boolean | undefined;
  /** Whether an elastic address is bound. */
  readonly isBound?: readonly boolean[] | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const haVipListing = listing<HaVipFilter, HaVipRow>('ha_vips', {
  keys: within('key', 'few'),
  subnets: within('subnet', 'few'),
  vpcs: within('vpc', 'scan'),
  addresses: within('address', 'scan'),
  names: within('name', 'scan'),
  zones: within('zone', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  checks: equal('checks', 'scan'),
  isBound: hasElasticAddress('ha-vip', 'ha_vips'),
  tags: taggedWith('ha-vip'),
});

/** The addresses of an account in a region, oldest first. */
export async function selectHaVips(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: HaVipFilter; readonly page: Page },
): Promise<Listed<HaVip>> {
  const request = { query: filter, page, newestFirst: false };
  const { total, rows } = await haVipListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: haVipOf });
}
