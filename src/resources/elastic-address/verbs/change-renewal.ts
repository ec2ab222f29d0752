import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeAddress } from '../change.ts';
import type { AddressPrepaid } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { requireAddresses } from '../require.ts';

export interface RenewalRequest {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'elastic-address'>>;
  readonly renewal: AddressPrepaid['renewal'];
}

/** Says what becomes of addresses at the end of what was paid for, all of them or none. */
export const changeRenewal = verb(
  [elasticAddressFaults.notFound, elasticAddressFaults.notPaidAhead],
  async (scope: Scope, { region, keys, renewal }: RenewalRequest): Promise<void> => {
    for (const address of await requireAddresses(scope, keys, region)) {
      const { key, prepaid } = address;
      if (prepaid === null) throw elasticAddressFaults.notPaidAhead({ 'elastic-address': key });
      await changeAddress(scope.db, address, { prepaid: { ...prepaid, renewal } });
    }
  },
);
