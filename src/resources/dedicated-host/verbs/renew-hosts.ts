import { dayOf } from '#kernel/calendar.ts';
import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import type { Prepaid } from '../../instance/instance.ts';
import { launchFaults } from '../../instance/launch-faults.ts';
import { requirePaidTerm, type PaidTerm } from '../../instance/paid-term.ts';
import type { OrderLine } from '../../order/order.ts';
import { placeOrder } from '../../order/verbs/place-order.ts';
import { priceFaults } from '../../price/faults.ts';
import type { Price } from '../../price/price.ts';
import { pricesTogether } from '../../price/together.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { DedicatedHost } from '../dedicated-host.ts';
import { dedicatedHostFaults as faults } from '../faults.ts';
import { hostOrderLine, hostTermPrice } from '../price.ts';
import { requireHosts, requireRenewable } from '../require.ts';
import { changeHost } from '../table.ts';
import { hostReleaseTarget } from '../targets.ts';
import { scheduleHostExpiry } from '../timers.ts';

export interface HostRenewal {
  readonly keys: ReadonlyArray<Key<'dedicated-host'>>;
  readonly region: string;
  readonly period: number;
  readonly unit: Prepaid['unit'];
  /** Whether they renew themselves from then on; as it was where that is left out. */
  readonly renewal?: Prepaid['renewal'] | undefined;
}

interface Priced {
  readonly host: DedicatedHost;
  readonly term: PaidTerm;
  readonly price: Extract<Price, { readonly by: 'term' }>;
  readonly line: OrderLine;
}

const refusals = [
  faults.notFound,
  faults.notPrepaid,
  faults.initializing,
  faults.typeUnknown,
  launchFaults.periodNotSold,
  priceFaults.tooLarge,
] as const;

async function priced(scope: ReadScope, renewal: HostRenewal): Promise<readonly Priced[]> {
  const { keys, region, period, unit } = renewal;
  const hosts = await requireHosts(scope, keys, region);
  return hosts.map((host) => {
    requireRenewable(host);
    const from = Math.max(host.expiresAt ?? 0, scope.now);
    // Paid for again after its end, it has a new first day.
    const day = from === host.expiresAt ? (host.renewalDay ?? dayOf(from)) : dayOf(from);
    const term = requirePaidTerm(from, { count: period, unit }, day);
    const type = scope.cloud.catalogue.dedicatedHostType(host.type);
    if (type === undefined) throw faults.typeUnknown({ type: host.type });
    const bought = { period, unit, from, until: term.expiresAt };
    const price = hostTermPrice(scope, { region, type }, bought);
    return {
      host,
      term,
      price,
      line: hostOrderLine(scope, { key: host.key, region, type }, bought),
    };
  });
}

/** What it costs to pay hosts for longer. */
export const priceHostRenewal = verb(
  [...refusals, priceFaults.changeNotHere],
  async (scope: ReadScope, renewal: HostRenewal): Promise<Price> =>
    pricesTogether((await priced(scope, renewal)).map(({ price }) => price)),
);

/** Pays hosts for longer; one that has expired takes instances again. */
export const renewHosts = verb(
  [...refusals, placeOrder],
  async (scope: Scope, renewal: HostRenewal): Promise<{ readonly order: string }> => {
    const { db } = scope;
    const each = await priced(scope, renewal);
    for (const { host, term } of each) {
      const { key, prepaid, state } = host;
      if (state === 'expired') await cancelWorkflows(db, [hostReleaseTarget(key)]);
      const { period, unit } = renewal;
      const renewed = { renewal: 'manual', renewalPeriod: 1, ...prepaid, period, unit } as const;
      await changeHost(db, host, {
        state: 'running',
        ...term,
        prepaid: { ...renewed, renewal: renewal.renewal ?? renewed.renewal },
      });
      await scheduleHostExpiry(scope, key, term.expiresAt);
    }
    const lines = each.map(({ line }) => line);
    const bill = { kind: 'renew', of: 'dedicated-host', lines } as const;
    const { key: order } = await placeOrder(scope, bill);
    return { order };
  },
);
