import { evenly } from '../../order/order.ts';
import { placeOrder } from '../../order/verbs/place-order.ts';
import { addedSums } from '../../price/price.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { type BandwidthRequest, changeBandwidth } from './change-bandwidth.ts';
import { priceBandwidth } from './price-bandwidth.ts';

/**
 * Changes the bandwidth of instances; of what is paid in advance, with an order for the days of
 * which more is had. Null where it is paid by use.
 */
export const buyBandwidth = verb(
  [changeBandwidth, priceBandwidth, placeOrder],
  async (scope: Scope, request: BandwidthRequest): Promise<{ readonly order: string | null }> => {
    if (request.beginsAt === undefined) {
      await changeBandwidth(scope, request);
      return { order: null };
    }
    const { paid: microYuan } = addedSums([await priceBandwidth(scope, request)]);
    await changeBandwidth(scope, request);
    const term = {
      from: Math.max(request.beginsAt, scope.now),
      until: request.endsAt ?? request.beginsAt,
    };
    const lines = evenly(request.keys, microYuan, { term });
    const { key: order } = await placeOrder(scope, { kind: 'bandwidth', lines });
    return { order };
  },
);
