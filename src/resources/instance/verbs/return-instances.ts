import { changeDisk } from '../../disk/change.ts';
import { diskParts } from '../../disk/disk-price.ts';
import type { Disk } from '../../disk/disk.ts';
import { attachedDisks } from '../../disk/growth.ts';
import { keepTerms } from '../../disk/keep-terms.ts';
import { isKept } from '../../disk/kept.ts';
import { findDisks } from '../../disk/require.ts';
import { orderFaults } from '../../order/faults.ts';
import {
  priceReturns,
  type Returned,
  type ReturnPrice,
  returnThings,
} from '../../order/verbs/return-things.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeInstance } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireInstances } from '../require.ts';
import type { InstanceSelector } from './power.ts';
import { resourcesOf } from './price-refund.ts';
import { terminateInstances, type TerminateRequest } from './terminate.ts';

/**
 * Gives instances back, as `terminateInstances` does. Of those that are paid in advance and have
 * not expired comes back what was not used, and their time is over.
 */
export const returnInstances = verb(
  [terminateInstances, returnThings],
  async (scope: Scope, request: TerminateRequest): Promise<void> => {
    const returned = await returnedOf(scope, request, request.prepaidDisks === 'all');
    for (const { disks, instance } of returned) await keepTerms(scope, instance, disks);
    await terminateInstances(scope, request);
    await returnThings(scope, returned);
    for (const { key, resources } of returned) await endTerm(scope, key, resources);
  },
);

/** What a return of instances would give back; those paid by use give back nothing. */
export const priceInstanceReturns = verb(
  [instanceFaults.notFound, instanceFaults.mixedChargeTypes, orderFaults.nothingPaid, priceReturns],
  async (scope: ReadScope, asked: InstanceSelector): Promise<readonly ReturnPrice[]> => {
    const instances = await requireInstances(scope, asked.keys, asked.region);
    const ways = new Set(instances.map(({ chargeType }) => chargeType));
    if (ways.size > 1) throw instanceFaults.mixedChargeTypes();
    const returned = await returnedOf(scope, asked, false);
    const prices = await priceReturns(scope, returned);
    return instances.map(({ key, chargeType }) => {
      const price = prices.find((one) => one?.key === key);
      if (price !== undefined && price !== null) return price;
      if (chargeType === 'prepaid') throw orderFaults.nothingPaid({ instance: key });
      return { key, microYuan: 0, shares: [], isFull: false };
    });
  },
);

async function returnedOf(
  scope: ReadScope,
  { keys, region }: InstanceSelector,
  withElasticDisks: boolean,
): Promise<readonly InstanceReturned[]> {
  const instances = await requireInstances(scope, keys, region);
  const paid = instances.filter(({ chargeType, state, expiresAt }) => {
    return chargeType === 'prepaid' && state !== 'recycled' && (expiresAt ?? 0) > scope.now;
  });
  const returned: InstanceReturned[] = [];
  for (const instance of paid) {
    const { key } = instance;
    const all = await attachedDisks(scope, instance);
    const disks = withElasticDisks
      ? []
      : all.filter((disk) => disk.chargeType === null && isKept(disk, instance));
    const gone = all.filter((disk) => !disks.includes(disk));
    const resources = resourcesOf(instance, gone, withElasticDisks);
    const stays = disks.flatMap((disk) => diskParts(scope, disk));
    returned.push({ of: 'instance', key, resources, stays, instance, disks });
  }
  return returned;
}

interface InstanceReturned extends Returned {
  readonly instance: Instance;
  /** Those that were bought with it and outlive it. */
  readonly disks: readonly Disk[];
}

/** Nothing is paid for any more: who renews it out of the bin pays from then on. */
async function endTerm(scope: Scope, key: string, resources: readonly string[]): Promise<void> {
  const { db, now: expiresAt } = scope;
  for (const instance of await requireInstances(scope, [key], null)) {
    if (instance.state === 'recycled') await changeInstance(db, instance, { expiresAt });
  }
  for (const disk of await findDisks(scope, resources, null)) {
    const isOwn = disk.chargeType === 'prepaid' && disk.state === 'recycled';
    if (isOwn) await changeDisk(db, disk, { expiresAt });
  }
}
