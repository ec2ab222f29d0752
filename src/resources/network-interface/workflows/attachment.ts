import { macOf } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { DriverAnswer } from '#drivers/driver.ts';
import type { MachineInterface } from '#drivers/network.ts';
import type { Reader, Tx } from '#store/store.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import type { Outcome, StepContext } from '#workflow/definition.ts';
import { ended } from '../../instance/begin.ts';
import { settle, settledAttemptsMax } from '../../instance/machine.ts';
import { findInstance } from '../../instance/usage.ts';
import { formatAddress } from '../../subnet/cidr.ts';
import { addressesOfOne } from '../addresses.ts';
import { changeInterfaceRow, type InterfaceChange } from '../change.ts';
import { interfaceOf } from '../interface-row.ts';
import type { NetworkInterface } from '../network-interface.ts';
import { interfacesByKeys } from '../table.ts';
import type { InterfaceServices } from './services.ts';

export interface InterfaceInput {
  readonly key: Key<'network-interface'>;
}

export interface MigrationInput extends InterfaceInput {
  readonly to: Key<'instance'>;
  /** Its place there. */
  readonly index: number;
}

type Context = StepContext<InterfaceInput, InterfaceServices>;

/** Why the driver could not do it; null where it could. */
interface Ended {
  readonly error: string | null;
}

/** Attaches an interface; one that could not be attached is free again. */
export const attachInterfaceWorkflow = defineWorkflow<InterfaceInput, InterfaceServices>()(
  (step) => ({
    kind: 'network-interface.attach',
    attemptsMax: settledAttemptsMax,
    steps: [
      step<Ended>({
        name: 'attach',
        run: (context) => ask(context, 'attach'),
        commit: (tx, context, { error }) => endAttach(tx, context, error),
      }),
    ],
    failed: (tx, context, { message }) => endAttach(tx, context, message),
  }),
);

/** Takes an interface from its instance; one that could not be taken stays attached. */
export const detachInterfaceWorkflow = defineWorkflow<InterfaceInput, InterfaceServices>()(
  (step) => ({
    kind: 'network-interface.detach',
    attemptsMax: settledAttemptsMax,
    steps: [
      step<Ended>({
        name: 'detach',
        run: (context) => ask(context, 'detach'),
        commit: (tx, context, { error }) => endDetach(tx, context, error),
      }),
    ],
    failed: (tx, context, { message }) => endDetach(tx, context, message),
  }),
);

/**
 * Takes an interface from its instance and attaches it to another. Until it is there its row says
 * where it came from, and there it is again where the other could not have it.
 */
export const migrateInterfaceWorkflow = defineWorkflow<MigrationInput, InterfaceServices>()(
  (step) => ({
    kind: 'network-interface.migrate',
    attemptsMax: settledAttemptsMax,
    steps: [
      step({
        name: 'detach',
        run: async (context) => done(await ask(context, 'detach')),
        async undo(context) {
          const outcome = await ask(context, 'attach');
          if ('waitMs' in outcome) return outcome;
        },
      }),
      step({
        name: 'attach',
        run: async (context) => done(await ask(context, 'attach', context.input)),
        commit: (tx, { input: { key, to: instance, index: deviceIndex }, now }) => {
          const attached = { state: 'in-use', attachedAt: now, instance, deviceIndex } as const;
          return change(tx, { input: { key } }, { ...attached, operation: ended(null, now) });
        },
      }),
    ],
    failed: (tx, context, { message }) => endDetach(tx, context, message),
  }),
);

const NOTHING = { done: { error: null } } as const;

/** What the driver cannot do is tried again, and then undone. */
function done(outcome: Outcome<Ended>): Outcome<undefined> {
  if ('waitMs' in outcome) return outcome;
  const { error } = outcome.done;
  if (error !== null) throw new Error(error);
  return { done: undefined };
}

async function find(
  reader: Pick<Reader, 'first'>,
  { input: { key } }: Pick<Context, 'input'>,
): Promise<NetworkInterface | undefined> {
  const row = await reader.first(interfacesByKeys, { keys: [key] });
  return row === undefined ? undefined : interfaceOf(row);
}

async function ask(
  context: Context,
  verb: 'attach' | 'detach',
  at?: MigrationInput,
): Promise<Outcome<Ended>> {
  const { services, beganAt, now, attempt } = context;
  const named = await services.store.read(async (reader) => {
    const one = await find(reader, context);
    const place = at && { instance: at.to, deviceIndex: at.index };
    return one && machineInterfaceOf(reader, { ...one, ...place });
  });
  if (named === undefined) return NOTHING;
  const answer: DriverAnswer = await services.driver.interfaces[verb](named, { beganAt, now });
  const settled = settle(answer, attempt);
  if (settled === 'done') return NOTHING;
  return 'waitMs' in settled ? settled : { done: { error: settled.failed } };
}

/** The driver's name for an interface that is attached, or on its way to an instance or from it. */
async function machineInterfaceOf(
  reader: Reader,
  one: NetworkInterface,
): Promise<MachineInterface> {
  const instance = await findInstance(reader, one.instance);
  const addresses = await addressesOfOne(reader, one);
  return {
    key: one.key,
    generation: one.generation,
    zone: one.zone,
    host: instance?.host ?? '',
    machine: one.instance ?? '',
    subnet: one.subnet,
    index: one.deviceIndex ?? 0,
    mac: macOf(one.key),
    addresses: addresses.map(({ address }) => formatAddress(address)),
  };
}

const free = { state: 'available', instance: null, deviceIndex: null, attachedAt: null } as const;

/** It is in use now, or free again where an error says why. */
function endAttach(tx: Tx, context: Context, error: string | null): Promise<void> {
  const attached = { state: 'in-use', attachedAt: context.now } as const;
  const operation = ended(error, context.now);
  return change(tx, context, { ...(error === null ? attached : free), operation });
}

/** It is free now, or in use as before where an error says why. */
function endDetach(tx: Tx, context: Context, error: string | null): Promise<void> {
  const kept = { state: 'in-use' } as const;
  const operation = ended(error, context.now);
  return change(tx, context, { ...(error === null ? free : kept), operation });
}

async function change(tx: Tx, context: Pick<Context, 'input'>, to: InterfaceChange): Promise<void> {
  const one = await find(tx, context);
  if (one !== undefined) await changeInterfaceRow(tx, one, to);
}
