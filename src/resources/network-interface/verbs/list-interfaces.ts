import type { Key } from '#kernel/key.ts';
import type { ElasticAddress } from '../../elastic-address/elastic-address.ts';
import { addressesOf as boundTo } from '../../elastic-address/require.ts';
import { listed, type Listed, type Page } from '../../page.ts';
import { zonesListed } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { tagsOf } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { addressesOf } from '../addresses.ts';
import { interfacesOfKeys } from '../by-keys.ts';
import { groupsOf } from '../groups.ts';
import { interfaceListing } from '../interface-listing.ts';
import type { InterfaceQuery } from '../interface-query.ts';
import { interfaceOf } from '../interface-row.ts';
import { ipv6AddressesOf, type HeldIpv6 } from '../ipv6.ts';
import type { HeldAddress, NetworkInterface } from '../network-interface.ts';

/** An interface with what it is shown with. */
export interface ListedInterface {
  readonly interface: NetworkInterface;
  /** The first one first. */
  readonly addresses: readonly HeldAddress[];
  readonly ipv6: readonly HeldIpv6[];
  /** In order of priority. */
  readonly groups: ReadonlyArray<Key<'security-group'>>;
  readonly tags: readonly Tag[];
  /** Public addresses that are bound to its own, by those. */
  readonly bound: ReadonlyMap<number, ElasticAddress>;
}

export interface InterfacesRequest {
  readonly region: string;
  readonly query: InterfaceQuery;
  readonly newestFirst: boolean;
  readonly page: Page;
}

/** Interfaces of the account in zones that the asker sees. */
export const listInterfaces = verb(
  [],
  async (scope: ReadScope, request: InterfacesRequest): Promise<Listed<ListedInterface>> => {
    const { region, newestFirst, page } = request;
    const { db, account } = scope;
    const query = { ...request.query, zones: zonesListed(scope, region, request.query.zones) };
    const asked = { query, page, newestFirst };
    const { total, rows } = await interfaceListing.list(db, { account, region }, asked);
    const { items, next } = listed(rows, total, { limit: page.limit, item: interfaceOf });
    return { total, items: await withLinks(scope, items), next };
  },
);

/** Interfaces that are attached to instances, by those, in their places. */
export async function interfacesListed(
  { db }: Pick<ReadScope, 'db'>,
  keys: ReadonlyArray<Key<'network-interface'>>,
): Promise<ReadonlyMap<string, readonly ListedInterface[]>> {
  if (keys.length === 0) return new Map();
  const found = [...(await interfacesOfKeys(db, keys)).values()];
  const listed = await withLinks({ db }, found);
  const inPlace = listed.toSorted(
    (a, b) => (a.interface.deviceIndex ?? 0) - (b.interface.deviceIndex ?? 0),
  );
  return Map.groupBy(inPlace, (one) => one.interface.instance as string);
}

/** To which address of an interface one is bound: of an instance, to the first of its first. */
function heldBy({ holder }: ElasticAddress, { address }: NetworkInterface): number {
  return holder?.kind === 'network-interface' ? holder.privateAddress : address;
}

/** Interfaces with what they are shown with. */
export async function withLinks(
  { db }: Pick<ReadScope, 'db'>,
  interfaces: readonly NetworkInterface[],
): Promise<readonly ListedInterface[]> {
  const keys = interfaces.map(({ key }) => key);
  const addresses = await addressesOf(db, interfaces);
  const ipv6 = await ipv6AddressesOf(db, keys);
  const groups = await groupsOf(db, keys);
  const tags = await tagsOf(db, 'network-interface', keys);
  const bound = await boundTo(db, ['instance', 'network-interface'], keys);
  return interfaces.map((one) => ({
    interface: one,
    addresses: addresses.get(one.key) ?? [],
    ipv6: ipv6.get(one.key) ?? [],
    groups: groups.get(one.key) ?? [],
    tags: tags.get(one.key) ?? [],
    bound: new Map((bound.get(one.key) ?? []).map((each) => [heldBy(each, one), each])),
  }));
}
