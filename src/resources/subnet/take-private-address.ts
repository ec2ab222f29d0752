import type { Key } from '#kernel/key.ts';
import { boundsOf, takeAddress } from '../address/range.ts';
import { takeUnused } from '../address/take-unused.ts';
import type { Scope } from '../scope.ts';
import { verb } from '../verb.ts';
import { reservedByBoth } from './cidr.ts';
import { subnetFaults } from './faults.ts';

export interface PrivateAddressRequest {
  readonly subnet: Key<'subnet'>;
  /** The one that is asked for, where it matters. */
  readonly address?: number | undefined;
}

/** Takes an address of a subnet that is there: any one that is free, or the one asked for. */
export const takePrivateAddress = verb(
  [
    subnetFaults.addressesExhausted,
    subnetFaults.addressInUse,
    subnetFaults.addressReserved,
    subnetFaults.addressOutside,
  ],
  async (scope: Scope, { subnet, address }: PrivateAddressRequest): Promise<number> => {
    const { db, cloud } = scope;
    const used = cloud.supply.addressesInUse?.() ?? new Set<number>();
    if (address === undefined) {
      const [taken] = (await takeUnused(db, subnet, { count: 1, used })) ?? [];
      if (taken === undefined) throw subnetFaults.addressesExhausted({ subnet });
      return taken;
    }
    if (!used.has(address) && (await takeAddress(db, subnet, address))) return address;
    throw await addressRefused(scope, subnet, address);
  },
);

/** Why an address of one's choice is not to be had: taken, kept by every subnet, or of none. */
export async function addressRefused({ db }: Scope, subnet: string, address: number) {
  const detail = { subnet, address };
  const { first, last } = (await boundsOf(db, subnet)) ?? { first: 0, last: 0 };
  if (address >= first && address <= last) return subnetFaults.addressInUse(detail);
  const { reservedFirst, reservedLast } = reservedByBoth;
  const isReserved = address >= first - reservedFirst && address <= last + reservedLast;
  return isReserved ? subnetFaults.addressReserved(detail) : subnetFaults.addressOutside(detail);
}
