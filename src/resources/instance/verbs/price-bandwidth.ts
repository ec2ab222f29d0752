import { bandwidthFaults } from '../../bandwidth/faults.ts';
import { mostBetween, periodsOf } from '../../bandwidth/periods.ts';
import { differencePrice } from '../../price/difference.ts';
import { priceFaults } from '../../price/faults.ts';
import { bandwidthLine } from '../../price/lines.ts';
import { internetPrice, type Price } from '../../price/price.ts';
import { pricesTogether } from '../../price/together.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { Instance } from '../instance.ts';
import { type BandwidthRequest, planBandwidth } from './change-bandwidth.ts';

/**
 * What bandwidth costs that instances are to have: by the hour or the GB, all of it; paid in
 * advance, what it is more than before for its days.
 */
export const priceBandwidth = verb(
  [planBandwidth, bandwidthFaults.cannotShrink, priceFaults.tooLarge],
  async (scope: ReadScope, request: BandwidthRequest): Promise<Price> => {
    const instances = await planBandwidth(scope, request);
    const prices: Price[] = [];
    for (const one of instances) prices.push(await priceOfOne(scope, one, request));
    return pricesTogether(prices);
  },
);

async function priceOfOne(
  scope: ReadScope,
  instance: Instance,
  { outMbps, beginsAt, endsAt }: BandwidthRequest,
): Promise<Price> {
  const { region, internet } = instance;
  if (beginsAt === undefined || endsAt === undefined) {
    const at = { region, count: 1, prepaid: instance.prepaid };
    return internetPrice(scope, at, { ...internet, outMbps });
  }
  const from = Math.max(beginsAt, scope.now);
  const limit = mostBetween(await periodsOf(scope.db, instance), from, endsAt);
  if (outMbps < limit) throw bandwidthFaults.cannotShrink({ limit });
  return differencePrice(
    { ...scope, now: from },
    {
      region,
      from: [bandwidthLine(limit, 1)],
      to: [bandwidthLine(outMbps, 1)],
      expiresAt: endsAt,
      prepaid: null,
    },
  );
}
