import type { Key } from '#kernel/key.ts';
import type { DriverAnswer, StopMode } from '#drivers/driver.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import type { Outcome, StepContext, Waiting, Workflow } from '#workflow/definition.ts';
import { ended } from '../begin.ts';
import { changeInstance } from '../change.ts';
import type { InstanceChange } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import { loadInstances, machineOf, settle } from '../machine.ts';
import type { LoadedInstance } from '../machine.ts';
import { instancesByKeys } from '../table.ts';
import type { InstanceServices } from './services.ts';

/** What every work on a machine is told. */
export interface MachineWorkInput {
  readonly key: Key<'instance'>;
  /**
   * Around the work: nothing, a stop before and a start after it, a stop before it alone, or a
   * start or a reboot after it.
   */
  readonly power: 'as-it-is' | 'stop-and-start' | 'stop' | 'start' | 'reboot';
  /** How it is stopped or rebooted. */
  readonly mode: StopMode;
}

export type WorkContext<Input> = StepContext<Input, InstanceServices>;

/** A work on a machine: what is asked of the driver, and what is known when it is over. */
export interface MachineWork<Input> {
  readonly kind: string;
  readonly attemptsMax?: number;
  ask(context: WorkContext<Input>, loaded: LoadedInstance): Promise<DriverAnswer>;
  /** Writes what has become of it, and answers what has become of the instance. */
  over(tx: Tx, context: WorkContext<Input>, over: WorkOver): Promise<InstanceChange>;
  /**
   * Whether a machine is no longer what it was once the work was begun: where that fails it is left
   * stopped, since there may be nothing to boot.
   */
  readonly isDestructive?: boolean;
}

export interface WorkOver {
  readonly instance: Instance;
  /** Whether the work was done; a boot that failed after it does not undo it. */
  readonly isDone: boolean;
  /** Why it was not. */
  readonly error: string | null;
  /** Whether a destructive work was begun and not done. */
  readonly isBroken: boolean;
}

/** Why a step failed; null where it did not. */
interface Ended {
  readonly error: string | null;
}

const DONE = { done: { error: null } } as const;

/**
 * Works on the machine of an instance, which is stopped before and started after it where that is
 * asked for. Each step is a generation of its own, so that a late call of one of them changes
 * nothing after the next. A machine that was stopped for it is started again, also where the work
 * could not be done.
 */
export function machineWork<Input extends MachineWorkInput>(
  work: MachineWork<Input>,
): Workflow<Input, InstanceServices> {
  return defineWorkflow<Input, InstanceServices>()((step) => ({
    kind: work.kind,
    ...(work.attemptsMax === undefined ? {} : { attemptsMax: work.attemptsMax }),
    steps: [
      step<Ended>({
        name: 'stop',
        run: (context) => (isStopped(context) ? askDriver(context, stop) : Promise.resolve(DONE)),
        commit: (tx, { input }, { error }) =>
          advance(
            tx,
            input,
            error === null && input.power === 'stop-and-start' ? 'starting' : null,
          ),
        undo: (context) => startAgain(context, work),
      }),
      step<Ended>({
        name: 'change',
        run: (context) =>
          errorOf(context) === null
            ? askDriver(context, (loaded) => work.ask(context, loaded))
            : Promise.resolve(DONE),
        commit: (tx, { input }) => advance(tx, input, null),
      }),
      step<Ended>({
        name: 'boot',
        run(context) {
          if (isStarted(context, work)) return askDriver(context, start);
          const reboots = context.input.power === 'reboot' && errorOf(context) === null;
          return reboots ? askDriver(context, reboot) : Promise.resolve(DONE);
        },
        commit: (tx, context, { error }) => end(tx, context, { work, bootError: error }),
      }),
    ],
    failed: (tx, context, { message }) => giveUp(tx, context, { work, message }),
  }));
}

type Context = WorkContext<MachineWorkInput>;

type Ask = (loaded: LoadedInstance, context: Context) => Promise<DriverAnswer>;

const stop: Ask = ({ instance }, { services, input: { mode }, beganAt, now }) =>
  services.driver.stop(machineOf(instance), { mode }, { beganAt, now });

const start: Ask = ({ instance }, { services, beganAt, now }) =>
  services.driver.start(machineOf(instance), { beganAt, now });

const reboot: Ask = ({ instance }, { services, input: { mode }, beganAt, now }) =>
  services.driver.reboot(machineOf(instance), { mode }, { beganAt, now });

