import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { startWorkflow } from '#workflow/start.ts';
import { addTimers, dropTimers } from '../../action-timer/action-timers.ts';
import { actionTimerFaults } from '../../action-timer/faults.ts';
import { listTimers } from '../../action-timer/verbs/list-timers.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeInstance } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireInstances } from '../require.ts';
import { releaseTarget } from '../timers.ts';
import { releaseLaterWorkflow } from '../workflows/release-later.ts';

export interface TimersToSet {
  readonly keys: ReadonlyArray<Key<'instance'>>;
  readonly region: string;
  /** Cloud milliseconds. */
  readonly at: number;
}

/** Sets when instances are released by themselves: all of them, or none. Answers the timers. */
export const setTimers = verb(
  [instanceFaults.notFound, actionTimerFaults.exists, actionTimerFaults.notAllowed],
  async (scope: Scope, { keys, region, at }: TimersToSet) => {
    const instances = await requireInstances(scope, keys, region);
    for (const instance of instances) requireTimeable(instance);
    for (const instance of instances) {
      await scheduleRelease(scope, instance.key, at);
      await changeInstance(scope.db, instance, { releaseAt: at });
    }
    return addTimers(scope, instances, at);
  },
);

/** The workflow of a timer: a release by hand cancels it. */
export async function scheduleRelease(
  { db, now }: Scope,
  key: Key<'instance'>,
  at: number,
): Promise<void> {
  const input = { key, at, from: ['running', 'stopped', 'rescue'] } as const;
  const target = releaseTarget(key);
  await startWorkflow(db, releaseLaterWorkflow, { target, input, now, dueAt: at });
}

const GONE: ReadonlySet<Instance['state']> = new Set(['launch-failed', 'recycled', 'terminating']);

function requireTimeable({ key, state, releaseAt, protected: isProtected }: Instance): void {
  if (isProtected || GONE.has(state)) throw actionTimerFaults.notAllowed({ instance: key });
  if (releaseAt !== null) throw actionTimerFaults.exists({ instance: key });
}

export interface TimersToDelete {
  /** Of the timers. */
  readonly keys: readonly string[];
  readonly region: string;
}

/** Takes timers away that have not begun to act: all of them, or none (seed 004 L19448). */
export const deleteTimers = verb(
  [instanceFaults.notFound, actionTimerFaults.notFound, actionTimerFaults.notWaiting],
  async (scope: Scope, { keys, region }: TimersToDelete) => {
    const found = await listTimers(scope, { region, keys });
    const byKey = new Map(found.map((timer) => [timer.key, timer]));
    const timers = [...new Set(keys)].map((key) => {
      const timer = byKey.get(key);
      if (timer === undefined) throw actionTimerFaults.notFound({ timer: key });
      if (timer.state !== 'waiting') throw actionTimerFaults.notWaiting({ timer: key });
      return timer.instance;
    });
    for (const instance of await requireInstances(scope, timers, region)) {
      await changeInstance(scope.db, instance, { releaseAt: null });
    }
    await cancelWorkflows(scope.db, timers.map(releaseTarget));
    await dropTimers(scope.db, timers);
  },
);
