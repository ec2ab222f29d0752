import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { doneAtOnce, inKeyOrder } from '../begin.ts';
import { changeInstance } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import type { Prepaid } from '../instance.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import type { InstanceSelector } from './power.ts';

export interface RenewalRequest extends InstanceSelector {
  /** Whether they renew themselves when their time is over, and for how long then. */
  readonly renewal: Prepaid['renewal'];
  /** What it was, where that is left out. */
  readonly every?: { readonly period: number; readonly unit: Prepaid['unit'] };
}

const ONE_MONTH = { period: 1, unit: 'month' } as const;

/** Sets what becomes of instances at the end of what was paid for (seed 004 L16341). */
export const changeRenewal = verb(
  [
    instanceFaults.notFound,
    instanceFaults.notPrepaid,
    instanceFaults.wrongState,
    instanceFaults.inProgress,
  ],
  async (scope: Scope, { keys, region, renewal, every }: RenewalRequest) => {
    const instances = await requireInstances(scope, keys, region);
    for (const instance of instances) {
      const { key, chargeType } = instance;
      if (chargeType !== 'prepaid') throw instanceFaults.notPrepaid({ instance: key });
      requireState(instance, 'modify');
      requireIdle(instance, 'change-renewal');
    }
    for (const instance of inKeyOrder(instances)) {
      const before = instance.prepaid ?? { ...ONE_MONTH, renewalPeriod: 1 };
      const length =
        every === undefined ? {} : { renewalPeriod: every.period, renewalUnit: every.unit };
      await changeInstance(scope.db, instance, {
        prepaid: { ...before, ...length, renewal },
        operation: doneAtOnce(scope, 'change-renewal'),
      });
    }
  },
);
