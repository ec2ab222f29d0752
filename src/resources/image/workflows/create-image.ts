import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import type { Outcome, StepContext } from '#workflow/definition.ts';
import { ended } from '../../instance/begin.ts';
import { changeInstance } from '../../instance/change.ts';
import { loadInstances, machineOf, settle } from '../../instance/machine.ts';
import { findInstance } from '../../instance/usage.ts';
import type { ImageServices } from '../services.ts';
import { startSnapshots } from '../../snapshot/make.ts';
import { removeSnapshots } from '../../snapshot/remove.ts';
import { snapshotsOf, snapshotsOutcome } from '../../snapshot/usage.ts';
import { endImage, forgetSnapshotsOfImage } from '../own-table.ts';
import { expectIn } from '../expect-in.ts';

export interface CreateImageInput {
  readonly image: Key<'image'>;
  /** Null where it is made of snapshots that there are. */
  readonly instance: Key<'instance'> | null;
  /** Whether the instance runs and is shut down first. */
  readonly stops: boolean;
  /** The first is of the system disk. */
  readonly snapshots: ReadonlyArray<Key<'snapshot'>>;
  readonly zone: string;
}

type Context = StepContext<CreateImageInput, ImageServices>;

/** Why a step failed; null where it did not. */
interface Ended {
  readonly error: string | null;
}

const DONE = { done: { error: null } } as const;
const POLL_MS = 500;

/**
 * Makes an image: the instance is shut down where that is wished, its disks are snapshotted, and
 * the image is published from the snapshot of the system disk. A machine that was shut down stays
 * so, since nothing says that it starts again.
 */
export const createImageWorkflow = defineWorkflow<CreateImageInput, ImageServices>()((step) => ({
  kind: 'image.create',
  steps: [
    step<Ended>({ name: 'stop', run: stop, commit: beginSnapshots }),
    step<Ended>({ name: 'snapshot', run: awaitSnapshots }),
    step<Ended>({
      name: 'publish',
      run: publish,
      commit: (tx, context, { error }) => end(tx, context, error),
    }),
  ],
  failed: (tx, context, { message }) => end(tx, context, message),
}));

async function stop(context: Context): Promise<Outcome<Ended>> {
  const { input, services, beganAt, now, attempt } = context;
  if (!input.stops || input.instance === null) return DONE;
  const [loaded] = await loadInstances(services.store, [input.instance]);
  if (loaded === undefined) return DONE;
  const machine = machineOf(loaded.instance);
  const answer = await services.driver.stop(machine, { mode: 'soft-then-hard' }, { beganAt, now });
  const settled = settle(answer, attempt);
  if (settled === 'done') return DONE;
  return 'waitMs' in settled ? settled : { done: { error: settled.failed } };
}

/** Of an instance that could not be stopped there are none, nor an image. */
async function beginSnapshots(tx: Tx, { input, now }: Context, { error }: Ended): Promise<void> {
  const { instance: key, stops, snapshots } = input;
  if (key === null || error !== null) return;
  if (stops) {
    const instance = await findInstance(tx, key);
    if (instance !== null) {
      await changeInstance(tx, instance, { state: 'stopped', stopMode: 'keep-charging' });
    }
  }
  await startSnapshots(tx, snapshots, { now });
}

async function awaitSnapshots({ input, services, results }: Context): Promise<Outcome<Ended>> {
  const { error } = results['stop'] as Ended;
  if (error !== null) return { done: { error } };
  const outcome = await services.store.read((reader) => snapshotsOutcome(reader, input.snapshots));
  if (outcome === 'making') return { waitMs: POLL_MS };
  return outcome === 'ready' ? DONE : { done: { error: `snapshots-${outcome}` } };
}

async function publish(context: Context): Promise<Outcome<Ended>> {
  const { input, services, results, beganAt, now, attempt } = context;
  const { error } = results['snapshot'] as Ended;
  if (error !== null) return { done: { error } };
  const { image, zone, snapshots } = input;
  const named = { key: image, generation: 1, zone };
  const from = { snapshot: snapshots[0] ?? '' };
  const answer = await services.driver.machineImages.publish(named, from, { beganAt, now });
  const settled = settle(answer, attempt);
  if (settled === 'done') return DONE;
  if ('failed' in settled) return { done: { error: settled.failed } };
  await expectIn(services.store, image, { now, ms: settled.waitMs });
  return settled;
}

async function end(tx: Tx, context: Context, error: string | null): Promise<void> {
  const { input, now } = context;
  const { image, instance: key } = input;
  const to = error === null ? 'available' : 'failed';
  await tx.run(endImage, { key: image, from: 'creating', to, error });
  if (!hasSnapshots(context)) await dropSnapshots(tx, context);
  const instance = await findInstance(tx, key);
  if (instance === null) return;
  // One that could not be stopped runs still.
  const state = instance.state === 'stopping' ? ({ state: 'running' } as const) : {};
  await changeInstance(tx, instance, { ...state, operation: ended(error, now) });
}

/** Whether the snapshots were begun, or were there before. */
function hasSnapshots({ input, results }: Context): boolean {
  const stopped = results['stop'] as Ended | undefined;
  return input.instance === null || stopped?.error === null;
}

/** Takes away the snapshots that were written down and never begun. */
async function dropSnapshots(tx: Tx, { input, now }: Context): Promise<void> {
  const { image, snapshots } = input;
  await tx.run(forgetSnapshotsOfImage, { image });
  await removeSnapshots(tx, await snapshotsOf(tx, snapshots), now);
}
