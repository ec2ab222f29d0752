import type { DriverAnswer } from '#drivers/driver.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, GiveUp, type StepContext } from '#workflow/definition.ts';
import { changeDisk } from '../../disk/change.ts';
import { disksOfKeys } from '../../disk/disk-row.ts';
import type { Disk } from '../../disk/disk.ts';
import { ended } from '../../instance/begin.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import { changeInstance, type InstanceChange } from '../../instance/change.ts';
import {
  loadInstances,
  machineOf,
  settle,
  settledAttemptsMax,
  specOf,
} from '../../instance/machine.ts';
import type { InstanceServices } from '../../instance/workflows/services.ts';
import { volumeOf } from '../driver-names.ts';
import { setSnapshotStates } from '../table.ts';

export interface RestoreInput {
  readonly restores: ReadonlyArray<{
    readonly disk: Key<'disk'>;
    readonly snapshot: Key<'snapshot'>;
  }>;
  /** That the disks are attached to. */
  readonly instance: Key<'instance'> | null;
  /** Whether it is stopped before, and started again behind that. */
  readonly stop: boolean;
  readonly start: boolean;
}

type Context = StepContext<RestoreInput, InstanceServices>;

/** Rolls disks back to snapshots: all that they held since is gone. Their machine stands still. */
export const restoreWorkflow = defineWorkflow<RestoreInput, InstanceServices>()((step) => ({
  kind: 'snapshot.restore',
  attemptsMax: settledAttemptsMax,
  steps: [
    step({
      name: 'stop',
      run: (context) =>
        context.input.stop
          ? onMachine(context, ({ instance }, { driver }, call) =>
              driver.stop(machineOf(instance), { mode: 'soft-then-hard' }, call),
            )
          : Promise.resolve({ done: undefined }),
      commit: (tx, { input }) => settleInstance(tx, input, input.stop ? { state: 'stopped' } : {}),
    }),
    step({
      name: 'restore',
      async run(context) {
        let waitMs = 0;
        for (const one of await pairsOf(context)) {
          const settled = settled2(await restore(context, one), context.attempt);
          waitMs = Math.max(waitMs, settled);
        }
        return waitMs > 0 ? { waitMs } : { done: undefined };
      },
      async commit(tx, { input, now }) {
        await endOnDisks(tx, input, { error: null, now });
        const change: InstanceChange = input.start
          ? { state: 'starting' }
          : input.stop
            ? { operation: ended(null, now) }
            : {};
        await settleInstance(tx, input, change);
      },
    }),
    step({
      name: 'start',
      run: (context) =>
        context.input.start
          ? onMachine(context, ({ instance }, { driver }, call) =>
              driver.start(machineOf(instance), call),
            )
          : Promise.resolve({ done: undefined }),
      commit: (tx, { input, now }) =>
        settleInstance(
          tx,
          input,
          input.start
            ? { state: 'running', startedAt: now, operation: ended(null, now) }
            : {},
        ),
    }),
  ],
  async failed(tx, { input, now }, { message }) {
    await endOnDisks(tx, input, { error: message, now });
    if (input.instance === null || !input.stop) return;
    const instance = (await instancesOfKeys(tx, [input.instance])).get(input.instance);
    if (instance === undefined) return;
    // What could not be stopped runs on; what could not be started stays stopped.
    const state = instance.state === 'stopping' ? 'running' : 'stopped';
    await changeInstance(tx, instance, { state, operation: ended(message, now) });
  },
}));
