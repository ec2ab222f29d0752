import type { Key } from '#kernel/key.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { dedicatedHostOf } from '../dedicated-host.ts';
import { changeHost, hostsByKeys } from '../table.ts';

/** Has a host that was bought ready to take instances. */
export const makeHostWorkflow = defineWorkflow<{ readonly key: Key<'dedicated-host'> }, object>()(
  (step) => ({
    kind: 'dedicated-host.make',
    attemptsMax: forever,
    steps: [
      step({
        name: 'make',
        async commit(tx, { input }) {
          const row = await tx.first(hostsByKeys, { keys: [input.key] });
          if (row?.state !== 'creating') return;
          await changeHost(tx, dedicatedHostOf(row), { state: 'running' });
        },
      }),
    ],
  }),
);
