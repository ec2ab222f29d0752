import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Schema } from '#store/schema.ts';
import { containing, likeText } from '#store/like.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { tagExists } from '../tag/table.ts';
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

/** Those of an account in a region among the keys, and the networks they belong to. */
export const securityGroupsByKeys = statement<InRegion & { readonly keys: readonly string[] }>()(
  (db, p) =>
    db
      .selectFrom('security_groups')
      .select(['key', 'vpc'])
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

export const firstSecurityGroupOf = statement<{ readonly vpc: string }>()((db, p) =>
  db.selectFrom('security_groups').select('key').where('vpc', '=', p.vpc).limit(1),
);

export const deleteSecurityGroupRow = statement<Own>()((db, p) =>
  db.deleteFrom('security_groups').where('key', '=', p.key).where('account', '=', p.account),
);

/** What a group must be like; the values of one field are alternatives. */
export interface SecurityGroupFilter {
  readonly keys?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  /** A text that stands somewhere in the name, case and all. */
  readonly nameContains?: string | undefined;
  /** Of one of these networks; null among them is for the groups of none. */
  readonly vpcs?: ReadonlyArray<string | null> | undefined;
  readonly projects?: readonly number[] | undefined;
  readonly type?: SecurityGroupDetails['type'] | undefined;
  readonly resourceGroup?: string | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

type Builder = ExpressionBuilder<Schema, 'security_groups'>;

function conditions(eb: Builder, filter: SecurityGroupFilter): Array<Expression<SqlBool>> {
  const { keys, names, vpcs, projects, type, resourceGroup, tags = [] } = filter;
  const documented = (details: Partial<SecurityGroupDetails>, behind = ''): Expression<SqlBool> =>
    likeText(eb.ref('doc'), containing(JSON.stringify(details).slice(1, -1) + behind));
  const all: Array<Expression<SqlBool>> = tags.map((tag) => tagExists('security-group', tag));
  if (keys !== undefined) all.push(eb('key', 'in', keys));
  if (names !== undefined) all.push(eb('name', 'in', names));
  if (filter.nameContains !== undefined) {
    all.push(likeText(eb.ref('name'), containing(filter.nameContains)));
  }
  if (vpcs !== undefined) {
    const own = eb(
      'vpc',
      'in',
      vpcs.filter((vpc) => vpc !== null),
    );
    all.push(vpcs.includes(null) ? eb.or([own, eb('vpc', 'is', null)]) : own);
  }
  if (projects !== undefined) {
    all.push(eb.or(projects.map((project) => documented({ project }, ','))));
  }
  if (type !== undefined) all.push(documented({ type }));
  if (resourceGroup !== undefined) all.push(documented({ resourceGroup }));
  return all;
}

/** The security groups of an account in a region, by age. */
export async function selectSecurityGroups(
  reader: Reader,
  { account, region }: InRegion,
  {
    filter,
    page,
    newestFirst,
  }: { readonly filter: SecurityGroupFilter; readonly page: Page; readonly newestFirst: boolean },
): Promise<Listed<SecurityGroup>> {
  const matching = reader.db
    .selectFrom('security_groups')
    .where('account', '=', account)
    .where('region', '=', region)
    .where((eb) => eb.and(conditions(eb, filter)));
  const counted = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const wanted = matching
    .selectAll()
    .orderBy('seq', newestFirst ? 'desc' : 'asc')
    .limit(page.limit + 1);
  const from = 'after' in page ? page.after : undefined;
  const rows = await wanted
    .$if('offset' in page, (those) => those.offset('offset' in page ? page.offset : 0))
    .$if(from !== undefined, (those) => those.where('seq', newestFirst ? '<' : '>', from ?? 0))
    .execute();
  return listed(rows, counted.total, { limit: page.limit, item: securityGroupOf });
}
