import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeAddress } from '../change.ts';
import type { AddressInternet, ElasticAddress } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { payBandwidth } from '../pay.ts';
import { requireAddresses } from '../require.ts';

/** The most that a vendor sells of each way of paying, in Mbps. */
export type BandwidthLimits = Readonly<Record<AddressInternet['chargeType'], number>>;

export interface AddressBandwidthRequest {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'elastic-address'>>;
  readonly outMbps: number;
  readonly outMbpsMax: BandwidthLimits;
}

/** Sets the bandwidth of an address, which stays without where it has none of its own. */
export const setOutMbps = verb(
  [elasticAddressFaults.bandwidthLower],
  async (tx: Tx, address: ElasticAddress, outMbps: number): Promise<ElasticAddress> => {
    const { key, internet, expiresAt } = address;
    if (internet === null) return address;
    if (expiresAt !== null && outMbps < internet.outMbps) {
      throw elasticAddressFaults.bandwidthLower({ 'elastic-address': key });
    }
    return changeAddress(tx, address, { internet: { ...internet, outMbps } });
  },
);

/** Changes the bandwidth of elastic addresses, all of them or none. */
export const changeAddressesBandwidth = verb(
  [
    elasticAddressFaults.notFound,
    elasticAddressFaults.ordinary,
    elasticAddressFaults.bandwidthOutOfRange,
    setOutMbps,
    payBandwidth,
  ],
  async (scope: Scope, request: AddressBandwidthRequest): Promise<readonly ElasticAddress[]> => {
    const { region, keys, outMbps, outMbpsMax } = request;
    const addresses = await requireAddresses(scope, keys, region);
    const changed: ElasticAddress[] = [];
    for (const address of addresses) {
      const { internet } = address;
      if (internet === null) {
        throw elasticAddressFaults.ordinary({ 'elastic-address': address.key });
      }
      requireBandwidth({ ...internet, outMbps }, outMbpsMax);
      await payBandwidth(scope, address, outMbps);
      changed.push(await setOutMbps(scope.db, address, outMbps));
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
