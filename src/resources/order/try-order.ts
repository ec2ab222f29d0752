import { Fault } from '#kernel/fault.ts';
import type { Tx } from '#store/store.ts';
import type { Cloud } from '../cloud.ts';
import type { Scope } from '../scope.ts';
import { type Bill, placeOrder } from './verbs/place-order.ts';

/** Whose order it is, and when; cloud milliseconds. */
interface Buyer {
  readonly account: string;
  readonly now: number;
}

/** Orders what nobody asks for, such as a renewal. */
export type TryOrder = (
  db: Tx,
  buyer: Buyer,
  billOf: (scope: Scope) => Bill | Promise<Bill>,
) => Promise<boolean>;

/**
 * An order that the cloud places by itself: false, with nothing paid, where the account cannot pay,
 * or where it has no price any more.
 */
export function tryOrdersOf(cloud: Cloud): TryOrder {
  return async (db, { account, now }, billOf) => {
    const scope: Scope = { db, account, now, cloud, sees: () => true, requestId: '' };
    try {
      await placeOrder(scope, await billOf(scope));
      return true;
    } catch (error) {
      if (error instanceof Fault) return false;
      throw error;
    }
  };
}
