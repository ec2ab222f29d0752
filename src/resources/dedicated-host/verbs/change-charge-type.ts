import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import type { Prepaid } from '../../instance/instance.ts';
import { launchFaults } from '../../instance/launch-faults.ts';
import { requirePaidTerm } from '../../instance/paid-term.ts';
import type { OrderLine } from '../../order/order.ts';
import { placeOrder } from '../../order/verbs/place-order.ts';
import { closeLines, linesBack, sharesBack } from '../../order/verbs/share-back.ts';
import { priceFaults } from '../../price/faults.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { DedicatedHost } from '../dedicated-host.ts';
import { dedicatedHostFaults as faults } from '../faults.ts';
import { hostOrderLine } from '../price.ts';
import { requireHosts } from '../require.ts';
import { changeHost } from '../table.ts';
import { hostExpiryTarget } from '../targets.ts';
import { scheduleHostExpiry } from '../timers.ts';
import { prepaidInstancesOn } from '../usage.ts';

export interface HostChargeChange {
  readonly keys: ReadonlyArray<Key<'dedicated-host'>>;
  readonly region: string;
  /** Null: by the hour. */
  readonly prepaid: Prepaid | null;
}

/** What was paid for, or came back: less than nothing, for each host. */
export interface HostChargeChanged {
  readonly order: string;
  readonly lines: readonly OrderLine[];
}

/**
 * Has hosts paid in another way from now on: in advance for a term that begins now, or by the hour,
 * which gives back what is left of the term.
 */
export const changeHostChargeType = verb(
  [
    faults.notFound,
    faults.initializing,
    faults.expired,
    faults.releaseScheduled,
    faults.notPostpaid,
    faults.notPrepaid,
    faults.endsBefore,
    faults.typeUnknown,
    launchFaults.periodNotSold,
    priceFaults.tooLarge,
    placeOrder,
  ],
  async (scope: Scope, change: HostChargeChange): Promise<HostChargeChanged> => {
    const hosts = await requireHosts(scope, change.keys, change.region);
    for (const host of hosts) requireChangeable(host, change);
    const { prepaid } = change;
    const lines =
      prepaid === null
        ? await refundsOf(scope, hosts)
        : hosts.map((host) => lineOf(scope, host, prepaid));
    for (const host of hosts) await changeOne(scope, host, change.prepaid);
    const bill = { kind: 'change-charge-type', of: 'dedicated-host', lines } as const;
    const { key } = await placeOrder(scope, bill);
    return { order: key, lines };
  },
);

function requireChangeable(host: DedicatedHost, { prepaid }: HostChargeChange): void {
  const { key, state, releaseAt } = host;
  const about = { 'dedicated-host': key };
  if (state === 'creating') throw faults.initializing(about);
  if (state === 'expired') throw faults.expired(about);
  if (releaseAt !== null) throw faults.releaseScheduled(about);
  if (prepaid === null && host.prepaid === null) throw faults.notPrepaid(about);
  if (prepaid !== null && host.prepaid !== null) throw faults.notPostpaid(about);
}

/** What is paid in advance is on hosts alone that are. */
async function requireNoneAhead({ db }: Scope, host: DedicatedHost): Promise<void> {
  if ((await prepaidInstancesOn(db, host)).length === 0) return;
  throw faults.endsBefore({ 'dedicated-host': host.key });
}

/** What is left of their terms comes back. */
async function refundsOf(
  scope: Scope,
  hosts: readonly DedicatedHost[],
): Promise<readonly OrderLine[]> {
  for (const host of hosts) await requireNoneAhead(scope, host);
  const keys = hosts.map(({ key }) => key);
  const shares = await sharesBack(scope, keys);
  await closeLines(scope, keys);
  return linesBack(shares);
}

function lineOf(scope: Scope, host: DedicatedHost, prepaid: Prepaid): OrderLine {
  const { key, region } = host;
  const type = scope.cloud.catalogue.dedicatedHostType(host.type);
  if (type === undefined) throw faults.typeUnknown({ type: host.type });
  const { expiresAt: until } = requirePaidTerm(scope.now, {
    count: prepaid.period,
    unit: prepaid.unit,
  });
  return hostOrderLine(scope, { key, region, type }, { ...prepaid, from: scope.now, until });
}

async function changeOne(
  scope: Scope,
  host: DedicatedHost,
  prepaid: Prepaid | null,
): Promise<void> {
  const { db, now } = scope;
  if (prepaid === null) {
    await changeHost(db, host, { prepaid, expiresAt: null, renewalDay: null });
    await cancelWorkflows(db, [hostExpiryTarget(host.key)]);
    return;
  }
  const term = requirePaidTerm(now, { count: prepaid.period, unit: prepaid.unit });
  await changeHost(db, host, { prepaid, ...term });
  await scheduleHostExpiry(scope, host.key, term.expiresAt);
}
