import { placeOrder } from '../../order/verbs/place-order.ts';
import { addedSums } from '../../price/price.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { LaunchRequest } from '../launch-request.ts';
import { launchInstances } from './launch.ts';
import { priceLaunch } from './price-launch.ts';

/** What was launched, and what was paid for it in advance. */
export interface Bought {
  readonly keys: readonly string[];
  /** Null where it is paid by use. */
  readonly order: { readonly key: string; readonly microYuan: number } | null;
}

/** Launches instances; those that are paid in advance with an order that has their price. */
export const buyLaunch = verb(
  [launchInstances, priceLaunch, placeOrder],
  async (scope: Scope, request: LaunchRequest): Promise<Bought> => {
    if (request.prepaid === null) {
      return { keys: await launchInstances(scope, request), order: null };
    }
    // Before the launch, which may take the last of what is left.
    const { instance, internet } = await priceLaunch(scope, request);
    const { paid } = addedSums([instance, internet]);
    const keys = await launchInstances(scope, request);
    // Fewer may be had than were asked for.
    const microYuan = Math.round((paid * keys.length) / request.count);
    const { key } = await placeOrder(scope, { kind: 'launch', instances: keys, microYuan });
    return { keys, order: { key, microYuan } };
  },
);
