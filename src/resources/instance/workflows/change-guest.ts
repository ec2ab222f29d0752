import type { Key } from '#kernel/key.ts';
import type { DriverAnswer, StopMode } from '#drivers/driver.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import type { Outcome, StepContext, Waiting } from '#workflow/definition.ts';
import { ended } from '../begin.ts';
import { changeInstance } from '../change.ts';
import type { InstanceChange } from '../change.ts';
import { guestChangeOf, knownOfGuest } from '../guest.ts';
import type { GuestWish } from '../guest.ts';
import { instanceOf } from '../instance-row.ts';
import { restoreKeyPairs } from '../../key-pair/links.ts';
import { loadInstances, machineOf, settle } from '../machine.ts';
import type { InstanceMachine } from '../machine.ts';
import { instancesByKeys } from '../table.ts';
import type { InstanceServices } from './services.ts';

export interface ChangeGuestInput {
  readonly key: Key<'instance'>;
  /** Passwords in it are sealed. */
  readonly wish: GuestWish;
  /** Around the change: nothing, a stop before and a start after it, or one of the two after it. */
  readonly power: 'as-it-is' | 'stop-and-start' | 'start' | 'reboot';
  /** The key pairs that opened it before, for a change that fails. */
  readonly keyPairsBefore: readonly string[];
  /** How it is stopped or rebooted. */
  readonly mode: StopMode;
}

type Context = StepContext<ChangeGuestInput, InstanceServices>;

/** Why a step failed; null where it did not. */
interface Ended {
  readonly error: string | null;
}

const DONE = { done: { error: null } } as const;

/**
 * Changes the guest of an instance. Each step is a generation of its own, so that a late call of
 * one of them changes nothing after the next. A machine that was stopped for it is started again,
 * also where its guest could not be changed.
 */
export const changeGuestWorkflow = defineWorkflow<ChangeGuestInput, InstanceServices>()((step) => ({
  kind: 'instance.change-guest',
  steps: [
    step<Ended>({
      name: 'stop',
      run: (context) =>
        context.input.power === 'stop-and-start' ? askDriver(context, stop) : Promise.resolve(DONE),
      commit: (tx, { input }, { error }) =>
        advance(tx, input, error === null && input.power === 'stop-and-start' ? 'starting' : null),
      undo: startAgain,
    }),
    step<Ended>({
      name: 'change',
      run: (context) =>
        errorOf(context) === null ? askDriver(context, change) : Promise.resolve(DONE),
      commit: (tx, { input }) => advance(tx, input, null),
    }),
    step<Ended>({
      name: 'boot',
      run(context) {
        const { power } = context.input;
        if (isStarted(context)) return askDriver(context, start);
        const reboots = power === 'reboot' && errorOf(context) === null;
        return reboots ? askDriver(context, reboot) : Promise.resolve(DONE);
      },
      commit: (tx, context, { error }) => end(tx, context, { bootError: error }),
    }),
  ],
  failed: (tx, context, { message }) =>
    finish(tx, context, { error: message, change: unchanged(context) }),
}));

type Ask = (context: Context, instance: InstanceMachine) => Promise<DriverAnswer>;

const stop: Ask = ({ services, input: { mode }, beganAt, now }, instance) =>
  services.driver.stop(machineOf(instance), { mode }, { beganAt, now });

const start: Ask = ({ services, beganAt, now }, instance) =>
  services.driver.start(machineOf(instance), { beganAt, now });

const reboot: Ask = ({ services, input: { mode }, beganAt, now }, instance) =>
  services.driver.reboot(machineOf(instance), { mode }, { beganAt, now });

const change: Ask = async ({ services, input: { wish }, beganAt, now }, instance) => {
  const source = await services.sourceOf(instance.image);
  const wanted = guestChangeOf(wish, source?.loginUser);
  return services.driver.configure(machineOf(instance), wanted, { beganAt, now });
};

async function askDriver(context: Context, ask: Ask): Promise<Outcome<Ended>> {
  const [loaded] = await loadInstances(context.services.store, [context.input.key]);
  if (loaded === undefined) return DONE;
  const settled = settle(await ask(context, loaded.instance), context.attempt);
  if (settled === 'done') return DONE;
  return 'waitMs' in settled ? settled : { done: { error: settled.failed } };
}

/** A machine that cannot be started again is left to whoever looks at machines. */
async function startAgain(context: Context): Promise<void | Waiting> {
  if (context.input.power !== 'stop-and-start') return;
  const outcome = await askDriver(context, start);
  if ('waitMs' in outcome) return outcome;
}

function stepError({ results }: Context, name: 'stop' | 'change'): string | null {
  return (results[name] as Ended | undefined)?.error ?? null;
}

function errorOf(context: Context): string | null {
  return stepError(context, 'stop') ?? stepError(context, 'change');
}

/** Whether it is started at the end; one that could not be stopped runs still. */
function isStarted(context: Context): boolean {
  const { power } = context.input;
  return power === 'start' || (power === 'stop-and-start' && stepError(context, 'stop') === null);
}

/** The state of one for which nothing could be done. */
function unchanged(context: Context): InstanceChange {
  return context.input.power === 'start' ? { state: 'stopped' } : running(context);
}

/** The state of an instance that runs when the operation is over; none where it stays as it is. */
function running({ input }: Pick<Context, 'input'>): InstanceChange {
  return input.power === 'as-it-is' ? {} : { state: 'running' };
}

async function advance(tx: Tx, { key }: ChangeGuestInput, state: 'starting' | null): Promise<void> {
  const row = await tx.first(instancesByKeys, { keys: [key] });
  if (row === undefined) return;
  const instance = instanceOf(row);
  const generation = instance.generation + 1;
  await changeInstance(tx, instance, { generation, ...(state === null ? {} : { state }) });
}

async function end(
  tx: Tx,
  context: Context,
  { bootError }: { readonly bootError: string | null },
): Promise<void> {
  const { power } = context.input;
  const error = errorOf(context) ?? bootError;
  const wasStarted = isStarted(context);
  if (wasStarted && bootError !== null) {
    return finish(tx, context, { error, change: { state: 'stopped' } });
  }
  const booted = wasStarted || (power === 'reboot' && error === null);
  const startedAt = booted ? { startedAt: context.now } : {};
  return finish(tx, context, { error, change: { ...running(context), ...startedAt } });
}

async function finish(
  tx: Tx,
  context: Context,
  { error, change }: { readonly error: string | null; readonly change: InstanceChange },
): Promise<void> {
  const row = await tx.first(instancesByKeys, { keys: [context.input.key] });
  if (row === undefined) return;
  const instance = instanceOf(row);
  const isChanged = 'change' in context.results && errorOf(context) === null;
  const { key, wish, keyPairsBefore } = context.input;
  if (!isChanged && wish.keyPairs !== undefined) await restoreKeyPairs(tx, key, keyPairsBefore);
  await changeInstance(tx, instance, {
    ...change,
    ...(isChanged ? knownOfGuest(instance, context.input.wish) : {}),
    operation: ended(error, context.now),
  });
}
