import { setTimeout as delay } from 'node:timers/promises';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { keyOfInstance } from './inspect.ts';
import { generationOf, isPowered, type InstanceAnswer } from './machine-record.ts';
import { readMembers } from './members.ts';
import { powerOn } from './power-on.ts';

/** A machine of this cloud that runs on a member. */
export interface Running {
  readonly key: string;
  readonly generation: number;
}

interface Placed extends InstanceAnswer {
  readonly expanded_config: Readonly<Record<string, string>>;
}

/** A cluster that hears of its members every ten seconds has heard of all by then. */
const HEARD_MS_MAX = 30_000;
const LOOK_EVERY_MS = 500;

/** The machines of this cloud that run on a member. @throws EngineError */
export async function runningOn(
  context: IncusContext,
  member: string,
): Promise<readonly Running[]> {
  return (await placedOn(context, member)).filter(isPowered).map((instance) => ({
    key: keyOfInstance(context, instance) ?? '',
    generation: generationOf(instance),
  }));
}

/**
 * Moves the machines that an evacuation stopped and left where they were, although they can be
 * moved, and starts them again. The server does that, and says no word, where it has not heard of
 * the other members for longer than its offline threshold: a round of its heartbeats that takes
 * long is enough. What cannot be moved stays, and is logged. @throws EngineError
 */
export async function moveStranded(
  context: IncusContext,
  member: string,
  ran: readonly Running[],
): Promise<void> {
  const isStranded = (instance: Placed): boolean =>
    !isPowered(instance) &&
    isMovable(instance) &&
    ran.some(
      ({ key, generation }) =>
        key === keyOfInstance(context, instance) && generation === generationOf(instance),
    );
  const stranded = (await placedOn(context, member)).filter(isStranded);
  for (const [index, instance] of stranded.entries()) {
    const targets = await targetsBeside(context, member);
    const to = targets[index % targets.length];
    try {
      if (to === undefined) throw new EngineError('No other member takes machines.', NOWHERE);
      await move(context, instance, { from: member, to });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const { message } = error;
      context.log.warn({ machine: instance.name, message }, 'an evacuation left a machine behind');
    }
  }
}

const NOWHERE = { status: 0, retryable: true };

/** The instances of this cloud's machines that are on a member. @throws EngineError */
async function placedOn(context: IncusContext, member: string): Promise<readonly Placed[]> {
  const options = { query: { recursion: '1' } };
  const all = await context.engine.get<readonly Placed[]>('/1.0/instances', options);
  return all.filter(
    (instance) => instance.location === member && keyOfInstance(context, instance) !== undefined,
  );
}

/** Whether an evacuation is meant to move it; by default not what has volumes of its own. */
function isMovable({ expanded_config: config, devices }: Placed): boolean {
  const mode = config['cluster.evacuate'] ?? 'auto';
  if (mode !== 'auto') return mode.endsWith('migrate');
  return Object.values(devices).every(({ type, path }) => type !== 'disk' || path === '/');
}

/** Names of the other members that take machines; waits while the cluster hears of none. */
async function targetsBeside(context: IncusContext, member: string): Promise<readonly string[]> {
  const until = performance.now() + HEARD_MS_MAX;
  for (;;) {
    const others = (await readMembers(context)).filter(({ name }) => name !== member);
    const open = others.filter(({ isOpen, isScheduled }) => isOpen && isScheduled);
    if (open.length > 0) return open.map(({ name }) => name);
    if (others.every(({ isHeard }) => isHeard) || performance.now() > until) return [];
    await delay(LOOK_EVERY_MS);
  }
}

async function move(
  context: IncusContext,
  instance: Placed,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const { engine } = context;
  const { name } = instance;
  const path = `/1.0/instances/${name}`;
  // By this the server knows what to bring back when the member is restored.
  const origin = { config: { 'volatile.evacuate.origin': from } };
  await engine.change('PATCH', path, { body: origin });
  await engine.change('POST', path, { body: { name, migration: true }, query: { target: to } });
  await powerOn(context, { key: keyOfInstance(context, instance) ?? '' });
}
