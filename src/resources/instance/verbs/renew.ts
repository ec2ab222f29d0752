import { cancelWorkflows } from '#workflow/cancel.ts';
import { restoreDisksOf } from '../../disk/recycle.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { doneAtOnce, inKeyOrder } from '../begin.ts';
import { changeInstance } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import type { Prepaid } from '../instance.ts';
import { launchFaults } from '../launch-faults.ts';
import { renewedFrom, requirePaidTerm } from '../paid-term.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import { recycleTarget } from '../timers.ts';
import { setExpiry } from '../set-expiry.ts';
import type { InstanceSelector } from './power.ts';

export interface RenewRequest extends InstanceSelector {
  /** For how long; whether it renews itself then stays as it is where that is left out. */
  readonly prepaid: Pick<Prepaid, 'period' | 'unit'> & Partial<Prepaid>;
}

const NOT_BY_ITSELF = { renewal: 'manual', renewalPeriod: 1 } as const;

/**
 * Pays instances for longer. One in the recycle bin comes back stopped: renewal is the only way
 * out of it (seed 004: RenewInstances does not refuse InstanceStateShutdown).
 */
export const renewInstances = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.inProgress,
    instanceFaults.mixedChargeTypes,
    instanceFaults.notPrepaid,
    launchFaults.periodNotSold,
  ],
  async (scope: Scope, { keys, region, prepaid }: RenewRequest) => {
    const instances = await requireInstances(scope, keys, region);
    if (new Set(instances.map(({ chargeType }) => chargeType)).size > 1) {
      throw instanceFaults.mixedChargeTypes();
    }
    for (const instance of instances) {
      const { key, chargeType } = instance;
      if (chargeType !== 'prepaid') throw instanceFaults.notPrepaid({ instance: key });
      requireState(instance, 'renew');
      requireIdle(instance, 'renew');
    }
    for (const instance of inKeyOrder(instances)) {
      const { key } = instance;
      const { from, day } = renewedFrom(instance, scope.now);
      const binned = instance.state === 'recycled';
      if (binned) {
        await cancelWorkflows(scope.db, [recycleTarget(key)]);
        await restoreDisksOf(scope.db, instance);
      }
      const paid = { ...(instance.prepaid ?? NOT_BY_ITSELF), ...prepaid };
      const period = { count: prepaid.period, unit: prepaid.unit };
      const term = requirePaidTerm(from, period, day);
      await changeInstance(scope.db, instance, {
        ...(binned ? { state: 'stopped' } : {}),
        ...term,
        operation: doneAtOnce(scope, 'renew'),
        prepaid: paid,
        isolatedBy: null,
      });
      await setExpiry(scope, key, term.expiresAt);
    }
  },
);
