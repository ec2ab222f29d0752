import type { Key } from '#kernel/key.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { recycleDisksOf } from '../../disk/recycle.ts';
import { changeInstance } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import { loadInstances, machineOf, settle } from '../machine.ts';
import { instancesByKeys } from '../table.ts';
import { recycleTarget } from '../timers.ts';
import { releaseLaterWorkflow } from './release-later.ts';
import type { InstanceServices } from './services.ts';

export interface IsolateInput {
  readonly key: Key<'instance'>;
  /** Why, and when it is then released, cloud milliseconds: its expiry where nothing is said. */
  readonly by?: 'arrears';
  readonly releaseAt?: number;
}

/** Stops the machine of an instance that is not paid for, and puts the instance into the bin. */
export const isolateWorkflow = defineWorkflow<IsolateInput, InstanceServices>()((step) => ({
  kind: 'instance.isolate',
  attemptsMax: forever,
  steps: [
    step<{ readonly recycleBinMs: number }>({
      name: 'stop',
      async run({ input, services, beganAt, now, attempt }) {
        const { driver, store, configuration } = services;
        const done = { done: { recycleBinMs: configuration.recycleBinMs } };
        const [loaded] = await loadInstances(store, [input.key]);
        if (loaded === undefined) return done;
        const machine = machineOf(loaded.instance);
        const answer = await driver.stop(machine, { mode: 'hard' }, { beganAt, now });
        const settled = settle(answer, attempt);
        if (settled === 'done') return done;
        if ('waitMs' in settled) return settled;
        throw new Error(settled.failed);
      },
      async commit(tx, { input, now }, { recycleBinMs }) {
        const { key, by = 'expiry', releaseAt: at = now + recycleBinMs } = input;
        const row = await tx.first(instancesByKeys, { keys: [key] });
        if (row === undefined) return;
        const instance = instanceOf(row);
        await recycleDisksOf(tx, instance, { binned: 'that go with it', now });
        await changeInstance(tx, instance, {
          state: 'recycled',
          isolatedBy: by,
          meteredAt: now,
        });
        await startWorkflow(tx, releaseLaterWorkflow, {
          target: recycleTarget(key),
          input: { key, at, from: ['recycled'] },
          now,
          dueAt: at,
        });
      },
    }),
  ],
}));
