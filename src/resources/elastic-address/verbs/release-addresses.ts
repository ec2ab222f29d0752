import type { Key } from '#kernel/key.ts';
import { type Returned, returnThings } from '../../order/verbs/return-things.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { elasticAddressFaults } from '../faults.ts';
import { removeAddresses } from '../remove.ts';
import { requireAddresses } from '../require.ts';

export interface ReleaseRequest {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'elastic-address'>>;
}

/** Gives elastic addresses up that are bound to nothing, all of them or none. */
export const releaseAddresses = verb(
  [
    elasticAddressFaults.notFound,
    elasticAddressFaults.ordinary,
    elasticAddressFaults.bound,
    elasticAddressFaults.protected,
  ],
  async (scope: Scope, { region, keys }: ReleaseRequest): Promise<void> => {
    const addresses = await requireAddresses(scope, keys, region);
    for (const address of addresses) {
      const detail = { 'elastic-address': address.key };
      if (address.kind === 'ordinary') throw elasticAddressFaults.ordinary(detail);
      if (address.holder !== null) throw elasticAddressFaults.bound(detail);
      if (address.protected) throw elasticAddressFaults.protected(detail);
    }
    await removeAddresses(scope.db, addresses);
  },
);

/** The same; of those that are paid in advance comes back what was not used. */
export const returnAddresses = verb(
  [releaseAddresses, returnThings],
  async (scope: Scope, request: ReleaseRequest): Promise<void> => {
    const addresses = await requireAddresses(scope, request.keys, request.region);
    await releaseAddresses(scope, request);
    const paid = addresses.filter(({ expiresAt }) => (expiresAt ?? 0) > scope.now);
    const returned = paid.map(({ key }): Returned => {
      return { of: 'elastic-address', key, resources: [key] };
    });
    await returnThings(scope, returned);
  },
);
