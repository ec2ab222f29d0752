import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { changeInstance } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import type { InstanceState } from '../states.ts';
import { instancesByKeys } from '../table.ts';
import type { InstanceServices } from './services.ts';
import { terminateWorkflow } from './terminate.ts';

export interface ReleaseLaterInput {
  readonly key: string;
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
      step({
        name: 'release',
        run({ input, now }) {
          return Promise.resolve(input.at > now ? { waitMs: input.at - now } : { done: undefined });
        },
        async commit(tx, { input, now }) {
          await release(tx, input, now);
        },
      }),
    ],
  }),
);

async function release(tx: Tx, input: ReleaseLaterInput, now: number): Promise<void> {
  const row = await tx.first(instancesByKeys, { keys: [input.key] });
  if (row === undefined) return;
  const instance = instanceOf(row);
  if (instance.state === 'terminating' || instance.state === 'launch-failed') return;
  // In the middle of another operation: thrown, so that the engine comes back to it.
  if (!input.from.includes(instance.state)) throw new Error(`It is ${instance.state} now.`);
  const { key } = instance;
  const target = `instance:${key}`;
  const started = await startWorkflow(tx, terminateWorkflow, { target, input: { key }, now });
  if (started === 'busy') throw new Error('Another operation is under way.');
  await changeInstance(tx, instance, {
    state: 'terminating',
    operation: 'terminate',
    operationState: 'operating',
    generation: instance.generation + 1,
  });
}
