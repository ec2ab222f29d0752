import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { chargeChangeFaults } from '../charge-change-faults.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance, InternetAccess, Prepaid } from '../instance.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import type { InstanceSelector } from './power.ts';

export interface ChargeAsked extends InstanceSelector {
  /** For how long they are paid in advance; null: by the hour from now on. */
  readonly prepaid: Prepaid | null;
  /** Whether the instances have to be in one zone. */
  readonly zones: 'any' | 'one';
  /** The most Mbps that are sold by bandwidth in that way; no limit where it is left out. */
  readonly mbpsMax?: number | undefined;
}

export interface ChargeChange extends ChargeAsked {
  /**
   * What becomes of the data disks. Those that are paid for themselves follow or stay as they are;
   * or all of them are paid with their instance, or by the hour.
   */
  readonly dataDisks: 'elastic follow' | 'elastic stay' | 'with it' | 'by the hour';
}

/** Families of which the page says that they are paid in one way (seed 004 L16016). */
const fixedFamilies: ReadonlySet<string> = new Set(['BC1', 'BS1']);

/**
 * The instances that are to be paid in another way from now on: none that is stopped without
 * charge, has a time of release, or is paid as spot or with its host (L16013-16018, L13845).
 */
export const planChargeChange = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    instanceFaults.releaseScheduled,
    chargeChangeFaults.zonesDiffer,
    chargeChangeFaults.fixed,
    chargeChangeFaults.familyFixed,
    chargeChangeFaults.already,
    chargeChangeFaults.tooMuchBandwidth,
  ],
  async (scope: ReadScope, asked: ChargeAsked): Promise<readonly Instance[]> => {
    const instances = await requireInstances(scope, asked.keys, asked.region);
    const zones = new Set(instances.map(({ zone }) => zone));
    if (asked.zones === 'one' && zones.size > 1) throw chargeChangeFaults.zonesDiffer();
    for (const instance of instances) requireChange(scope, instance, asked);
    return instances;
  },
);

function requireChange({ cloud }: ReadScope, instance: Instance, asked: ChargeAsked): void {
  const { key, state, chargeType, stopMode, releaseAt } = instance;
  if (chargeType === 'spot' || chargeType === 'dedicated-host') {
    throw chargeChangeFaults.fixed({ instance: key });
  }
  if (chargeType === (asked.prepaid === null ? 'postpaid' : 'prepaid')) {
    throw chargeChangeFaults.already({ instance: key });
  }
  const family = cloud.catalogue.instanceType(instance.type)?.family ?? '';
  if (fixedFamilies.has(family)) throw chargeChangeFaults.familyFixed({ instance: key, family });
  requireState(instance, 'modify');
  requireIdle(instance, 'change-charge-type');
  if (state === 'stopped' && stopMode === 'stop-charging') {
    throw instanceFaults.stoppedWithoutCharge({ instance: key });
  }
  if (releaseAt !== null) throw instanceFaults.releaseScheduled({ instance: key });
  const internet = internetAfter(instance, asked);
  const limit = asked.mbpsMax ?? Infinity;
  if (internet.chargeType !== 'traffic' && internet.outMbps > limit) {
    throw chargeChangeFaults.tooMuchBandwidth({ instance: key, limit });
  }
}

/** Bandwidth is paid as its instance is; traffic and packages stay what they are. */
export function internetAfter(
  { internet }: Pick<Instance, 'internet'>,
  { prepaid }: Pick<ChargeAsked, 'prepaid'>,
): InternetAccess {
  const { chargeType } = internet;
  if (chargeType === 'bandwidth-hourly' && prepaid !== null) {
    return { ...internet, chargeType: 'bandwidth-prepaid' };
  }
  if (chargeType === 'bandwidth-prepaid' && prepaid === null) {
    return { ...internet, chargeType: 'bandwidth-hourly' };
  }
  return internet;
}
