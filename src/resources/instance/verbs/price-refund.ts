import type { Key } from '#kernel/key.ts';
import { disksOf, type InstanceDisk } from '../../disk/disk.ts';
import { type Share, sharesBack } from '../../order/verbs/share-back.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireInstances } from '../require.ts';
import type { InstanceSelector } from './power.ts';

export interface Refund {
  readonly key: Key<'instance'>;
  /** In micro-yuan, never less than nothing. */
  readonly microYuan: number;
  /** What of it is for the instance, and for the disks that are paid with it or go with it. */
  readonly shares: readonly Share[];
}

export interface RefundAsked extends InstanceSelector {
  /** Whether data disks that are paid for themselves in advance go with them. */
  readonly withElasticDisks?: boolean;
  /** Whether all of them have to be paid in the same way. */
  readonly alike?: boolean;
}

/**
 * What comes back of instances that are paid by the hour from now on: of what the balance has paid
 * the part that is for the time to come.
 */
export const chargeRefunds = verb(
  [instanceFaults.notFound, instanceFaults.mixedChargeTypes],
  async (scope: ReadScope, asked: RefundAsked): Promise<readonly Refund[]> => {
    const { keys, region, withElasticDisks = false } = asked;
    const instances = await requireInstances(scope, keys, region);
    const ways = new Set(instances.map(({ chargeType }) => chargeType));
    if (asked.alike === true && ways.size > 1) throw instanceFaults.mixedChargeTypes();
    const disks = await disksOf(scope.db, keys);
    const refunds: Refund[] = [];
    for (const instance of instances) {
      const { key } = instance;
      const resources = resourcesOf(instance, disks.get(key) ?? [], withElasticDisks);
      const shares = instance.chargeType === 'prepaid' ? await sharesBack(scope, resources) : [];
      const microYuan = shares.reduce((sum, share) => sum + share.microYuan, 0);
      refunds.push({ key, microYuan, shares });
    }
    return refunds;
  },
);

/** An instance with its disks, of which something may come back. */
export function resourcesOf(
  { key }: Pick<Instance, 'key'>,
  disks: readonly InstanceDisk[],
  withElasticDisks: boolean,
): readonly string[] {
  const its = disks.filter(({ chargeType }) => {
    return chargeType === null || (withElasticDisks && chargeType === 'prepaid');
  });
  return [key, ...its.map((disk) => disk.key)];
}
