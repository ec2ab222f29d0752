import type { Key } from '#kernel/key.ts';
import type { VpcRow } from '#store/schema/vpc.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { listing } from '../listing/listing.ts';
import { containsOne, equal, within } from '../listing/narrowings.ts';
import { ipv6Narrowings, type Ipv6Filter } from '../subnet/ipv6-narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { vpcOf, type Vpc } from './vpc.ts';

interface Own {
  readonly account: string;
  readonly key: string;
}

interface InRegion {
  readonly account: string;
  readonly region: string;
}

export const ownVpc = statement<Own>()((db, p) =>
  db.selectFrom('vpcs').selectAll().where('key', '=', p.key).where('account', '=', p.account),
);

export const defaultVpcOf = statement<InRegion>()((db, p) =>
  db
    .selectFrom('vpcs')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('is_default', '=', 1),
);

export const vpcKeys = statement<InRegion & { readonly keys: ReadonlyArray<Key<'vpc'>> }>()(
  (db, p) =>
    db
      .selectFrom('vpcs')
      .select('key')
      .where('account', '=', p.account)
      .where('region', '=', p.region)
      .where('key', 'in', p.keys),
);

export const vpcsByKeys = statement<{ readonly keys: ReadonlyArray<Key<'vpc'>> }>()((db, p) =>
  db.selectFrom('vpcs').selectAll().where('key', 'in', p.keys),
);

/** Changes nothing, and keeps every other change of the network waiting until this one is done. */
export const holdVpcRow = statement<Own>()((db, p) =>
  db
    .updateTable('vpcs')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

/** The number of its row, which no other network has. */
export const vpcNumber = statement<{ readonly key: string }>()((db, p) =>
  db.selectFrom('vpcs').select('seq').where('key', '=', p.key),
);

export const changeVpcRow = statement<{
  readonly key: string;
  readonly name: string | null;
  readonly cidr: string;
  readonly ipv6: string;
  readonly group: string | null;
  readonly doc: string;
}>()((db, p) =>
  db
    .updateTable('vpcs')
    .set({
      name: p.name,
      cidr: p.cidr,
      ipv6_block: p.ipv6,
      resource_group: p.group,
      doc: p.doc,
    })
    .where('key', '=', p.key),
);

export const deleteVpcRow = statement<Own>()((db, p) =>
  db.deleteFrom('vpcs').where('key', '=', p.key).where('account', '=', p.account),
);

/** What a network must be like; the values of one field are alternatives. */
export interface VpcFilter extends Ipv6Filter {
  readonly keys?: ReadonlyArray<Key<'vpc'>> | undefined;
  readonly names?: readonly string[] | undefined;
  /** Texts of which the name has one somewhere. */
  readonly nameParts?: readonly string[] | undefined;
  readonly cidrs?: readonly string[] | undefined;
  readonly isDefault?: boolean | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const vpcListing = listing<VpcFilter, VpcRow>('vpcs', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  nameParts: containsOne('name'),
  cidrs: within('cidr', 'scan'),
  ...ipv6Narrowings,
  isDefault: equal('is_default', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('vpc'),
});

/** The networks of an account in a region, oldest first. */
export async function selectVpcs(
  reader: Reader,
  owner: InRegion,
  { filter, page }: { readonly filter: VpcFilter; readonly page: Page },
): Promise<Listed<Vpc>> {
  const request = { query: filter, page, newestFirst: false };
  const { total, rows } = await vpcListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: vpcOf });
}
