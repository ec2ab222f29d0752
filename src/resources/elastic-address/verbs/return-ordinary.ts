import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { elasticAddressFaults } from '../faults.ts';
import { takeOrdinaryAddress } from '../ordinary.ts';
import { addressesByNumbers } from '../require.ts';

export interface ReturnRequest {
  readonly region: string;
  readonly addresses: readonly number[];
}

/** Takes ordinary addresses from their instances, all of them or none. */
export const returnOrdinaryAddresses = verb(
  [elasticAddressFaults.notFound, elasticAddressFaults.ordinaryNotReturned],
  async (scope: Scope, { region, addresses }: ReturnRequest): Promise<void> => {
    const all = await addressesByNumbers(scope, addresses);
    const found = all.filter((one) => one.region === region);
    if (found.length < new Set(addresses).size) throw elasticAddressFaults.addressNotFound();
    for (const { kind, key } of found) {
      if (kind !== 'ordinary') throw elasticAddressFaults.ordinaryNotReturned();
      await takeOrdinaryAddress(scope.db, { key: key as string });
    }
  },
);
