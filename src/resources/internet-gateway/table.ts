import type { InternetGatewayRow } from '#store/schema/internet-gateway.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { equal, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { internetGatewayOf, type GatewayFamily, type InternetGateway } from './internet-gateway.ts';

export const ownInternetGateway = statement<{
  readonly account: string;
  readonly key: string;
  readonly family: GatewayFamily;
}>()((db, p) =>
  db
    .selectFrom('internet_gateways')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account)
    .where('family', '=', p.family),
);

export const internetGatewaysOfVpc = statement<{ readonly vpc: string }>()((db, p) =>
  db.selectFrom('internet_gateways').selectAll().where('vpc', '=', p.vpc).orderBy('family'),
);

export const changeInternetGatewayRow = statement<{
  readonly key: string;
  readonly name: string | null;
  readonly description: string;
  readonly enabled: 0 | 1;
}>()((db, p) =>
  db
    .updateTable('internet_gateways')
    .set({ name: p.name, description: p.description, is_enabled: p.enabled })
    .where('key', '=', p.key),
);

export const deleteInternetGatewayRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('internet_gateways').where('key', '=', p.key),
);

/** What a gateway must be like; the values of one field are alternatives. */
export interface InternetGatewayFilter {
  readonly keys?: readonly string[] | undefined;
  readonly vpcs?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

interface Query extends InternetGatewayFilter {
  readonly family: GatewayFamily;
}

function listingOf(family: GatewayFamily) {
  return listing<Query, InternetGatewayRow>('internet_gateways', {
    keys: within('key', 'few'),
    vpcs: within('vpc', 'few'),
    family: equal('family', 'scan'),
    names: within('name', 'scan'),
    resourceGroups: within('resource_group', 'scan'),
    tags: taggedWith(`${family}-gateway`),
  });
}

const listings = { ipv4: listingOf('ipv4'), ipv6: listingOf('ipv6') } as const;

/** The gateways of a family that an account has in a region, oldest first. */
export async function selectInternetGateways(
  reader: Reader,
  owner: { readonly account: string; readonly region: string; readonly family: GatewayFamily },
  { filter, page }: { readonly filter: InternetGatewayFilter; readonly page: Page },
): Promise<Listed<InternetGateway>> {
  const { family } = owner;
  const request = { query: { ...filter, family }, page, newestFirst: false };
  const { total, rows } = await listings[family].list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: internetGatewayOf });
}
