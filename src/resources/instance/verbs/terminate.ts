import { cancelWorkflows, takeWorkflow } from '#workflow/cancel.ts';
import { dropTimers } from '../../action-timer/action-timers.ts';
import { recycleDisksOf, type DisksBinned } from '../../disk/recycle.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { begin, inKeyOrder } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import {
  expiryTarget,
  haltTarget,
  instanceTarget,
  recycleTarget,
  releaseTarget,
} from '../timers.ts';
import { changeGuestWorkflow } from '../workflows/change-guest.ts';
import { recycleInstance } from '../workflows/release-later.ts';
import { terminateWorkflow } from '../workflows/terminate.ts';
import type { InstanceSelector } from './power.ts';

export interface TerminateRequest extends InstanceSelector {
  /** Whether a running one may be released: Alibaba wants Force for it, Tencent does not (D11). */
  readonly force: boolean;
  /**
   * What becomes of one paid in advance: the recycle bin first (seed 004 L19149), a refusal until
   * it has expired, or its release at once.
   */
  readonly prepaid: 'recycle' | 'refuse' | 'release';
  /** Which of their data disks that are paid in advance go with them; else they stay. */
  readonly prepaidDisks?: DisksBinned | undefined;
  /** Whether it may come while a guest is changed as it is; the change is then given up. */
  readonly endsChange?: boolean;
}

/**
 * Releases instances, or puts them in the bin: those that may go there, of one charge type at a
 * time (seed 004 L19155).
 */
export const terminateInstances = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.inProgress,
    instanceFaults.mixedChargeTypes,
    instanceFaults.protected,
    instanceFaults.needsForce,
    instanceFaults.notExpired,
  ],
  async (scope: Scope, request: TerminateRequest) => {
    const instances = await requireInstances(scope, request.keys, request.region);
    for (const instance of instances) {
      requireState(instance, 'terminate');
      const ended = request.endsChange === true && (await endChange(scope, instance));
      if (!ended) requireIdle(instance, 'terminate');
    }
    const chargeTypes = new Set(instances.map(({ chargeType }) => chargeType));
    if (request.prepaid === 'recycle' && chargeTypes.size > 1) {
      throw instanceFaults.mixedChargeTypes();
    }
    for (const instance of instances) refuse(scope, instance, request);
    const { prepaidDisks: binned = 'none' } = request;
    for (const instance of inKeyOrder(instances)) {
      await recycleDisksOf(scope.db, instance, { binned, now: scope.now });
      const first = instance.chargeType === 'prepaid' && instance.state !== 'recycled';
      if (first && request.prepaid === 'recycle') {
        await cancelWorkflows(scope.db, [releaseTarget(instance.key)]);
        await dropTimerOf(scope, instance);
        const { requestId, cloud } = scope;
        const { recycleBinMs } = cloud.configuration;
        const at = { now: scope.now, recycleBinMs, request: requestId };
        await recycleInstance(scope.db, instance, at);
      } else await release(scope, instance);
    }
  },
);

function refuse({ now }: Scope, instance: Instance, request: TerminateRequest): void {
  const { key, state, chargeType, expiresAt } = instance;
  if (instance.protected) throw instanceFaults.protected({ instance: key });
  if (state === 'running' && !request.force) throw instanceFaults.needsForce({ instance: key });
  const paid = chargeType === 'prepaid' && (expiresAt ?? 0) > now;
  if (paid && request.prepaid === 'refuse') throw instanceFaults.notExpired({ instance: key });
}

/** Gives up the change of a guest that is under way; false where there is none. */
async function endChange({ db }: Scope, { key }: Instance): Promise<boolean> {
  return (await takeWorkflow(db, changeGuestWorkflow, instanceTarget(key))) !== undefined;
}

/** One that has begun to act goes on: it wants the same. */
async function dropTimerOf({ db }: Scope, { key, releaseAt }: Instance): Promise<void> {
  if (releaseAt !== null) await dropTimers(db, [key]);
}

async function release(scope: Scope, instance: Instance): Promise<void> {
  const timers = [expiryTarget, recycleTarget, releaseTarget, haltTarget];
  await cancelWorkflows(
    scope.db,
    timers.map((targetOf) => targetOf(instance.key)),
  );
  await dropTimerOf(scope, instance);
  await begin(scope, instance, {
    operation: 'terminate',
    state: 'terminating',
    workflow: terminateWorkflow,
    input: { key: instance.key },
  });
}
