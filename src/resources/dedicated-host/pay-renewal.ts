import { Fault } from '#kernel/fault.ts';
import type { Tx } from '#store/store.ts';
import type { Cloud } from '../cloud.ts';
import type { Prepaid } from '../instance/instance.ts';
import { placeOrder } from '../order/verbs/place-order.ts';
import type { Scope } from '../scope.ts';
import type { DedicatedHost } from './dedicated-host.ts';
import { hostTermPrice } from './price.ts';

/** A renewal that nobody asks for: of what, for how long, and when; cloud milliseconds. */
export interface OwnHostRenewal {
  readonly host: DedicatedHost;
  readonly period: number;
  readonly unit: Prepaid['unit'];
  readonly now: number;
}

/** Pays for what renews itself: false, with nothing paid, where the account cannot. */
export function payHostRenewalsOf(cloud: Cloud) {
  return async (db: Tx, { host, period, unit, now }: OwnHostRenewal): Promise<boolean> => {
    const { key, account, region } = host;
    const type = cloud.catalogue.dedicatedHostType(host.type);
    if (type === undefined) return false;
    const scope: Scope = { db, account, now, cloud, sees: () => true, requestId: '' };
    try {
      const { paid: microYuan } = hostTermPrice(scope, { region, type }, { period, unit }).total;
      const lines = [{ resource: key, microYuan }];
      await placeOrder(scope, { kind: 'renew', instances: [], lines });
      return true;
    } catch (error) {
      if (error instanceof Fault) return false;
      throw error;
    }
  };
}
