import { Fault } from '#kernel/fault.ts';
import type { Tx } from '#store/store.ts';
import type { Cloud } from '../cloud.ts';
import { placeOrder } from '../order/verbs/place-order.ts';
import type { Scope } from '../scope.ts';
import type { Instance, Prepaid } from './instance.ts';
import { renewalLines } from './verbs/price-renewal.ts';

/** A renewal that nobody asks for: of what, for how long, and when; cloud milliseconds. */
export interface OwnRenewal {
  readonly instance: Pick<Instance, 'key' | 'account'>;
  readonly period: number;
  readonly unit: Prepaid['unit'];
  readonly now: number;
}

/**
 * Pays for what renews itself: false, with nothing paid, where the account cannot, or where it has
 * no price any more.
 */
export function payRenewalsOf(cloud: Cloud) {
  return async (db: Tx, { instance, period, unit, now }: OwnRenewal): Promise<boolean> => {
    const { key, account } = instance;
    const scope: Scope = { db, account, now, cloud, sees: () => true, requestId: '' };
    try {
      const lines = await renewalLines(scope, { keys: [key], region: null, period, unit });
      await placeOrder(scope, { kind: 'renew', instances: [key], lines });
      return true;
    } catch (error) {
      if (error instanceof Fault) return false;
      throw error;
    }
  };
}
