import type { Key } from '#kernel/key.ts';
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
