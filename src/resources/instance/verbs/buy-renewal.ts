import { placeOrder } from '../../order/verbs/place-order.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { priceRenewal, renewalLines } from './price-renewal.ts';
import { renewInstances, type RenewRequest } from './renew.ts';

/** Pays instances for longer, with an order that has the price of the time. */
export const buyRenewal = verb(
  [renewInstances, priceRenewal, placeOrder],
  async (scope: Scope, request: RenewRequest): Promise<{ readonly order: string }> => {
    const { keys, region } = request;
    const { period, unit } = request.prepaid;
    const lines = await renewalLines(scope, { keys, region, period, unit });
    await renewInstances(scope, request);
    const { key: order } = await placeOrder(scope, { kind: 'renew', lines });
    return { order };
  },
);
