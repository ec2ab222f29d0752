import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { TryOrder } from '../../order/try-order.ts';
import { changeInstance } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance, Prepaid } from '../instance.ts';
import { paidTerm } from '../paid-term.ts';
import { instancesByKeys } from '../table.ts';
import { expiryTarget, instanceTarget } from '../timers.ts';
import { renewalLines } from '../verbs/price-renewal.ts';
import { isolateWorkflow } from './isolate.ts';
import type { InstanceServices } from './services.ts';

export interface ExpireInput {
  readonly key: Key<'instance'>;
  /** Cloud milliseconds: the end of what was paid for. */
  readonly at: number;
}

const RETRY_MS = 60_000;

/**
 * At the end of what was paid for: renewed by itself where that was asked for (a month at a time
 * for Tencent, seed 004 L16343; AutoRenewPeriod for Alibaba, seed 002), else stopped and put into
 * the recycle bin. A renewal by hand sets the timer anew.
 */
export const expireWorkflow = defineWorkflow<ExpireInput, InstanceServices>()((step) => ({
  kind: 'instance.expire',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step({
      name: 'expire',
      run({ input: { at }, now }) {
        return Promise.resolve(at > now ? { waitMs: at - now } : { done: undefined });
      },
      async commit(tx, { input, now, services }) {
        const row = await tx.first(instancesByKeys, { keys: [input.key] });
        if (row === undefined) return;
        const { tryOrder } = services;
        await expire(tx, instanceOf(row), { at: input.at, now, tryOrder });
      },
    }),
  ],
}));

interface When {
  readonly at: number;
  readonly now: number;
  readonly tryOrder: TryOrder;
}

async function expire(tx: Tx, instance: Instance, when: When): Promise<void> {
  const { key, state, prepaid } = instance;
  const { now } = when;
  // Its end came before: neither renewed nor stopped once more.
  if (state === 'recycled' || state === 'terminating' || state === 'launch-failed') return;
  if (prepaid?.renewal === 'auto' && (await renew(tx, instance, { ...when, prepaid }))) return;
  if (state !== 'running' && state !== 'stopped' && state !== 'rescue') {
    // In the middle of another operation: thrown, so that the engine comes back to it.
    throw new Error(`It is ${state} now.`);
  }
  const start = { target: instanceTarget(key), input: { key }, now };
  const started = await startWorkflow(tx, isolateWorkflow, start);
  if (started === 'busy') throw new Error('Another operation is under way.');
  await changeInstance(tx, instance, { state: 'stopping' });
}

/**
 * Renews it by itself; false where it cannot be paid for, or would end after 2099, where nothing is
 * renewed any more.
 */
async function renew(
  tx: Tx,
  instance: Instance,
  { prepaid, at, now, tryOrder }: When & { readonly prepaid: Prepaid },
): Promise<boolean> {
  const period = prepaid.renewalPeriod;
  const unit = prepaid.renewalUnit ?? prepaid.unit;
  const term = paidTerm(at, { count: period, unit }, instance.renewalDay ?? undefined);
  if (term === undefined) return false;
  const { key, account } = instance;
  const isPaid = await tryOrder(tx, { account, now }, async (scope) => {
    const asked = { keys: [key], region: null, period, unit };
    return { kind: 'renew', lines: await renewalLines(scope, asked) };
  });
  if (!isPaid) return false;
  await changeInstance(tx, instance, {
    ...term,
    operation: { action: 'renew', state: 'success', request: null, at: now },
  });
  const input = { key, at: term.expiresAt };
  const target = expiryTarget(key);
  await startWorkflow(tx, expireWorkflow, { target, input, now, dueAt: term.expiresAt });
  return true;
}
