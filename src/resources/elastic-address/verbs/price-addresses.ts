import type { Key } from '#kernel/key.ts';
import { differencePrice } from '../../price/difference.ts';
import { priceFaults } from '../../price/faults.ts';
import { bandwidthLine } from '../../price/lines.ts';
import { internetPrice, termPrice, type Price } from '../../price/price.ts';
import { pricesTogether } from '../../price/together.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { AddressInternet, AddressPrepaid, ElasticAddress } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { requireAddresses } from '../require.ts';
import { requireBandwidth, type AddressBandwidthRequest } from './change-bandwidth.ts';

export interface NewAddressPriced {
  readonly region: string;
  readonly internet: AddressInternet;
  /** For how many months it is paid in advance; one where it is not said. */
  readonly months?: number | undefined;
}

/** What an elastic address costs that is to be allocated. */
export const priceNewAddress = verb(
  [priceFaults.tooLarge],
  async (scope: ReadScope, { region, internet, months = 1 }: NewAddressPriced): Promise<Price> =>
    internetPrice(scope, { region, count: 1, prepaid: prepaidFor(months) }, internet),
);

/**
 * What addresses cost by the hour or the GB with other bandwidth, all of it; paid in advance, what
 * it is more than before until their end.
 */
export const priceAddressBandwidth = verb(
  [
    elasticAddressFaults.notFound,
    elasticAddressFaults.ordinary,
    elasticAddressFaults.bandwidthOutOfRange,
    elasticAddressFaults.bandwidthLower,
    priceFaults.tooLarge,
    priceFaults.changeNotHere,
  ],
  async (scope: ReadScope, request: AddressBandwidthRequest): Promise<Price> => {
    const { region, keys, outMbps, outMbpsMax } = request;
    const addresses = await requireAddresses(scope, keys, region);
    const prices = addresses.map((address) => {
      const { key, internet } = address;
      if (internet === null) throw elasticAddressFaults.ordinary({ 'elastic-address': key });
      const wanted = { ...internet, outMbps };
      requireBandwidth(wanted, outMbpsMax);
      return priceOfChange(scope, address, wanted);
    });
    return pricesTogether(prices);
  },
);

function priceOfChange(scope: ReadScope, address: ElasticAddress, wanted: AddressInternet): Price {
  const { key, region, internet, prepaid, expiresAt } = address;
  if (expiresAt === null || internet === null) {
    return internetPrice(scope, { region, count: 1, prepaid: null }, wanted);
  }
  if (wanted.outMbps < internet.outMbps) {
    throw elasticAddressFaults.bandwidthLower({ 'elastic-address': key });
  }
  return differencePrice(scope, {
    region,
    from: [bandwidthLine(internet.outMbps, 1)],
    to: [bandwidthLine(wanted.outMbps, 1)],
    expiresAt,
    prepaid: prepaidFor(prepaid?.months ?? 1),
  });
}

export interface RenewalPriced {
  readonly region: string;
  readonly keys: ReadonlyArray<Key<'elastic-address'>>;
  readonly months: AddressPrepaid['months'];
}

/** What it costs to pay addresses for more months. */
export const priceAddressRenewal = verb(
  [elasticAddressFaults.notFound, elasticAddressFaults.chargeTypeFixed, priceFaults.tooLarge],
  async (scope: ReadScope, { region, keys, months }: RenewalPriced): Promise<Price> => {
    const addresses = await requireAddresses(scope, keys, region);
    const prices = addresses.map(({ key, internet, expiresAt }) => {
      if (internet === null || expiresAt === null) {
        throw elasticAddressFaults.chargeTypeFixed({ 'elastic-address': key });
      }
      const lines = [bandwidthLine(internet.outMbps, 1)];
      return termPrice(scope, { region, lines }, { period: months, unit: 'month' });
    });
    return pricesTogether(prices);
  },
);

function prepaidFor(months: number) {
  return { period: months, unit: 'month', renewal: 'off', renewalPeriod: 1 } as const;
}
