import type { Key } from '#kernel/key.ts';
import type { NetworkAclRow } from '#store/schema/network-acl.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { networkAclOf, type NetworkAcl } from './network-acl.ts';

interface Own {
  readonly account: string;
  readonly key: string;
}

export const ownNetworkAcl = statement<Own>()((db, p) =>
  db
    .selectFrom('network_acls')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

export const networkAclKeys = statement<{
  readonly account: string;
  readonly region: string;
  readonly keys: ReadonlyArray<Key<'network-acl'>>;
}>()((db, p) =>
  db
    .selectFrom('network_acls')
    .select('key')
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('key', 'in', p.keys),
);

export const networkAclsOfVpc = statement<{ readonly vpc: Key<'vpc'> }>()((db, p) =>
  db.selectFrom('network_acls').select('key').where('vpc', '=', p.vpc),
);

export const changeNetworkAclRow = statement<{
  readonly key: string;
  readonly name: string | null;
  readonly description: string;
  readonly ingress: string;
  readonly egress: string;
  readonly now: number;
}>()((db, p) =>
  db
    .updateTable('network_acls')
    .set({
      name: p.name,
      description: p.description,
      ingress: p.ingress,
      egress: p.egress,
      modified_at: p.now,
    })
    .where('key', '=', p.key),
);

export const deleteNetworkAclRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('network_acls').where('key', '=', p.key),
);

/** What a network ACL must be like; the values of one field are alternatives. */
export interface NetworkAclFilter {
  readonly keys?: ReadonlyArray<Key<'network-acl'>> | undefined;
  readonly vpcs?: ReadonlyArray<Key<'vpc'>> | undefined;
  readonly names?: readonly string[] | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const networkAclListing = listing<NetworkAclFilter, NetworkAclRow>('network_acls', {
  keys: within('key', 'few'),
  vpcs: within('vpc', 'few'),
  names: within('name', 'scan'),
  tags: taggedWith('network-acl'),
});

/** The network ACLs of an account in a region, oldest first. */
export async function selectNetworkAcls(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: NetworkAclFilter; readonly page: Page },
): Promise<Listed<NetworkAcl>> {
  const request = { query: filter, page, newestFirst: false };
  const { total, rows } = await networkAclListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: networkAclOf });
}
