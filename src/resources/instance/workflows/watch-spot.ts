import type { Key } from '#kernel/key.ts';
import { hourEnd } from '#pricing/spot-market.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { bidSuffices } from '../../price/spot.ts';
import { changeInstance } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import { instancesByKeys } from '../table.ts';
import { instanceTarget, spotTarget } from '../timers.ts';
import { stopWorkflowOf } from './power.ts';
import type { InstanceServices } from './services.ts';
import { terminateWorkflow } from './terminate.ts';

export interface WatchSpotInput {
  readonly key: Key<'instance'>;
  /** Cloud milliseconds: until then it is kept, whatever its bid is. */
  readonly from: number;
}

const RETRY_MS = 60_000;
const NEXT_MS = 1_000;

interface Watched {
  /** When it is taken back; null where it need not be watched any more. */
  readonly endsAt: number | null;
}

/**
 * Compares the bid of a spot instance with the price of each hour, once the time is over in which
 * it is kept (seed 003 L1090: the first hour). Where it is below, the instance is told to be taken
 * back, and is, some minutes later: released, or stopped without charge.
 */
export const watchSpotWorkflow = defineWorkflow<WatchSpotInput, InstanceServices>()((step) => ({
  kind: 'instance.watch-spot',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step<Watched>({
      name: 'watch',
      async run({ input: { key, from }, services, now }) {
        if (now < from) return { waitMs: from - now };
        const row = await services.store.read((reader) =>
          reader.first(instancesByKeys, { keys: [key] }),
        );
        if (row === undefined || !isWatched(instanceOf(row))) return { done: { endsAt: null } };
        const instance = instanceOf(row);
        const price = services.spotHour(instance, now);
        if (instance.spot === null || bidSuffices(instance.spot, price)) {
          return { waitMs: hourEnd(now) - now };
        }
        return { done: { endsAt: now + services.configuration.spotNoticeMs } };
      },
      async commit(tx, { input: { key } }, { endsAt }) {
        if (endsAt === null) return;
        const row = await tx.first(instancesByKeys, { keys: [key] });
        if (row !== undefined) await changeInstance(tx, instanceOf(row), { spotEndsAt: endsAt });
      },
    }),
    step({
      name: 'take-back',
      run({ results, now }) {
        const { endsAt } = results['watch'] as Watched;
        const left = endsAt === null ? 0 : endsAt - now;
        return Promise.resolve(left > 0 ? { waitMs: left } : { done: undefined });
      },
      async commit(tx, { input: { key }, results, now }) {
        if ((results['watch'] as Watched).endsAt === null) return;
        const row = await tx.first(instancesByKeys, { keys: [key] });
        if (row !== undefined) await takeBack(tx, instanceOf(row), now);
      },
    }),
  ],
}));

/** One that stands still costs nothing, and is compared again as it is started. */
function isWatched({ state, chargeType }: Instance): boolean {
  return chargeType === 'spot' && state !== 'stopped' && !isGoing(state);
}

function isGoing(state: Instance['state']): boolean {
  return state === 'terminating' || state === 'launch-failed' || state === 'recycled';
}

async function takeBack(tx: Tx, instance: Instance, now: number): Promise<void> {
  const { key, state, spot } = instance;
  if (isGoing(state)) return;
  if (state !== 'running' && state !== 'stopped' && state !== 'rescue') {
    // In the middle of another operation: thrown, so that the engine comes back to it.
    throw new Error(`It is ${state} now.`);
  }
  if (spot?.interruption === 'stop' && state === 'stopped') {
    await changeInstance(tx, instance, { spotEndsAt: null });
    return;
  }
  const stops = spot?.interruption === 'stop';
  const target = instanceTarget(key);
  const started = stops
    ? await startWorkflow(tx, stopWorkflowOf, { target, input: { key, mode: 'hard' }, now })
    : await startWorkflow(tx, terminateWorkflow, { target, input: { key }, now });
  if (started === 'busy') throw new Error('Another operation is under way.');
  await changeInstance(tx, instance, {
    state: stops ? 'stopping' : 'terminating',
    operation: {
      action: stops ? 'stop' : 'terminate',
      state: 'operating',
      request: null,
      at: now,
    },
    generation: instance.generation + 1,
    spotEndsAt: null,
    ...(stops ? { stopMode: 'stop-charging' } : {}),
  });
}

/** Begins to watch a spot instance that has a limit; one that is watched already stays so. */
export async function watchSpot(
  tx: Tx,
  { key, spot }: Pick<Instance, 'key' | 'spot'>,
  { from, now }: { readonly from: number; readonly now: number },
): Promise<void> {
  if (spot === null || spot.strategy !== 'price-limit') return;
  const input = { key, from: Math.max(from, now + NEXT_MS) };
  await startWorkflow(tx, watchSpotWorkflow, {
    target: spotTarget(key),
    input,
    now,
    dueAt: input.from,
  });
}
