import type { Key } from '#kernel/key.ts';
import type { SecurityGroupRow } from '#store/schema/security-group.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { listing } from '../listing/listing.ts';
import { contains, equal, within } from '../listing/narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import {
  securityGroupOf,
  type SecurityGroup,
  type SecurityGroupDetails,
} from './security-group.ts';

interface Own {
  readonly account: string;
  readonly key: string;
}

interface InRegion {
  readonly account: string;
  readonly region: string;
}

export const ownSecurityGroup = statement<Own>()((db, p) =>
  db
    .selectFrom('security_groups')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

/** Those of an account in a region among the keys: their networks and types. */
export const securityGroupsByKeys = statement<
  InRegion & { readonly keys: ReadonlyArray<Key<'security-group'>> }
>()((db, p) =>
  db
    .selectFrom('security_groups')
    .select(['key', 'vpc', 'kind', 'is_classic'])
    .where('key', 'in', p.keys)
    .where('account', '=', p.account)
    .where('region', '=', p.region),
);

export const defaultSecurityGroupOf = statement<InRegion>()((db, p) =>
  db
    .selectFrom('security_groups')
    .select('key')
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('is_default', '=', 1),
);

export const firstSecurityGroupOf = statement<{ readonly vpc: Key<'vpc'> }>()((db, p) =>
  db.selectFrom('security_groups').select('key').where('vpc', '=', p.vpc).limit(1),
);

export const deleteSecurityGroupRow = statement<Own>()((db, p) =>
  db.deleteFrom('security_groups').where('key', '=', p.key).where('account', '=', p.account),
);

/** Counts a change of the rules of a group, unless somebody else changed them meanwhile. */
export const countRuleChange = statement<
  Own & { readonly version: number; readonly now: number }
>()((db, p) =>
  db
    .updateTable('security_groups')
    .set((eb) => ({ version: eb('version', '+', 1), modified_at: p.now }))
    .where('key', '=', p.key)
    .where('account', '=', p.account)
    .where('version', '=', p.version),
);

export const changeSecurityGroupRow = statement<
  Own & {
    readonly name: string | null;
    readonly doc: string;
    readonly innerAccess: 'accept' | 'drop';
    readonly now: number;
  }
>()((db, p) =>
  db
    .updateTable('security_groups')
    .set({ name: p.name, doc: p.doc, inner_access: p.innerAccess, modified_at: p.now })
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

/** Those of whatever account among the keys, whole. */
export const securityGroupRows = statement<{
  readonly keys: ReadonlyArray<Key<'security-group'>>;
}>()((db, p) => db.selectFrom('security_groups').selectAll().where('key', 'in', p.keys));

/** Those of any account among the keys. */
export const securityGroupOwners = statement<{
  readonly keys: ReadonlyArray<Key<'security-group'>>;
}>()((db, p) =>
  db
    .selectFrom('security_groups')
    .select(['key', 'account', 'region', 'project'])
    .where('key', 'in', p.keys),
);

/** What a group must be like; the values of one field are alternatives. */
export interface SecurityGroupFilter {
  readonly keys?: ReadonlyArray<Key<'security-group'>> | undefined;
  readonly names?: readonly string[] | undefined;
  /** A text that stands somewhere in the name, case and all. */
  readonly nameContains?: string | undefined;
  /** Of one of these networks; null among them is for the groups of none. */
  readonly vpcs?: ReadonlyArray<string | null> | undefined;
  readonly projects?: readonly number[] | undefined;
  readonly type?: SecurityGroupDetails['type'] | undefined;
  readonly isClassic?: boolean | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const groupListing = listing<SecurityGroupFilter, SecurityGroupRow>('security_groups', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  nameContains: contains('name'),
  vpcs: within('vpc', 'scan'),
  projects: within('project', 'scan'),
  type: equal('kind', 'scan'),
  isClassic: equal('is_classic', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('security-group'),
});

/** The security groups of an account in a region, by age. */
export async function selectSecurityGroups(
  reader: Reader,
  owner: InRegion,
  {
    filter,
    page,
    newestFirst,
  }: { readonly filter: SecurityGroupFilter; readonly page: Page; readonly newestFirst: boolean },
): Promise<Listed<SecurityGroup>> {
  const request = { query: filter, page, newestFirst };
  const { total, rows } = await groupListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: securityGroupOf });
}
