import type { Key } from '#kernel/key.ts';
import type { Disk } from '../../disk/disk.ts';
import { diskFaults } from '../../disk/faults.ts';
import { attachedDisks } from '../../disk/growth.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import { priceFaults } from '../../price/faults.ts';
import { diskLine, machineLinesOf } from '../../price/lines.ts';
import { addedPrice, hourlyPrice, instancePrice, type Price } from '../../price/price.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireInstances } from '../require.ts';
import { planReinstall, type ReinstallDisk } from './plan-reinstall.ts';

interface OfInstance {
  readonly instance: Key<'instance'>;
  readonly region: string;
}

const refusals = [instanceFaults.notFound, priceFaults.tooLarge] as const;

/**
 * What a disk costs that is made larger: by the hour, all of it (the sample of seed 004 L18080); of
 * an instance that is paid in advance, what is added for the months that it is paid for.
 */
export const priceResize = verb(
  [...refusals, diskFaults.sizeNotLarger],
  async (
    scope: ReadScope,
    request: OfInstance & { readonly disk: Disk; readonly sizeGiB: number },
  ): Promise<Price> => {
    const { disk, sizeGiB } = request;
    const instance = await one(scope, request);
    if (sizeGiB <= disk.sizeGiB) throw diskFaults.sizeNotLarger({ disk: disk.key });
    if (instance.chargeType === 'prepaid') {
      return growthPrice(scope, instance, { disk, byGiB: sizeGiB - disk.sizeGiB });
    }
    const lines = [diskLine(scope, { ...disk, sizeGiB }, 1)];
    return hourlyPrice(scope, { region: instance.region, lines });
  },
);

/**
 * What an instance costs with the system disk that a reinstallation gives it: by the hour, all of
 * it (L13375); where it is paid in advance, what is added for the months that it is paid for.
 */
export const priceReinstall = verb(
  [...refusals, instanceTypeFaults.notFound, planReinstall],
  async (scope: ReadScope, request: OfInstance & ReinstallDisk): Promise<Price> => {
    const instance = await one(scope, request);
    const { disk, toGiB } = await planReinstall(scope, instance, request);
    if (instance.chargeType === 'prepaid') {
      return growthPrice(scope, instance, { disk, byGiB: toGiB - disk.sizeGiB });
    }
    const type = scope.cloud.catalogue.instanceType(instance.type);
    if (type === undefined) throw instanceTypeFaults.notFound({ type: instance.type });
    const disks = (await attachedDisks(scope, instance)).map((each) =>
      each.key === disk.key ? { ...each, sizeGiB: toGiB } : each,
    );
    const lines = [
      ...machineLinesOf(instance, type),
      ...disks.map((each) => diskLine(scope, each, 1)),
    ];
    return instancePrice(scope, { region: instance.region, lines }, instance);
  },
);

async function one(scope: ReadScope, { instance: key, region }: OfInstance): Promise<Instance> {
  const [instance] = await requireInstances(scope, [key], region);
  if (instance === undefined) throw instanceFaults.notFound({ instance: key });
  return instance;
}

/** What is added to a disk, for each month that was begun of those that are paid for. */
function growthPrice(
  scope: ReadScope,
  { region, expiresAt }: Instance,
  { disk, byGiB }: { readonly disk: Disk; readonly byGiB: number },
): Price {
  if (byGiB === 0) return { by: 'nothing' };
  const lines = [diskLine(scope, { ...disk, sizeGiB: byGiB }, 1)];
  return addedPrice(scope, { region, lines }, expiresAt);
}
