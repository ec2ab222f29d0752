import type { Key } from '#kernel/key.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { explained, loadInstances, machineOf } from '../machine.ts';
import type { InstanceServices } from './services.ts';

export interface HaltInput {
  readonly key: Key<'instance'>;
  /** Of the machine as it was put away: what was asked of it since goes before. */
  readonly generation: number;
}

/**
 * Cuts the power of a machine whose instance its owner put into the recycle bin, where it is shown
 * at once. There is nothing to write down, and nothing to halt where the machine is gone.
 */
export const haltWorkflow = defineWorkflow<HaltInput, InstanceServices>()((step) => ({
  kind: 'instance.halt',
  attemptsMax: forever,
  steps: [
    step({
      name: 'stop',
      async run({ input: { key, generation }, services: { driver, store }, beganAt, now }) {
        const [loaded] = await loadInstances(store, [key]);
        if (loaded === undefined) return { done: undefined };
        const machine = { ...machineOf(loaded.instance), generation };
        const answer = await driver.stop(machine, { mode: 'hard' }, { beganAt, now });
        if (answer.state === 'pending') return { waitMs: answer.pollAfterMs };
        if (answer.state === 'failed' && answer.retryable) throw new Error(explained(answer));
        return { done: undefined };
      },
    }),
  ],
}));
