import type { Key } from '#kernel/key.ts';
import type { DriverAnswer, StopMode } from '#drivers/driver.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import type { StepContext } from '#workflow/definition.ts';
import { ended } from '../begin.ts';
import { changeInstance } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import { loadInstances, machineOf, settle, settledAttemptsMax } from '../machine.ts';
import type { InstanceMachine } from '../machine.ts';
import type { InstanceState } from '../states.ts';
import { instancesByKeys } from '../table.ts';
import type { InstanceServices } from './services.ts';

export interface PowerInput {
  readonly key: Key<'instance'>;
  readonly mode: StopMode;
}

type Context = StepContext<PowerInput, InstanceServices>;

interface Power {
  readonly kind: string;
  ask(context: Context, instance: InstanceMachine): Promise<DriverAnswer>;
  /** Where it ends, and where it is left when it cannot be done. */
  readonly done: InstanceState;
  readonly failed: InstanceState;
}

interface Ended {
  readonly error: string | null;
}

/** One step: ask the driver until it is done, then write down how it ended. */
function powerWorkflow(power: Power) {
  return defineWorkflow<PowerInput, InstanceServices>()((step) => ({
    kind: power.kind,
    attemptsMax: settledAttemptsMax,
    steps: [
      step<Ended>({
        name: 'ask',
        async run(context) {
          const [loaded] = await loadInstances(context.services.store, [context.input.key]);
          if (loaded === undefined) return { done: { error: null } };
          const settled = settle(await power.ask(context, loaded.instance), context.attempt);
          if (settled === 'done') return { done: { error: null } };
          return 'waitMs' in settled ? settled : { done: { error: settled.failed } };
        },
        commit: (tx, context, { error }) => end(tx, context, { power, error }),
      }),
    ],
    failed: (tx, context, { message }) => end(tx, context, { power, error: message }),
  }));
}

async function end(
  tx: Tx,
  { input, now }: Context,
  { power, error }: { readonly power: Power; readonly error: string | null },
): Promise<void> {
  const row = await tx.first(instancesByKeys, { keys: [input.key] });
  if (row === undefined) return;
  const started = error === null && power.done === 'running';
  await changeInstance(tx, instanceOf(row), {
    state: error === null ? power.done : power.failed,
    operation: ended(error, now),
    ...(started ? { startedAt: now } : {}),
  });
}

export const startWorkflowOf = powerWorkflow({
  kind: 'instance.start',
  ask: ({ services, beganAt, now }, instance) =>
    services.driver.start(machineOf(instance), { beganAt, now }),
  done: 'running',
  failed: 'stopped',
});

export const stopWorkflowOf = powerWorkflow({
  kind: 'instance.stop',
  ask: ({ services, input: { mode }, beganAt, now }, instance) =>
    services.driver.stop(machineOf(instance), { mode }, { beganAt, now }),
  done: 'stopped',
  failed: 'running',
});

export const rebootWorkflowOf = powerWorkflow({
  kind: 'instance.reboot',
  ask: ({ services, input: { mode }, beganAt, now }, instance) =>
    services.driver.reboot(machineOf(instance), { mode }, { beganAt, now }),
  done: 'running',
  failed: 'running',
});
