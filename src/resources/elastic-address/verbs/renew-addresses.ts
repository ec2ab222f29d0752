import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { paidTerm } from '../../instance/paid-term.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeAddress } from '../change.ts';
import type { AddressPrepaid } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { payMonths } from '../pay.ts';
import { requireAddresses } from '../require.ts';
import { addressExpiryTarget } from '../targets.ts';
import { scheduleAddressExpiry } from '../workflows/expire.ts';

export interface RenewRequest {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'elastic-address'>>;
  readonly months: number;
  /** What becomes of them at their end; as before where it is left out. */
  readonly renewal?: AddressPrepaid['renewal'] | undefined;
}

/** Lengthens what addresses are paid in advance for, all of them or none. */
export const renewAddresses = verb(
  [
    elasticAddressFaults.notFound,
    elasticAddressFaults.chargeTypeFixed,
    elasticAddressFaults.periodNotSold,
    payMonths,
  ],
  async (scope: Scope, { region, keys, months, renewal }: RenewRequest): Promise<void> => {
    const addresses = await requireAddresses(scope, keys, region);
    for (const address of addresses) {
      const { key, expiresAt, prepaid, renewalDay } = address;
      if (expiresAt === null || prepaid === null) {
        throw elasticAddressFaults.chargeTypeFixed({ 'elastic-address': key });
      }
      const period = { count: months, unit: 'month' } as const;
      const term = paidTerm(expiresAt, period, renewalDay ?? undefined);
      if (term === undefined) throw elasticAddressFaults.periodNotSold();
      const next = { months, renewal: renewal ?? prepaid.renewal };
      await cancelWorkflows(scope.db, [addressExpiryTarget(key)]);
      const renewed = await changeAddress(scope.db, address, { ...term, prepaid: next });
      await scheduleAddressExpiry(scope, renewed);
    }
    await payMonths(scope, addresses, { kind: 'renew', months });
  },
);
