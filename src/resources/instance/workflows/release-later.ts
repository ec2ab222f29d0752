import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { startWorkflow } from '#workflow/start.ts';
import { beginTimer, endTimer } from '../../action-timer/action-timers.ts';
import { changeInstance } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import type { InstanceState } from '../states.ts';
import { instancesByKeys } from '../table.ts';
import { expiryTarget, haltTarget, recycleTarget } from '../timers.ts';
import { haltWorkflow } from './halt.ts';
import { beginTermination } from '../terminate-now.ts';
import type { InstanceServices } from './services.ts';

export interface ReleaseLaterInput {
  readonly key: Key<'instance'>;
  /** Cloud milliseconds. */
  readonly at: number;
  /** States from which it is then released; in others it is left alone. */
  readonly from: readonly InstanceState[];
}

const RETRY_MS = 60_000;

/**
 * Releases an instance at a time to come: at the end of the recycle bin (seed 004 L19149), or at
 * an Alibaba AutoReleaseTime (seed 001). Renewal out of the bin cancels it.
 */
export const releaseLaterWorkflow = defineWorkflow<ReleaseLaterInput, InstanceServices>()(
  (step) => ({
    kind: 'instance.release-later',
    attemptsMax: forever,
    backoffMs: () => RETRY_MS,
    steps: [
      step<{ readonly recycleBinMs: number }>({
        name: 'release',
        run({ input, now, services: { configuration } }) {
          const { recycleBinMs } = configuration;
          const due = input.at <= now;
          return Promise.resolve(due ? { done: { recycleBinMs } } : { waitMs: input.at - now });
        },
        async commit(tx, { input, now }, { recycleBinMs }) {
          await release(tx, input, { now, recycleBinMs });
        },
      }),
    ],
  }),
);

async function release(
  tx: Tx,
  input: ReleaseLaterInput,
  { now, recycleBinMs }: { readonly now: number; readonly recycleBinMs: number },
): Promise<void> {
  const row = await tx.first(instancesByKeys, { keys: [input.key] });
  if (row === undefined) return;
  const instance = instanceOf(row);
  if (instance.state === 'terminating' || instance.state === 'launch-failed') return;
  // In the middle of another operation: thrown, so that the engine comes back to it.
  if (!input.from.includes(instance.state)) throw new Error(`It is ${instance.state} now.`);
  if (instance.operationState === 'operating') throw new Error('Another operation is under way.');
  const { key, chargeType, state, releaseAt } = instance;
  // At the end of the bin it is no timer of the user's.
  if (releaseAt !== null) await beginTimer(tx, key);
  if (chargeType === 'prepaid' && state !== 'recycled') {
    // A request to release it does the same at first (seed 004 L19149).
    await recycleInstance(tx, instance, { now, recycleBinMs, request: null });
    await endTimer(tx, key);
    return;
  }
  await beginTermination(tx, instance, now);
}

/**
 * Puts an instance into the bin at once; its machine is halted behind that, and a timer by the
 * cloud clock releases it for good.
 */
export async function recycleInstance(
  tx: Tx,
  instance: Instance,
  at: { readonly now: number; readonly recycleBinMs: number; readonly request: string | null },
): Promise<void> {
  const { key } = instance;
  const { now, recycleBinMs, request } = at;
  const generation = instance.generation + 1;
  await changeInstance(tx, instance, {
    state: 'recycled',
    operation: { action: 'terminate', state: 'success', request, at: now },
    generation,
    isolatedBy: 'user',
    releaseAt: null,
  });
  await cancelWorkflows(tx, [expiryTarget(key), haltTarget(key)]);
  const halt = { key, generation };
  await startWorkflow(tx, haltWorkflow, { target: haltTarget(key), input: halt, now });
  const end = now + recycleBinMs;
  await startWorkflow(tx, releaseLaterWorkflow, {
    target: recycleTarget(key),
    input: { key, at: end, from: ['recycled'] },
    now,
    dueAt: end,
  });
}
