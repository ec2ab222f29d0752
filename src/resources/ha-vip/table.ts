import type { Key } from '#kernel/key.ts';
import type { HaVipMemberRow, HaVipRow } from '#store/schema/ha-vip.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { isBoundTo } from '../elastic-address/bound.ts';
import { listing } from '../listing/listing.ts';
import { equal, isOneOf, within, type Where } from '../listing/narrowings.ts';
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

export const membersOfHaVips = statement<{
  readonly vips: ReadonlyArray<Key<'ha-vip'>>;
}>()((db, p) =>
  db
    .selectFrom('ha_vip_members')
    .selectAll()
    .where('ha_vip', 'in', p.vips)
    .orderBy('created_at')
    .orderBy('member'),
);

export const haVipsOfMembers = statement<{ readonly members: readonly string[] }>()((db, p) =>
  db.selectFrom('ha_vip_members').selectAll().where('member', 'in', p.members),
);

export const deleteHaVipMember = statement<{ readonly vip: string; readonly member: string }>()(
  (db, p) =>
    db.deleteFrom('ha_vip_members').where('ha_vip', '=', p.vip).where('member', '=', p.member),
);

export const deleteMembersOfHaVip = statement<{ readonly vip: string }>()((db, p) =>
  db.deleteFrom('ha_vip_members').where('ha_vip', '=', p.vip),
);

export const deleteHaVipsOfMembers = statement<{ readonly members: readonly string[] }>()((db, p) =>
  db.deleteFrom('ha_vip_members').where('member', 'in', p.members),
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
  /** Whether it has a use: an elastic address, or what may stand in for it. */
  readonly isUsed?: readonly boolean[] | undefined;
  readonly members?: readonly string[] | undefined;
  readonly memberKinds?: ReadonlyArray<HaVipMemberRow['member_kind']> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

/** Whether something may stand in for an address, of which a column has one of the values. */
function hasMember(eb: Where, column?: string, values: readonly string[] = []) {
  const members = eb
    .selectFrom('ha_vip_members')
    .select('ha_vip_members.ha_vip')
    .whereRef('ha_vip_members.ha_vip', '=', 'ha_vips.key');
  if (column === undefined) return eb.exists(members);
  return eb.exists(members.where((one) => isOneOf(one, `ha_vip_members.${column}`, values)));
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
  isUsed: {
    by: 'scan',
    condition: (eb, wanted) => {
      const used = eb.or([isBoundTo(eb, 'ha-vip', 'ha_vips'), hasMember(eb)]);
      return eb.or(wanted.map((is) => (is ? used : eb.not(used))));
    },
  },
  members: { by: 'scan', condition: (eb, members) => hasMember(eb, 'member', members) },
  memberKinds: { by: 'scan', condition: (eb, kinds) => hasMember(eb, 'member_kind', kinds) },
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
