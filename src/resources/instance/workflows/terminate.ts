import { defineWorkflow, forever } from '#workflow/definition.ts';
import { loadInstances, machineOf, settle } from '../machine.ts';
import { removeInstance } from '../release.ts';
import { instancesByKeys } from '../table.ts';
import type { InstanceServices } from './services.ts';

export interface TerminateInput {
  readonly key: string;
}

/** Destroys the machine, then removes the instance with all it held. It never gives up. */
export const terminateWorkflow = defineWorkflow<TerminateInput, InstanceServices>()((step) => ({
  kind: 'instance.terminate',
  attemptsMax: forever,
  steps: [
    step({
      name: 'destroy',
      async run({ input, services, beganAt, now, attempt }) {
        const [loaded] = await loadInstances(services.store, [input.key]);
        if (loaded === undefined) return { done: undefined };
        const machine = machineOf(loaded.instance);
        const settled = settle(await services.driver.destroy(machine, { beganAt, now }), attempt);
        if (settled === 'done') return { done: undefined };
        if ('waitMs' in settled) return settled;
        throw new Error(settled.failed);
      },
      async commit(tx, { input }) {
        const row = await tx.first(instancesByKeys, { keys: [input.key] });
        if (row !== undefined) await removeInstance(tx, row);
      },
    }),
  ],
}));
