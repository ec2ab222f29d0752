import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeAddress } from '../change.ts';
import type { AddressInternet, ElasticAddress } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { requireAddresses } from '../require.ts';

/** The most that a vendor sells of each way of paying, in Mbps. */
export type BandwidthLimits = Readonly<Record<AddressInternet['chargeType'], number>>;

export interface AddressBandwidthRequest {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'elastic-address'>>;
  readonly outMbps: number;
  readonly outMbpsMax: BandwidthLimits;
}

/** Changes the bandwidth of elastic addresses, all of them or none. */
export const changeAddressesBandwidth = verb(
  [
    elasticAddressFaults.notFound,
    elasticAddressFaults.ordinary,
    elasticAddressFaults.bandwidthOutOfRange,
    elasticAddressFaults.bandwidthLower,
  ],
  async (scope: Scope, request: AddressBandwidthRequest): Promise<readonly ElasticAddress[]> => {
    const { region, keys, outMbps, outMbpsMax } = request;
    const addresses = await requireAddresses(scope, keys, region);
    const changed: ElasticAddress[] = [];
    for (const address of addresses) {
      const detail = { 'elastic-address': address.key };
      const { internet } = address;
      if (internet === null) throw elasticAddressFaults.ordinary(detail);
      requireBandwidth({ ...internet, outMbps }, outMbpsMax);
      const isPaid = address.expiresAt !== null;
      if (isPaid && outMbps < internet.outMbps) throw elasticAddressFaults.bandwidthLower(detail);
      const to = { internet: { ...internet, outMbps } };
      changed.push(await changeAddress(scope.db, address, to));
    }
    return changed;
  },
);

/** @throws elastic-address.bandwidthOutOfRange */
export function requireBandwidth(
  { chargeType, outMbps }: AddressInternet,
  outMbpsMax: BandwidthLimits,
): void {
  const [min, max] = [1, outMbpsMax[chargeType]];
  if (outMbps < min || outMbps > max) throw elasticAddressFaults.bandwidthOutOfRange({ min, max });
}
