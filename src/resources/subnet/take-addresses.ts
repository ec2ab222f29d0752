import type { Key } from '#kernel/key.ts';
import type { Fault } from '#kernel/fault.ts';
import { boundsOf, takeAddress } from '../address/range.ts';
import { takeUnused } from '../address/take-unused.ts';
import type { Scope } from '../scope.ts';
import { verb } from '../verb.ts';
import { reservedByBoth } from './cidr.ts';
import { subnetFaults } from './faults.ts';

const NO_ADDRESSES: ReadonlySet<number> = new Set();

export interface AddressesWanted {
  /** Those of one's choice, in order. */
  readonly named: readonly number[];
  /** How many more, whichever they are. */
  readonly count: number;
}

/** Takes addresses of a subnet: those named, then others. All of them, or it refuses. */
export const takeSubnetAddresses = verb(
  [
    subnetFaults.addressInUse,
    subnetFaults.addressReserved,
    subnetFaults.addressOutside,
    subnetFaults.addressesExhausted,
  ],
  async (
    scope: Scope,
    subnet: Key<'subnet'>,
    { named, count }: AddressesWanted,
  ): Promise<readonly number[]> => {
    const used = scope.cloud.supply.addressesInUse?.() ?? NO_ADDRESSES;
    for (const address of named) {
      if (used.has(address)) throw subnetFaults.addressInUse({ subnet, address });
      if (await takeAddress(scope.db, subnet, address)) continue;
      throw await addressRefused(scope, subnet, address);
    }
    if (count === 0) return named;
    const others = await takeUnused(scope.db, subnet, { count, used });
    if (others === undefined) throw subnetFaults.addressesExhausted({ subnet, count });
    return [...named, ...others];
  },
);

/** Why an address of one's choice is not to be had: taken, kept by every subnet, or of none. */
async function addressRefused({ db }: Scope, subnet: string, address: number): Promise<Fault> {
  const detail = { subnet, address };
  const { first, last } = (await boundsOf(db, subnet)) ?? { first: 0, last: 0 };
  if (address >= first && address <= last) return subnetFaults.addressInUse(detail);
  const { reservedFirst, reservedLast } = reservedByBoth;
  const isReserved = address >= first - reservedFirst && address <= last + reservedLast;
  return (isReserved ? subnetFaults.addressReserved : subnetFaults.addressOutside)(detail);
}
