import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { paidTerm } from '../../instance/paid-term.ts';
import { dedicatedHostOf, type DedicatedHost } from '../dedicated-host.ts';
import { dedicatedHostFaults } from '../faults.ts';
import { hostOrderLine } from '../price.ts';
import { changeHost, hostsByKeys } from '../table.ts';
import { hostExpiryTarget, hostReleaseTarget } from '../targets.ts';
import { releaseHostWorkflow } from './release-later.ts';
import type { HostServices } from './services.ts';

export interface ExpireInput {
  readonly key: Key<'dedicated-host'>;
  /** Cloud milliseconds: the end of what was paid for. */
  readonly at: number;
}

const RETRY_MS = 60_000;

/**
 * At the end of what was paid for: renewed by itself where that was asked for, else it takes no new
 * instances, and is released after the time of the recycle bin. A renewal by hand ends that.
 */
export const expireHostWorkflow = defineWorkflow<ExpireInput, HostServices>()((step) => ({
  kind: 'dedicated-host.expire',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step({
      name: 'expire',
      run({ input: { at }, now }) {
        return Promise.resolve(at > now ? { waitMs: at - now } : { done: undefined });
      },
      async commit(tx, { input, now, services }) {
        const row = await tx.first(hostsByKeys, { keys: [input.key] });
        if (row === undefined) return;
        const host = dedicatedHostOf(row);
        const renewed = await renew(tx, host, { at: input.at, now, services });
        if (!renewed) await end(tx, host, { now, services });
      },
    }),
  ],
}));

interface When {
  readonly now: number;
  readonly services: HostServices;
}

async function end(tx: Tx, host: DedicatedHost, { now, services }: When): Promise<void> {
  await changeHost(tx, host, { state: 'expired' });
  const at = now + services.configuration.recycleBinMs;
  await startWorkflow(tx, releaseHostWorkflow, {
    target: hostReleaseTarget(host.key),
    input: { key: host.key, at },
    now,
    dueAt: at,
  });
}

/** False where it does not renew itself, cannot be paid for, or would end after 2099. */
async function renew(
  tx: Tx,
  host: DedicatedHost,
  { at, now, services }: When & { readonly at: number },
): Promise<boolean> {
  const { key, prepaid, renewalDay } = host;
  if (prepaid?.renewal !== 'auto') return false;
  const { renewalPeriod: period, renewalUnit: unit = prepaid.unit } = prepaid;
  const term = paidTerm(at, { count: period, unit }, renewalDay ?? undefined);
  if (term === undefined) return false;
  const { account, region } = host;
  const isPaid = await services.tryOrder(tx, { account, now }, (scope) => {
    const type = scope.cloud.catalogue.dedicatedHostType(host.type);
    if (type === undefined) throw dedicatedHostFaults.typeUnknown({ type: host.type });
    const bought = { period, unit, from: at, until: term.expiresAt };
    const lines = [hostOrderLine(scope, { key, region, type }, bought)];
    return { kind: 'renew', of: 'dedicated-host', lines };
  });
  if (!isPaid) return false;
  await changeHost(tx, host, term);
  await startWorkflow(tx, expireHostWorkflow, {
    target: hostExpiryTarget(key),
    input: { key, at: term.expiresAt },
    now,
    dueAt: term.expiresAt,
  });
  return true;
}
