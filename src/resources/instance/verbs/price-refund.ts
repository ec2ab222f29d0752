import type { Key } from '#kernel/key.ts';
import { disksOf } from '../../disk/disk.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import { differencePrice } from '../../price/difference.ts';
import { priceFaults } from '../../price/faults.ts';
import { bandwidthLine, diskLine, machineLinesOf } from '../../price/lines.ts';
import { addedSums, type Sum } from '../../price/price.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireInstances } from '../require.ts';
import type { InstanceSelector } from './power.ts';
import { paidWithInstance } from './price-type-change.ts';

export interface Refund extends Sum {
  readonly key: Key<'instance'>;
}

export interface RefundAsked extends InstanceSelector {
  /** Whether all of them have to be paid in the same way. */
  readonly alike?: boolean;
}

/**
 * What comes back of instances that are paid in advance, less than nothing: what is left of their
 * terms, at the price of the terms that were bought.
 */
export const chargeRefunds = verb(
  [
    instanceFaults.notFound,
    instanceFaults.mixedChargeTypes,
    instanceTypeFaults.notFound,
    priceFaults.tooLarge,
  ],
  async (scope: ReadScope, asked: RefundAsked): Promise<readonly Refund[]> => {
    const { keys, region, alike = false } = asked;
    const instances = await requireInstances(scope, keys, region);
    const ways = new Set(instances.map(({ chargeType }) => chargeType));
    if (alike && ways.size > 1) throw instanceFaults.mixedChargeTypes();
    const disks = await disksOf(scope.db, keys);
    return instances.map((instance) => ({
      key: instance.key,
      ...refundOf(scope, instance, paidWithInstance(disks.get(instance.key) ?? [])),
    }));
  },
);

function refundOf(
  scope: ReadScope,
  instance: Instance,
  disks: ReturnType<typeof paidWithInstance>,
): Sum {
  const { region, chargeType, expiresAt, prepaid, internet } = instance;
  if (chargeType !== 'prepaid') return { listed: 0, paid: 0 };
  const type = scope.cloud.catalogue.instanceType(instance.type);
  if (type === undefined) throw instanceTypeFaults.notFound({ type: instance.type });
  const from = [
    ...machineLinesOf(instance, type),
    ...disks.map((disk) => diskLine(scope, disk, 1)),
    ...(internet.chargeType === 'bandwidth-prepaid' ? [bandwidthLine(internet.outMbps, 1)] : []),
  ];
  return addedSums([differencePrice(scope, { region, from, to: [], expiresAt, prepaid })]);
}