async function askDriver(context: Context, ask: Ask): Promise<Outcome<Ended>> {
  const [loaded] = await loadInstances(context.services.store, [context.input.key]);
  if (loaded === undefined) return DONE;
  const settled = settle(await ask(loaded, context), context.attempt);
  if (settled === 'done') return DONE;
  return 'waitMs' in settled ? settled : { done: { error: settled.failed } };
}

type Broken = Pick<MachineWork<never>, 'isDestructive'>;

/** Whether it is stopped before the work. */
function isStopped({ input: { power } }: Context): boolean {
  return power === 'stop-and-start' || power === 'stop';
}

/** A machine that cannot be started again is left to whoever looks at machines. */
async function startAgain(context: Context, work: Broken): Promise<void | Waiting> {
  if (!isStopped(context) || isBroken(context, work)) return;
  const outcome = await askDriver(context, start);
  if ('waitMs' in outcome) return outcome;
}

function stepError({ results }: Context, name: 'stop' | 'change'): string | null {
  return (results[name] as Ended | undefined)?.error ?? null;
}

function errorOf(context: Context): string | null {
  return stepError(context, 'stop') ?? stepError(context, 'change');
}

function isDone(context: Context): boolean {
  return 'change' in context.results && errorOf(context) === null;
}

/** Whether a destructive work may have begun: it was to be asked for after the stop. */
function isBroken(context: Context, { isDestructive = false }: Broken): boolean {
  const wasBegun = 'stop' in context.results && stepError(context, 'stop') === null;
  return isDestructive && wasBegun && !isDone(context);
}

/** Whether it is started at the end; one that could not be stopped runs still. */
function isStarted(context: Context, work: Broken): boolean {
  const { power } = context.input;
  if (isBroken(context, work)) return false;
  const wasStopped = isStopped(context) && stepError(context, 'stop') === null;
  return power === 'start' || (wasStopped && (power !== 'stop' || !isDone(context)));
}

/** The state of an instance that runs when the operation is over; none where it stays as it is. */
function running({ input }: Pick<Context, 'input'>): InstanceChange {
  return input.power === 'as-it-is' ? {} : { state: 'running' };
}

async function advance(tx: Tx, { key }: MachineWorkInput, state: 'starting' | null): Promise<void> {
  const row = await tx.first(instancesByKeys, { keys: [key] });
  if (row === undefined) return;
  const instance = instanceOf(row);
  const generation = instance.generation + 1;
  await changeInstance(tx, instance, { generation, ...(state === null ? {} : { state }) });
}

async function end<Input extends MachineWorkInput>(
  tx: Tx,
  context: WorkContext<Input>,
  { work, bootError }: { readonly work: MachineWork<Input>; readonly bootError: string | null },
): Promise<void> {
  const error = errorOf(context) ?? bootError;
  const wasStarted = isStarted(context, work);
  const isLeftOff = (wasStarted && bootError !== null) || isBroken(context, work);
  if (isLeftOff) return finish(tx, context, { work, error, change: { state: 'stopped' } });
  const booted = wasStarted || (context.input.power === 'reboot' && error === null);
  const change = { ...running(context), ...(booted ? { startedAt: context.now } : {}) };
  return finish(tx, context, { work, error, change });
}

/** When the engine has given up: as it was, unless that is gone. */
function giveUp<Input extends MachineWorkInput>(
  tx: Tx,
  context: WorkContext<Input>,
  { work, message }: { readonly work: MachineWork<Input>; readonly message: string },
): Promise<void> {
  const isLeftOff = context.input.power === 'start' || isBroken(context, work);
  const change: InstanceChange = isLeftOff ? { state: 'stopped' } : running(context);
  return finish(tx, context, { work, error: message, change });
}

async function finish<Input extends MachineWorkInput>(
  tx: Tx,
  context: WorkContext<Input>,
  end: {
    readonly work: MachineWork<Input>;
    readonly error: string | null;
    readonly change: InstanceChange;
  },
): Promise<void> {
  const { work, error, change } = end;
  const row = await tx.first(instancesByKeys, { keys: [context.input.key] });
  if (row === undefined) return;
  const instance = instanceOf(row);
  const over = { instance, error, isDone: isDone(context), isBroken: isBroken(context, work) };
  await changeInstance(tx, instance, {
    ...change,
    ...(await work.over(tx, context, over)),
    operation: ended(error, context.now),
  });
}
