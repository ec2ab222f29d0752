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

/** Stops the machine of an instance that has expired, and puts the instance into the bin. */
export const isolateWorkflow = defineWorkflow<{ readonly key: string }, InstanceServices>()(
  (step) => ({
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
        async commit(tx, { input: { key }, now }, { recycleBinMs }) {
          const row = await tx.first(instancesByKeys, { keys: [key] });
          if (row === undefined) return;
          const instance = instanceOf(row);
          await recycleDisksOf(tx, instance, { binned: 'that go with it', now });
          await changeInstance(tx, instance, {
            state: 'recycled',
            isolatedBy: 'expiry',
            meteredAt: now,
          });
          const at = now + recycleBinMs;
          await startWorkflow(tx, releaseLaterWorkflow, {
            target: recycleTarget(key),
            input: { key, at, from: ['recycled'] },
            now,
            dueAt: at,
          });
        },
      }),
    ],
  }),
);
