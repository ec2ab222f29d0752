import type { Key } from '#kernel/key.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { removeInstance } from '../release.ts';
import { instancesByKeys } from '../table.ts';
import { destroyMachine } from './destroy-machine.ts';
import type { InstanceServices } from './services.ts';

export interface TerminateInput {
  readonly key: Key<'instance'>;
}

/** Destroys the machine, then removes the instance with all it held. It never gives up. */
export const terminateWorkflow = defineWorkflow<TerminateInput, InstanceServices>()((step) => ({
  kind: 'instance.terminate',
  attemptsMax: forever,
  steps: [
    step({
      name: 'destroy',
      run: destroyMachine,
      async commit(tx, { input, now }) {
        const row = await tx.first(instancesByKeys, { keys: [input.key] });
        if (row !== undefined) await removeInstance(tx, row, now);
      },
    }),
  ],
}));
