import type { Key } from '#kernel/key.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { reverseLatest } from '../../order/reverse-order.ts';
import { removeInstance, stripInstance } from '../release.ts';
import { instancesByKeys } from '../table.ts';
import { destroyMachine } from './destroy-machine.ts';
import type { InstanceServices } from './services.ts';

export interface UnlaunchInput {
  readonly key: Key<'instance'>;
  /** Why the launch failed; left out in what a version before this one started. */
  readonly reason?: string;
}

/**
 * After a failed launch: the machine is destroyed first, then what it held is given back, and
 * after a configured time the instance is no longer shown (D15).
 */
export const unlaunchWorkflow = defineWorkflow<UnlaunchInput, InstanceServices>()((step) => ({
  kind: 'instance.unlaunch',
  attemptsMax: forever,
  steps: [
    step({
      name: 'destroy',
      run: destroyMachine,
      async commit(tx, { input: { key, reason = null }, now }) {
        const row = await tx.first(instancesByKeys, { keys: [key] });
        if (row === undefined) return;
        await stripInstance(tx, row, { reason, now });
        if (row.charge_type !== 'prepaid') return;
        await reverseLatest(tx, { resource: key, kinds: ['launch'], now });
      },
    }),
    step({
      name: 'forget',
      run({ services, beganAt, now }) {
        const due = beganAt + services.configuration.launchFailedMs;
        return Promise.resolve(due > now ? { waitMs: due - now } : { done: undefined });
      },
      async commit(tx, { input, now }) {
        const row = await tx.first(instancesByKeys, { keys: [input.key] });
        if (row !== undefined) await removeInstance(tx, row, now);
      },
    }),
  ],
}));
