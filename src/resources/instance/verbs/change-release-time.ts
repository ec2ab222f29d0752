import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { addTimers, dropTimers } from '../../action-timer/action-timers.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeInstance } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import { releaseTarget } from '../timers.ts';
import { scheduleRelease } from './set-timers.ts';

export interface ReleaseTimeRequest {
  readonly key: Key<'instance'>;
  readonly region: string | null;
  /** Cloud milliseconds; null takes the timer away. */
  readonly at: number | null;
}

/**
 * Sets when an instance that is paid by use is released by itself, or that it is not. One that is
 * paid in advance ends with what was paid for.
 */
export const changeReleaseTime = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.inProgress,
    instanceFaults.paidInAdvance,
  ],
  async (scope: Scope, { key, region, at }: ReleaseTimeRequest) => {
    const { db } = scope;
    for (const instance of await requireInstances(scope, [key], region)) {
      if (instance.chargeType === 'prepaid') throw instanceFaults.paidInAdvance({ instance: key });
      requireState(instance, 'modify');
      requireIdle(instance, 'change-attributes');
      await cancelWorkflows(db, [releaseTarget(key)]);
      await dropTimers(db, [key]);
      if (at !== null) {
        await scheduleRelease(scope, key, at);
        await addTimers(scope, [instance], at);
      }
      await changeInstance(db, instance, { releaseAt: at });
    }
  },
);
