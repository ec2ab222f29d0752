import type { DriverAnswer, DriverCall } from '#drivers/driver.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, GiveUp, type Outcome, type StepContext } from '#workflow/definition.ts';
import { disksOfKeys, expectRollbackOf } from '../../disk/by-keys.ts';
import { changeDisk } from '../../disk/change.ts';
import type { Disk } from '../../disk/disk.ts';
import { volumeOf } from '../../disk/volume.ts';
import { endBackupRestores } from '../../disk-backup/usage.ts';
import { ended } from '../../instance/begin.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import { changeInstance, type InstanceChange } from '../../instance/change.ts';
import type { Instance } from '../../instance/instance.ts';
import {
  loadInstances,
  type LoadedInstance,
  machineOf,
  settle,
  settledAttemptsMax,
  specOf,
} from '../../instance/machine.ts';
import type { SnapshotServices } from '../services.ts';
import { setSnapshotStates } from '../table.ts';

export interface RestoreInput {
  readonly restores: ReadonlyArray<{
    readonly disk: Key<'disk'>;
    /** The key of a snapshot; of a backup where `from` says so. */
    readonly snapshot: string;
  }>;
  readonly from?: 'backup';
  /** That the disks are attached to. */
  readonly instance: Key<'instance'> | null;
  /** Whether it is stopped before, and started again behind that. */
  readonly stop: boolean;
  readonly start: boolean;
}

type Context = StepContext<RestoreInput, SnapshotServices>;

/** Rolls disks back to what they held: what came since is gone. Their machine stands still. */
export const restoreSnapshotsWorkflow = defineWorkflow<RestoreInput, SnapshotServices>()(
  (step) => ({
    kind: 'snapshot.restore',
    attemptsMax: settledAttemptsMax,
    steps: [
      step({
        name: 'stop',
        run: (context) =>
          onMachine(context, context.input.stop, ({ instance }, call) =>
            context.services.driver.stop(machineOf(instance), { mode: 'soft-then-hard' }, call),
          ),
        async commit(tx, { input }) {
          if (input.stop) await changeMachine(tx, input, { state: 'stopped' });
        },
      }),
      step({
        name: 'restore',
        run: restoreAll,
        async commit(tx, { input, now }) {
          await endOnDisks(tx, input, { error: null, now });
          if (input.start) await changeMachine(tx, input, { state: 'starting' });
          else if (input.stop) await changeMachine(tx, input, { operation: ended(null, now) });
        },
      }),
      step({
        name: 'start',
        run: (context) =>
          onMachine(context, context.input.start, ({ instance }, call) =>
            context.services.driver.start(machineOf(instance), call),
          ),
        async commit(tx, { input, now }) {
          if (!input.start) return;
          const operation = ended(null, now);
          await changeMachine(tx, input, { state: 'running', startedAt: now, operation });
        },
      }),
    ],
    async failed(tx, { input, now }, { message }) {
      await endOnDisks(tx, input, { error: message, now });
      if (!input.stop) return;
      // What could not be stopped runs on; what could not be started again stays stopped.
      await changeMachine(tx, input, ({ state, operationState }) =>
        operationState === 'operating'
          ? {
              state: state === 'stopping' ? 'running' : 'stopped',
              operation: ended(message, now),
            }
          : undefined,
      );
    },
  }),
);

/** Asks the driver about the machine, where that is wanted. */
async function onMachine(
  { input: { instance }, services: { store }, beganAt, now, attempt }: Context,
  isWanted: boolean,
  ask: (loaded: LoadedInstance, call: DriverCall) => Promise<DriverAnswer>,
): Promise<Outcome<undefined>> {
  if (!isWanted || instance === null) return { done: undefined };
  const [loaded] = await loadInstances(store, [instance]);
  if (loaded === undefined) return { done: undefined };
  return outcomeOf([await ask(loaded, { beganAt, now })], attempt);
}

/** Done when all of them are. @throws GiveUp where one has failed */
function outcomeOf(answers: readonly DriverAnswer[], attempt: number): Outcome<undefined> {
  let waitMs = 0;
  for (const answer of answers) {
    const settled = settle(answer, attempt);
    if (settled === 'done') continue;
    if ('failed' in settled) throw new GiveUp(settled.failed);
    waitMs = Math.max(waitMs, settled.waitMs);
  }
  return waitMs > 0 ? { waitMs } : { done: undefined };
}

async function restoreAll(context: Context): Promise<Outcome<undefined>> {
  const { input, services, attempt } = context;
  const keys = input.restores.map(({ disk }) => disk);
  const disks = await services.store.read((reader) => disksOfKeys(reader, keys));
  const answers: DriverAnswer[] = [];
  for (const disk of disks) {
    const snapshot = input.restores.find((one) => one.disk === disk.key)?.snapshot;
    if (snapshot === undefined) continue;
    const answer = await restore(context, disk, snapshot);
    answers.push(answer);
    if (answer.state !== 'pending' || disk.rollbackDue !== null) continue;
    const time = { at: context.now, due: context.now + answer.pollAfterMs };
    await services.store.write((tx) => expectRollbackOf(tx, disk.key, time));
  }
  return outcomeOf(answers, attempt);
}

/** A system disk is the root of its machine, which is made anew with what the snapshot holds. */
async function restore(
  { services: { driver, store }, beganAt, now }: Context,
  disk: Disk,
  snapshot: string,
): Promise<DriverAnswer> {
  const call = { beganAt, now };
  if (disk.role === 'data') return driver.volumes.restore(volumeOf(disk), snapshot, call);
  const [loaded] = await loadInstances(store, [disk.instance ?? '']);
  if (loaded === undefined) return { state: 'failed', reason: 'machine-gone', retryable: false };
  const spec = specOf(loaded, { boot: false, source: undefined });
  const disks = spec.disks.map((one) => (one.key === disk.key ? { ...one, snapshot } : one));
  return driver.rebuild({ ...spec, disks }, call);
}

async function endOnDisks(
  tx: Tx,
  { restores, from }: RestoreInput,
  { error, now }: { readonly error: string | null; readonly now: number },
): Promise<void> {
  const keys = restores.map(({ snapshot }) => snapshot);
  if (from === 'backup') await endBackupRestores(tx, keys);
  else await tx.run(setSnapshotStates, { keys, from: ['restoring'], to: 'ready', at: now });
  for (const disk of await disksOfKeys(
    tx,
    restores.map(({ disk: key }) => key),
  )) {
    if (disk.state !== 'restoring') continue;
    await changeDisk(tx, disk, {
      state: disk.instance === null ? 'available' : 'in-use',
      operation: ended(error, now),
      rollbackAt: null,
      rollbackDue: null,
    });
  }
}

async function changeMachine(
  tx: Tx,
  { instance: key }: RestoreInput,
  change: InstanceChange | ((instance: Instance) => InstanceChange | undefined),
): Promise<void> {
  if (key === null) return;
  const instance = (await instancesOfKeys(tx, [key])).get(key);
  if (instance === undefined) return;
  const to = typeof change === 'function' ? change(instance) : change;
  if (to !== undefined) await changeInstance(tx, instance, to);
}
