import type { Key } from '#kernel/key.ts';
import type { InstanceDisk } from '../../disk/disk.ts';
import type { InstanceType } from '../../instance-type/instance-type.ts';
import { sharesBack } from '../../order/verbs/share-back.ts';
import { differencePrice } from '../../price/difference.ts';
import { priceFaults } from '../../price/faults.ts';
import { diskLine, machineLinesOf } from '../../price/lines.ts';
import { instancePrice, type Price } from '../../price/price.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireInstances } from '../require.ts';
import { planTypeChange, type TypeAsked, type TypePlan } from './plan-type-change.ts';

export interface TypePriceAsked extends TypeAsked {
  readonly instance: Key<'instance'>;
  readonly region: string | null;
}

/**
 * What an instance costs that becomes one of another type: by the hour, all of it; where it is paid
 * in advance, the difference for the rest of its time.
 */
export const priceTypeChange = verb(
  [instanceFaults.notFound, priceFaults.tooLarge, planTypeChange],
  async (scope: ReadScope, asked: TypePriceAsked): Promise<Price> => {
    const [instance] = await requireInstances(scope, [asked.instance], asked.region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: asked.instance });
    return typePrice(scope, instance, await planTypeChange(scope, instance, asked));
  },
);

/**
 * The same of a change that is planned. Never more comes back than what was paid for the time to
 * come. @throws price.tooLarge
 */
export async function typePrice(
  scope: ReadScope,
  instance: Instance,
  { from, to, disks }: TypePlan,
): Promise<Price> {
  const { region, chargeType, expiresAt, prepaid } = instance;
  const lines = (type: InstanceType) => machineLinesOf(instance, type);
  if (chargeType === 'prepaid') {
    const exchanged = { region, from: lines(from), to: lines(to), expiresAt, prepaid };
    const price = differencePrice(scope, exchanged);
    if (price.by !== 'term' || price.total.paid >= 0) return price;
    const [share] = await sharesBack(scope, [instance.key]);
    // A zero is never negative.
    const paid = Math.max(price.total.paid, 0 - (share?.microYuan ?? 0));
    return { ...price, total: { ...price.total, paid, lines: [{ ...price.total, paid }] } };
  }
  const all = [...lines(to), ...paidWithInstance(disks).map((disk) => diskLine(scope, disk, 1))];
  return instancePrice(scope, { region, lines: all }, instance);
}

/** Disks that are not paid for by themselves. */
export function paidWithInstance(disks: readonly InstanceDisk[]): readonly InstanceDisk[] {
  return disks.filter(({ chargeType }) => chargeType === null);
}
