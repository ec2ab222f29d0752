import type { Key } from '#kernel/key.ts';
import type { NatGatewayRow } from '#store/schema/nat-gateway.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import type { Flag } from '#store/table.ts';
import { listing } from '../listing/listing.ts';
import { given, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { natGatewayOf, type NatGateway } from './nat-gateway.ts';

export const ownNatGateway = statement<{ readonly account: string; readonly key: string }>()(
  (db, p) =>
    db
      .selectFrom('nat_gateways')
      .selectAll()
      .where('key', '=', p.key)
      .where('account', '=', p.account),
);

export const natGatewaysOfVpc = statement<{ readonly vpc: Key<'vpc'> }>()((db, p) =>
  db.selectFrom('nat_gateways').select('key').where('vpc', '=', p.vpc),
);

export const natGatewayOfVpc = statement<{
  readonly account: string;
  readonly vpc: Key<'vpc'>;
  readonly key: string;
}>()((db, p) =>
  db
    .selectFrom('nat_gateways')
    .select(['key', 'zone'])
    .where('key', '=', p.key)
    .where('vpc', '=', p.vpc)
    .where('account', '=', p.account),
);

/** Changes one that nobody changed since it was read (D3). */
export const changeNatGatewayRow = statement<{
  readonly key: string;
  readonly known: number;
  readonly name: string | null;
  readonly description: string;
  readonly outMbps: number;
  readonly connectionsMax: number;
  readonly isProtected: Flag;
  readonly doc: string;
}>()((db, p) =>
  db
    .updateTable('nat_gateways')
    .set((eb) => ({
      name: p.name,
      description: p.description,
      out_mbps: p.outMbps,
      connections_max: p.connectionsMax,
      is_protected: p.isProtected,
      doc: p.doc,
      version: eb('version', '+', 1),
    }))
    .where('key', '=', p.key)
    .where('version', '=', p.known),
);

export const placeNatGatewayRow = statement<{
  readonly key: string;
  readonly zone: string;
  readonly subnet: Key<'subnet'>;
  readonly address: number;
}>()((db, p) =>
  db
    .updateTable('nat_gateways')
    .set({ zone: p.zone, subnet: p.subnet, private_ip: p.address })
    .where('key', '=', p.key),
);

export const deleteNatGatewayRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('nat_gateways').where('key', '=', p.key),
);

/** What a NAT gateway must be like; the values of one field are alternatives. */
export interface NatGatewayFilter {
  readonly keys?: ReadonlyArray<Key<'nat-gateway'>> | undefined;
  readonly vpcs?: ReadonlyArray<Key<'vpc'>> | undefined;
  readonly names?: readonly string[] | undefined;
  readonly zones?: readonly string[] | undefined;
  /** Whether it is in a subnet. */
  readonly isPlaced?: boolean | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const natGatewayListing = listing<NatGatewayFilter, NatGatewayRow>('nat_gateways', {
  keys: within('key', 'few'),
  vpcs: within('vpc', 'few'),
  names: within('name', 'scan'),
  zones: within('zone', 'scan'),
  isPlaced: given('subnet'),
  tags: taggedWith('nat-gateway'),
});

/** The NAT gateways of an account in a region, oldest first. */
export async function selectNatGateways(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: NatGatewayFilter; readonly page: Page },
): Promise<Listed<NatGateway>> {
  const request = { query: filter, page, newestFirst: false };
  const { total, rows } = await natGatewayListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: natGatewayOf });
}
