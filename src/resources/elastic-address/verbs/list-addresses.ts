import type { Instance } from '../../instance/instance.ts';
import { listInstances } from '../../instance/verbs/list.ts';
import { interfacesOfKeys } from '../../network-interface/by-keys.ts';
import type { NetworkInterface } from '../../network-interface/network-interface.ts';
import { listed, type Listed, type Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { tagsOf } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import type { AddressInternet, ElasticAddress } from '../elastic-address.ts';
import { addressListing } from '../listing.ts';
import type { AddressQuery } from '../query.ts';
import { elasticAddressOf } from '../row.ts';

export interface AddressesRequest {
  /** Null for those of all regions. */
  readonly region: string | null;
  readonly query: AddressQuery;
  readonly newestFirst: boolean;
  readonly page: Page;
}

/** An address with what lists show beside it. */
export interface ListedAddress {
  readonly address: ElasticAddress;
  /** What it is bound to, where that is an instance. */
  readonly instance: Instance | null;
  /** The interface that it is bound to, where it is no instance's first address. */
  readonly interface: NetworkInterface | null;
  readonly internet: AddressInternet;
  readonly tags: readonly Tag[];
}

/** Public addresses of the account that match. */
export const listAddresses = verb(
  [],
  async (scope: ReadScope, request: AddressesRequest): Promise<Listed<ListedAddress>> => {
    const { region, query, newestFirst, page } = request;
    const { db, account } = scope;
    const asked = { query, page, newestFirst };
    const { total, rows } = await addressListing.list(db, { account, region }, asked);
    const { items, next } = listed(rows, total, { limit: page.limit, item: elasticAddressOf });
    return { total, items: await withHolders(scope, items), next };
  },
);

/** Addresses with the instances they are bound to, and their tags. */
async function withHolders(
  scope: ReadScope,
  addresses: readonly ElasticAddress[],
): Promise<readonly ListedAddress[]> {
  const keys = addresses.flatMap(({ holder }) => (holder?.kind === 'instance' ? holder.key : []));
  const bound = { keys, region: null, offset: 0, limit: keys.length };
  const { instances } = keys.length === 0 ? { instances: [] } : await listInstances(scope, bound);
  const byKey = new Map(instances.map((instance) => [instance.key as string, instance]));
  const interfaces = await interfacesOfKeys(
    scope.db,
    addresses.flatMap(({ holder }) => (holder?.kind === 'network-interface' ? holder.key : [])),
  );
  const all = addresses.map(({ key }) => key);
  const tags = await tagsOf(scope.db, 'elastic-address', all);
  return addresses.map((address) => {
    const instance = byKey.get(address.holder?.key ?? '') ?? null;
    const internet = address.internet ??
      instance?.internet ?? { chargeType: 'traffic' as const, outMbps: 0 };
    const isInterfaces = address.holder?.kind === 'network-interface';
    return {
      address,
      instance,
      interface: (isInterfaces ? interfaces.get(address.holder.key) : undefined) ?? null,
      internet,
      tags: tags.get(address.key) ?? [],
    };
  });
}
